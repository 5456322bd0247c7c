using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Whether code asks if something is there, rather than takes for granted that it is.</summary>
internal sealed class ExistenceChecks
{
    private const int FewStatements = 2;

    /// <summary>How many locals and assignments a value is followed through.</summary>
    private const int Patience = 5;

    private static readonly ImmutableHashSet<string> ExpectedExceptions = WordSet.Of(
        "NullReferenceException AmbiguousMatchException MissingMethodException MissingMemberException",
        "MissingFieldException TypeLoadException FileNotFoundException ArgumentException InvalidOperationException",
        "TargetException RuntimeBinderException");

    private static readonly ImmutableHashSet<string> Counting = WordSet.Of(
        "Length Count LongLength Any FirstOrDefault SingleOrDefault LastOrDefault ElementAtOrDefault DefaultIfEmpty",
        "All Contains");

    private readonly RunTimeLookup _question;
    private readonly Compilation _compilation;

    private ExistenceChecks(RunTimeLookup question, Compilation compilation)
    {
        _question = question;
        _compilation = compilation;
    }

    /// <summary>Whether the code is ready for finding nothing, and may find something.</summary>
    public static bool IsOne(RunTimeLookup question, Compilation compilation)
    {
        if (IsCaught(question.Call) || (!question.IsOwn && IsOnlyThere(question.Call))) return true;
        return IsAnswered(question, compilation)
            && (IsOnlyThere(question.Call) || !DeadQuestions.IsOne(question, compilation));
    }

    /// <summary>Whether what uses the answer is ready for nothing.</summary>
    private static bool IsAnswered(RunTimeLookup question, Compilation compilation) =>
        question.Failure switch
        {
            LookupResult.Null =>
                new ExistenceChecks(question, compilation) is var probes
                && (probes.AsksOf(question.Call, Trail.OfSteps(Patience)) || IsAskedElsewhere(question.Call)),
            LookupResult.Nothing => CountsIn(question.Call, compilation, Trail.OfSteps(Patience)),
            LookupResult.False => TestCode.Of(compilation).IsTestProject,
            _ => false,
        };

    /// <summary>
    /// A catch that expects just this, a test that wants it to throw, or a catch of everything around little else.
    /// </summary>
    public static bool IsCaught(IOperation operation)
    {
        var child = operation;
        foreach (var parent in operation.Ancestors())
        {
            if (parent is ITryOperation attempt
                && child == attempt.Body
                && attempt.Catches.Any(clause => Expects(clause, attempt.Body)))
                return true;
            if (parent is IAnonymousFunctionOperation function) return IsWantedToThrow(function);
            if (parent is ILocalFunctionOperation) return false;
            child = parent;
        }

        return false;
    }

    private static bool Expects(ICatchClauseOperation clause, IBlockOperation body) =>
        ExpectedExceptions.Contains(clause.ExceptionType.Name)
        || (body.Operations.Length <= FewStatements
            && clause.ExceptionType is { Name: "Exception" } or { SpecialType: SpecialType.System_Object });

    private static bool IsWantedToThrow(IAnonymousFunctionOperation function) =>
        function.Ancestors().TakeWhile(parent => parent is not IBlockOperation).OfType<IInvocationOperation>()
            .Any(call => call.TargetMethod.Name.IndexOf("Throw", StringComparison.Ordinal) >= 0
                || call.TargetMethod.Name == "That")
        || (function.SemanticModel is { } model
            && TestCode.Of(model.Compilation).IsTestProject
            && function.Syntax.Ancestors()
                .OfType<StatementSyntax>()
                .FirstOrDefault() is LocalDeclarationStatementSyntax);

    /// <summary>Inside a condition about the platform or the version of the framework.</summary>
    private static bool IsOnlyThere(IOperation call) =>
        call.Ancestors().OfType<IConditionalOperation>().Any(choice =>
            !call.IsInside(choice.Condition) && choice.Condition.DescendantsAndSelf().Any(IsAboutPlatform));

    private static bool IsAboutPlatform(IOperation operation) => operation switch
    {
        IInvocationOperation call =>
            call.TargetMethod.ContainingType.Name is "OperatingSystem" or "RuntimeInformation" or "AppContext",
        IPropertyReferenceOperation property =>
            property.Property is { ContainingType.Name: "Environment", Name: "Version" or "OSVersion" }
                or { ContainingType.Name: "RuntimeInformation" or "RuntimeFeature" },
        _ => false,
    };

    /// <summary>Whether what uses a value is ready for it to be null.</summary>
    private bool AsksOf(IOperation value, Trail trail)
    {
        if (trail.IsOver) return false;
        var outer = Outside(value);
        var isTrusted = IsTrusted(value.Syntax);
        return outer.Parent switch
        {
            IConditionalAccessOperation access => access.Operation == outer,
            ICoalesceOperation or IIsPatternOperation or IIsTypeOperation or ISwitchOperation
            or ISwitchExpressionOperation => true,
            IBinaryOperation binary => binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } =>
                AsksOfLocal(declarator.Symbol, outer, trail),
            ISimpleAssignmentOperation assignment when assignment.Value == outer =>
                AsksOfTarget(assignment, trail)
                || (assignment.Parent is not IExpressionStatementOperation && AsksOf(assignment, trail.Deeper())),
            ICoalesceAssignmentOperation assignment =>
                assignment.Target == outer || AsksOfStored(Values.SymbolOf(assignment.Target), isTrusted),
            IFieldInitializerOperation field => AsksOfStored(field.InitializedFields.FirstOrDefault(), isTrusted),
            IPropertyInitializerOperation property =>
                AsksOfStored(property.InitializedProperties.FirstOrDefault(), isTrusted),
            IReturnOperation =>
                !isTrusted && MayBeNull(FunctionAround(value)?.ReturnNullableAnnotation ?? NullableAnnotation.None),
            IArgumentOperation { Parameter: { } parameter } => !isTrusted && AsksAsArgument(parameter),
            IArrayInitializerOperation { Parent: IArrayCreationOperation { Type: IArrayTypeSymbol array } } =>
                !isTrusted && MayBeNull(array.ElementNullableAnnotation),
            IInvocationOperation or IMemberReferenceOperation or IExpressionStatementOperation
            or IObjectOrCollectionInitializerOperation => false,
            _ => !isTrusted,
        };
    }

    /// <summary>Past what hands the value on as it is.</summary>
    private static IOperation Outside(IOperation value)
    {
        var outer = value;
        while (outer.Parent is IParenthesizedOperation or IConversionOperation
            || (outer.Parent is IConditionalOperation choice && outer != choice.Condition)
            || outer.Parent is ISwitchExpressionArmOperation
            || (outer.Parent is ISwitchExpressionOperation expression && outer != expression.Value)
            || (outer.Parent is ICoalesceOperation coalesce && outer == coalesce.WhenNull))
            outer = outer.Parent!;
        return outer;
    }

    /// <summary>A null-forgiving operator says that it is there.</summary>
    private static bool IsTrusted(SyntaxNode value)
    {
        if (CallStack.IsNearlyFull) return false;
        for (var node = value.Parent;
            node is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax;
            node = node.Parent)
            if (node.IsKind(SyntaxKind.SuppressNullableWarningExpression)) return true;
        return value.Parent is ConditionalExpressionSyntax choice && IsTrusted(choice);
    }

    private bool AsksOfTarget(ISimpleAssignmentOperation assignment, Trail trail) => assignment.Target switch
    {
        ILocalReferenceOperation local => AsksOfLocal(local.Local, assignment, trail),
        IDiscardOperation => false,
        var target => AsksOfStored(Values.SymbolOf(target), IsTrusted(assignment.Value.Syntax)),
    };

    private bool AsksOfLocal(ILocalSymbol local, IOperation place, Trail trail) =>
        trail.TryPass(local, out var further) && Locals.Around(place, _compilation)
            .MentionsOf(local)
            .Any(mention => !IsTarget(mention) && AsksOf(mention, further));

    private static bool IsTarget(IOperation mention) =>
        mention.Parent is ISimpleAssignmentOperation assignment && assignment.Target == mention;

    /// <summary>What is kept as nullable, or asked about where it is kept, is no promise.</summary>
    private bool AsksOfStored(ISymbol? stored, bool isTrusted)
    {
        var annotation = stored switch
        {
            IFieldSymbol field => field.NullableAnnotation,
            IPropertySymbol property => property.NullableAnnotation,
            _ => NullableAnnotation.Annotated
        };
        if (annotation == NullableAnnotation.Annotated) return !isTrusted;
        return stored!.ContainingType.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == stored.Name && IsNullCheck(name)));
    }

    /// <summary>Assertions take anything; a parameter that may be null is asked about inside.</summary>
    private bool AsksAsArgument(IParameterSymbol parameter) =>
        parameter.OriginalDefinition.Type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object }
        || MayBeNull(parameter.NullableAnnotation);

    /// <summary>Where annotations are off, nobody says: a member of this project is meant to be there.</summary>
    private bool MayBeNull(NullableAnnotation annotation) =>
        annotation == NullableAnnotation.Annotated || (annotation == NullableAnnotation.None && !_question.IsOwn);

    private static IMethodSymbol? FunctionAround(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol;

    /// <summary>The same call stands in the same member once more, and there it is asked about.</summary>
    private static bool IsAskedElsewhere(IInvocationOperation call)
    {
        var text = call.Syntax.ToString();
        return call.Root().Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(other =>
                other != call.Syntax
                && other.Span.Length == call.Syntax.Span.Length
                && other.ToString() == text
                && IsNullCheck(other));
    }

    private static bool IsNullCheck(ExpressionSyntax expression)
    {
        var outer = expression;
        while (outer.Parent is ParenthesizedExpressionSyntax
            || (outer.Parent is MemberAccessExpressionSyntax access && access.Name == outer))
            outer = (ExpressionSyntax)outer.Parent;
        return outer.Parent switch
        {
            BinaryExpressionSyntax binary =>
                binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
                || (binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Left == outer)
                || binary.IsKind(SyntaxKind.IsExpression),
            IsPatternExpressionSyntax => true,
            ConditionalAccessExpressionSyntax conditional => conditional.Expression == outer,
            AssignmentExpressionSyntax assignment =>
                assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && assignment.Left == outer,
            _ => false,
        };
    }

    /// <summary>Whether somebody looks how many there are.</summary>
    private static bool CountsIn(IOperation list, Compilation compilation, Trail trail) => Outside(list).Parent switch
    {
        IIsPatternOperation or ISwitchExpressionOperation => true,
        IPropertyReferenceOperation property => Counting.Contains(property.Property.Name),
        IArgumentOperation { Parent: IInvocationOperation call } =>
            Counting.Contains(call.TargetMethod.Name)
            || call.TargetMethod.Parameters[0].Type is { SpecialType: SpecialType.System_Object }
                or ITypeParameterSymbol,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } declarator } =>
            trail.TryPass(local, out var further)
            && Locals.Around(declarator, compilation)
                .MentionsOf(local)
                .Any(mention => CountsIn(mention, compilation, further)),
        IReturnOperation => true,
        _ => false,
    };
}
