using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Guards;

/// <summary>What makes a guess of a password cost something: counters, locks, limiters of requests, riddles.</summary>
internal sealed class GuessingLimits
{
    /// <summary>Whatever bears one of these names, it limits attempts somewhere in the application.</summary>
    private static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "RateLimit", "Throttl", "Captcha", "Turnstile", "AccessFailedAsync", "LoginAttempt", "FailedAttempt",
        "FailedLogin", "BruteForce");

    /// <summary>Calls that set the pipeline of an application up, where a limiter would stand.</summary>
    private static readonly ImmutableArray<string> SettingUp = ImmutableArray.Create(
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapRazorPages", "MapRazorComponents",
        "MapPost", "MapGroup", "UseAuthentication", "UseAuthorization", "UseFastEndpoints");

    /// <summary>What a type says that counts failures on its own.</summary>
    private static readonly ImmutableHashSet<string> Counting = WordSet.Of(
        "attempt banned blocked captcha cooldown limiter locked lockout throttle");

    private readonly Compilation _compilation;
    private readonly Lazy<bool> _areThere;
    private readonly Lazy<bool> _couldBeSeen;

    private GuessingLimits(Compilation compilation)
    {
        _compilation = compilation;
        _areThere = new(() => _compilation.SyntaxTrees.Any(AreIn));
        _couldBeSeen = new(() => Calls.Of(_compilation).To(SettingUp).Any());
    }

    public static GuessingLimits Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new GuessingLimits(c));

    /// <summary>Whether anything in the project limits attempts.</summary>
    public bool AreThere => _areThere.Value;

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
    private static bool AreIn(SyntaxTree file) =>
        Calls.AreMentioned(file, Names)
        && file.GetRoot().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken)
            && Names.Any(name => token.ValueText.IndexOf(name, StringComparison.Ordinal) >= 0));
}
