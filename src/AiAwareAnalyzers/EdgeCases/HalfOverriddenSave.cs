using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A context that stamps, filters or checks in one way to save, and not in its siblings.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HalfOverriddenSave() : Rule(Descriptor)
{
    /// <summary>Marks overrides that only need to move to the overload that their siblings forward to.</summary>
    internal const string CanMove = "CanMove";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0910",
        title: "Only some ways to save are overridden",
        messageFormat: "'{0}' does its work in '{1}' only: callers of {2} skip it, and rows are stored without it; "
            + "override the overloads with 'acceptAllChangesOnSuccess', "
            + "synchronous and asynchronous, to which the others forward",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "SaveChanges has four overloads, and two of them forward to the ones with a bool: only overriding "
            + "those two covers every way to save.",
        alsoKnownAs: "SaveChanges override, audit bypass",
        customTags: LowersOwnFindings);

    private static readonly ImmutableDictionary<string, string?> Movable =
        ImmutableDictionary<string, string?>.Empty.Add(CanMove, "");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext") is not { } context
            || TestCode.Of(start.Compilation).IsTestProject)
            return;

        var calls = new SaveCalls(start.Compilation);
        start.RegisterSymbolAction(symbol => Analyze(symbol, context, calls), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol root, SaveCalls calls)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Inherits(root) || SaveOverrides.Of(type) is not { } saves || !saves.Work) return;

        var skipped = saves.Skipped().ToList();
        if (!skipped.Exists(IsUsual) && !skipped.Exists(calls.Take)) return;
        context.Report(Diagnostic.Create(
            Descriptor,
            saves.First.Locations[0],
            skipped.Exists(calls.Take) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            null,
            saves.CanMove ? Movable : null,
            type.Name,
            string.Join("' and '", saves.Own.Select(save => save.Name).Distinct()),
            string.Join(" or ", skipped.Select(save => $"'{save}'"))));
    }

    /// <summary>
    /// One of the ways that somebody takes sooner or later; hardly anybody takes those with a bool.
    /// </summary>
    private static bool IsUsual(string way) => way is SaveOverrides.ShortSync or SaveOverrides.ShortAsync;

    /// <summary>The ways to save that this program takes, by the look of its calls.</summary>
    private sealed class SaveCalls(Compilation compilation)
    {
        private readonly Lazy<ImmutableHashSet<string>> _ways = new(() => compilation.SyntaxTrees
            .Where(static tree => Calls.AreMentioned(tree, ".SaveChanges"))
            .SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is MemberAccessExpressionSyntax
                { Expression: not (BaseExpressionSyntax or ThisExpressionSyntax) })
            .Select(WayOf)
            .ToImmutableHashSet());

        public bool Take(string way) => _ways.Value.Contains(way);

        private static string WayOf(InvocationExpressionSyntax call) => (Calls.NameOf(call), TakesBool(call)) switch
        {
            ("SaveChanges", false) => SaveOverrides.ShortSync,
            ("SaveChanges", true) => SaveOverrides.LongSync,
            ("SaveChangesAsync", false) => SaveOverrides.ShortAsync,
            ("SaveChangesAsync", true) => SaveOverrides.LongAsync,
            _ => "",
        };

        private static bool TakesBool(InvocationExpressionSyntax call) =>
            call.ArgumentList.Arguments.Any(static argument =>
                argument.NameColon?.Name.Identifier.ValueText == "acceptAllChangesOnSuccess"
                || argument.Expression.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression);
    }

    /// <summary>
    /// The ways to save that a context overrides, itself or in a context of the program that it derives from.
    /// </summary>
    private sealed class SaveOverrides
    {
        /// <summary>The ways to save, as one would write them.</summary>
        public const string ShortSync = "SaveChanges()";
        public const string LongSync = "SaveChanges(bool)";
        public const string ShortAsync = "SaveChangesAsync()";
        public const string LongAsync = "SaveChangesAsync(bool, CancellationToken)";

        private const string Sync = "SaveChanges";
        private const string Async = "SaveChangesAsync";

        private readonly ImmutableArray<IMethodSymbol> _all;

        private SaveOverrides(ImmutableArray<IMethodSymbol> own, ImmutableArray<IMethodSymbol> all)
        {
            Own = own;
            _all = all;
        }

        /// <summary>Those of the type itself, in the order of the text.</summary>
        public ImmutableArray<IMethodSymbol> Own { get; }

        public IMethodSymbol First => Own[0];

        /// <summary>Whether an override does more than to pass the call on.</summary>
        public bool Work => Own.Any(DoesWork);

        /// <summary>
        /// Whether every skipped way is covered when the overrides take the bool: both kinds are there, each once and
        /// short.
        /// </summary>
        public bool CanMove =>
            Own.Length == _all.Length
            && _all.Length == 2
            && Has(Sync)
            && Has(Async)
            && _all.All(save => !TakesAccept(save));

        /// <summary>
        /// The overrides of a type; null where it has none, or where a base of another project may have some.
        /// </summary>
        public static SaveOverrides? Of(INamedTypeSymbol type)
        {
            var own = In(type).OrderBy(save => save.Locations[0].SourceSpan.Start).ToImmutableArray();
            if (own.IsEmpty) return null;

            var all = ImmutableArray.CreateBuilder<IMethodSymbol>();
            for (var current = type; current is not null && !IsFramework(current); current = current.BaseType)
            {
                if (current.DeclaringSyntaxReferences.IsEmpty) return null;
                all.AddRange(In(current));
            }

            return new(own, all.ToImmutable());
        }

        /// <summary>The ways to save that go past the overrides.</summary>
        public IEnumerable<string> Skipped()
        {
            if (!Has(Sync)) yield return ShortSync;
            else if (!HasAccepting(Sync)) yield return LongSync;
            if (!Has(Async)) yield return ShortAsync;
            else if (!HasAccepting(Async)) yield return LongAsync;
        }

        private static IEnumerable<IMethodSymbol> In(INamedTypeSymbol type) =>
            type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(member => member is { IsOverride: true, Name: Sync or Async });

        private static bool IsFramework(INamedTypeSymbol type) =>
            type.SpecialType == SpecialType.System_Object
            || type.DeclaringSyntaxReferences.IsEmpty
                && type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.", StringComparison.Ordinal);

        private static bool DoesWork(IMethodSymbol save) =>
            save.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax method
            && (method.Body is { Statements.Count: > 1 } || !PassesOn(method) && !Throws(method));

        private static bool PassesOn(MethodDeclarationSyntax method) =>
            method.DescendantNodes().OfType<BaseExpressionSyntax>().Any();

        private static bool Throws(MethodDeclarationSyntax method) =>
            method.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax);

        private bool Has(string name) => _all.Any(save => save.Name == name);

        private bool HasAccepting(string name) => _all.Any(save => save.Name == name && TakesAccept(save));

        private static bool TakesAccept(IMethodSymbol save) =>
            save.Parameters.FirstOrDefault()?.Type.SpecialType == SpecialType.System_Boolean;
    }
}
