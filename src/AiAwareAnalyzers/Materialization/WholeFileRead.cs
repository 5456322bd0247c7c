using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Plans;
using AiAwareAnalyzers.Materialization.Queries;
using AiAwareAnalyzers.Materialization.Streaming;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A file or folder read to its end before the first line of it is used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WholeFileRead() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0404",
        title: "A whole file is read to be used piece by piece",
        messageFormat: "'{0}' holds all of {1} in memory, and it is used once and in order; {2}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A file or folder that is used once and in order needs no more memory than one line, block or "
            + "name of it.",
        alsoKnownAs: "ReadAllText, ReadAllLines, large object heap");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterOperationAction(new Analysis(start.Compilation).Analyze, OperationKind.Invocation);

    private sealed class Analysis(Compilation compilation)
    {
        private readonly FileReads _files = FileReads.Of(compilation);
        private readonly WrappedFile _wrapped = new(compilation);

        public void Analyze(OperationAnalysisContext context)
        {
            var read = (IInvocationOperation)context.Operation;
            var finding = _files.WholeReadBy(read.TargetMethod) switch
            {
                WholeRead.Lines => OfSequence(read, "the lines"),
                WholeRead.Entries => OfSequence(read, "the names"),
                WholeRead.Text => _wrapped.OfText(read),
                WholeRead.Bytes => _wrapped.OfBytes(read),
                _ => null,
            };
            if (finding is null) return;

            var isSmall = finding.IsMostlySmall
                || (_files.WholeReadBy(read.TargetMethod) == WholeRead.Entries
                    ? IsOfOneFolder(read)
                    : read.Arguments.FirstOrDefault()?.Value is { } path
                        && IsOwnFile(path, Locals.Around(read, compilation)));
            if (isSmall && !Zones.Hold(read.Syntax, context.Options, compilation)) return;

            context.Report(Diagnostic.Create(
                Descriptor,
                read.Called(),
                additionalLocations: null,
                finding.Fix,
                read.TargetMethod.Name,
                finding.What,
                finding.Remedy));
        }

        /// <summary>The names in one folder are few; those in all folders below may be many.</summary>
        private bool IsOfOneFolder(IInvocationOperation read) => !read.Arguments.Any(ReachesBelow);

        private bool ReachesBelow(IArgumentOperation argument) =>
            argument is
                { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "SearchOption" or "EnumerationOptions" }
            && Locals.Around(argument, compilation).Follow(argument.Value) switch
            {
                IFieldReferenceOperation { Field.Name: "TopDirectoryOnly" } => false,
                IObjectCreationOperation options => !IsOfTop(options),
                _ => true,
            };

        /// <summary>Options that are made here, and do not ask for folders below.</summary>
        private static bool IsOfTop(IObjectCreationOperation options) =>
            options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(static set =>
                set.Target is IPropertyReferenceOperation { Property.Name: "RecurseSubdirectories" }
                && set.Value.ConstantValue is not { HasValue: true, Value: false }) != true;

        /// <summary>
        /// A file whose name stands in the code is one of the program's own: settings, a list, a template.
        /// </summary>
        private static bool IsOwnFile(IOperation path, Locals locals) => locals.Follow(path) switch
        {
            { ConstantValue.HasValue: true } => true,
            IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType.Name: "Path" } } joined =>
                joined.Arguments.SelectMany(static argument => Elements.Of(argument.Value))
                    .LastOrDefault()?.Bare().ConstantValue.HasValue == true,
            IInterpolatedStringOperation { Parts: { Length: > 0 } parts } =>
                parts[^1] is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string end }
                && end.IndexOf('.') > 1,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, RightOperand.ConstantValue:
                { HasValue: true, Value: string end } } => end.IndexOf('.') > 1,
            _ => false,
        };

        /// <summary>
        /// Lines of a file or names in a folder: enumerated by a loop or an operator, and by nothing else.
        /// </summary>
        private FileFinding? OfSequence(IInvocationOperation read, string what)
        {
            if (_files.LazyFormOf(read.TargetMethod) is not { } lazy) return null;
            var use = SingleUse.Of(read, compilation);
            var isFixed = use is { IsAtOnce: true, IsUntyped: true };
            if (use.User is IForEachLoopOperation loop)
                return IsDisturbed(read, loop)
                    ? null
                    : new(what, $"call '{lazy}'", isFixed ? FileFinding.Plan(lazy, LoopShape(read, loop)) : null);

            var steps = Steps.After(read, compilation);
            if (steps.All.IsEmpty
                || steps.All[0].Verb is Verb.List or Verb.Index or Verb.Order
                || steps.All[0].IsByPosition
                || steps.All.Any(static step => step.Verb == Verb.Order)
                    && _files.WholeReadBy(read.TargetMethod) == WholeRead.Entries)
                return null;
            if (steps.All.Any(step => step.Lambda is { } lambda && EnumerationConflicts.TouchesDisk(lambda)))
                return null;
            if (steps.End.User() is IForEachLoopOperation later && IsDisturbed(read, later)
                || steps.End.User() is IInvocationOperation user && EnumerationConflicts.TouchesDisk(user))
                return null;
            return new(what, $"call '{lazy}'", isFixed ? FileFinding.Plan(lazy, StepShape(read, steps)) : null);
        }

        /// <summary>A loop that may change files, or that gives their names to code that may.</summary>
        private bool IsDisturbed(IInvocationOperation read, IForEachLoopOperation loop) =>
            EnumerationConflicts.TouchesDisk(loop.Body)
            || _files.WholeReadBy(read.TargetMethod) == WholeRead.Entries && EnumerationConflicts.GivesAway(loop);

        private static string? LoopShape(IInvocationOperation read, IForEachLoopOperation loop) =>
            !read.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) ? FileFinding.Rename
            : loop.Collection.Bare() == read ? FileFinding.AwaitEach
            : null;

        private static string? StepShape(IInvocationOperation read, Steps steps) =>
            read.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal)
            || !steps.EndsEagerly
            || !steps.All.All(step => step.Lambda is null || Translation.IsPure(step.Lambda)) ? null
            : steps.All[0].Operation is IPropertyReferenceOperation ? FileFinding.Count
            : FileFinding.Rename;
    }
}
