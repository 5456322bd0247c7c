using System.Runtime.CompilerServices;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Functions that only their own type can call: what they do is known, and done for the caller.</summary>
internal sealed class PrivateFunctions
{
    private readonly ConditionalWeakTable<IMethodSymbol, Body> _bodies = new();
    private readonly Compilation _compilation;

    private PrivateFunctions(Compilation compilation) => _compilation = compilation;

    public static PrivateFunctions Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new PrivateFunctions(c));

    /// <summary>Whether a call goes to a private method or a local function that is written in one place.</summary>
    public static bool IsCalledBy(IInvocationOperation call) => Are(call.TargetMethod.OriginalDefinition);

    /// <summary>As above, of what is called.</summary>
    public static bool Are(IMethodSymbol function) =>
        function is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, DeclaringSyntaxReferences.Length: 1 }
        && (function.MethodKind == MethodKind.LocalFunction
            || function.DeclaredAccessibility == Accessibility.Private);

    /// <summary>The statements behind a call; null where anybody may have written them, or nobody has.</summary>
    public IBlockOperation? BodyOf(IInvocationOperation call) =>
        IsCalledBy(call)
            ? _bodies.GetValue(
                call.TargetMethod.OriginalDefinition,
                method =>
                    new(ReturnValues.BodyOf(method, _compilation) is IBlockOperation { Operations.Length: > 0 } body
                        ? body
                        : null)).Block
            : null;

    private sealed record Body(IBlockOperation? Block);
}
