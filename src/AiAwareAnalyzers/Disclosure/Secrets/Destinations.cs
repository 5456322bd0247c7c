using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>
/// What a value becomes: the names that it reaches through conversions, calls of the framework, lambdas and
/// assignments.
/// </summary>
internal static class Destinations
{
    /// <summary>Calls that give a text on as it is, or written in another way.</summary>
    private static readonly ImmutableHashSet<string> Carriers = WordSet.Of(
        "GetBytes FromBase64String FromHexString Concat Format ToCharArray");

    /// <summary>
    /// The names in the order in which a computed value reaches them: every call of the framework may give it on.
    /// </summary>
    public static IEnumerable<string> Of(IOperation value) => Of(value, IsOfFramework);

    /// <summary>
    /// The names that a text reaches: a key that something is looked up with does not arrive with what was found.
    /// </summary>
    public static IEnumerable<string> OfText(IOperation text) => Of(text, CarriesText);

    /// <summary>Whether the result of a call still holds the text that is its argument.</summary>
    public static bool CarriesText(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation call && Carriers.Contains(call.TargetMethod.Name);

    private static IEnumerable<string> Of(IOperation value, Func<IArgumentOperation, bool> givesOn)
    {
        for (var operation = value; operation.Parent is { } parent; operation = parent)
        {
            if (NameOf(parent, operation) is { } name) yield return name;
            if (parent is IArgumentOperation argument ? !givesOn(argument) : IsFinal(parent, operation)) yield break;
        }
    }

    /// <summary>The function, property or field that an operation stands in; empty in top-level statements.</summary>
    public static string FunctionAround(IOperation operation, ISymbol owner)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is ILocalFunctionOperation local) return local.Symbol.Name;
        return owner is IMethodSymbol { AssociatedSymbol: { } property }
            ? property.Name
            : owner.Name.StartsWith("<", StringComparison.Ordinal) ? "" : owner.Name;
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
        _ when CallStack.IsNearlyFull => null,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed } => NameOf(indexed),
        IMemberReferenceOperation member => member.Member.Name,
        IArrayElementReferenceOperation element => NameOf(element.ArrayReference),
        _ => null,
    };

    /// <summary>What keeps the value: it has arrived.</summary>
    private static bool IsFinal(IOperation parent, IOperation value) => parent switch
    {
        IVariableDeclaratorOperation or IFieldInitializerOperation or IPropertyInitializerOperation => true,
        IAssignmentOperation assignment => assignment.Value == value,
        _ => false,
    };

    private static bool IsOfFramework(IArgumentOperation argument)
    {
        var space = argument.Parameter?.ContainingSymbol?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name == "System";
    }
}
