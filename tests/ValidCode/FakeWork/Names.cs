namespace ValidCode.FakeWork;

/// <summary>Numbers of events, paths of values and pauses that are meant.</summary>
public static class Names
{
    internal const int AuthenticatedAccountEvent = 19;

    public const string AuthenticatedUserId = "Telemetry.AuthenticatedUserId";

    public static async Task<int> ElsewhereAsync(Func<int> work)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return work();
    }

    public static Action<string> Listener(Action<string>? given)
    {
        return given ?? DummyNoOp;

        static void DummyNoOp(string message)
        {
        }
    }
}
