using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Wiring.Container;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring;

/// <summary>
/// An optional parameter of a constructor that the container can never fill, so that what depends on it is off.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeverSupplied() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1303",
        title: "An optional parameter is one that the container can never fill",
        messageFormat: "The container makes '{0}' and never fills the optional '{1}', because '{2}' is not "
            + "registered{3}, so what depends on it is silently off; register '{2}', or remove the parameter",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The container leaves an optional parameter at its default where its type is not registered, and "
            + "what depends on it never happens.",
        alsoKnownAs: "dead dependency, optional dependency");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Services.ArePossible(start.Compilation))
            start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || Demand.ConstructorsOf(type) is not { Length: 1 } constructors) return;
        var optional = constructors[0].Parameters.Where(static parameter => parameter.HasExplicitDefaultValue).ToList();
        if (optional.Count == 0) return;
        var services = Services.Of(context.Compilation);
        if (!services.IsWhole) return;
        if (!services.Making(type).Any() && !FrameworkMade.Is(type, context.Compilation)) return;
        if (IsMadeByHand(type, context.Compilation)) return;

        foreach (var parameter in optional)
            if (Demand.Of(parameter) is { } demand
                && Services.IsOwn(demand.Service)
                && services.Lacks(demand.Service, demand.Key)
                && !HasStandIn(parameter))
                context.Report(Diagnostic.Create(
                    Descriptor, demand.Place, type.Name, parameter.Name, TypeNames.Written(demand.Service),
                    Elsewhere(demand.Service, services)));
    }

    /// <summary>The service under which the container knows what was meant.</summary>
    private static string Elsewhere(ITypeSymbol asked, Services services) =>
        services.All.FirstOrDefault(told => told.Implementation.Inherits(asked)) is { } other
            ? $" ('{other.Implementation!.Name}' is registered as '{TypeNames.Written(other.Service)}' only)"
            : "";

    /// <summary><c>clock ?? new Clock()</c>: the default is as good as what could be registered.</summary>
    private static bool HasStandIn(IParameterSymbol parameter) =>
        parameter.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static reference => reference.GetSyntax().DescendantNodes())
            .Any(node => node switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Left: var asked } =>
                    Calls.NameOf(asked) == parameter.Name,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } =>
                    assigned.Identifier.ValueText == parameter.Name,
                _ => false,
            });

    /// <summary>Somebody calls the constructor, and may hand over what the container does not.</summary>
    private static bool IsMadeByHand(INamedTypeSymbol type, Compilation compilation) =>
        compilation.SyntaxTrees.Any(tree =>
            Calls.AreMentioned(tree, "new " + type.Name)
            || Calls.AreMentioned(tree, $"CreateInstance<{type.Name}>"));
}
