using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Which contexts track nothing that they read, unless a query says so.</summary>
internal sealed class TrackingDefaults
{
    private const string Setting = "QueryTrackingBehavior";

    private readonly Lazy<ImmutableHashSet<ITypeSymbol>> _untracked;

    private TrackingDefaults(Compilation compilation) => _untracked = new(() => UntrackedIn(compilation));

    public static TrackingDefaults Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new TrackingDefaults(c));

    public bool AreOff(ITypeSymbol context) => _untracked.Value.Contains(context);

    /// <summary>None, where one is switched on again somewhere.</summary>
    private static ImmutableHashSet<ITypeSymbol> UntrackedIn(Compilation compilation)
    {
        var settings = compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Setting))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            .Where(static access => Calls.NameOf(access.Expression) == Setting)
            .ToList();
        return settings.Exists(static setting => setting.Name.Identifier.ValueText == "TrackAll")
            ? ImmutableHashSet<ITypeSymbol>.Empty
            : settings.Where(static setting => setting.Name.Identifier.ValueText.StartsWith(
                    "NoTracking", StringComparison.Ordinal))
                .Select(setting => ContextOf(setting, compilation))
                .OfType<ITypeSymbol>()
                .ToImmutableHashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>The context whose constructor or <c>OnConfiguring</c> says so, or that is registered with it.</summary>
    private static ITypeSymbol? ContextOf(SyntaxNode setting, Compilation compilation)
    {
        if (Semantics.Of(compilation).ModelOf(setting.SyntaxTree) is not { } model) return null;

        foreach (var around in setting.Ancestors())
            switch (around)
            {
                case IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax: return null;
                case InvocationExpressionSyntax call when Registers(call):
                    return IsFirst(call)
                        ? (model.GetSymbolInfo(call).Symbol as IMethodSymbol)?.TypeArguments.LastOrDefault()
                        : null;
                case ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type }:
                    return Named(type, model);
                case MethodDeclarationSyntax { Identifier.ValueText: "OnConfiguring", Parent: TypeDeclarationSyntax
                    type }:
                    return Named(type, model);
                case MemberDeclarationSyntax: return null;
            }

        return null;
    }

    private static bool Registers(InvocationExpressionSyntax call) =>
        Calls.NameOf(call).StartsWith("AddDbContext", StringComparison.Ordinal);

    /// <summary>Of several registrations the first one counts.</summary>
    private static bool IsFirst(InvocationExpressionSyntax call) =>
        call.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .First(other => Registers(other) && ContextIn(other) == ContextIn(call)) == call;

    private static string? ContextIn(InvocationExpressionSyntax registration) =>
        registration.Expression.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault()
            ?.TypeArgumentList.Arguments.LastOrDefault()?.ToString();

    private static ITypeSymbol? Named(TypeDeclarationSyntax type, SemanticModel model) =>
        model.GetDeclaredSymbol(type) is { } named
        && EntityFramework.Of(model.Compilation).IsContext(named)
            ? named
            : null;
}
