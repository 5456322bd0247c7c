namespace ValidCode.ErrorHandling;

/// <summary>Continuations that look at the task, each in its own place.</summary>
public sealed class Continuations(Action<Task> completed)
{
    public void Begin(HttpClient client)
    {
        client.GetStringAsync("one").ContinueWith(completed);
        client.GetStringAsync("two").ContinueWith(Completed, TaskScheduler.Default);
        client.GetStringAsync("three").ContinueWith(task => Completed(task));
    }

    private static void Completed(Task<string> task) => Console.WriteLine(task.IsFaulted ? "failed" : task.Result);
}
