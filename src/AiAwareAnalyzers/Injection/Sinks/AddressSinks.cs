using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Where text becomes an address that a browser is sent to, or that the server asks.</summary>
internal sealed class AddressSinks
{
    private static readonly string[] Requests =
        [
            "DeleteAsync", "GetAsync", "GetByteArrayAsync", "GetStreamAsync", "GetStringAsync", "PatchAsync",
            "PostAsync", "PutAsync"
        ];

    private static readonly string[] JsonRequests =
    [
        "GetFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync",
        "GetFromJsonAsAsyncEnumerable"
    ];

    internal static readonly ImmutableArray<Sink> Redirects = ImmutableArray.Create<Sink>(
        new("Microsoft.AspNetCore.Mvc.ControllerBase", "Redirect", "url"),
        new("Microsoft.AspNetCore.Mvc.ControllerBase", "RedirectPermanent", "url"),
        new("Microsoft.AspNetCore.Mvc.ControllerBase", "RedirectPreserveMethod", "url"),
        new("Microsoft.AspNetCore.Mvc.ControllerBase", "RedirectPermanentPreserveMethod", "url"),
        new("Microsoft.AspNetCore.Mvc.RazorPages.PageBase", "Redirect", "url"),
        new("Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Redirect", "url"),
        new("Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "RedirectPermanent", "url"),
        new("Microsoft.AspNetCore.Mvc.RedirectResult", SinkTable.Constructor, "url"),
        new("Microsoft.AspNetCore.Http.Results", "Redirect", "url"),
        new("Microsoft.AspNetCore.Http.TypedResults", "Redirect", "url"),
        new("Microsoft.AspNetCore.Http.HttpResponse", "Redirect", "location"));

    internal static readonly ImmutableArray<Sink> Table =
        Redirects
            .Concat(Requests.Select(method => new Sink("System.Net.Http.HttpClient", method, "requestUri")))
            .Concat(JsonRequests.Select(method =>
                new Sink("System.Net.Http.Json.HttpClientJsonExtensions", method, "requestUri")))
            .Concat(
            [
                new("System.Net.Http.HttpRequestMessage", SinkTable.Constructor, "requestUri"),
                new("System.Net.Http.HttpRequestMessage", "RequestUri"),
                new("System.Net.WebRequest", "Create", "requestUriString"),
                new("System.Net.WebClient", "DownloadString", "address"),
                new("System.Net.WebClient", "DownloadData", "address"),
            ])
            .ToImmutableArray();

    private readonly SinkTable _redirects;
    private readonly SinkReader _reader;

    private AddressSinks(Compilation compilation)
    {
        _redirects = new(compilation, Redirects);
        var table = new SinkTable(compilation, Table);
        AreReferenced = !table.IsEmpty;
        _reader = new(TextTemplates.Of(compilation), table.TextsOf);
    }

    public bool AreReferenced { get; }

    public static AddressSinks Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new AddressSinks(known));

    public SinkUse? At(IOperation operation) => _reader.At(operation);

    public bool Redirect(IOperation operation) => !_redirects.TextsOf(operation).IsEmpty;

    /// <summary>
    /// The hole that decides which host an address leads to; null where the code wrote the host itself.
    /// </summary>
    public static Hole? HostOf(Template address)
    {
        var written = "";
        foreach (var part in address.Parts)
        {
            switch (part)
            {
                case Literal literal:
                    written += literal.Text;
                    if (SettlesHost(written)) return null;
                    break;
                case Choice choice:
                    return written.Length > 0
                        ? null
                        : choice.Alternatives.Select(HostOf).FirstOrDefault(hole => hole is not null);
                case Hole { IsFree: true } hole:
                    return hole;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary><c>https://host/</c>, <c>/path</c>, <c>page?</c>: what follows cannot change the host.</summary>
    private static bool SettlesHost(string written)
    {
        var text = written.TrimStart('~');
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) return text.IndexOfAny(['/', '?', '#'], scheme + 3) >= 0;
        if (text.StartsWith("//", StringComparison.Ordinal)) return text.IndexOfAny(['/', '?', '#'], 2) >= 0;
        if (text.StartsWith("/", StringComparison.Ordinal)) return text.Length > 1 && text[1] != '\\';
        return text.IndexOfAny(['/', '?', '#']) >= 0;
    }
}
