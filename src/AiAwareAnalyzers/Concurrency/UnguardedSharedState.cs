using System.Collections.Concurrent;
using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Sharing;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>State that all requests have in common, changed with nothing to let one after the other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedSharedState() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1007",
        title: "State that all requests share is changed without a lock",
        messageFormat: "'{0}' may run in two requests at once, because {1}, and {2}; {3}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A server runs requests at once; a static member, the field of a singleton and an object out of "
            + "a cache are the same for all of them.",
        alsoKnownAs: "race condition, thread safety, mutable singleton, shared mutable state",
        cwe: [362],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject
            || !FrameworkServices.Of(start.Compilation).HasScopes
            || SeverityIn(start.Compilation) is not { } severity)
            return;

        var objects = new SharedObjects(start.Compilation);
        var audience = new Audience(start.Compilation);
        var hasCache = new Lazy<bool>(() =>
            start.Compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, "MemoryCache")));
        start.RegisterSymbolStartAction(
            context =>
            {
                if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type) return;
                var isOne = objects.AreOne(type);
                if (!isOne && !HasStaticState(type) && !hasCache.Value) return;
                var values = new SharedValues(type, isOne, context.Compilation);
                var watch = new Watch(type, values, new Doors(type, IsCalled), severity);
                context.RegisterOperationAction(
                    watch.See,
                    OperationKind.Invocation,
                    OperationKind.SimpleAssignment,
                    OperationKind.CompoundAssignment,
                    OperationKind.Increment,
                    OperationKind.Decrement);
                context.RegisterSymbolEndAction(watch.Report);
            },
            SymbolKind.NamedType);

        bool IsCalled(IMethodSymbol method) => !StartUp.IsOfHost(method) && audience.IsThereFor(method);
    }

    /// <summary>
    /// A web application has several requests at once, its libraries probably have; a program that works for itself may
    /// have one only.
    /// </summary>
    private static DiagnosticSeverity? SeverityIn(Compilation compilation) =>
        AspNetCore.Of(compilation).IsThere ? DiagnosticSeverity.Warning
        : compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary ? DiagnosticSeverity.Info
        : null;

    /// <summary>Fields of automatic properties among them.</summary>
    private static bool HasStaticState(INamedTypeSymbol type) =>
        type.GetMembers().Any(static member => member is IFieldSymbol { IsStatic: true, IsConst: false });

    /// <summary>What keeps its data in memory may still be what runs.</summary>
    private static bool IsStandIn(INamedTypeSymbol type) =>
        StandIns.Contain(type) && !Words.Of(type.Name).Contains("memory");

    /// <summary>The changes in one type, and the ways to them.</summary>
    private sealed class Watch(INamedTypeSymbol type, SharedValues values, Doors doors, DiagnosticSeverity severity)
    {
        private readonly ConcurrentQueue<(SharedChange Change, ISymbol Member)> _found = new();

        public void See(OperationAnalysisContext context)
        {
            // An object that is being made, or is gone, has no callers yet or any more.
            if (context.ContainingSymbol.OriginalDefinition is not IMethodSymbol { MethodKind: not (
                    MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor) } member
                || !SymbolEqualityComparer.Default.Equals(member.ContainingType, type))
                return;
            if (context.Operation is IInvocationOperation call) doors.See(call, member);
            if (SharedChange.By(context.Operation, values, context.Compilation) is { } change)
                _found.Enqueue((change, member));
        }

        /// <summary>Of a collection the first change, of a value each.</summary>
        public void Report(SymbolAnalysisContext context)
        {
            if (_found.IsEmpty || IsStandIn(type)) return;
            var told = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var (change, member) in _found.OrderBy(static found => PathOf(found.Change))
                .ThenBy(static found => found.Change.Change.Syntax.SpanStart))
            {
                var collection = change.Kind is null ? null : change.Tie.Root;
                if (collection is not null && told.Contains(collection)) continue;
                if (!IsInTheOpen(change) || !doors.LeadTo(member)) continue;
                if (collection is not null) told.Add(collection);
                context.Report(FindingOf(change, LevelOf(change, context)));
            }
        }

        private DiagnosticSeverity LevelOf(SharedChange change, SymbolAnalysisContext context) =>
            severity == DiagnosticSeverity.Info
                ? Zones.SeverityIn(
                    change.Change.Syntax.GetLocation(),
                    type.ContainingNamespace.ToDisplayString(),
                    context.Options,
                    context.Compilation)
                : severity;

        private static string PathOf(SharedChange change) => change.Change.Syntax.SyntaxTree.FilePath;

        private static Diagnostic FindingOf(SharedChange change, DiagnosticSeverity level) => Diagnostic.Create(
            Descriptor,
            change.Change.Syntax.GetLocation(),
            level,
            null,
            null,
            Quote.Of(change.Change.Syntax),
            change.Tie.Reason,
            change.Harm,
            change.Remedy);

        /// <summary>Neither behind a lock, nor in a function that somebody may call behind one.</summary>
        private static bool IsInTheOpen(SharedChange change) =>
            !Turns.AreTakenAround(change.Change)
            && !IsBehindInterlocked(change.Change)
            && (Bodies.FunctionAround(change.Change) is not { } function || RunsAtOnce(function));

        /// <summary><c>AddOrUpdate(key, …, (_, list) => …)</c>, <c>items.ForEach(item => …)</c>.</summary>
        private static bool RunsAtOnce(IOperation function) =>
            function.Parent is IDelegateCreationOperation creation
            && creation.User() is IInvocationOperation { TargetMethod.Name: "AddOrUpdate" or "ForEach" };

        private static bool IsBehindInterlocked(IOperation change) =>
            Bodies.Own(Bodies.Around(change)).Any(operation =>
                operation is IInvocationOperation { TargetMethod: { Name: "Exchange" or "CompareExchange",
                    ContainingType.Name: "Interlocked" } }
                && operation.Syntax.SpanStart < change.Syntax.SpanStart);
    }
}
