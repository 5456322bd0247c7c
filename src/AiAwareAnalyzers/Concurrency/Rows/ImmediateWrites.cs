using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Rows;

/// <summary>Which calls write rows at once, what else is written about the same things, and what joins them.</summary>
internal sealed class ImmediateWrites(Compilation compilation)
{
    private const string Transaction = "Transaction";

    private static readonly ImmutableHashSet<string> Names = WordSet.Of(
        "ExecuteUpdate ExecuteUpdateAsync ExecuteDelete ExecuteDeleteAsync");

    private static readonly ImmutableHashSet<string> Changes = WordSet.Of(
        "Add AddAsync AddRange AddRangeAsync Remove RemoveRange Update UpdateRange Attach");

    /// <summary>Parts of the names by which code begins a transaction, or joins one.</summary>
    private static readonly ImmutableArray<string> Joining = ImmutableArray.Create(
        "BeginTransaction", "UseTransaction", "InTransaction", "WithTransaction", "TransactionScope",
        "CurrentTransaction", "DbContextTransaction", "CreateExecutionStrategy");

    /// <summary>What may put a transaction around each request or message.</summary>
    private static readonly ImmutableArray<string> Wrappings = ImmutableArray.Create(
        "IPipelineBehavior", "IAsyncActionFilter", "IActionFilter", "IMiddleware", "RequestDelegate", "IEndpointFilter",
        "IPreProcessor");

    private readonly ContextUses _contexts = new(compilation);
    private readonly RowAdditions _additions = new(compilation);

    private readonly Lazy<bool> _areWrapped = new(() => compilation.SyntaxTrees.Any(static tree =>
        Calls.AreMentioned(tree, Transaction) && Calls.AreMentioned(tree, Wrappings)));

    public static bool Are(IInvocationOperation call) =>
        Names.Contains(call.TargetMethod.Name)
        && EntityFramework.Extensions.Any(name =>
            name.EndsWith("." + call.TargetMethod.ContainingType.Name, StringComparison.Ordinal));

    /// <summary>
    /// The first later write on the same context, on the same way through the body, about something that both name;
    /// null where there is none, and where an earlier one has told of it.
    /// </summary>
    public (IInvocationOperation Partner, ISymbol Subject)? PartnerOf(IInvocationOperation call)
    {
        if (_contexts.ContextBehind(call) is not { } context || ListAround(call) is not { } list) return null;

        var inOrder = Bodies.Own(list).OfType<IInvocationOperation>().ToList();
        if (inOrder.Exists(first => first.Syntax.Span.End < call.Syntax.SpanStart && Are(first) && IsOf(context, first)
            && Shared(first, call) is not null))
            return null;

        var count = Values.TakerOf(call.Outermost());
        var later = inOrder.Where(other =>
            other.Syntax.SpanStart > call.Syntax.Span.End && IsOnTheWay(other, list, count));
        foreach (var other in later)
            if (IsOf(context, other)
                && !AreStepsOfOneRow(call, other)
                && (Are(other) ? Shared(call, other) : _additions.Saves(other) ? SharedWithChanges(call, other) : null)
                    is { } subject)
                return (other, subject);
        return null;
    }

    /// <summary>Whether a transaction stands around the writes: in the body, a caller, or around a request.</summary>
    public bool AreInTransaction(IOperation write, ISymbol member) =>
        MentionsTransaction(write.Root().Syntax)
        || _areWrapped.Value
        || compilation.SyntaxTrees
            .Where(tree => Calls.AreMentioned(tree, Transaction) && Calls.AreMentioned(tree, member.Name))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Any(call => Calls.NameOf(call) == member.Name
                && call.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } caller
                && MentionsTransaction(caller));

    private static bool MentionsTransaction(SyntaxNode code) =>
        code.DescendantTokens().Any(static token =>
            token.IsKind(SyntaxKind.IdentifierToken)
            && Joining.Any(word => token.ValueText.IndexOf(word, StringComparison.Ordinal) >= 0));

    /// <summary>
    /// The statements that follow one another around a write; null where it is the whole of a branch, or decides one.
    /// </summary>
    private static IOperation? ListAround(IOperation write) =>
        write.Ancestors().FirstOrDefault(static around =>
            around is IBlockOperation or ISwitchCaseOperation or IConditionalOperation or ILoopOperation)
            is { } nearest and (IBlockOperation or ISwitchCaseOperation)
                ? nearest
                : null;

    /// <summary>Two updates of one table, such as "in progress" and "done", between which much may happen.</summary>
    private static bool AreStepsOfOneRow(IInvocationOperation one, IInvocationOperation other) =>
        one.TargetMethod.Name == other.TargetMethod.Name
        && one.TargetMethod.Name.StartsWith("ExecuteUpdate", StringComparison.Ordinal)
        && SymbolEqualityComparer.Default.Equals(
            one.TargetMethod.TypeArguments.FirstOrDefault(), other.TargetMethod.TypeArguments.FirstOrDefault());

    /// <summary>
    /// Not a write whose failure is caught for itself, and not one that is made because the first has met no row.
    /// </summary>
    private static bool IsOnTheWay(IOperation other, IOperation list, ISymbol? count) =>
        !other.Ancestors().TakeWhile(around => around != list).Any(around => around switch
        {
            ITryOperation { Catches.IsEmpty: false } or ICatchClauseOperation => true,
            IConditionalOperation { Condition: var condition } =>
                count is not null && condition.DescendantsAndSelf().Any(part =>
                    SymbolEqualityComparer.Default.Equals(Values.VariableOf(part), count)),
            _ => false,
        });

    private bool IsOf(ISymbol context, IInvocationOperation other) =>
        (Are(other) ? _contexts.ContextBehind(other) : Values.VariableOrPropertyOf(other.Instance?.Bare() ?? other))
            is { } its
        && SymbolEqualityComparer.Default.Equals(its, context);

    private ISymbol? SharedWithChanges(IInvocationOperation call, IInvocationOperation save) =>
        Bodies.Own(Bodies.Around(call)).OfType<IInvocationOperation>()
            .Where(change => change.Syntax.SpanStart < save.Syntax.SpanStart && IsChange(change))
            .Select(change => Shared(call, change))
            .FirstOrDefault(static subject => subject is not null);

    private bool IsChange(IInvocationOperation call) =>
        Changes.Contains(call.TargetMethod.Name)
        && (EntityFramework.EntityOf(call.Instance?.Type) is not null
            || EntityFramework.Of(compilation).IsContext(call.Instance?.Type));

    /// <summary>A variable that both name, and that is neither the context, a token, a time nor a switch.</summary>
    private ISymbol? Shared(IOperation one, IOperation other)
    {
        var others = new HashSet<ISymbol>(SubjectsOf(other), SymbolEqualityComparer.Default);
        return SubjectsOf(one).FirstOrDefault(others.Contains);
    }

    /// <summary>The variables in a statement, and those that they are loaded by.</summary>
    private IEnumerable<ISymbol> SubjectsOf(IOperation statement)
    {
        var locals = Locals.Around(statement, compilation);
        foreach (var variable in VariablesIn(statement))
        {
            yield return variable;
            if (variable is ILocalSymbol && locals.InitializerOf(variable) is { } initial)
                foreach (var source in VariablesIn(initial))
                    yield return source;
        }
    }

    private IEnumerable<ISymbol> VariablesIn(IOperation statement) =>
        statement.DescendantsAndSelf()
            .Select(Values.VariableOf)
            .OfType<ISymbol>()
            .Where(variable => variable is ILocalSymbol or IParameterSymbol
                && !IsOfLambda(variable, statement)
                && TypeNames.TypeOf(variable) is { } type
                && type.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_DateTime)
                && type.Name is not ("CancellationToken" or "DateTimeOffset" or "DateOnly" or "TimeSpan" or "Instant")
                && !EntityFramework.Of(compilation).IsContext(type));

    private static bool IsOfLambda(ISymbol variable, IOperation statement) =>
        variable.DeclaringSyntaxReferences.FirstOrDefault() is { } declared
        && declared.SyntaxTree == statement.Syntax.SyntaxTree
        && statement.Syntax.Span.Contains(declared.Span);
}
