using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>Endpoints of those who run the place, and may set and see everything.</summary>
internal static class Oversight
{
    private static readonly ImmutableHashSet<string> Overseers = WordSet.Of(
        "admin administration administrator backoffice internal operator superuser");

    public static bool Is(Endpoint endpoint) =>
        Says(endpoint.Name) || Says(endpoint.Route) || Says(endpoint.Namespace) || Says(endpoint.Demand)
        || endpoint.Syntax.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .SelectMany(member => member.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Any(attribute => Says(attribute.ArgumentList?.ToString()));

    private static bool Says(string? text) =>
        text is not null && Words.StemsOf(text).Any(Overseers.Contains);
}
