using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Wiring;

/// <summary>A list of settings that starts with defaults: what is bound to it is added to them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AppendedDefaults() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1306",
        title: "Settings are added to the defaults of a list, and replace none of them",
        messageFormat: "Configuration is added to what '{0}' starts with: a setting can lengthen the list and never "
            + "shorten it, and a default that is set again stands in it twice; start empty, and fill in the defaults "
            + "with 'PostConfigure' where no setting gave any",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The binder adds the elements of a section to those that a collection has already, and replaces "
            + "none of them.",
        alsoKnownAs: "configuration binder appends, options default list");

    /// <summary>Collections that the binder adds to; those that cannot be changed are copied first.</summary>
    private static readonly ImmutableHashSet<string> Lists = WordSet.Of(
        "List IList ICollection IEnumerable IReadOnlyList IReadOnlyCollection HashSet ISet IReadOnlySet SortedSet",
        "Collection");

    /// <summary>Words by which a list says that it is meant to grow.</summary>
    private static readonly ImmutableHashSet<string> Growing = WordSet.Of(
        "added additional additions additionally append appended appends besides beyond extra extras extend extends");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (OptionTypes.ArePossible(start.Compilation)
            && !TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.PropertyInitializer);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var start = (IPropertyInitializerOperation)context.Operation;
        if (start.InitializedProperties is [{ DeclaredAccessibility: Accessibility.Public, IsStatic: false } property]
            && IsList(property.Type)
            && HasElements(start.Value.AsWritten())
            && !IsMeantToGrow(property, start.Syntax)
            && OptionTypes.Of(context.Compilation).Have(property.ContainingType))
            context.Report(Diagnostic.Create(
                Descriptor, start.Value.Syntax.GetLocation(), $"{property.ContainingType.Name}.{property.Name}"));
    }

    private static bool IsList(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || Lists.Contains(type.Name) && type.ContainingNamespace is { ContainingNamespace.Name: "Collections" };

    private static bool HasElements(IOperation value) => value switch
    {
        IObjectCreationOperation { Initializer.Initializers.IsEmpty: false } => true,
        IArrayCreationOperation { Initializer.ElementValues.IsEmpty: false } => true,
        { Kind: NewerSyntax.CollectionExpression } => value.ChildOperations.Any(),
        _ => false,
    };

    /// <summary>By its name, or by what is said above it.</summary>
    private static bool IsMeantToGrow(IPropertySymbol property, SyntaxNode start) =>
        Words.Of(property.Name).Any(Growing.Contains)
        || start.Parent is { } declaration
        && Words.Of(declaration.GetLeadingTrivia().ToFullString()).Any(Growing.Contains);
}
