using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A count that is reported, and that nothing ever counts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FrozenCount() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0615",
        title: "A count is reported that nothing counts",
        messageFormat: "'{0}' is 0 wherever it is reported, because nothing ever counts; count, or take it out of the "
            + "report",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A report that says '0 skipped' because nothing counts is read as if nothing was skipped.",
        alsoKnownAs: "unchanged variable, counter that is never incremented",
        cwe: [563]);

    /// <summary>Words that only a count is called by; so is a participle: <c>skipped</c>, <c>failedRows</c>.</summary>
    private static readonly ImmutableHashSet<string> Counting = WordSet.Of(
        "count counter counts errors failures hits matches misses successes total totals warnings");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Surroundings.AreProductive(start.Compilation))
            start.RegisterOperationAction(Ask, OperationKind.VariableDeclarator);
    }

    private static void Ask(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        var local = declarator.Symbol;
        if (local.IsConst
            || declarator.GetVariableInitializer()?.Value.ConstantValue is not { HasValue: true, Value: 0 or 0L }
            || !IsCount(local.Name))
            return;

        var mentions = Locals.Around(declarator, context.Compilation).MentionsOf(local);
        if (mentions.Count > 0 && mentions.All(IsReport) && !IsNamedInDisabledCode(declarator))
            context.Report(Diagnostic.Create(Descriptor, local.Locations[0], local.Name));
    }

    private static bool IsCount(string name) =>
        Words.Of(name).Any(static word => Counting.Contains(word)
            || word.Length > 4
            && word.EndsWith("ed", StringComparison.Ordinal)
            && !word.EndsWith("eed", StringComparison.Ordinal));

    /// <summary>It is written into a text, a log, or a member of what is handed out.</summary>
    private static bool IsReport(IOperation mention)
    {
        var value = mention;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation
            or IArrayCreationOperation or { Kind: NewerSyntax.CollectionExpression })
            value = value.Parent;
        return value.Parent switch
        {
            IInterpolationOperation hole => hole.Expression == value,
            IArgumentOperation { Parent: IInvocationOperation call } =>
                LogCalls.IsLogger(call) || LogCalls.IsConsole(call) || IsFormat(call.TargetMethod),
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation
                or IAnonymousObjectCreationOperation } member => member.Value == value,
            _ => false,
        };
    }

    private static bool IsFormat(IMethodSymbol method) => method is
        { Name: "Format", ContainingType.SpecialType: SpecialType.System_String }
        or { Name: "AppendFormat", ContainingType.Name: "StringBuilder" };

    /// <summary>Another build of the same code may count.</summary>
    private static bool IsNamedInDisabledCode(IVariableDeclaratorOperation declarator) =>
        declarator.Root().Syntax.DescendantTrivia().Any(trivia =>
            trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(declarator.Symbol.Name));
}
