using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Plans;
using AiAwareAnalyzers.Materialization.Queries;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A list that is built only to be enumerated once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeedlessList() : Rule(Descriptor)
{
    /// <summary>
    /// What the fix does: drop the copy, enumerate with <c>await foreach</c>, or let the next step do both.
    /// </summary>
    internal const string Kind = "Kind";
    internal const string Drop = "Drop";
    internal const string AwaitEach = "AwaitEach";
    internal const string Step = "Step";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0406",
        title: "A list is built only to be enumerated once",
        messageFormat: "'{0}' is filled with every element of '{1}' only to be {2} once; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A list that is enumerated once and then forgotten holds every element in memory for nothing.",
        alsoKnownAs: "needless ToList, double enumeration",
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(
            question.AskCopy, OperationKind.Invocation, OperationKind.ObjectCreation, NewerSyntax.CollectionExpression);
        start.RegisterOperationAction(question.AskList, OperationKind.ObjectCreation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        public void AskCopy(OperationAnalysisContext context)
        {
            if (Copies.By(context.Operation, compilation) is not { } copy
                || copy.Held != context.Operation
                || copy.Call is { Invocation.TargetMethod.IsStatic: false })
                return;
            var use = SingleUse.Of(copy.Held, compilation);
            if (use.User is not { } user || !IsReader(use, user)) return;
            var source = _origins.SourceOf(copy.Source);
            if (source.IsBounded || Loops.IsSmall(source.Root)) return;

            if (user is IForEachLoopOperation loop) AskLoop(context, copy, source, loop, use);
            else AskUser(context, copy, source, use, user);
        }

        /// <summary>
        /// What could enumerate a copy once: asked before anything is looked for, because most copies are simply kept.
        /// </summary>
        private bool IsReader(SingleUse use, IOperation user) =>
            user is IForEachLoopOperation
            || use.Place.Outermost().Parent is IArgumentOperation argument
                && (SequenceReaders.Read(argument, _sequences)
                    || _sequences.CallOf(user) is { Verb: Verb.Index or Verb.List })
            || user is IInvocationOperation { TargetMethod.Name: "ToArray" };

        /// <summary><c>foreach (var x in xs.Where(…).ToList())</c>.</summary>
        private void AskLoop(
            OperationAnalysisContext context,
            Copy copy,
            SequenceSource source,
            IForEachLoopOperation loop,
            SingleUse use)
        {
            if (EnumerationConflicts.IsPossible(loop, source, compilation)
                || source.Origin == Origin.Disk && EnumerationConflicts.GivesAway(loop))
                return;
            if (source.Origin != Origin.Stream && EnumerationConflicts.Waits(loop.Body)
                || (source.Origin == Origin.Query || source.Root is IInvocationOperation)
                    && EnumerationConflicts.ChangesElements(loop))
                return;
            if (source.Origin == Origin.Memory && (!IsOurOwn(source) || CallsProgram(loop.Body))) return;
            if (source.Calls.Any(call => call.Lambda is { } lambda && Disturbs(loop.Body, lambda))) return;

            var isSafe = copy.Call is not null
                && use is { IsAtOnce: true, IsUntyped: true }
                && source.Calls.All(IsPure);
            var plan = !isSafe
                ? None
                : !copy.IsAsync ? None.Add(Kind, Drop) : use.IsHeld ? None : None.Add(Kind, AwaitEach);
            Report(context, copy, "enumerated", copy.IsAsync
                ? "use 'await foreach' on the stream"
                : $"drop '{copy.Name}' and enumerate the sequence itself", plan);
        }

        /// <summary>
        /// <c>string.Join(",", xs.ToList())</c>, <c>list.AddRange(xs.ToList())</c>,
        /// <c>xs.ToList().ToDictionary(…)</c>. What reads at once cannot wait for rows: it needs an awaited list.
        /// </summary>
        private void AskUser(
            OperationAnalysisContext context, Copy copy, SequenceSource source, SingleUse use, IOperation user)
        {
            var steps = Steps.After(copy.Held, compilation);
            if (steps.All is { IsEmpty: false } all && all[0].Verb is Verb.Index or Verb.List)
            {
                if (copy.Call is { IsAsync: true } listing && !HasAsyncForm(listing, all[0])) return;
                var relocated = copy.Call is { } call && source.Calls.All(IsPure)
                    ? Relocation.OfStream(call, steps, compilation)
                    : None;
                Report(context, copy, $"copied by '{all[0].Name}'", $"drop '{copy.Name}'", relocated.IsEmpty
                    ? None
                    : relocated.Add(Kind, Step));
            }
            else if (!copy.IsAsync
                && use.Place.Outermost().Parent is IArgumentOperation argument
                && SequenceReaders.Read(argument, _sequences)
                && !(user is IInvocationOperation { Instance: { } receiver } && IsReadFrom(receiver, source)))
            {
                var isSafe = copy.Call is not null
                    && use is { IsAtOnce: true, IsUntyped: true }
                    && source.Calls.All(IsPure);
                Report(
                    context, copy, $"read by '{NameOf(user)}'", $"drop '{copy.Name}'",
                    isSafe ? None.Add(Kind, Drop) : None);
            }
        }

        /// <summary>Whether what grows is read meanwhile: by the sequence, or by a condition in front of it.</summary>
        private static bool IsReadFrom(IOperation receiver, SequenceSource source) =>
            EnumerationConflicts.Mentions(receiver, source.Root)
            || source.Calls.Any(call =>
                call.Lambda is { } lambda && EnumerationConflicts.Mentions(lambda.Body, receiver.Bare()));

        /// <summary>Without one, the rows would be waited for without <c>await</c>.</summary>
        private static bool HasAsyncForm(SequenceCall listing, Step step) =>
            !listing.Invocation.TargetMethod.ContainingType.GetMembers(step.Name + "Async").IsEmpty;

        /// <summary>A new list that a loop fills, and the next loop enumerates, and nobody else sees.</summary>
        public void AskList(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (!_sequences.IsList(creation.Type)
                || creation.Initializer is not null
                || creation.User()
                    is not IVariableInitializerOperation
                        { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator })
                return;
            if (declarator.Statement()?.Parent is not IBlockOperation block
                || !block.Operations.Any(statement => statement is IForEachLoopOperation loop
                    && loop.Collection.Bare() is ILocalReferenceOperation looped
                    && SymbolEqualityComparer.Default.Equals(looped.Local, local)))
                return;
            var locals = Locals.Around(creation, compilation);
            if (locals.MentionsOf(local) is not { Count: 2 } mentions
                || mentions[0].Parent is not IInvocationOperation { TargetMethod.Name: "Add" }
                || mentions[1].User() is not IForEachLoopOperation last)
                return;
            if (Loops.Around(mentions[0]) is not IForEachLoopOperation first
                || !Loops.IsOverData(first)
                || Locals.IsRepeated(last, declarator)
                || CallsProgram(last.Body))
                return;
            context.Report(
                Diagnostic.Create(
                    Descriptor,
                    declarator.Syntax.GetLocation(),
                    local.Name,
                    Quote.Of(first.Collection.Syntax),
                    "enumerated",
                    "do the work of the second loop in the first"));
        }

        private static void Report(
            OperationAnalysisContext context,
            Copy copy,
            string use,
            string remedy,
            ImmutableDictionary<string, string?> plan) =>
            context.Report(
                Diagnostic.Create(
                    Descriptor,
                    context.Operation.Called(),
                    plan,
                    copy.Name,
                    Quote.Of(copy.Source.Bare().Syntax),
                    use,
                    remedy));

        /// <summary>
        /// A local or parameter, or what a call of the framework has just made: nobody else changes it meanwhile.
        /// </summary>
        private static bool IsOurOwn(SequenceSource source) =>
            source.Root is IInvocationOperation { TargetMethod: var method } && !ProgramCode.Holds(method)
            || source.Calls.Length > 0 && source.Root is ILocalReferenceOperation or IParameterReferenceOperation;

        private static bool CallsProgram(IOperation body) =>
            body.DescendantsAndSelf().Any(operation =>
                operation is IInvocationOperation { TargetMethod: var method } && ProgramCode.Holds(method));

        /// <summary>Whether a loop changes what a lambda in front of it reads.</summary>
        private bool Disturbs(IOperation body, IAnonymousFunctionOperation lambda)
        {
            var locals = Locals.Around(body, compilation);
            return lambda.Body.DescendantsAndSelf()
                .Select(operation => operation switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IFieldReferenceOperation field => field.Field,
                    IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
                    _ => null
                })
                .Any(symbol =>
                    symbol is not null && locals.MentionsOf(symbol).Any(mention =>
                        mention.IsInside(body) && Locals.Of(mention) is Mention.Changed or Mention.Reassigned));
        }

        private static bool IsPure(SequenceCall call) =>
            call.Lambda is null
                ? !call.Arguments.Any() || call.Verb is Verb.Page or Verb.View
                : Translation.IsPure(call.Lambda);

        private static string NameOf(IOperation user) =>
            user is IInvocationOperation call ? call.TargetMethod.Name : user.Type?.Name ?? "";
    }
}
