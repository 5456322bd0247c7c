using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A collection that lives as long as the process and only grows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedCache() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0412",
        title: "A collection that lives as long as the process only grows",
        messageFormat: "'{0}' lives as long as the process, '{1}' adds to it, and nothing in '{2}' ever removes, "
            + "limits or expires an element; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A static collection that is added to and never removed from is a memory leak with a "
            + "friendly name.",
        alsoKnownAs: "memory leak, unbounded cache",
        cwe: [770],
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterSymbolStartAction(StartType, SymbolKind.NamedType);

    /// <summary>
    /// Only what the type alone can see is watched: private fields, and no nested type that could change them too.
    /// </summary>
    private static void StartType(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return;
        var lasting = type.GetMembers()
            .Where(member => member is IFieldSymbol field && IsLasting(field, type))
            .ToList();
        if (lasting.Count == 0 || !type.GetTypeMembers().IsEmpty) return;

        var watch = new Watch(lasting.ToImmutableHashSet(SymbolEqualityComparer.Default));
        context.RegisterOperationAction(watch.See, OperationKind.FieldReference);
        context.RegisterSymbolEndAction(watch.Report);
    }

    private static bool IsLasting(IFieldSymbol field, INamedTypeSymbol type) =>
        field is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false }
        && (field.IsStatic || IsSingleton(type))
        && Collections.Keeps(field.Type)
        && !Collections.IsOfFew(field.Type)
        && !field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    /// <summary>A type that is there once: a background service, or one that holds its only instance.</summary>
    private static bool IsSingleton(INamedTypeSymbol type) =>
        HostedServices.Contain(type)
        || type.GetMembers("Instance").Any(member =>
            member is IFieldSymbol { IsStatic: true, IsReadOnly: true }
                or IPropertySymbol { IsStatic: true, SetMethod: null });

    /// <summary>What happens to the fields of one type.</summary>
    private sealed class Watch(ImmutableHashSet<ISymbol> fields)
    {
        private readonly ConcurrentDictionary<IFieldSymbol, string> _grown = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentDictionary<IFieldSymbol, bool> _bounded = new(SymbolEqualityComparer.Default);

        public void See(OperationAnalysisContext context)
        {
            var reference = (IFieldReferenceOperation)context.Operation;
            if (!fields.Contains(reference.Field) || IsFirstFilling(reference, context.ContainingSymbol)) return;
            var growth = Collections.GrowthBy(reference);
            if (growth == CollectionChange.Bounds) _bounded[reference.Field] = true;
            else if (growth == CollectionChange.Grows)
                _grown.AddOrUpdate(
                    reference.Field,
                    context.ContainingSymbol.Name,
                    (_, other) => string.CompareOrdinal(other, context.ContainingSymbol.Name) < 0
                        ? other
                        : context.ContainingSymbol.Name);
        }

        public void Report(SymbolAnalysisContext context)
        {
            foreach (var grown in _grown)
                if (!_bounded.ContainsKey(grown.Key) && grown.Key.Locations[0].IsInSource)
                    context.Report(Diagnostic.Create(
                        Descriptor, grown.Key.Locations[0], grown.Key.Name, grown.Value, context.Symbol.Name,
                            grown.Key.Type.Name.Contains("Dictionary")
                                ? "use a 'MemoryCache' with a size limit, or remove what is old"
                                : "remove what is old, or keep it where it can be looked up"));
        }

        /// <summary>What a program sets up when it starts has an end: constructors, and methods that say so.</summary>
        private static bool IsFirstFilling(IFieldReferenceOperation reference, ISymbol method) =>
            reference.Parent is ISimpleAssignmentOperation
            && method is IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Constructor }
            || method is IMethodSymbol { MethodKind: MethodKind.StaticConstructor }
            || method is not IMethodSymbol
            || new[] { "Register", "Configure", "Map", "Load", "Init", "Seed", "Build", "Use", "Setup" }
                .Any(start => method.Name.StartsWith(start, StringComparison.Ordinal));
    }
}
