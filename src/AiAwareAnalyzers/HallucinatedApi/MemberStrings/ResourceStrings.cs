using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Texts that annotations and calls take from the class of a resource file.</summary>
internal static class ResourceStrings
{
    private static readonly string[] Shown = ["Name", "ShortName", "Description", "Prompt", "GroupName"];

    /// <summary>The texts of <c>[Display]</c>, where it names the class that holds them.</summary>
    public static IEnumerable<MissingName> InDisplay(AttributeSite site) =>
        HolderIn(site, "ResourceType") is { } holder
            ? site.Arguments
                .Where(argument => argument.NameEquals is { } named && Shown.Contains(named.Name.Identifier.ValueText))
                .SelectMany(argument => Missing(site, argument.Expression, holder, "so reading it throws"))
            : [];

    /// <summary>The message of a validation, by the class that holds it and its name there.</summary>
    public static IEnumerable<MissingName> InValidation(AttributeSite site) =>
        HolderIn(site, "ErrorMessageResourceType") is { } holder
            ? site.Arguments
                .Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "ErrorMessageResourceName")
                .SelectMany(argument => Missing(site, argument.Expression, holder, "so a value that is wrong throws"))
            : [];

    /// <summary>
    /// <c>Texts.ResourceManager.GetString("Key")</c>, where the class of the file has a property for each key.
    /// </summary>
    public static IEnumerable<MissingName> In(IInvocationOperation call)
    {
        if (call is not { TargetMethod.ContainingType.Name: "ResourceManager", Instance: IPropertyReferenceOperation
            { Property: { IsStatic: true, Name: "ResourceManager", ContainingType: { } holder } } }
            || holder.DeclaringSyntaxReferences.IsEmpty
            || call.Arguments is not [{ Value: { ConstantValue: { HasValue: true, Value: string key },
                Syntax: ExpressionSyntax text } }, ..])
            return [];
        var name = string.Concat(key.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return Nameable.Has(holder, name, IsText)
            ? []
            : [Missing(text, key, holder, "so there is no text")];
    }

    private static INamedTypeSymbol? HolderIn(AttributeSite site, string property) =>
        site.Arguments
            .Where(argument => argument.NameEquals?.Name.Identifier.ValueText == property)
            .Select(argument => site.TypeIn(argument.Expression))
            .FirstOrDefault() is INamedTypeSymbol holder && Nameable.IsKnown(holder)
            ? holder
            : null;

    private static IEnumerable<MissingName> Missing(
        AttributeSite site, ExpressionSyntax text, INamedTypeSymbol holder, string harm) =>
        site.TextOf(text) is { Length: > 0 } name && !Nameable.Has(holder, name, IsText)
            ? [Missing(text, name, holder, harm)]
            : [];

    private static MissingName Missing(ExpressionSyntax text, string name, INamedTypeSymbol holder, string harm) =>
        new(text, name, TypeNames.Written(holder), "static text", harm)
        {
            Choices = Nameable.Choices(holder, IsText),
        };

    private static bool IsText(ISymbol member) =>
        member is IPropertySymbol { IsStatic: true, Type.SpecialType: SpecialType.System_String };
}
