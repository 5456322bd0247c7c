namespace AiAwareAnalyzers.Knowledge;

/// <summary>What a value becomes: the names that it reaches through conversions, calls of the framework, lambdas and assignments.</summary>
internal static class Destinations
{
    /// <summary>The names in the order in which the value reaches them; the function that it is computed in comes last.</summary>
    public static IEnumerable<string> Of(IOperation value)
    {
        for (var operation = value; operation.Parent is { } parent; operation = parent)
        {
            if (NameOf(parent, operation) is not { } name) continue;
            yield return name;
            if (IsFinal(parent)) yield break;
        }
    }

    /// <summary>The function, property or field that an operation stands in; empty in top-level statements.</summary>
    public static string FunctionAround(IOperation operation, ISymbol owner)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is ILocalFunctionOperation local) return local.Symbol.Name;
        return owner is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : owner.Name.StartsWith("<", StringComparison.Ordinal) ? "" : owner.Name;
    }

    /// <summary>The name that a value takes on in its parent, if it takes one.</summary>
    private static string? NameOf(IOperation parent, IOperation value) => parent switch
    {
        IVariableDeclaratorOperation variable => variable.Symbol.Name,
        IFieldInitializerOperation initializer => initializer.InitializedFields.FirstOrDefault()?.Name,
        IPropertyInitializerOperation initializer => initializer.InitializedProperties.FirstOrDefault()?.Name,
        IAssignmentOperation assignment when assignment.Value == value => NameOf(assignment.Target),
        IArgumentOperation { Parameter: { } parameter } => parameter.Name,
        _ => null,
    };

    private static string? NameOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } => NameOf(indexed),
        IMemberReferenceOperation member => member.Member.Name,
        IArrayElementReferenceOperation element => NameOf(element.ArrayReference),
        _ => null,
    };

    /// <summary>An argument of the framework is only on its way; anything else has arrived.</summary>
    private static bool IsFinal(IOperation parent) =>
        parent is not IArgumentOperation { Parameter.ContainingSymbol: { } member } || !IsOfFramework(member);

    private static bool IsOfFramework(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name == "System";
    }
}
