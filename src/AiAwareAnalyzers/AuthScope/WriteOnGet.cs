using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Reach;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A GET that changes data: links, images, crawlers and prefetching browsers run it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WriteOnGet() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0312",
        title: "A GET changes data",
        messageFormat: "'{0}' answers to GET and {1} by '{2}', so a link or an image on any page does it in the "
            + "name of the user who is signed in (CSRF), and so does a prefetching browser; {3}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A GET that changes data is run by links, images, crawlers and prefetching browsers, in the name "
            + "of the user who is signed in.",
        alsoKnownAs: "CSRF, cross-site request forgery, unsafe GET",
        cwe: [352]);

    private static readonly ImmutableHashSet<string> Verbs = WordSet.Of(
        "activate approve ban cancel clear deactivate delete disable enable pay promote publish",
        "purge refund reject remove reset restore revoke ship suspend toggle unban unblock unpublish update");

    private static readonly ImmutableHashSet<string> SigningOut = WordSet.Of("logoff logout signoff signout");

    private static readonly ImmutableHashSet<string> Prefixes = WordSet.Of("on get async handle http api do");

    private protected override void Start(CompilationStartAnalysisContext start) => GetEndpoints.Register(start, Judge);

    private static void Judge(Endpoint endpoint, SemanticModelAnalysisContext context)
    {
        var compilation = context.SemanticModel.Compilation;
        var says = WordsOf(endpoint);
        if (says.Exists(SigningOut.Contains) || IsPageToLeave(endpoint))
        {
            if (HandlerFunction.Of(endpoint, compilation) is { } leaving
                && !EndSessions.Are(leaving)
                && Changes.SignOutIn(leaving.Body, compilation) is { } signOut)
                Report(endpoint, context, "signs the caller out", signOut);
            return;
        }

        if (!says.Any(Verbs.Contains)
            || endpoint.IsForEverybody
            || HandlerFunction.Of(endpoint, compilation) is not { } function)
            return;

        if ((Changes.LastingIn(function.Body, compilation) ?? Changes.OrderedIn(function.Body)) is { } change)
            Report(endpoint, context, "changes data", change);
    }

    /// <summary>The first word of the handler's name, and of each fixed part of the route.</summary>
    private static List<string> WordsOf(Endpoint endpoint) =>
        endpoint.Route.Split('/').Where(part => part.Length > 0 && part[0] != '{')
            .Prepend(endpoint.Name.Split('.').Last().Split('(')[0])
            .Select(name => Words.Of(name).SkipWhile(Prefixes.Contains).ToList())
            .SelectMany(words => words.Take(1).Concat(words.Take(2).Count() == 2 ? [words[0] + words[1]] : []))
            .ToList();

    /// <summary>A page's <c>OnGet</c> says nothing; its type is <c>LogoutModel</c>.</summary>
    private static bool IsPageToLeave(Endpoint endpoint) =>
        endpoint is { IsGuardedByType: true, Container: INamedTypeSymbol page }
        && Words.Of(page.Name) is var words
        && (words.Any(SigningOut.Contains)
            || words.Skip(1).Zip(words, static (second, first) => first + second).Any(SigningOut.Contains));

    private static void Report(
        Endpoint endpoint,
        SemanticModelAnalysisContext context,
        string what,
        IInvocationOperation change) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            endpoint.Place,
            endpoint.Name,
            what,
            change.TargetMethod.Name,
            "answer to POST with an antiforgery token instead, or to DELETE"));
}
