using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A scope, role or permission looked for as a part of a text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScopeBySubstring() : Rule(Descriptor)
{
    /// <summary>The form of the text, in the properties of a finding.</summary>
    internal const string Form = nameof(Form);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0302",
        title: "A scope or role is matched as a substring",
        messageFormat: "'{0}' also accepts every longer name that contains {1}; {2} and compare whole values",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A scope or role that is matched as a substring is also found inside the name of another one.",
        alsoKnownAs: "substring match, incorrect authorization",
        cwe: [863]);

    /// <summary>What a person types to find something, not what an endpoint demands.</summary>
    private static readonly ImmutableHashSet<string> SearchWords = WordSet.Of(
        "scope scp role permission required requirement needed expected demanded");

    /// <summary>A pattern with one of these knows where a name begins or ends.</summary>
    private static readonly ImmutableArray<string> Anchors = ImmutableArray.Create(
        "^", "$", @"\b", @"\s", "(?<", @"\A", @"\z");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var texts = ScopeText.Of(start.Compilation);
        start.RegisterOperationAction(context => Judge(context, texts), OperationKind.Invocation);
    }

    private static void Judge(OperationAnalysisContext context, ScopeText texts)
    {
        var search = (IInvocationOperation)context.Operation;
        if (!IsSearch(search, out var text, out var wanted) || !IsDemand(wanted) || !Decides(search)) return;

        var form = texts.FormOf(text);
        if (form == ScopeText.Form.None || IsPrefixOfOne(search, form, text) || IsInQuery(search)) return;

        context.Report(Diagnostic.Create(
            Descriptor,
            search.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Form, form.ToString()),
            Quote.Of(search.Syntax), Quote.Of(wanted.Syntax), WayOut(form)));
    }

    private static string WayOut(ScopeText.Form form) => form switch
    {
        ScopeText.Form.Scopes => "split the text on spaces",
        ScopeText.Form.Joined => "search the list instead of the text joined from it",
        ScopeText.Form.One => "this is one value, so drop the search",
        _ => "split the text",
    };

    private static bool IsSearch(IInvocationOperation search, out IOperation text, out IOperation wanted)
    {
        text = wanted = search;
        var method = search.TargetMethod;
        if (search.Arguments.IsEmpty) return false;

        if (method.ContainingType.SpecialType == SpecialType.System_String
            && method.Name is "Contains" or "IndexOf" or "StartsWith" or "EndsWith")
        {
            if (Provenance.Receiver(search.Instance) is not { } receiver
                || method.Parameters[0].Type.SpecialType != SpecialType.System_String)
                return false;
            (text, wanted) = (receiver, search.Arguments[0].Value);
            return true;
        }

        if (method is not { Name: "IsMatch", IsStatic: true, ContainingType.Name: "Regex" }
            || search.Arguments.Length < 2)
            return false;
        (text, wanted) = (search.Arguments[0].Value, search.Arguments[1].Value);
        return wanted.ConstantText() is { } pattern
            && !Anchors.Any(anchor => pattern.IndexOf(anchor, StringComparison.Ordinal) >= 0);
    }

    /// <summary>
    /// A name written there, or a value that is called a requirement; separators and prefixes such as <c>orders:</c>
    /// are no names.
    /// </summary>
    private static bool IsDemand(IOperation wanted) => wanted.ConstantText() is { } name
        ? name.Length > 0 && char.IsLetterOrDigit(name[0]) && char.IsLetterOrDigit(name[^1])
        : wanted.Unconverted().Syntax
            .DescendantTokens()
            .LastOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)) is var last
            && Words.StemsOf(last.ValueText ?? "").Any(SearchWords.Contains);

    /// <summary>A position is a decision only where it is compared.</summary>
    private static bool Decides(IInvocationOperation search) =>
        search.TargetMethod.Name != "IndexOf" || search.Syntax.AncestorsAndSelf()
            .TakeWhile(node => node is ExpressionSyntax)
            .Any(node => node is BinaryExpressionSyntax or IsPatternExpressionSyntax);

    /// <summary>
    /// One value may well be compared by its prefix (<c>orders:*</c>), and so may the only role there is.
    /// </summary>
    private static bool IsPrefixOfOne(IInvocationOperation search, ScopeText.Form form, IOperation text) =>
        search.TargetMethod.Name is "StartsWith" or "EndsWith"
        && form is ScopeText.Form.One or ScopeText.Form.List
        && text is not IInvocationOperation;

    /// <summary>A query is a search in stored names, and runs elsewhere.</summary>
    private static bool IsInQuery(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation { Parent: { Type.Name: "Expression" } }) return true;
        return false;
    }
}
