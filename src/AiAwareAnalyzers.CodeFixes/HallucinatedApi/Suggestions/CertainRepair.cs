using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// The repairs of a name that does not exist whose meaning is certain: what it plainly says, or another spelling of the
/// same name.
/// </summary>
internal sealed class CertainRepair
{
    /// <summary>All of them are repeated by one Fix All: there is one for each finding.</summary>
    public const string Key = "SameMeaning";

    private const string Framework = "System";

    private readonly Finding _finding;
    private readonly SemanticModel _model;
    private readonly CompileCheck _trial;
    private readonly SameMeaning _meaning;

    private CertainRepair(Finding finding, SemanticModel model)
    {
        _finding = finding;
        _model = model;
        _trial = new CompileCheck(finding.Document, finding.Root);
        _meaning = SameMeaning.Of(model.Compilation);
    }

    public static async Task<CertainRepair?> ForAsync(Finding finding) =>
        await finding.SemanticModelAsync().ConfigureAwait(false) is { } model
            ? new CertainRepair(finding, model)
            : null;

    /// <summary>Offers what an invented member plainly says, or the member that it is another spelling of.</summary>
    public async Task OfferMemberAsync(SimpleNameSyntax name)
    {
        var meant = PlainExpression.Of(name) is { } expression ? MeaningsOf(expression) : [];
        if (await OfferMeaningAsync(PlainExpression.Of(name), meant).ConfigureAwait(false)
            || meant.Any(meaning => meaning.IsAmbiguous))
            return;
        var rewritings = new MemberRewritings(name);
        await OfferRenameAsync(
            name.Identifier.ValueText,
            _meaning.OfMember,
            (text, import, evidence) => Rewritten(rewritings, name, text, import, evidence)).ConfigureAwait(false);
    }

    /// <summary>Offers what an indexer that does not exist plainly says.</summary>
    public Task OfferIndexerAsync(ElementAccessExpressionSyntax indexed) =>
        PlainExpression.Of(indexed) is { } expression
            ? OfferMeaningAsync(expression, MeaningsOf(expression))
            : Task.CompletedTask;

    /// <summary>
    /// Offers the first suggestion that is another spelling of the name and compiles. Where two are a slip away,
    /// neither is certain.
    /// </summary>
    public async Task OfferRenameAsync(
        string wrong,
        Func<string, string, Evidence> judge,
        Func<string, string?, Evidence, IEnumerable<(SyntaxNode Old, SyntaxNode New)>> rewritings)
    {
        var judged = Suggested.By(_finding.Diagnostic)
            .Select(each => (each.Text, each.Import, Evidence: judge(wrong, LastName(each.Text))))
            .ToList();
        if (judged.Count(each => each.Evidence == Evidence.Slip) > 1) return;
        foreach (var (text, import, evidence) in judged.Where(each => each.Evidence != Evidence.None))
            if (await OfferFirstAsync(
                $"Use '{text}'",
                rewritings(text, import, evidence),
                import == MemberSuggestions.Awaited ? null : import).ConfigureAwait(false))
                return;
    }

    /// <summary>Offers the member that a declaration was meant to implement or override.</summary>
    public Task OfferDeclarationAsync(
        MemberDeclarationSyntax declaration, SyntaxToken name, Func<SyntaxToken, SyntaxNode> renamed) =>
        OfferRenameAsync(
            name.ValueText,
            (wrong, right) => OfContract(wrong, right),
            (text, _, _) => [(declaration, renamed(SyntaxFactory.Identifier(text).WithTriviaFrom(name)))]);

    public Task OfferTypeAsync(string wrong, Func<string, (SyntaxNode Old, SyntaxNode New)> renamed) =>
        OfferRenameAsync(wrong, _meaning.OfType, (text, _, _) => [renamed(text)]);

    /// <summary>
    /// Offers a namespace all of whose names but one are the same, and that one is spelled otherwise.
    /// </summary>
    public Task OfferNamespaceAsync(NameSyntax import) => OfferRenameAsync(
        import.ToString(),
        (wrong, _) => Evidence.SameLetters,
        (text, _, _) => IsNamespaceOf(import.ToString().Split('.'), text.Split('.'))
            ? [(import, SyntaxFactory.ParseName(text))]
            : []);

    private bool IsNamespaceOf(string[] wrong, string[] right) =>
        wrong.Length == right.Length
        && wrong.Zip(right, (theirs, ours) =>
            theirs == ours || Letters.Distance(theirs, ours) == 1 || _meaning.Of(theirs, ours) != Evidence.None)
            .All(isSame => isSame);

    /// <summary>
    /// Offers the parameter that an argument must mean by its name, or by a type that no other parameter has.
    /// </summary>
    public Task OfferArgumentAsync(
        ExpressionSyntax value,
        ISymbol? called,
        string wrong,
        Func<string, (SyntaxNode Old, SyntaxNode New)> renamed) =>
        OfferRenameAsync(
            wrong,
            (theirs, ours) => _meaning.OfArgument(theirs, ours) is var evidence && evidence != Evidence.None
                ? evidence
                : Distinct.IsMeant(value, called, ours, _model) ? Evidence.Alias : Evidence.None,
            (text, _, _) => [renamed(text)]);

    /// <summary>
    /// The compiler finds one member that lacks an implementation and one that implements nothing: tense and
    /// <c>Async</c> may differ.
    /// </summary>
    private Evidence OfContract(string wrong, string right)
    {
        if (_meaning.OfMember(wrong, right)
            is var evidence and (Evidence.SameLetters or Evidence.Slip or Evidence.SameWords or Evidence.Asynchronous))
            return evidence;
        return Spelling.Root(wrong) == Spelling.Root(right) ? Evidence.Alias : Evidence.None;
    }

    private List<PlainMeaning> MeaningsOf(PlainExpression expression) =>
        ReceiverOf(expression.Receiver) is { } receiver
            ? [.. PlainMeanings.Of(_model.Compilation)
                .For(expression.Name, expression.Arguments?.Count, NamesOf(receiver.Type), receiver.IsStatic)]
            : [];

    /// <summary>A type of the project may be called like one of the framework, and mean something else by it.</summary>
    private static List<string> NamesOf(ITypeSymbol type) =>
        [.. TypeNames.SelfAndAncestors(type)
            .Where(IsOfFramework)
            .Select(each => each is IArrayTypeSymbol ? nameof(Array) : each.Name)
            .Distinct()];

    private static bool IsOfFramework(ITypeSymbol type) =>
        type is IArrayTypeSymbol || type.ContainingNamespace?.ToDisplayString() is { } space
            && (space == Framework || space.StartsWith(Framework + ".", StringComparison.Ordinal));

    private (ITypeSymbol Type, bool IsStatic)? ReceiverOf(ExpressionSyntax receiver) =>
        _model.GetSymbolInfo(receiver, _finding.Cancellation).Symbol is INamedTypeSymbol type ? (type, true)
        : _model.GetTypeInfo(receiver, _finding.Cancellation).Type
            is { TypeKind: not TypeKind.Error and not TypeKind.Dynamic } value
            ? (value, false)
        : null;

    private async Task<bool> OfferMeaningAsync(PlainExpression? expression, IEnumerable<PlainMeaning> meanings)
    {
        foreach (var meaning in meanings.TakeWhile(meaning => !meaning.IsAmbiguous))
            if (expression!.Saying(meaning) is { } said
                && await OfferFirstAsync(
                    $"Write '{Shown(said)}'", [(expression.Whole, said)], null).ConfigureAwait(false))
                return true;
        return false;
    }

    private async Task<bool> OfferFirstAsync(
        string title, IEnumerable<(SyntaxNode Old, SyntaxNode New)> rewritings, string? import)
    {
        foreach (var (old, replacement) in rewritings)
        {
            if (await _trial.Replace(old, replacement, import, _finding.Cancellation).ConfigureAwait(false)
                is not { } changed)
                continue;
            _finding.OfferProven(title, Key, changed);
            return true;
        }

        return false;
    }

    private IEnumerable<(SyntaxNode, SyntaxNode)> Rewritten(
        MemberRewritings rewritings, SimpleNameSyntax name, string text, string? import, Evidence evidence)
    {
        if (import == MemberSuggestions.Awaited)
            return evidence == Evidence.SameLetters ? rewritings.ForAwaited(text) : [];
        if (text.IndexOf('.') >= 0)
            return evidence == Evidence.SameLetters && IsOfReceiver(name, text)
                ? rewritings.WithReceiverFirst(text)
                : [];
        if (IsDiscardedQuery(rewritings, text)) return [];
        return evidence switch
        {
            Evidence.Getter => rewritings.Read(text),
            Evidence.Setter => rewritings.Written(text),
            Evidence.Asynchronous => rewritings.Awaited(text),
            _ => rewritings.For(text),
        };
    }

    /// <summary>A static method of the receiver's own type, which the receiver was asked for.</summary>
    private bool IsOfReceiver(SimpleNameSyntax name, string text) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name
        && ReceiverOf(access.Expression) is { IsStatic: false } receiver
        && text.Substring(0, text.LastIndexOf('.')) == TypeNames.Written(receiver.Type);

    /// <summary>What changes a list in another language may be a query here, whose result nobody reads.</summary>
    private bool IsDiscardedQuery(MemberRewritings rewritings, string text) =>
        rewritings is { IsStatement: true, Receiver: { } receiver }
        && _model.GetTypeInfo(receiver, _finding.Cancellation).Type is { } type
        && _model.LookupSymbols(
            receiver.SpanStart, type, text, includeReducedExtensionMethods: true) is { IsEmpty: false } found
        && found.All(symbol => symbol is IMethodSymbol { ContainingType.Name: "Enumerable" or "Queryable" });

    private static string LastName(string text)
    {
        var name = text.EndsWith("()", StringComparison.Ordinal) ? text[..^2] : text;
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    private static string Shown(ExpressionSyntax said) =>
        System.Text.RegularExpressions.Regex.Replace(said.ToString(), @"\bSystem\.(?:(?:IO|Linq|Net)\.)?", "");
}
