using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// The one change of its arguments that lets the compiler take a call: each is proved by binding the changed call.
/// </summary>
internal sealed partial class CallRepairs
{
    private const int MostArguments = 5;
    private const int MostTried = 60;

    private readonly UnboundCall _call;
    private readonly ExpressionSyntax _whole;
    private readonly ArgumentListSyntax _list;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellation;

    private CallRepairs(
        UnboundCall call,
        ExpressionSyntax whole,
        ArgumentListSyntax list,
        SemanticModel model,
        CancellationToken cancellation)
    {
        _call = call;
        _whole = whole;
        _list = list;
        _model = model;
        _cancellation = cancellation;
    }

    /// <param name="Arguments">What is passed instead.</param>
    /// <param name="Missing">The parameter that gets an argument more; a reader has to find one.</param>
    /// <param name="Remark">What a reader must know of it.</param>
    private readonly record struct Change(
        IReadOnlyList<ArgumentSyntax> Arguments, IParameterSymbol? Missing = null, string? Remark = null);

    private SeparatedSyntaxList<ArgumentSyntax> Passed => _list.Arguments;

    private bool IsByPosition => Passed.All(argument => argument.NameColon is null);

    /// <summary>Null where the call cannot be bound by itself.</summary>
    public static CallRepairs? Of(UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        var whole = call.Place.AncestorsAndSelf()
            .FirstOrDefault(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);
        var list = whole switch
        {
            InvocationExpressionSyntax { Expression: not MemberBindingExpressionSyntax } invocation =>
                invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        return list is null || list.Arguments.Count > MostArguments || IsConditional(whole!)
            ? null
            : new CallRepairs(call, (ExpressionSyntax)whole!, list, model, cancellation);
    }

    /// <summary>
    /// The same arguments, in another order, by reference, awaited, or with what receives the result.
    /// </summary>
    public IEnumerable<Suggestion> OfTheSame() =>
        Proved([.. Reordered(), .. ByReference(), .. Awaited(), .. Received()]).Concat(AsLetters());

    /// <summary>What is passed just as it is, and what is usual where something more is asked for.</summary>
    public IEnumerable<Suggestion> WithUsual() => Proved(CompletedAsUsual(UsualOrNull, misfits: 0));

    /// <summary>
    /// Lambdas of another shape, values made into what is asked for, taken apart, or set once the object is made.
    /// </summary>
    public IEnumerable<Suggestion> InOtherForms() =>
        WithTypes()
            .Concat(ByFactory())
            .Concat(Collected())
            .Concat(Gathered())
            .Concat(Proved([.. Reshaped(), .. Converted(), .. Unpacked(), .. Packed(), .. Nested()]))
            .Concat(Initialized());

    /// <summary>One argument more, or two that are usual.</summary>
    public IEnumerable<Suggestion> Longer() => Proved([.. CompletedAsUsual(UsualFor), .. Completed()]);

    /// <summary>A value more that goes with one which is passed.</summary>
    public IEnumerable<Suggestion> Beside() => Proved(CompletedAsUsual(BesidePassedValue));

    /// <summary>Whether a text that is written out is among what is passed: it seldom stands for an object.</summary>
    public bool PassesText => Passed.Any(argument => argument.Expression.IsKind(SyntaxKind.StringLiteralExpression));

    /// <summary>Nothing, where no overload asks for anything, and what is passed says nothing.</summary>
    public IEnumerable<Suggestion> WithNothing() =>
        _whole is InvocationExpressionSyntax
        && Passed.All(argument => argument.Expression is LiteralExpressionSyntax)
        && _call.Overloads.All(method => method.Parameters.IsEmpty)
            ? Proved([new Change([])])
            : [];

    /// <summary>One argument less.</summary>
    public IEnumerable<Suggestion> Shorter() => Proved(Shortened()).Take(1);

    /// <summary>
    /// Whether another member of the receiver takes just what is passed: one that takes anything proves nothing.
    /// </summary>
    public bool Takes(string name) =>
        BindsAs(name, Passed) is { } method
        && method.OriginalDefinition.Parameters.Take(Passed.Count).All(IsExact);

    /// <summary>What stands behind a <c>?.</c> cannot be bound without what stands before.</summary>
    private static bool IsConditional(SyntaxNode whole) =>
        whole.Ancestors()
            .TakeWhile(node => node is ExpressionSyntax)
            .OfType<ConditionalAccessExpressionSyntax>()
            .Any(access => access.WhenNotNull.Span.Contains(whole.Span));

    private IEnumerable<Suggestion> Proved(IEnumerable<Change> changes) =>
        from change in changes.Take(MostTried)
        where Bound(With(change.Arguments)) is not null
        select new Suggestion(Shown(change), 1, Remark: change.Missing is { RefKind: RefKind.None } missing
            ? $"where '{missing.Name}' is of type '{Written(missing.Type)}'"
            : change.Remark);

    private IMethodSymbol? Bound(ExpressionSyntax changed) =>
        _model.GetSpeculativeSymbolInfo(_whole.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol
            as IMethodSymbol;

    private ExpressionSyntax With(IEnumerable<ArgumentSyntax> arguments)
    {
        var list = _list.WithArguments(SyntaxFactory.SeparatedList(arguments));
        return _whole switch
        {
            InvocationExpressionSyntax invocation => invocation.WithArgumentList(list),
            ObjectCreationExpressionSyntax creation => creation.WithArgumentList(list),
            _ => SyntaxFactory.ParseExpression($"new {Written(_call.Owner)}{list}"),
        };
    }

    private string Named => _whole is ImplicitObjectCreationExpressionSyntax ? "new" : _call.Place.ToString();

    /// <summary><c>Join(",", words)</c>; what is long and stays as it is, is left out.</summary>
    private string Shown(Change change) =>
        $"{Named}({string.Join(", ", change.Arguments.Select((argument, at) =>
            change.Missing is { } missing && missing.Ordinal == at ? Shown(missing) : Shown(argument)))})";

    private static string Shown(IParameterSymbol missing) =>
        missing.RefKind == RefKind.Out ? $"out var {missing.Name}" : missing.Name;

    private string Shown(ArgumentSyntax argument)
    {
        const int Long = 40;
        var text = argument.ToString();
        return Passed.Contains(argument) && (text.Length > Long || text.IndexOf('\n') >= 0) ? "…" : text;
    }

    /// <summary><c>TryParse(text, number)</c> lacks an <c>out</c>, or has one that nobody asks for.</summary>
    private IEnumerable<Change> ByReference()
    {
        foreach (var (argument, at) in Numbered())
            foreach (var kind in ParametersAt(at).Select(parameter => parameter.RefKind).Distinct())
                if (KeywordOf(kind) is { } keyword
                    && argument.RefKindKeyword.IsKind(SyntaxKind.None)
                    && IsPlace(argument))
                    yield return Replaced(argument, argument.WithRefKindKeyword(
                        SyntaxFactory.Token(keyword).WithTrailingTrivia(SyntaxFactory.Space)));
                else if (kind == RefKind.None && !argument.RefKindKeyword.IsKind(SyntaxKind.None))
                    yield return Replaced(argument, argument.WithRefKindKeyword(default));
    }

    private static SyntaxKind? KeywordOf(RefKind kind) => kind switch
    {
        RefKind.Ref => SyntaxKind.RefKeyword,
        RefKind.Out => SyntaxKind.OutKeyword,
        _ => null,
    };

    private static bool IsPlace(ArgumentSyntax argument) =>
        argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax;

    private IEnumerable<Change> Awaited()
    {
        if (!IsInAsync) yield break;
        foreach (var (argument, _) in Numbered())
            if (TypeOf(argument) is { } type
                && TypeNames.AwaitedType(type) is { SpecialType: not SpecialType.System_Void })
                yield return Replaced(argument, Parsed($"await {argument.Expression}"));
    }

    private bool IsInAsync => _whole.Ancestors()
        .Select(node => node switch
        {
            AnonymousFunctionExpressionSyntax lambda => !lambda.AsyncKeyword.IsKind(SyntaxKind.None),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            GlobalStatementSyntax => true,
            MemberDeclarationSyntax => false,
            _ => (bool?)null,
        })
        .FirstOrDefault(answer => answer is not null) == true;

    private IEnumerable<(ArgumentSyntax Argument, int At)> Numbered() =>
        Passed.Select((argument, at) => (argument, at)).ToList();

    private Change Replaced(ArgumentSyntax old, ArgumentSyntax @new) =>
        new(Passed.Select(argument => argument == old ? @new : argument).ToList());

    /// <summary>The parameters that an argument at a place could be for, of all overloads.</summary>
    private IEnumerable<IParameterSymbol> ParametersAt(int at)
    {
        var name = Passed[at].NameColon?.Name.Identifier.ValueText;
        return _call.Overloads
            .Select(method => name is null
                ? method.Parameters.Length > at ? method.Parameters[at] : null
                : method.Parameters.FirstOrDefault(parameter => parameter.Name == name))
            .OfType<IParameterSymbol>();
    }

    private ITypeSymbol? TypeOf(ArgumentSyntax argument) =>
        _model.GetTypeInfo(argument.Expression, _cancellation).Type is { TypeKind: not TypeKind.Error } type
            ? type
            : null;

    private string Written(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(_model, _whole.SpanStart);

    private static ArgumentSyntax Parsed(string expression) =>
        SyntaxFactory.Argument(SyntaxFactory.ParseExpression(expression));
}
