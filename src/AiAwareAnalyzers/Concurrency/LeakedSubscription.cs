using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A component that listens to a service, and goes on listening when it has left the page.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LeakedSubscription() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1006",
        title: "A component never stops listening to a service",
        messageFormat: "'{0}' listens to '{1}' and never stops, so '{2}' keeps it alive and calls it after it has left "
            + "the page; {3}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A service lives longer than the components that listen to it; each visit of the page adds one "
            + "more.",
        alsoKnownAs: "memory leak, event handler leak",
        cwe: [401]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var component = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Components.ComponentBase");
        if (component is null || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSymbolStartAction(
            context =>
            {
                if (context.Symbol is not INamedTypeSymbol type || !type.Inherits(component) || LivesOn(type)) return;
                var watch = new Watch(type);
                context.RegisterOperationAction(watch.See, OperationKind.EventAssignment);
                context.RegisterSymbolEndAction(watch.Report);
            },
            SymbolKind.NamedType);
    }

    /// <summary>A layout stays as long as what it listens to.</summary>
    private static bool LivesOn(INamedTypeSymbol type) =>
        type.SelfAndBases().Any(static ancestor => ancestor.Name is "LayoutComponentBase");

    /// <summary>What one component adds to events, and takes off again.</summary>
    private sealed class Watch(INamedTypeSymbol component)
    {
        private readonly ConcurrentDictionary<IEventSymbol, IEventAssignmentOperation> _added = new(
            SymbolEqualityComparer.Default);

        private readonly ConcurrentDictionary<IEventSymbol, bool> _removed = new(SymbolEqualityComparer.Default);

        public void See(OperationAnalysisContext context)
        {
            var assignment = (IEventAssignmentOperation)context.Operation;
            if (assignment.EventReference is not IEventReferenceOperation { Event: var listened, Instance: { } owner })
                return;
            if (!assignment.Adds) _removed[listened] = true;
            else if (IsHandedIn(owner))
                _added.AddOrUpdate(listened, assignment, (_, other) => First(other, assignment));
        }

        public void Report(SymbolAnalysisContext context)
        {
            foreach (var added in _added)
                if (!_removed.ContainsKey(added.Key))
                    context.Report(Diagnostic.Create(
                        Descriptor,
                        added.Value.Syntax.GetLocation(),
                        component.Name,
                        Quote.Of(added.Value.EventReference.Syntax),
                        added.Key.ContainingType.Name,
                        added.Value.HandlerValue.Lambda() is null
                            ? "take the handler off in 'Dispose'"
                            : "make the lambda a method, and take it off in 'Dispose'"));
        }

        /// <summary>A service or an ancestor that was there before the component, and stays behind it.</summary>
        private static bool IsHandedIn(IOperation owner) => owner.Bare() switch
        {
            IPropertyReferenceOperation { Property: var property } => property.GetAttributes().Any(static attribute =>
                attribute.AttributeClass?.Name is "InjectAttribute" or "CascadingParameterAttribute"),
            IParameterReferenceOperation
                { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
            _ => false,
        };

        private static IEventAssignmentOperation First(
            IEventAssignmentOperation one, IEventAssignmentOperation other) =>
            other.Syntax.SyntaxTree == one.Syntax.SyntaxTree && other.Syntax.SpanStart < one.Syntax.SpanStart
                ? other
                : one;
    }
}
