using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A string, array or list that is copied whole to grow or shrink by one, in a loop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GrowingCopy() : Rule(Descriptor)
{
    /// <summary>What the fix makes of the local; present only where it is certain.</summary>
    internal const string Way = "Way";
    internal const string Builder = "Builder";
    internal const string Add = "Add";
    internal const string AddRange = "AddRange";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0409",
        title: "A whole copy is made in each round of a loop",
        messageFormat: "'{0}' is {1} in each round of {2}, so the time grows with the square of its length; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A string, array or list that is copied whole in each round of a loop costs time and garbage that grow with the square of its length.",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Question(start.Compilation);
        start.RegisterOperationAction(question.AskAssignment, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
        start.RegisterOperationAction(question.AskCall, OperationKind.Invocation);
    }

    private sealed class Question(Compilation compilation)
    {
        private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;
        private readonly Sequences _sequences = Sequences.Of(compilation);

        public void AskAssignment(OperationAnalysisContext context)
        {
            var assignment = (IAssignmentOperation)context.Operation;
            if (SymbolOf(assignment.Target) is not { } target || LoopOf(assignment, target) is not { } loop) return;
            if (Growth(assignment, target) is not var (how, remedy, way) || IsReadWhole(target, assignment, loop)) return;
            Report(context, assignment.Syntax.GetLocation(), target, how, loop, remedy, way is null ? None : Plan(assignment, target, loop, way));
        }

        /// <summary><c>list.Insert(0, x)</c>, <c>list.RemoveAt(0)</c>, <c>Array.Resize(ref array, …)</c>.</summary>
        public void AskCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var isShift = call is { TargetMethod.Name: "Insert" or "RemoveAt", Instance: { } list } && _sequences.IsList(list.Type) && IsZero(call.Arguments[0].Value);
            var isResize = call.TargetMethod is { Name: "Resize", ContainingType.SpecialType: SpecialType.System_Array } && IsByOne(call.Arguments[1].Value);
            if (!isShift && !isResize) return;
            var changed = isShift ? call.Instance! : call.Arguments[0].Value;
            if (SymbolOf(changed) is not { } target || LoopOf(call, target) is not { } loop) return;
            Report(context, call.Syntax.GetLocation(), target, isShift ? "moved by one place" : "copied", loop, call.TargetMethod.Name switch
            {
                "Insert" => "add at the end and reverse it once",
                "RemoveAt" => "use a 'Queue'",
                _ => "add to a 'List'",
            }, None);
        }

        private static void Report(OperationAnalysisContext context, Location place, ISymbol target, string how, ILoopOperation loop, string remedy, ImmutableDictionary<string, string?> plan) =>
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, place, IsShort(loop) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, null, plan,
                target.Name, how, loop is IForEachLoopOperation each ? $"the loop over '{Quote.Of(each.Collection.Syntax)}'" : "the loop", remedy));

        /// <summary>The characters of a text are rarely many.</summary>
        private static bool IsShort(ILoopOperation loop) => loop is IForEachLoopOperation each && each.Collection.Bare().Type?.SpecialType == SpecialType.System_String;

        /// <summary>The loop over data that repeats an operation on something that was there before it.</summary>
        private static ILoopOperation? LoopOf(IOperation operation, ISymbol target)
        {
            var loop = Loops.Around(operation);
            return loop is not null && Loops.IsOverData(loop) && !Loops.IsLastRound(operation, loop) && !IsDeclaredIn(target, loop) ? loop : null;
        }

        /// <summary>What is given away whole in each round has to be whole: a builder would copy it too.</summary>
        private bool IsReadWhole(ISymbol target, IOperation growth, ILoopOperation loop) =>
            Locals.Around(growth, compilation).MentionsOf(target)
                .Any(mention => mention.Outermost().Parent is IArgumentOperation && mention.IsInside(loop) && !mention.IsInside(growth));

        private static bool IsDeclaredIn(ISymbol target, ILoopOperation loop) =>
            target.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span));

        private static ISymbol? SymbolOf(IOperation target) => target.Bare() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Arguments.IsEmpty: true } property => property.Property,
            _ => null,
        };

        /// <summary>How the value grows, what to do instead, and what the fix would do.</summary>
        private (string How, string Remedy, string? Way)? Growth(IAssignmentOperation assignment, ISymbol target) => assignment switch
        {
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target.Type.SpecialType: SpecialType.System_String } => ("copied", "append to a 'StringBuilder'", IsText(assignment.Value) ? Builder : null),
            ISimpleAssignmentOperation { Target.Type.SpecialType: SpecialType.System_String } simple => StartsWith(simple.Value, target) ? ("copied", "append to a 'StringBuilder'", null) : null,
            ISimpleAssignmentOperation simple => OfSequence(simple.Value.Bare(), target),
            _ => null,
        };

        private (string How, string Remedy, string? Way)? OfSequence(IOperation value, ISymbol target)
        {
            if (_sequences.ListingOf(value) is { } listing)
                return _sequences.CallOf(listing.Source.Bare()) is { Name: "Append" or "Prepend" or "Concat" or "Union" } grown && Is(grown.Source, target)
                    ? ("copied", "add to a 'List'", _sequences.IsList(value.Type) ? grown.Name switch { "Append" => Add, "Concat" => AddRange, _ => null } : null)
                    : null;
            if (_sequences.CallOf(value) is { Name: "Append" or "Prepend" or "Concat" } nested && Is(nested.Source, target))
                return ("wrapped once more", "collect the parts in a 'List'", null);
            if (value is IInvocationOperation { TargetMethod: { Name: "Add" or "AddRange" or "Insert", ContainingType.Name: "ImmutableArray" }, Instance: { } array } && Is(array, target))
                return ("copied", "use its builder", null);
            return value.Kind == NewerSyntax.CollectionExpression && value.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "ImmutableArray" }
                && value.ChildOperations.Any(element => element.Kind == NewerSyntax.Spread && element.ChildOperations.FirstOrDefault() is { } spread && Is(spread, target))
                    ? ("copied", "add to a 'List'", null)
                    : null;
        }

        private static bool Is(IOperation value, ISymbol target) => SymbolEqualityComparer.Default.Equals(SymbolOf(value), target);

        /// <summary><c>text = text + …</c>, <c>text = $"{text}…"</c>, <c>text = string.Concat(text, …)</c>.</summary>
        private static bool StartsWith(IOperation value, ISymbol target) => value.Bare() switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Is(sum.LeftOperand, target) || Is(sum.RightOperand, target) || StartsWith(sum.LeftOperand, target),
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(part => Is(part.Expression, target)),
            IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } call => call.Arguments.Any(argument => Is(argument.Value, target)),
            _ => false,
        };

        /// <summary>What <c>Append</c> writes as <c>+</c> does.</summary>
        private static bool IsText(IOperation value) =>
            value.Bare().Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Boolean;

        private static bool IsZero(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 };

        private static bool IsByOne(IOperation size) =>
            size.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum && (sum.LeftOperand.Bare() is IPropertyReferenceOperation || sum.RightOperand.Bare() is IPropertyReferenceOperation);

        /// <summary>A local whose every mention up to the end of the loop is this growth can become a builder, or grow in place.</summary>
        private ImmutableDictionary<string, string?> Plan(IAssignmentOperation assignment, ISymbol target, ILoopOperation loop, string way)
        {
            var locals = Locals.Around(assignment, compilation);
            if (target is not ILocalSymbol local || locals.DeclarationOf(local) is not { } declaration || assignment.Parent is not IExpressionStatementOperation) return None;
            if (declaration.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Declaration.Variables.Count: 1, Parent: BlockSyntax block } statement || OutermostLoop(loop).Syntax.Parent != block) return None;
            if (locals.InitializerOf(local) is not { } initial || way == Builder && initial.Bare().ConstantValue is { HasValue: true, Value: null }) return None;

            var mentions = locals.MentionsOf(local);
            if (mentions.Any(mention => mention.Ancestors().Any(parent => parent is IAnonymousFunctionOperation or ILocalFunctionOperation && !parent.Syntax.Span.Contains(statement.Span)))) return None;
            var early = mentions.Where(mention => mention.Syntax.SpanStart < OutermostLoop(loop).Syntax.Span.End).ToList();
            var grows = way == Builder ? early.All(IsGrowth) : early.All(mention => mention.IsInside(assignment)) && initial.Bare() is IObjectCreationOperation && _sequences.IsList(local.Type);
            var isReassigned = mentions.Except(early).Any(mention => Locals.Of(mention) == Mention.Reassigned);
            return grows && !isReassigned ? None.Add(Way, way) : None;
        }

        private static bool IsGrowth(IOperation mention) =>
            mention.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Parent: IExpressionStatementOperation } growth && growth.Target == mention && IsText(growth.Value);

        private static ILoopOperation OutermostLoop(ILoopOperation loop)
        {
            var outermost = loop;
            foreach (var parent in loop.Ancestors())
                if (parent is ILoopOperation outer) outermost = outer;
                else if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation) break;
            return outermost;
        }
    }
}
