using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A token that is validated, and then good for a write whatever it was issued for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenWithoutScope() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0305",
        title: "A write accepts any valid token",
        messageFormat: "'{0}' accepts every valid token for '{1}', which changes data, without checking its scope, "
            + "role or audience; compare one of them first",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A valid token proves where it comes from, not what it allows; a write that checks neither "
            + "scope nor role nor audience accepts tokens that were meant for reading.",
        alsoKnownAs: "missing scope check, confused deputy",
        cwe: [863]);

    private static readonly ImmutableHashSet<string> Purposes = WordSet.Of(
        "aud audience permission policy purpose role scope scp");

    /// <summary>Verbs that change a list or a response as often as data.</summary>
    private static readonly ImmutableHashSet<string> Everyday = WordSet.Of(
        "accept add append clear close confirm copy order post put reset send set write");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var tokens = Tokens.Of(start.Compilation);
        if (!tokens.AreReadHere || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(context => Judge(context, tokens), OperationKind.Invocation);
    }

    private static void Judge(OperationAnalysisContext context, Tokens tokens)
    {
        var validation = (IInvocationOperation)context.Operation;
        if (!tokens.IsValidation(validation)
            || TokenUse.HomeOf(validation) is not { } home
            || validation.SemanticModel is not { } model)
            return;
        if (EndpointNames.IsForEverybody(NameOf(home)) || LooksAtPurpose(home)) return;
        if (WriteIn(home, validation.Syntax, context.Compilation) is not { } write
            || Callees(home, model).Any(LooksAtPurpose))
            return;

        context.Report(
            Diagnostic.Create(
                Descriptor,
                validation.Syntax.GetLocation(),
                Quote.Of(Calls.NameOf((InvocationExpressionSyntax)validation.Syntax)),
                write));
    }

    private static string NameOf(SyntaxNode home) => home switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "",
    };

    /// <summary>
    /// A name or a text that speaks of what a token is for; a property that is set to false says the opposite.
    /// </summary>
    private static bool LooksAtPurpose(SyntaxNode home) => home.DescendantTokens().Any(token =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken
        && token.ValueText.Length < 100
        && Words.StemsOf(token.ValueText).Any(Purposes.Contains)
        && !IsSwitchedOff(token));

    private static bool IsSwitchedOff(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<AssignmentExpressionSyntax>()
            is { Right.RawKind: (int)SyntaxKind.FalseLiteralExpression };

    /// <summary>The write that the token opens: the endpoint itself, or a call after the validation.</summary>
    private static string? WriteIn(SyntaxNode home, SyntaxNode validation, Compilation compilation)
    {
        var application = WebApplication.Of(compilation);
        if (application.IsPossible && application.AnsweredBy(home) is { } endpoint)
            return endpoint is { IsWrite: true, IsForEverybody: false } ? endpoint.Name : null;

        return home.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.SpanStart > validation.Span.End)
            .Select(Calls.NameOf)
            .FirstOrDefault(IsWrite);
    }

    private static bool IsWrite(string call) =>
        EndpointNames.SaysChange(call)
        && Words.StemsOf(call) is var words
        && (words.Length > 1 || !Everyday.Contains(words[0]))
        && !(Everyday.Contains(words[0])
            && words[^1] is "claim" or "async" or "range" or "header" or "cookie" or "line");

    /// <summary>Methods of this project that are called in a method.</summary>
    private static IEnumerable<SyntaxNode> Callees(SyntaxNode home, SemanticModel model) =>
        home.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call).Symbol).OfType<IMethodSymbol>()
            .SelectMany(method => (method.ReducedFrom ?? method).DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax());
}
