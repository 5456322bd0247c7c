using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>
/// What calls in a handler are for, as far as one can see: some tell somebody of the failure, some only put things
/// away.
/// </summary>
internal static class NotifyingCalls
{
    private static readonly ImmutableHashSet<string> Words = WordSet.Of(
        "show display alert notify toast report error fail failed message snackbar dialog publish raise increment",
        "track capture retry requeue nack abandon throw exit redirect navigate exception fault problem warn");

    /// <summary>Names of variables that count how often something was tried, which nobody learns of.</summary>
    private static readonly ImmutableHashSet<string> Counting = WordSet.Of("attempt retry try tries retries");

    /// <summary>Whether the name of a method says that somebody learns of the failure.</summary>
    public static bool IsNamedIn(IMethodSymbol method) => Knowledge.Language.Words.Of(method.Name).Any(Words.Contains);

    /// <summary><c>Clients.Caller.SendAsync("Error", …)</c>: SignalR brings word to whoever called.</summary>
    public static bool IsToClient(IMethodSymbol method) =>
        method.Name is "SendAsync" or "SendCoreAsync"
        && method.ContainingType is { Name: "ClientProxyExtensions" or "IClientProxy" or "ISingleClientProxy",
            ContainingNamespace.Name: "SignalR" };

    /// <summary>Calls that put away what was begun, or wait.</summary>
    public static bool IsCleanup(IMethodSymbol method) =>
        method.Name is "Rollback" or "RollbackAsync" or "Dispose" or "DisposeAsync" or "Close" or "CloseAsync"
            or "Delete" or "Delay" or "StateHasChanged" or "Clear" or "Stop";

    /// <summary>A count that goes up or down tells somebody, unless it is the number of the attempt.</summary>
    public static bool IsCount(IOperation target) =>
        target is not ILocalReferenceOperation { Local.Name: var name }
        || !Knowledge.Language.Words.StemsOf(name).Any(Counting.Contains);

    /// <summary>Whether a call stands for itself: nobody takes what it returns.</summary>
    public static bool IsStatement(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IAwaitOperation or IConditionalAccessOperation
            || parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }) parent = parent.Parent;
        return parent is IExpressionStatementOperation;
    }
}
