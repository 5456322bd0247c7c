using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Claims of a token that was read and not validated, used as if they were true.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnvalidatedToken() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0303",
        title: "A token is trusted without validation",
        messageFormat: "'{0}' only reads the token, so its sender chose {1}; validate it with 'ValidateToken' first",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A token that is read but not validated contains whatever its sender put into it.",
        alsoKnownAs: "unverified JWT, missing signature check",
        cwe: [347]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var tokens = Tokens.Of(start.Compilation);
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        if (tokens.AreReadHere)
            start.RegisterOperationAction(
                context => Judge(context, tokens), OperationKind.Invocation, OperationKind.ObjectCreation);
        else if (WebApplication.Of(start.Compilation).IsPossible)
            start.RegisterOperationAction(context => Judge(context, tokens), OperationKind.Invocation);
    }

    private static void Judge(OperationAnalysisContext context, Tokens tokens)
    {
        var read = context.Operation;
        if (!tokens.IsRead(read) && !Tokens.IsDecodedByHand(read)) return;
        if (TokenUse.HomeOf(read) is not { } home || IsTrusted(context, read, home)) return;

        var use = TokenUse.Of(read, home);
        if (use is null || TokenUse.ValidatesIn(home)) return;
        context.Report(Diagnostic.Create(Descriptor, read.Syntax.GetLocation(), Quote.Of(read.Syntax), use));
    }

    /// <summary>
    /// A token that the framework has validated, that the caller was given by its issuer, or that is only shown.
    /// </summary>
    private static bool IsTrusted(OperationAnalysisContext context, IOperation read, SyntaxNode home)
    {
        if (home.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList?.Types.Any(type =>
            type.ToString().EndsWith("AuthenticationStateProvider", StringComparison.Ordinal)) == true)
            return true;
        if (Replaces(read, "SignatureValidator")
            || Replaces(read, "OnTokenValidated")
            || Replaces(read, "ForwardDefaultSelector")
            || TakesValidated(home))
            return true;

        var sources = TokenUse.SourcesOf(read, home).ToList();
        if (sources.Exists(IsIssued) || IsHandedByIssuer(read, context.Compilation)) return true;

        var application = WebApplication.Of(context.Compilation);
        if (!application.IsPossible) return false;
        if (ApplicationSetup.Of(context.Compilation).ValidatesBearerTokens
            && sources.Exists(source => source is "Headers" or "Authorization"))
            return true;
        return application.AnsweredBy(home) is { } handler
            && handler.Granted is Protection.Presence or Protection.Demand;
    }

    /// <summary>What the framework keeps of a sign-in that it has checked.</summary>
    private static bool IsIssued(string source) =>
        source is "GetTokenAsync" or "IdToken" or "SaveToken" or "SecurityToken";

    /// <summary>
    /// The token was made here, or it is a parameter, and all that call the method hand over one that they have made
    /// or that was issued to them.
    /// </summary>
    private static bool IsHandedByIssuer(IOperation read, Compilation compilation)
    {
        if (read is not IInvocationOperation { Arguments: { Length: > 0 } arguments }) return false;
        if (MadeTokens.Is(arguments[0].Value, compilation)) return true;

        return arguments[0].Value.Bare() is IParameterReferenceOperation
            { Parameter: { ContainingSymbol: IMethodSymbol method } token }
            && Passed.To(token, method, compilation) is { Count: > 0 } handed
            && handed.TrueForAll(value =>
                WasIssued(value) || IsValidated(value, compilation) || MadeTokens.Is(value, compilation));
    }

    /// <summary>
    /// The caller validates it, or takes it from the header that the framework has validated for all.
    /// </summary>
    private static bool IsValidated(IOperation value, Compilation compilation) =>
        value.Syntax is ExpressionSyntax given
        && TokenUse.HomeOf(value) is { } home
        && (TokenUse.ValidatesIn(home)
            || (WebApplication.Of(compilation).IsPossible
                && ApplicationSetup.Of(compilation).ValidatesBearerTokens
                && TokenUse.NamesBehind(given, home).Any(static name => name is "Headers" or "Authorization")));

    /// <summary>The framework calls it after it has validated the token, and hands it over.</summary>
    private static bool TakesValidated(SyntaxNode home) =>
        home is BaseMethodDeclarationSyntax { ParameterList.Parameters: var parameters }
        && parameters.Any(static parameter => parameter.Type is { } type
            && type.ToString().EndsWith("TokenValidatedContext", StringComparison.Ordinal));

    private static bool WasIssued(IOperation value) =>
        value.Syntax is ExpressionSyntax given
        && TokenUse.HomeOf(value) is { } home
        && TokenUse.NamesBehind(given, home).Any(IsIssued);

    /// <summary>Code that is given to the framework in place of its own, or called by it after its own.</summary>
    private static bool Replaces(IOperation read, string property) =>
        read.Syntax.Ancestors()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => Calls.NameOf(assignment.Left) == property);
}
