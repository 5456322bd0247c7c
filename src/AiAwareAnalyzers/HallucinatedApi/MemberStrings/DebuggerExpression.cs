using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>
/// An expression that a debugger evaluates inside a type, where it sees everything, private members too.
/// </summary>
internal sealed class DebuggerExpression(ExpressionSyntax text, int start, ITypeSymbol type, AttributeSite site)
{
    private readonly List<MissingName> _missing = [];

    public IReadOnlyList<MissingName> Missing(ExpressionSyntax expression)
    {
        TypeOf(expression);
        return _missing;
    }

    /// <summary>
    /// The type of an expression's value; null where it is not certain, and nothing can be said of what follows.
    /// </summary>
    private ITypeSymbol? TypeOf(ExpressionSyntax expression)
    {
        if (CallStack.IsNearlyFull) return null;
        switch (expression)
        {
            case ThisExpressionSyntax: return type;
            case BaseExpressionSyntax: return type.BaseType;
            case ParenthesizedExpressionSyntax inner: return TypeOf(inner.Expression);
            case IdentifierNameSyntax name: return OfName(name, call: null);
            case MemberAccessExpressionSyntax access: return OfAccess(access, call: null);
            case InvocationExpressionSyntax call: return OfCall(call);
            case ElementAccessExpressionSyntax element: return OfElement(element);
            case ConditionalAccessExpressionSyntax or AnonymousFunctionExpressionSyntax or TypeOfExpressionSyntax
                or QueryExpressionSyntax:
                return OfFirst(expression);
            case CastExpressionSyntax cast: TypeOf(cast.Expression); return null;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression } test:
                TypeOf(test.Left);
                return null;
            case IsPatternExpressionSyntax test: TypeOf(test.Expression); return null;
            case BinaryExpressionSyntax or ConditionalExpressionSyntax or PrefixUnaryExpressionSyntax
                or InterpolatedStringExpressionSyntax: AskParts(expression); return null;
            default: return null;
        }
    }

    private ITypeSymbol? OfFirst(ExpressionSyntax expression)
    {
        if (expression is not ConditionalAccessExpressionSyntax { Expression: var first, WhenNotNull: var rest })
            return null;
        if (WithoutNullable(TypeOf(first)) is not { } owner) return null;
        return rest switch
        {
            MemberBindingExpressionSyntax { Name: var name } => OfMember(owner, name, call: null),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name: var name } } call =>
                ResultOf(OfMember(owner, name, call)),
            _ => null,
        };
    }

    private void AskParts(SyntaxNode node)
    {
        foreach (var part in node.ChildNodes())
            if (part is ExpressionSyntax expression) TypeOf(expression);
            else if (part is InterpolationSyntax hole) TypeOf(hole.Expression);
    }

    private ITypeSymbol? OfCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }) return null;
        foreach (var argument in call.ArgumentList.Arguments) TypeOf(argument.Expression);
        return call.Expression switch
        {
            IdentifierNameSyntax name => ResultOf(OfName(name, call)),
            MemberAccessExpressionSyntax access => ResultOf(OfAccess(access, call)),
            _ => null,
        };
    }

    private static ITypeSymbol? ResultOf(ITypeSymbol? called) =>
        called is { SpecialType: SpecialType.System_Void } ? null : called;

    private ITypeSymbol? OfElement(ElementAccessExpressionSyntax element)
    {
        foreach (var argument in element.ArgumentList.Arguments) TypeOf(argument.Expression);
        return TypeOf(element.Expression) switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            { } owner => Nameable.Called(owner, "this[]").OfType<IPropertySymbol>().FirstOrDefault()?.Type,
            null => null,
        };
    }

    private ITypeSymbol? OfAccess(MemberAccessExpressionSyntax access, InvocationExpressionSyntax? call)
    {
        if (!access.IsKind(SyntaxKind.SimpleMemberAccessExpression)) return null;
        return TypeOf(access.Expression) is { } owner ? OfMember(owner, access.Name, call) : null;
    }

    /// <summary>A name at the beginning: a member, one of an enclosing type, or a type.</summary>
    private ITypeSymbol? OfName(IdentifierNameSyntax name, InvocationExpressionSyntax? call)
    {
        return IsKnownElsewhere(name.Identifier.ValueText) ? null : OfMember(type, name, call);
    }

    private bool IsKnownElsewhere(string name)
    {
        if (Nameable.Called(type, name).Any()) return false;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            if (Nameable.Called(outer, name).Any()) return true;
        return name is "value" or "_"
            || IsCaptured(name)
            || IsOfValue(name)
            || site.Model.LookupSymbols(site.Syntax.SpanStart, name: name).Any();
    }

    /// <summary>A parameter of the type itself, which its members can use.</summary>
    private bool IsCaptured(string name) =>
        type is INamedTypeSymbol named && named.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter => parameter.Name == name)
            && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax));

    /// <summary>On a member, a name may be one of its value.</summary>
    private bool IsOfValue(string name) =>
        site.Target is IPropertySymbol or IFieldSymbol
        && TypeNames.TypeOf(site.Target) is { } value
        && (!Nameable.IsKnown(value) || Nameable.Called(value, name).Any());

    private ITypeSymbol? OfMember(ITypeSymbol owner, SimpleNameSyntax name, InvocationExpressionSyntax? call)
    {
        if (!Nameable.IsKnown(owner)) return null;
        var wanted = name.Identifier.ValueText;
        var found = Nameable.Called(owner, wanted).ToList();
        if (!(call is null ? found.Count > 0 : found.Any(MayBeCalled))
            && !Nameable.MayBeHidden(owner, wanted)
            && !HasExtension(owner, wanted))
            Add(owner, name, call);
        var types = found.Select(TypeNames.TypeOf).Distinct(SymbolEqualityComparer.Default).ToList();
        return types.Count == 1 && (call is not null || found[0] is not IMethodSymbol) ? types[0] as ITypeSymbol : null;
    }

    private static bool MayBeCalled(ISymbol member) =>
        member is IMethodSymbol or INamedTypeSymbol
        || TypeNames.TypeOf(
            member) is { TypeKind: TypeKind.Delegate or TypeKind.Dynamic or TypeKind.TypeParameter
                or TypeKind.FunctionPointer or TypeKind.Error };

    private bool HasExtension(ITypeSymbol owner, string name) =>
        site.Model.LookupSymbols(site.Syntax.SpanStart, owner, name, includeReducedExtensionMethods: true)
            .Any(symbol => symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension });

    private static ITypeSymbol? WithoutNullable(ITypeSymbol? value) =>
        value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : value;

    /// <summary>
    /// A call without arguments is replaced with its parentheses, so that a property may stand for it.
    /// </summary>
    private void Add(ITypeSymbol owner, SimpleNameSyntax name, InvocationExpressionSyntax? call)
    {
        var wanted = name.Identifier.ValueText;
        var isBare = call is null or { ArgumentList.Arguments.Count: 0 };
        var choices = Nameable.All(owner, member => isBare ? IsShown(member) : MayBeCalled(member))
            .Select(member => new Choice(isBare && member is IMethodSymbol ? member.Name + "()" : member.Name, member))
            .ToList();
        var idiom = Idioms.Of(site.Compilation)
            .ForMember(wanted, TypeNames.Of(owner))
            .FirstOrDefault(ours => choices.Any(choice => choice.Symbol!.Name == ours));
        _missing.Add(new MissingName(
            text,
            isBare && call is not null ? wanted + "()" : wanted,
            TypeNames.Written(owner.WithNullableAnnotation(NullableAnnotation.None)),
            call is null ? "member" : "method",
            "so the debugger shows an error there")
        {
            Start = start + name.SpanStart,
            Choices = choices,
            Meant = choices.Where(choice => choice.Symbol!.Name == idiom)
                .Select(choice => (Choice?)choice)
                .FirstOrDefault(),
            OnlyAsSlip = owner.DeclaringSyntaxReferences.IsEmpty && idiom is null,
            LikeASlip = Suggestion.Enough,
            IsText = true,
        });
    }

    private static bool IsShown(ISymbol member) =>
        member is IPropertySymbol
            or IFieldSymbol
            or IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false, Parameters.Length: 0 };
}
