using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// Where code speaks of an exception that it was given: by a catch, by a parameter, or by a framework that caught it.
/// </summary>
internal sealed class ExceptionMentions
{
    private readonly INamedTypeSymbol? _exception;

    private ExceptionMentions(Compilation compilation) =>
        _exception = compilation.GetTypeByMetadataName("System.Exception");

    public static ExceptionMentions Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new ExceptionMentions(c));

    /// <summary>Every reference to the variable of a catch clause, in source order.</summary>
    public static IEnumerable<IOperation> In(ICatchClauseOperation clause) =>
        clause.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation { Symbol: { } exception }
            ? clause.Handler.Descendants().Where(operation => operation is ILocalReferenceOperation mention
                && SymbolEqualityComparer.Default.Equals(mention.Local, exception))
            : [];

    /// <summary>Every reference to an exception among the parameters of a function.</summary>
    public IEnumerable<IOperation> In(IOperation body, IMethodSymbol function) =>
        function.Parameters.Any(parameter => IsException(parameter.Type))
            ? body.Descendants().Where(operation =>
                operation is IParameterReferenceOperation { Parameter: var parameter } && IsException(parameter.Type)
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function))
            : [];

    /// <summary>
    /// <c>feature.Error</c>, <c>context.Exception</c>: what a framework caught. An inner exception belongs to its outer
    /// one.
    /// </summary>
    public bool IsGiven(IPropertyReferenceOperation reference) =>
        reference is { Property: { Name: "Error" or "Exception", Type: var type }, Instance: { } owner }
        && IsException(type)
        && !IsException(owner.Type);

    /// <summary>
    /// <c>new ProblemDetailsContext { Exception = exception }</c>: who writes the answer is told, nothing is sent.
    /// </summary>
    public static bool IsForWriter(IOperation mention) =>
        mention.Outermost().Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation
            { Property: { Name: "Exception", ContainingType.Name: "ProblemDetailsContext" } } };

    /// <summary>How the code calls the exception.</summary>
    public static string NameOf(IOperation mention) => mention switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => Quote.Of(mention.Syntax),
    };

    private bool IsException(ITypeSymbol? type) => type.Inherits(_exception);
}
