// Reads the public API of every reference pack, oldest first, and writes what each framework brought. Everything that
// netstandard2.0 has is left out: it is never missing. What a new type has from its first day is left out as well: who
// lacks the member lacks the type.
//
//   System.Convert|net5.0|FromHexString|net9.0|ToHexStringLower a type, and per framework the names of its new members
//   System.DateOnly|+net6.0|                                          a new type
//   System.Linq.Enumerable|net9.0|CountBy<IEnumerable`1     an extension method, and what it extends
//   System.String|netstandard2.1|Contains(String,StringComparison)    a new overload of a name that was there before
using ApiHistory;

var (packages, output) = (args[0], args[1]);
var history = new History();
history.Read("netstandard2.0", Pack.At(packages, "netstandard.library/2.0.3/build/netstandard2.0/ref"));
history.Read("netstandard2.1", Pack.At(packages, "netstandard.library.ref/2.1.0/ref/netstandard2.1"));
foreach (var (framework, core, web) in new[] {
    ("netcoreapp3.1", "3.1.0", "3.1.10"), ("net5.0", "5.0.0", "5.0.0"), ("net6.0", "6.0.11", "6.0.11"),
    ("net8.0", "8.0.28", "8.0.28"), ("net9.0", "9.0.18", "9.0.18"), ("net10.0", "10.0.12", "10.0.12") })
{
    history.Read(framework, [
        .. Pack.At(packages, $"microsoft.netcore.app.ref/{core}/ref/{framework}"),
        .. Pack.At(packages, $"microsoft.aspnetcore.app.ref/{web}/ref/{framework}")]);
}

Directory.CreateDirectory(Path.GetDirectoryName(output)!);
File.WriteAllText(output, history.ToString());
Console.WriteLine($"{output}: {new FileInfo(output).Length:N0} bytes");
