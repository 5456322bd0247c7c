using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Amounts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money.Arithmetic;

/// <summary>
/// The places of one document where, after declarations have moved to decimal, decimal meets floating point, and how
/// each is mended.
/// </summary>
internal sealed class TypeMismatches(SemanticModel model, MoneyFacts money)
{
    /// <summary>Nobody nests deeper by hand, and an error at each level must not cost all that are above it.</summary>
    private const int Reach = 64;

    private static readonly PredefinedTypeSyntax Double =
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.DoubleKeyword));

    private readonly DecimalForm _form = new(model);

    /// <summary>What to replace, by what.</summary>
    public Dictionary<SyntaxNode, SyntaxNode> Edits { get; } = [];

    /// <summary>Further declarations that have to move: money, and locals that only take it over.</summary>
    public HashSet<ISymbol> Followers { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Mends what the compiler complains about at a place; false where nobody could be certain.</summary>
    public bool Mend(SyntaxNode place)
    {
        foreach (var node in place.AncestorsAndSelf()
            .TakeWhile(static node => node is not MemberDeclarationSyntax)
            .Take(Reach))
        {
            if (MendHere(node) || MendAlone(node)) return true;
            if (node is StatementSyntax) return false;
        }

        return false;
    }

    /// <summary>
    /// Mends what compiles and yet would not mean the same: comparisons of boxes, loops that convert back.
    /// </summary>
    public void MendSilent(SyntaxNode node)
    {
        if (node is ForEachStatementSyntax { Type.IsVar: false } loop
            && Numbers.IsDecimal(model.GetForEachStatementInfo(loop).ElementType)
            && DecimalTypes.Of(loop.Type, model) is { } type)
            Edits[loop.Type] = type;
        else if (node is InvocationExpressionSyntax call
            && model.GetOperation(call) is IInvocationOperation { TargetMethod: var method } operation
            && ComparesBoxes(operation, method))
            foreach (var argument in call.ArgumentList.Arguments)
                if (Numbers.IsFloating(TypeOf(argument.Expression)))
                    MakeDecimal(argument.Expression);
    }

    private bool MendHere(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => MendSides(binary.Left, binary.Right),
        AssignmentExpressionSyntax assignment =>
            MendFlow(assignment.Right, model.GetSymbolInfo(assignment.Left).Symbol, TypeOf(assignment.Left)),
        ConditionalExpressionSyntax choice => MendSides(choice.WhenTrue, choice.WhenFalse),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument => MendArgument(argument, call),
        ArgumentSyntax argument => MendTo(argument.Expression, Parameter(argument)),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } clause =>
            MendTo(clause.Value, model.GetDeclaredSymbol(variable)),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } clause =>
            MendTo(clause.Value, model.GetDeclaredSymbol(property)),
        EqualsValueClauseSyntax { Parent: ParameterSyntax parameter } clause =>
            MendTo(clause.Value, model.GetDeclaredSymbol(parameter)),
        ReturnStatementSyntax { Expression: { } value } => MendReturn(value),
        ArrowExpressionClauseSyntax arrow => MendReturn(arrow.Expression),
        LiteralExpressionSyntax { Token.Value: double or float } literal => MakeDecimal(literal),
        ParameterSyntax { Default.Value: { } value } parameter => MendTo(value, model.GetDeclaredSymbol(parameter)),
        InvocationExpressionSyntax call => MendCall(call),
        _ => false,
    };

    /// <summary>
    /// A value whose place wants another type and has no name: the body of a lambda, an element of an initializer.
    /// </summary>
    private bool MendAlone(SyntaxNode node) =>
        node is ExpressionSyntax { Parent: LambdaExpressionSyntax or InitializerExpressionSyntax
            or SwitchExpressionArmSyntax or InterpolationSyntax or CastExpressionSyntax } expression
        && MendFlow(expression, null, model.GetTypeInfo(expression).ConvertedType);

    /// <summary>Two sides that have to agree: the floating one gives way.</summary>
    private bool MendSides(ExpressionSyntax left, ExpressionSyntax right)
    {
        if (!IsDecimal(left) && !IsDecimal(right)) return false;
        return (IsFloating(left) && MakeDecimal(left)) | (IsFloating(right) && MakeDecimal(right));
    }

    private bool MendTo(ExpressionSyntax value, ISymbol? taker) =>
        taker is not null && MoneyFacts.TypeOf(taker) is { } wanted && MendFlow(value, taker, wanted);

    private bool MendReturn(ExpressionSyntax value)
    {
        var member = model.GetEnclosingSymbol(value.SpanStart) switch
        {
            IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property,
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => null,
            var other => other,
        };
        if (member is null)
            return model.GetTypeInfo(value).ConvertedType is { } wanted && MendFlow(value, null, wanted);
        return MoneyFacts.TypeOf(member) is { } type && MendFlow(value, member, Awaited(member, type));
    }

    /// <summary>
    /// A value that flows to a place of another type: the value becomes decimal, the taker follows, or a cast marks the
    /// border.
    /// </summary>
    private bool MendFlow(ExpressionSyntax value, ISymbol? taker, ITypeSymbol? wanted)
    {
        if (wanted is null) return false;
        if (Numbers.IsDecimal(Numbers.CarriedBy(wanted))) return MendToDecimal(value, wanted);
        if (!Numbers.IsFloating(Numbers.CarriedBy(wanted)) || !CarriesDecimal(value)) return false;
        if (taker is not null && Follows(taker)) return Followers.Add(taker);
        return Numbers.IsFloating(Numbers.Underlying(wanted)) && Replace(value, Border(value, wanted));
    }

    private bool MendToDecimal(ExpressionSyntax value, ITypeSymbol wanted)
    {
        if (IsFloating(value) && Numbers.IsDecimal(Numbers.Underlying(wanted))) return MakeDecimal(value);
        return value switch
        {
            ObjectCreationExpressionSyntax creation when DecimalTypes.Of(creation.Type, model) is { } type =>
                Replace(creation.Type, type),
            ArrayCreationExpressionSyntax creation when DecimalTypes.Of(creation.Type, model) is ArrayTypeSyntax type =>
                Replace(creation.Type, type),
            ImplicitArrayCreationExpressionSyntax creation => MendElements(creation.Initializer.Expressions),
            InvocationExpressionSyntax { Expression: var callee } call =>
                MendCallee(callee) || call.ArgumentList.Arguments.Any(argument => MendSource(argument.Expression)),
            _ => false,
        };
    }

    /// <summary><c>Array.Empty&lt;double>()</c></summary>
    private bool MendCallee(ExpressionSyntax callee) =>
        (callee as GenericNameSyntax
            ?? (callee as MemberAccessExpressionSyntax)?.Name as GenericNameSyntax) is { } generic
        && DecimalTypes.Of(generic, model) is { } exact && Replace(generic, exact);

    /// <summary>
    /// <c>Task.FromResult(9.99)</c> and <c>items.Select(item => item.Weight * 2.5)</c> give what their arguments say.
    /// </summary>
    private bool MendSource(ExpressionSyntax argument) => argument switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => IsFloating(body) && MakeDecimal(body),
        _ => IsFloating(argument) && MakeDecimal(argument),
    };

    private bool MendElements(IEnumerable<ExpressionSyntax> elements)
    {
        var mended = false;
        foreach (var element in elements)
            if (IsFloating(element))
                mended |= MakeDecimal(element);
        return mended;
    }

    /// <summary>An argument fits its parameter; those of <c>Math.Round</c> and its like fit each other.</summary>
    private bool MendArgument(ArgumentSyntax argument, InvocationExpressionSyntax call)
    {
        if (!argument.RefOrOutKeyword.IsKind(SyntaxKind.None)) return false;

        var group = model.GetMemberGroup(call.Expression);
        var candidates = (group.IsEmpty ? model.GetSymbolInfo(call).CandidateSymbols : group)
            .OfType<IMethodSymbol>()
            .ToList();
        if (candidates.Exists(MathCalls.KeepsUnit))
            return MendElements(call.ArgumentList.Arguments.Select(other => other.Expression));
        return candidates.Count == 1
            && MendTo(argument.Expression, ParameterOf(argument, call.ArgumentList, candidates[0]));
    }

    /// <summary>
    /// A call whose arguments no longer agree on a type, or that gives out another one than its taker has.
    /// </summary>
    private bool MendCall(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (!arguments.Any(argument => IsDecimal(argument.Expression))) return false;
        if (arguments.Last().RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword))
            return DeclaredMoney.TryParseInDecimal(call, model) is { } exact && Replace(call.Expression, exact);
        return MendElements(arguments.Select(argument => argument.Expression));
    }

    private ISymbol? Parameter(ArgumentSyntax argument) =>
        argument.Parent is ArgumentListSyntax { Parent: { } creation } list
        && model.GetSymbolInfo(creation) is var info
        && (info.Symbol
            ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) is IMethodSymbol constructor
            ? ParameterOf(argument, list, constructor)
            : null;

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, ArgumentListSyntax list, IMethodSymbol method)
    {
        if (argument.NameColon?.Name.Identifier.ValueText is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        var position = list.Arguments.IndexOf(argument);
        return position < method.Parameters.Length ? method.Parameters[position] : null;
    }

    /// <summary>Money follows money; a local without a name that says otherwise only takes it over.</summary>
    private bool Follows(ISymbol taker) =>
        taker.DeclaringSyntaxReferences.Length > 0
        && !(taker is IParameterSymbol parameter && !Declarations.StatesItsType(parameter))
        && !Declarations.IsForced(taker)
        && (money.IsKeptInFloat(taker) || (taker is ILocalSymbol && !money.Excludes(taker.Name)));

    /// <summary>Money in it moves itself; only what is no money, or cannot move, gets its decimal form here.</summary>
    private bool MakeDecimal(ExpressionSyntax expression)
    {
        var movable = expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol).OfType<ISymbol>()
            .Where(symbol => money.IsKeptInFloat(symbol) && Follows(symbol)).ToList();
        Followers.UnionWith(movable.Select(symbol => symbol.OriginalDefinition));
        return movable.Count > 0 || Replace(expression, _form.Of(expression));
    }

    private bool Replace(SyntaxNode old, SyntaxNode @new)
    {
        if (old.IsEquivalentTo(@new)) return false;
        Edits[old] = @new;
        return true;
    }

    private static ExpressionSyntax Border(ExpressionSyntax value, ITypeSymbol wanted) =>
        DecimalForm.Cast(wanted.SpecialType == SpecialType.System_Double
            ? Double
            : SyntaxFactory.ParseTypeName(Numbers.AsWritten(wanted)), value).WithTriviaFrom(value);

    /// <summary>Inside an async method the value is what the task gives.</summary>
    private static ITypeSymbol Awaited(ISymbol member, ITypeSymbol type) =>
        member is IMethodSymbol { IsAsync: true } && type is INamedTypeSymbol { TypeArguments.Length: 1 } task
            ? task.TypeArguments[0]
            : type;

    /// <summary>A decimal in one box is never equal to a double in another.</summary>
    private static bool ComparesBoxes(IInvocationOperation call, IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_Object)
        && call.Arguments.Select(argument => argument.Value)
            .Append(call.Instance)
            .Any(value => value is not null && Numbers.IsDecimal(value.AsWritten().Type))
        && method.Name is "Equals" or "CompareTo" or "AreEqual" or "AreNotEqual" or "Equal" or "NotEqual"
            or "ReferenceEquals";

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type;

    private bool IsDecimal(ExpressionSyntax expression) => Numbers.IsDecimal(Numbers.Underlying(TypeOf(expression)));

    private bool IsFloating(ExpressionSyntax expression) => Numbers.IsFloating(Numbers.Underlying(TypeOf(expression)));

    private bool CarriesDecimal(ExpressionSyntax expression) =>
        Numbers.IsDecimal(Numbers.CarriedBy(TypeOf(expression)));
}
