using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What makes a guess of a password cost something: counters, locks, limiters of requests, riddles.</summary>
internal sealed class GuessingLimits
{
    /// <summary>Whatever bears one of these names, it limits attempts somewhere in the application.</summary>
    private static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "RateLimit", "Throttl", "Captcha", "Turnstile", "AccessFailedAsync", "LoginAttempt", "FailedAttempt",
        "FailedLogin", "BruteForce");

    /// <summary>What the limiter of the framework consists of.</summary>
    private static readonly ImmutableHashSet<string> FrameworkParts = WordSet.Of(
        "RateLimiting AddRateLimiter UseRateLimiter EnableRateLimiting EnableRateLimitingAttribute RateLimitPartition",
        "PartitionedRateLimiter RateLimiter DisableRateLimiting RequireRateLimiting RateLimitLease");

    private static readonly ImmutableArray<string> Reaching = ImmutableArray.Create(
        "GlobalLimiter", "RequireRateLimiting");

    /// <summary>Calls that set the pipeline of an application up, where a limiter would stand.</summary>
    private static readonly ImmutableArray<string> SettingUp = ImmutableArray.Create(
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapRazorPages", "MapRazorComponents",
        "MapPost", "MapGroup", "UseAuthentication", "UseAuthorization", "UseFastEndpoints");

    /// <summary>What a type says that counts failures on its own.</summary>
    private static readonly ImmutableHashSet<string> Counting = WordSet.Of(
        "attempt banned blocked captcha cooldown limiter locked lockout throttle");

    private readonly Compilation _compilation;
    private readonly Lazy<bool> _areThere;
    private readonly Lazy<bool> _areOfFramework;
    private readonly Lazy<bool> _isForAll;
    private readonly Lazy<bool> _couldBeSeen;

    private GuessingLimits(Compilation compilation)
    {
        _compilation = compilation;
        _areThere = new(() => _compilation.SyntaxTrees.Any(AreIn));
        _areOfFramework = new(() => _compilation.SyntaxTrees.SelectMany(NamesIn).ToList() is var names
            && names.Exists(static name => name.ValueText == "AddRateLimiter")
            && names.TrueForAll(IsOfFramework));
        _isForAll = new(() => _compilation.SyntaxTrees.Any(IsForAllIn));
        _couldBeSeen = new(() => Calls.Of(_compilation).To(SettingUp).Any());
    }

    public static GuessingLimits Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new GuessingLimits(c));

    /// <summary>Whether anything in the project limits attempts.</summary>
    public bool AreThere => _areThere.Value;

    /// <summary>
    /// Whether what limits can reach a login; the limiter of the framework, where it is set up here and nothing else
    /// limits, does so as the limiter of all requests, by an attribute, or by a convention of routes.
    /// </summary>
    public bool Reach(INamedTypeSymbol? login) => !_areOfFramework.Value || _isForAll.Value || IsNamedBy(login);

    /// <summary>Whether the application is set up here: the limiter of a library stands in another project.</summary>
    public bool CouldBeSeen => _couldBeSeen.Value;

    /// <summary>Whether a type counts, locks or waits by itself.</summary>
    public static bool AreKeptBy(INamedTypeSymbol? type) =>
        type is not null
        && type.DeclaringSyntaxReferences
            .SelectMany(static reference => reference.GetSyntax().DescendantTokens())
            .Any(static token => token.IsKind(SyntaxKind.IdentifierToken)
                && Words.StemsOf(token.ValueText).Any(Counting.Contains));

    /// <summary>By a name that is used; what is only commented out limits nothing.</summary>
    private static bool AreIn(SyntaxTree file) => NamesIn(file).Any();

    private static IEnumerable<SyntaxToken> NamesIn(SyntaxTree file) =>
        Calls.AreMentioned(file, Names)
            ? file.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)
                && Names.Any(name => token.ValueText.IndexOf(name, StringComparison.Ordinal) >= 0))
            : [];

    /// <summary>A part of the limiter that limits nothing before somebody says what.</summary>
    private static bool IsOfFramework(SyntaxToken name) =>
        FrameworkParts.Contains(name.ValueText)
        || name.ValueText.EndsWith("RateLimiterOptions", StringComparison.Ordinal);

    /// <summary>
    /// A limiter of all requests that lets none pass at will, or routes that are limited by a convention.
    /// </summary>
    private static bool IsForAllIn(SyntaxTree file) =>
        Calls.AreMentioned(file, Reaching)
        && file.GetRoot().DescendantNodes().Any(static node => node switch
        {
            AssignmentExpressionSyntax { Left: var target, Right: var limiter } =>
                Calls.NameOf(target) == "GlobalLimiter"
                && (limiter.ToString().IndexOf("GetNoLimiter", StringComparison.Ordinal) < 0 || SpeaksOfLogin(limiter)),
            InvocationExpressionSyntax call => Calls.NameOf(call) == "RequireRateLimiting",
            _ => false,
        });

    private static bool SpeaksOfLogin(SyntaxNode limiter) =>
        limiter.DescendantTokens().Any(static token => Words.Of(token.ValueText).Any(static word =>
            word is "login" or "auth" or "account" or "identity" or "signin" or "token"));

    /// <summary>An attribute on the type, on one of its members, or on a base.</summary>
    private static bool IsNamedBy(INamedTypeSymbol? login) =>
        login.SelfAndBases().Any(static type =>
            type.GetAttributes().Concat(type.GetMembers().SelectMany(static member => member.GetAttributes()))
                .Any(static attribute => attribute.AttributeClass?.Name == "EnableRateLimitingAttribute"));
}
