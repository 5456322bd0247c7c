using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Plans;
using AiAwareAnalyzers.Materialization.Queries;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A sequence searched from its start for each element of another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedSearch() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0408",
        title: "A list is searched for each element of another",
        messageFormat: "'{0}' walks through '{1}' again for each element of '{2}', so the time grows with the product "
            + "of both; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A linear search inside a loop takes time that grows with the product of both lengths; a set or "
            + "lookup made before the loop avoids that.",
        alsoKnownAs: "quadratic search, O(n²), nested loop",
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.Analyze, OperationKind.Invocation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        public void Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (SearchedBy(call) is not { } searched
                || SymbolOf(searched) is not { } symbol
                || RepeatedBy(call, symbol) is not { } repeated)
                return;
            if (!IsFirst(call, symbol, repeated.Syntax)
                || Loops.IsSmall(repeated)
                || _sequences.IsQuery(repeated.Bare().Type))
                return;
            var locals = Locals.Around(call, compilation);
            if (Loops.IsSmall(locals.Follow(searched))
                || Loops.IsSmall(locals.Follow(repeated))
                || IsElsewhereOrShort(searched))
                return;

            var key = KeyComparison.Of(call);
            context.Report(Diagnostic.Create(
                Descriptor, call.Called(), SearchIndex.PlanFor(call, symbol, key, locals),
                call.TargetMethod.Name, Quote.Of(searched.Syntax), Quote.Of(repeated.Syntax),
                call.TargetMethod.Name is "Contains" or "IndexOf" ? "search a 'HashSet' made before" : key is null
                    ? "make a set or lookup before"
                    : $"make a lookup by '{key.Key.Property.Name}' before"));
        }

        /// <summary>What a call searches from the start; null where it does not, or does so fast.</summary>
        private IOperation? SearchedBy(IInvocationOperation call)
        {
            var method = call.TargetMethod;
            if (method.Name is "Contains" or "IndexOf" && call.Instance is { } list)
                return _sequences.IsList(list.Type) ? list : null;
            if (method.Name is "Find" or "Exists" or "FindIndex" && call.Instance is { } found)
                return _sequences.IsList(found.Type) && KeyComparison.Of(call) is not null ? found : null;
            if (method is { Name: "Contains", ContainingType.Name: "MemoryExtensions" } && call.Arguments.Length == 2)
                return OfSpan(call.Arguments[0].Value);
            if (_sequences.CallOf(call) is not { } search || method.ContainingType.Name != "Enumerable") return null;
            var type = search.Source.Bare().Type;
            if (search.Verb == Verb.Test && search.Name == "Contains")
                return search.Arguments.Count() == 1 && IsListLike(type) ? search.Source.Bare() : null;
            return search.Name is "Any" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Where"
                or "Count"
                && KeyComparison.Of(call) is not null
                ? search.Source.Bare()
                : null;
        }

        /// <summary>From C# 14 on, an array is searched as a span.</summary>
        private IOperation? OfSpan(IOperation span)
        {
            while (span is IConversionOperation { IsImplicit: true } conversion) span = conversion.Operand;
            return IsListLike(span.Type) ? span : null;
        }

        /// <summary>A query or file is another rule's business, and a page is short.</summary>
        private bool IsElsewhereOrShort(IOperation searched)
        {
            var source = _origins.SourceOf(searched);
            return source.IsBounded
                || source.Origin != Origin.Memory
                || Copies.SourceOf(source.Root, _sequences) is { } copied && _origins.SourceOf(copied).IsBounded;
        }

        /// <summary>A type that certainly looks at each element; an <c>IEnumerable</c> may be a set.</summary>
        private bool IsListLike(ITypeSymbol? type) =>
            type is IArrayTypeSymbol
                { ElementType: {
                    SpecialType: not (SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_Boolean),
                    TypeKind: not TypeKind.Enum } }
            || _sequences.IsList(type)
            || type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Collections_Generic_IList_T
                or SpecialType.System_Collections_Generic_IReadOnlyList_T };

        private static ISymbol? SymbolOf(IOperation searched) => searched.Bare() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation { Parameter: { IsParams: false,
                ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } } parameter =>
                parameter.Parameter,
            IFieldReferenceOperation { Field: { IsConst: false } } field => field.Field,
            _ => null,
        };

        /// <summary>
        /// The sequence for whose elements the call is made; null where it is made once, by a database, or in what the
        /// round itself has made.
        /// </summary>
        private IOperation? RepeatedBy(IInvocationOperation call, ISymbol searched) =>
            Repetition.Of(call, compilation) is { } repetition
            && !searched.DeclaringSyntaxReferences.Any(declaration =>
                repetition.Scope.Syntax.SyntaxTree == declaration.SyntaxTree
                && repetition.Scope.Syntax.Span.Contains(declaration.Span))
                ? repetition.Sequence
                : null;

        /// <summary>One finding for a sequence in a loop, however often it is searched there.</summary>
        private bool IsFirst(IInvocationOperation call, ISymbol searched, SyntaxNode repeated) =>
            Locals.Around(call, compilation).MentionsOf(searched)
                .FirstOrDefault(mention => mention.Syntax.SpanStart > repeated.Span.End) is not { } first
            || call.Syntax.Span.Contains(first.Syntax.Span);
    }
}
