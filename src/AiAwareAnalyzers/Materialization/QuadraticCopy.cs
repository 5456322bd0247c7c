using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Looping;
using AiAwareAnalyzers.Materialization.Plans;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A string, array or list that is copied whole to grow or shrink by one, in a loop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QuadraticCopy() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0409",
        title: "A whole copy is made in each iteration of a loop",
        messageFormat: "'{0}' is {1} in each iteration of {2}, so the time grows with the square of its length; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A string, array or list that is copied whole in each iteration of a loop costs time and "
            + "garbage that grow with the square of its length.",
        alsoKnownAs: "quadratic copying, O(n²), string concatenation in a loop",
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(
            question.AskAssignment, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
        start.RegisterOperationAction(question.AskCall, OperationKind.Invocation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly CopyingAssignments _growths = new(compilation);

        public void AskAssignment(OperationAnalysisContext context)
        {
            var assignment = (IAssignmentOperation)context.Operation;
            if (CopyingAssignments.SymbolOf(assignment.Target) is not { } target
                || _growths.Of(assignment, target) is not { } growth)
                return;
            if (LoopOf(assignment, target) is not { } loop || IsReadWhole(target, assignment, loop)) return;
            Report(
                context,
                assignment.Syntax.GetLocation(),
                target,
                growth.How,
                loop,
                growth.Remedy,
                growth.Way is { } way ? GrowthInPlace.PlanFor(assignment, target, loop, way, compilation) : None);
        }

        /// <summary><c>list.Insert(0, x)</c>, <c>list.RemoveAt(0)</c>, <c>Array.Resize(ref array, …)</c>.</summary>
        public void AskCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var isShift = call is { TargetMethod.Name: "Insert" or "RemoveAt", Instance: { } list }
                && _sequences.IsList(list.Type)
                && IsZero(call.Arguments[0].Value);
            var isResize = call.TargetMethod is { Name: "Resize", ContainingType.SpecialType: SpecialType.System_Array }
                && IsByOne(call.Arguments[1].Value);
            if (!isShift && !isResize) return;
            var changed = isShift ? call.Instance! : call.Arguments[0].Value;
            if (CopyingAssignments.SymbolOf(changed) is not { } target || LoopOf(call, target) is not { } loop) return;
            Report(context, call.Syntax.GetLocation(), target, isShift
                ? "moved by one place"
                : "copied", loop, call.TargetMethod.Name switch
            {
                "Insert" => "add at the end and reverse it once",
                "RemoveAt" => "use a 'Queue'",
                _ => "add to a 'List'",
            }, None);
        }

        private static void Report(
            OperationAnalysisContext context,
            Location place,
            ISymbol target,
            string how,
            ILoopOperation loop,
            string remedy,
            ImmutableDictionary<string, string?> plan) =>
            context.Report(Diagnostic.Create(
                Descriptor, place, plan,
                target.Name,
                how,
                loop is IForEachLoopOperation each ? $"the loop over '{Quote.Of(each.Collection.Syntax)}'" : "the loop",
                remedy));

        /// <summary>The loop over data that repeats an operation on something that was there before it.</summary>
        private static ILoopOperation? LoopOf(IOperation operation, ISymbol target)
        {
            var loop = Loops.Around(operation);
            return loop is not null
                && Loops.IsOverData(loop)
                && !Loops.IsLastRound(operation, loop)
                && !IsDeclaredIn(target, loop) ? loop : null;
        }

        /// <summary>What is given away whole in each round has to be whole: a builder would copy it too.</summary>
        private bool IsReadWhole(ISymbol target, IOperation growth, ILoopOperation loop) =>
            Locals.Around(growth, compilation).MentionsOf(target)
                .Any(mention =>
                    mention.Outermost().Parent is IArgumentOperation
                    && mention.IsInside(loop)
                    && !mention.IsInside(growth));

        private static bool IsDeclaredIn(ISymbol target, ILoopOperation loop) =>
            target.DeclaringSyntaxReferences.Any(declaration =>
                declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span));

        private static bool IsZero(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 };

        private static bool IsByOne(IOperation size) =>
            size.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && (sum.LeftOperand.Bare() is IPropertyReferenceOperation
                || sum.RightOperand.Bare() is IPropertyReferenceOperation);
    }
}
