using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A login that may be tried as often as the server can answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnlimitedGuessing() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0317",
        title: "A password may be guessed without limit",
        messageFormat: "'{0}' {1}, and nothing limits attempts, so passwords can be guessed as fast as the server "
            + "answers (brute force, credential stuffing); {2}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A login that neither locks an account after some failures nor limits requests lets anyone try "
            + "passwords until one fits.",
        alsoKnownAs: "brute force, credential stuffing, missing lockout, lockoutOnFailure false",
        cwe: [307],
        customTags: LowersOwnFindings);

    /// <summary>Methods that ask for a password although their caller has logged in, or is about to be made.</summary>
    private static readonly ImmutableHashSet<string> NoLogin = WordSet.Of(
        "change confirm delete disable enable register registration remove reset set signup unlink update");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(Look, OperationKind.Invocation);
    }

    private static void Look(OperationAnalysisContext context)
    {
        var check = (IInvocationOperation)context.Operation;
        if (PasswordChecks.UncountedIn(check) is { } uncounted)
        {
            if (!IsExplained(check))
                Report(
                    context,
                    uncounted.Syntax.GetLocation(),
                    "is told not to count failures",
                    "pass 'lockoutOnFailure: true', or put a rate limiter on the endpoint");
        }
        else if (PasswordChecks.AreBare(check)
            && !IsNoLogin(context.ContainingSymbol)
            && PasswordChecks.LoginBehind(check) is { } login
            && !GuessingLimits.AreKeptBy(context.ContainingSymbol.ContainingType))
        {
            Report(
                context,
                check.Syntax.GetLocation(),
                $"checks a password before '{NameOf(login)}' without counting failures",
                WayOut(check));
        }
    }

    private static void Report(OperationAnalysisContext context, Location place, string what, string wayOut)
    {
        var limits = GuessingLimits.Of(context.Compilation);
        var type = context.ContainingSymbol.ContainingType;
        if (limits.AreThere && (limits.Reach(type) || !IsEndpoint(type, context.Compilation)) || StandIns.Contain(type))
            return;

        var severity = limits.CouldBeSeen ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        context.Report(Diagnostic.Create(
            Descriptor,
            place,
            Zones.Raised(severity, context),
            additionalLocations: null,
            properties: null,
            ((IInvocationOperation)context.Operation).TargetMethod.Name, what, wayOut));
    }

    /// <summary>What a limiter is put on by an attribute; whoever calls a service may bear one.</summary>
    private static bool IsEndpoint(INamedTypeSymbol type, Compilation compilation) =>
        AspNetCore.Of(compilation) is var web && (web.IsController(type) || web.IsPage(type));

    /// <summary>
    /// Whoever writes above the call that it locks nobody out has decided so; pages of the SDK come with such words.
    /// </summary>
    private static bool IsExplained(IInvocationOperation check) =>
        check.Statement() is { Syntax: var statement }
        && statement.GetLeadingTrivia().Select(static trivia => trivia.ToString()).Any(static comment =>
            comment.IndexOf("lockout", StringComparison.OrdinalIgnoreCase) >= 0 && !IsOfTemplate(comment));

    private static bool IsOfTemplate(string comment) =>
        comment.StartsWith("// This doesn't count login failures towards", StringComparison.Ordinal)
        || comment.StartsWith("// To enable password failures to trigger", StringComparison.Ordinal);

    private static bool IsNoLogin(ISymbol member) => Words.StemsOf(member.Name).Any(NoLogin.Contains);

    private static string NameOf(IOperation login) => login switch
    {
        IInvocationOperation call => call.TargetMethod.Name,
        _ => login.Type?.Name ?? "",
    };

    private static string WayOut(IInvocationOperation check) =>
        check.TargetMethod is { Name: "CheckPasswordAsync" }
            ? "call 'SignInManager.CheckPasswordSignInAsync' with 'lockoutOnFailure: true', or put a rate limiter on "
                + "the endpoint"
            : "lock the account for a while after some failures, or put a rate limiter on the endpoint";
}
