using System.Runtime.CompilerServices;
using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>
/// What the body of a function does besides logging, waiting and handing out new values: every body is walked once.
/// </summary>
internal sealed class Efforts
{
    private readonly ConditionalWeakTable<SyntaxNode, Effort> _known = new();
    private readonly IdleCalls _idle;

    private Efforts(Compilation compilation) => _idle = new(ResultTypes.Of(compilation));

    public static Efforts Of(Compilation compilation) => Facts.Of(compilation, static c => new Efforts(c));

    /// <summary>
    /// The effort of a method, accessor, local function or lambda; the walk ends at the first piece of work.
    /// </summary>
    public Effort Of(IOperation function) => _known.GetValue(function.Syntax, _ => new Effort(BodyOf(function), _idle));

    private static IOperation? BodyOf(IOperation function) => function switch
    {
        IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
        ILocalFunctionOperation local => local.Body,
        IAnonymousFunctionOperation lambda => lambda.Body,
        _ => null,
    };
}
