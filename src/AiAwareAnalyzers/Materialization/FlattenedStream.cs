using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Plans;
using AiAwareAnalyzers.Materialization.Streaming;

namespace AiAwareAnalyzers.Materialization;

/// <summary>
/// A stream that is drained into a list which is returned as a sequence, and a buffer as large as a whole file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlattenedStream() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0411",
        title: "A stream is buffered whole before it is passed on",
        messageFormat: "{0} holds all of {1} in memory although {2}; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A stream that is buffered in a list, or a file that is read into one buffer, costs as much "
            + "memory as it is long before the first element is used.",
        alsoKnownAs: "buffering instead of streaming");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Analysis(start.Compilation);
        LookInBodies(start, question.AskLoop, OperationKind.Loop);
        start.RegisterOperationAction(question.AskReturn, OperationKind.Return);
        start.RegisterOperationAction(question.AskBuffer, OperationKind.ArrayCreation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);
        private readonly Streams _streams = Streams.Of(compilation);

        /// <summary><c>foreach (var line in File.ReadLines(path)) rows.Add(Parse(line)); return rows;</c></summary>
        public Diagnostic? AskLoop(OperationAnalysisContext context)
        {
            var loop = (ILoopOperation)context.Operation;
            if (Bodies.FunctionOf(
                loop, context.ContainingSymbol) is not { MethodKind: not MethodKind.AnonymousFunction } function
                || Returned(function) is not { } way
                || Drained(loop) is not { } stream)
                return null;
            var locals = Locals.Around(loop, compilation);
            foreach (var addition in AdditionsIn(loop))
                if (addition.Instance!.Bare() is ILocalReferenceOperation { Local: var list }
                    && _sequences.IsList(list.Type)
                    && Copies.IsEmptyList(locals.InitializerOf(list)?.Bare())
                    && locals.MentionsOf(list) is var mentions
                    && mentions.All(mention => IsAddition(mention) || Locals.Of(mention) == Mention.Returned)
                    && mentions.Any(mention => Locals.Of(mention) == Mention.Returned))
                    return Finding(
                        locals.DeclarationOf(list)!.Syntax.GetLocation(),
                        $"'{list.Name}'",
                        stream,
                        function.Name,
                        way,
                        IteratorPlan.IsCertain(loop, list, function, locals));
            return null;
        }

        /// <summary><c>return File.ReadLines(path).Select(Parse).ToList();</c></summary>
        public void AskReturn(OperationAnalysisContext context)
        {
            if (((IReturnOperation)context.Operation).ReturnedValue?.Bare() is not IInvocationOperation call
                || _sequences.ListingOf(call) is not { } copy)
                return;
            if (Bodies.FunctionOf(
                context.Operation,
                context.ContainingSymbol) is not { MethodKind: not MethodKind.AnonymousFunction } function
                || Returned(function) is not { } way)
                return;
            var source = _origins.SourceOf(copy.Source);
            if (source.Origin is not (Origin.Disk or Origin.Stream)
                || source.IsBounded
                || source.Calls.Any(step => step.Verb is Verb.Order))
                return;
            context.Report(Finding(
                call.Called(),
                $"'{copy.Name}'",
                Quote.Of(source.Root.Syntax),
                function.Name,
                way,
                isIterable: false));
        }

        /// <summary><c>new byte[stream.Length]</c>.</summary>
        public void AskBuffer(OperationAnalysisContext context)
        {
            var array = (IArrayCreationOperation)context.Operation;
            if (array.DimensionSizes is not { Length: 1 } sizes
                || array.Type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
                return;
            var size = sizes[0];
            while (size is IConversionOperation conversion) size = conversion.Operand;
            if (size is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } file }
                && _streams.IsAsLongAsAFile(file.Bare().Type))
                context.Report(Diagnostic.Create(Descriptor, array.Syntax.GetLocation(),
                    "The buffer",
                    $"'{Quote.Of(file.Syntax)}'",
                    "its length is that of the whole file",
                    "read it in blocks, or pass the stream on"));
        }

        private static Diagnostic Finding(
            Location place,
            string holder,
            string stream,
            string function,
            string way,
            bool isIterable) =>
            Diagnostic.Create(Descriptor, place,
                isIterable ? ImmutableDictionary<string, string?>.Empty.Add(IteratorPlan.Iterator, "") : null,
                holder, $"'{stream}'", $"'{function}' promises only a sequence", way);

        /// <summary>What a loop reads from outside, bit by bit.</summary>
        private string? Drained(ILoopOperation loop)
        {
            if (loop is IForEachLoopOperation each)
                return _origins.SourceOf(each.Collection) is { Origin: Origin.Disk or Origin.Stream, IsBounded: false }
                    ? Quote.Of(each.Collection.Syntax)
                    : null;
            return loop is IWhileLoopOperation { Condition: { } condition }
                ? condition.DescendantsAndSelf()
                    .OfType<IInvocationOperation>()
                    .FirstOrDefault(_streams.ReadsOn) is { Instance: { } reader }
                    ? Quote.Of(reader.Syntax)
                    : null
                : null;
        }

        private static IEnumerable<IInvocationOperation> AdditionsIn(ILoopOperation loop) =>
            loop.Body.Descendants().OfType<IInvocationOperation>().Where(call =>
                call is { TargetMethod.Name: "Add", Instance: not null, Parent: IExpressionStatementOperation });

        private static bool IsAddition(IOperation mention) =>
            mention.Parent
                is IInvocationOperation { TargetMethod.Name: "Add", Parent: IExpressionStatementOperation } call
            && call.Instance == mention;

        /// <summary>The remedy where a function promises a sequence; null where it promises a list.</summary>
        private string? Returned(IMethodSymbol function)
        {
            var type = function.ReturnType;
            if (IsPlainSequence(type)) return "yield each element as it is read";
            return function.IsAsync
                && type is INamedTypeSymbol { TypeArguments: { Length: 1 } inner }
                && IsPlainSequence(inner[0])
                ? "return 'IAsyncEnumerable' and yield each element as it is read"
                : null;
        }

        private static bool IsPlainSequence(ITypeSymbol type) =>
            type is INamedTypeSymbol
                { ConstructedFrom.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T };
    }
}
