using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using System.Globalization;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary><c>[Required]</c> on a value type of a request: it never fails, because there always is a value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredValueType() : Rule(Descriptor)
{
    /// <summary>Marks a member of a body that is read as JSON.</summary>
    internal const string IsJson = "IsJson";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0903",
        title: "[Required] on a value type never fails",
        messageFormat: "'[Required]' on '{0}' never fails: a request without it gives '{1}', which is a value, and "
            + "goes on with it; "
            + "make it '{2}?', demand it with '[JsonRequired]', or give it a range",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "[Required] asks whether a value is null, which an int, a Guid or a date never is: a request that "
            + "leaves it out passes with 0.",
        alsoKnownAs: "[Required] on value type, under-posting");

    private static readonly ImmutableDictionary<string, string?> ReadAsJson =
        ImmutableDictionary<string, string?>.Empty.Add(IsJson, "");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(
            "System.ComponentModel.DataAnnotations.RequiredAttribute") is not { } required)
            return;
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var requests = new RequestModels(start.Compilation);
        start.RegisterSymbolAction(context => Analyze(context, required, requests), SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol required, RequestModels requests)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (!IsNeverNull(property.Type) || NamesRow(property) || property.IsRequired || property.SetMethod is null)
            return;
        if (AttributeOf(property, required) is not { ApplicationSyntaxReference: { } syntax }
            || !requests.Contain(property.ContainingType)
            || requests.Demand(property))
            return;

        var facts = requests.AreJson(property.ContainingType) ? ReadAsJson : null;
        var place = Location.Create(syntax.SyntaxTree, syntax.Span);
        context.Report(Diagnostic.Create(
            Descriptor, place, facts, property.Name, DefaultOf(property.Type), NameOf(property.Type)));
    }

    /// <summary>A value type but <c>bool</c>, whose two values are both meant.</summary>
    private static bool IsNeverNull(ITypeSymbol type) =>
        type is { IsValueType: true, SpecialType: not SpecialType.System_Boolean,
            OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    /// <summary>What is looked up by an id of 0 is not found, and answered so.</summary>
    private static bool NamesRow(IPropertySymbol property) =>
        Words.Of(property.Name).LastOrDefault() == "id"
        && property.Type is { Name: "Guid" }
            or { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };

    private static AttributeData? AttributeOf(IPropertySymbol property, INamedTypeSymbol required) =>
        property.GetAttributes()
            .FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, required));

    private static string DefaultOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } =>
            type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member =>
                member.HasConstantValue
                && Convert.ToDecimal(member.ConstantValue, CultureInfo.InvariantCulture) == 0)?.Name
            ?? "0",
        { Name: "Guid" } => "Guid.Empty",
        { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly" } => "0001-01-01",
        { Name: "TimeSpan" or "TimeOnly" } => "00:00",
        _ => "0",
    };

    private static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
