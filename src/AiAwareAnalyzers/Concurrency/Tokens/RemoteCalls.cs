using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>Calls of generated gRPC clients, and whether a deadline is set for all of them.</summary>
internal sealed class RemoteCalls
{
    /// <summary>The deadline of the request that is being answered, or an interceptor.</summary>
    private static readonly ImmutableArray<string> Setting = ImmutableArray.Create(
        "EnableCallContextPropagation", ": Interceptor");

    private readonly bool _haveDeadlines;

    private RemoteCalls(Compilation compilation) =>
        _haveDeadlines = compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, Setting));

    /// <summary>Whether a call waits for one message, and is given neither a deadline nor a token.</summary>
    public static bool IsEndless(IInvocationOperation call, Compilation compilation) =>
        call.Arguments.Any(static argument =>
            argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter.Name: "deadline" })
        && call.Arguments.Any(static argument =>
            argument.ArgumentKind == ArgumentKind.DefaultValue && Cancellations.IsToken(argument.Parameter?.Type))
        && call.TargetMethod.ContainingType.SelfAndBases().Any(static type => type.Name == "ClientBase")
        && call.TargetMethod.ReturnType.Name.IndexOf("Streaming", StringComparison.Ordinal) < 0
        && !Facts.Of(compilation, static c => new RemoteCalls(c))._haveDeadlines;
}
