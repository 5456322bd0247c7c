using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>Calls that store when something was last done, and nothing else that was set here.</summary>
internal sealed class NotedTimes(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Visits = WordSet.Of(
        "accessed activity checked login modified run seen update updated used visit visited");

    /// <summary><c>check.LastChecked = now; await checks.SaveAsync(check);</c></summary>
    public bool AreAllOf(IInvocationOperation call) =>
        call.Statement()?.Parent is IBlockOperation block
        && call.Arguments.Select(static argument => argument.Value.Bare()).OfType<ILocalReferenceOperation>().ToList()
            is [{ Local: var noted }]
        && Locals.Around(call, compilation).InitializerOf(noted)?.Bare() is not IObjectCreationOperation
        && block.Operations.OfType<IExpressionStatementOperation>()
            .Select(static statement => statement.Operation)
            .OfType<ISimpleAssignmentOperation>()
            .Select(static assignment => assignment.Target)
            .OfType<IPropertyReferenceOperation>()
            .Where(target => target.Syntax.SpanStart < call.Syntax.SpanStart && IsOf(target, noted))
            .ToList() is { Count: > 0 } targets
        && targets.TrueForAll(static target => IsTimeOfVisit(target.Property));

    private static bool IsOf(IPropertyReferenceOperation target, ILocalSymbol noted) =>
        target.Instance?.Bare() is ILocalReferenceOperation { Local: var local }
        && SymbolEqualityComparer.Default.Equals(local, noted);

    private static bool IsTimeOfVisit(IPropertySymbol property) =>
        Words.Of(property.Name) is ["last", var what, ..]
        && Visits.Contains(what)
        && IsTime(property.Type);

    /// <summary>Null before the first visit.</summary>
    private static bool IsTime(ITypeSymbol type) =>
        type is INamedTypeSymbol
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }
            ? IsTime(inner)
            : type.Name is "DateTime" or "DateTimeOffset" or "Instant";
}
