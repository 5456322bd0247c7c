using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Templates;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>
/// Folders of a path whose names a request brings: <c>Path.GetFileName("..")</c> is <c>..</c>, and as a folder that
/// leads out by one level. As a file it cannot be opened.
/// </summary>
internal static class NamedFolders
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Binding that reads no segment of an address, which a server has resolved before.</summary>
    private static readonly ImmutableHashSet<string> Unresolved = ImmutableHashSet.Create(
        "FromQueryAttribute", "FromFormAttribute", "FromBodyAttribute", "FromHeaderAttribute");

    /// <summary>
    /// The first name that stands alone as a folder; null where there is none, or where the body knows of <c>..</c>.
    /// </summary>
    public static Hole? In(SinkUse use, Inputs inputs)
    {
        var parts = use.Template.Parts;
        for (var place = 1; place < parts.Length; place++)
            if (parts[place] is Hole { Kind: HoleKind.Name, Origin: TextOrigin.Input, Value: IInvocationOperation cut }
                    name
                && parts[place - 1] is Literal { Text: var before }
                && before.LastIndexOfAny(Separators) == before.Length - 1
                && (place == parts.Length - 1 ? UsesFolder(use.Sink) : EndsBefore(parts[place + 1]))
                && CanClimb(TextOperations.WithoutForm(cut.Arguments[0].Value), inputs)
                && !use.Body.Root.Descendants().Any(static operation => operation.ConstantText() == ".."))
                return name;
        return null;
    }

    /// <summary>Whether a call lists, deletes or fills the folder that a path ends with.</summary>
    public static bool UsesFolder(IOperation sink) =>
        sink is IInvocationOperation { TargetMethod: { Name: not ("CreateDirectory" or "Exists") } method }
        && IsOfFolders(method);

    /// <summary>Whether what a path ends with is the name of a folder.</summary>
    public static bool EndsInFolder(IOperation sink) =>
        sink is IInvocationOperation { TargetMethod: var method } && IsOfFolders(method)
        || sink is IObjectCreationOperation { Type.Name: "DirectoryInfo" };

    private static bool IsOfFolders(IMethodSymbol method) =>
        method is { ContainingType.Name: "Directory" } or { Name: "ExtractToDirectory" };

    private static bool EndsBefore(TextPart next) =>
        next is Literal { Text: var text } && text.IndexOfAny(Separators) == 0;

    /// <summary>A member of a request, or a parameter that is no segment of the address.</summary>
    private static bool CanClimb(IOperation value, Inputs inputs) => value switch
    {
        IPropertyReferenceOperation => true,
        IParameterReferenceOperation { Parameter: var parameter } =>
            inputs.Contains(parameter, value.SemanticModel)
            && (parameter.GetAttributes().Any(attribute => Unresolved.Contains(attribute.AttributeClass?.Name ?? ""))
                || TemplateOf(parameter) is { } template
                    && template.IndexOf(parameter.Name, StringComparison.OrdinalIgnoreCase) < 0),
        _ => false,
    };

    /// <summary>What is written about the address of a handler; null where that is out of sight.</summary>
    private static string? TemplateOf(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            .Ancestors()
            .FirstOrDefault(node => node is MethodDeclarationSyntax or InvocationExpressionSyntax) switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments: [var address, ..] } => address.ToString(),
            MethodDeclarationSyntax { AttributeLists: { Count: > 0 } attributes, Parent: TypeDeclarationSyntax type } =>
                attributes.ToString() + type.AttributeLists,
            _ => null,
        };
}
