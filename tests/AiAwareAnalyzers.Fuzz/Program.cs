using AiAwareAnalyzers.Fuzz;

// Runs the rules, generators and fixes over programs that nobody would write, and names those that they do not survive.
//
//   dotnet run -c Release --project tests/AiAwareAnalyzers.Fuzz -- --inputs 100000 [--seed 1] [--without
//   AIA0204,AIA0306]
//   dotnet run -c Release --project tests/AiAwareAnalyzers.Fuzz -- --growth 1
var order = Order.Read(args);
if (order.Growth is not null) return await Growth.Print(order);
return order.IsWorker ? await new Worker(order).Work() : new Supervisor(order).Supervise();
