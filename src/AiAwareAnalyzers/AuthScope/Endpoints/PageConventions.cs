using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Endpoints;

/// <summary>
/// What the setup demands of folders and pages that it names; their paths begin below the folder <c>Pages</c>.
/// </summary>
internal static class PageConventions
{
    private static readonly ImmutableArray<(string Call, Protection Meaning)> Known = ImmutableArray.Create(
        ("AuthorizeFolder", Protection.Presence),
        ("AuthorizePage", Protection.Presence),
        ("AuthorizeAreaFolder", Protection.Presence),
        ("AuthorizeAreaPage", Protection.Presence),
        ("AllowAnonymousToFolder", Protection.Open),
        ("AllowAnonymousToPage", Protection.Open),
        ("AllowAnonymousToAreaFolder", Protection.Open),
        ("AllowAnonymousToAreaPage", Protection.Open));

    public static Protection Of(Compilation compilation, string file)
    {
        var path = file.Replace('\\', '/');
        var protection = Protection.None;
        foreach (var (name, meaning) in Known)
            foreach (var call in Calls.Of(compilation).To(name))
                if (Covers(call, path, IsOfArea(name)))
                    protection = protection.Stronger(Demanded(call, meaning, IsOfArea(name)));
        return protection;
    }

    private static bool IsOfArea(string name) => name.Contains("Area");

    /// <summary>A policy after the path is more than to be somebody.</summary>
    private static Protection Demanded(InvocationExpressionSyntax call, Protection meaning, bool isArea) =>
        meaning == Protection.Presence && call.ArgumentList.Arguments.Count > (isArea ? 2 : 1)
            ? Protection.Demand
            : meaning;

    private static bool Covers(InvocationExpressionSyntax call, string file, bool isArea)
    {
        var arguments = call.ArgumentList.Arguments;
        if (isArea
            && arguments.ElementAtOrDefault(0)?.Expression is LiteralExpressionSyntax area
            && !Has(file, "/Areas/" + area.Token.ValueText + "/"))
            return false;
        if (arguments.ElementAtOrDefault(isArea ? 1 : 0)?.Expression is not LiteralExpressionSyntax literal)
            return true;

        var path = literal.Token.ValueText.TrimEnd('/');
        return path.Length == 0 || Has(file, "/Pages" + path + "/") || Has(file, "/Pages" + path + ".");
    }

    private static bool Has(string file, string part) => file.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
