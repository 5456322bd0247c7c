namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>The beginning of an assertion as a statement of its own: it claims nothing of its value.</summary>
internal static class Unfinished
{
    /// <summary><c>result.Should();</c>, or <c>substitute.Received();</c> without the call that was received.</summary>
    public static bool Is(IInvocationOperation call) =>
        call.Parent is IExpressionStatementOperation
        && call.TargetMethod is { ContainingType: { } type, Name: var name }
        && (IsHalfOfDouble(name) ? Libraries.MakesDoubles(type) : IsHalf(name) && Libraries.Asserts(type));

    private static bool IsHalf(string name) => name is "Should" or "Invoking" or "Awaiting" or "Enumerating";

    private static bool IsHalfOfDouble(string name) =>
        name is "Received" or "ReceivedWithAnyArgs" or "DidNotReceive" or "DidNotReceiveWithAnyArgs" or "CallTo";
}
