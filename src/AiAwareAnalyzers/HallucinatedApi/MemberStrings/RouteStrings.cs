using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Names of routes that links and redirects use, and those that the project gives.</summary>
internal sealed class RouteStrings
{
    /// <summary>The methods that are read.</summary>
    public static readonly ImmutableHashSet<string> Methods = WordSet.Of(
        "RedirectToRoute RedirectToRoutePermanent CreatedAtRoute AcceptedAtRoute RouteUrl Link GetPathByName",
        "GetUriByName");

    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _areKnown = true;

    /// <summary>A library may be used by an application that gives names of its own.</summary>
    private readonly bool _areAll;

    private RouteStrings(Compilation compilation)
    {
        _areAll = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        foreach (var tree in compilation.SyntaxTrees.Where(MayGive))
            foreach (var name in tree.GetRoot().DescendantNodes().Select(GivenBy).OfType<ExpressionSyntax>())
                if (Semantics.Of(compilation).ModelOf(tree)?.GetConstantValue(name).Value is string given)
                    _given.Add(given);
                else _areKnown = false;
    }

    /// <summary>A name that no route has, where a route is called nearly so.</summary>
    public static IEnumerable<MissingName> In(IInvocationOperation call)
    {
        var name = call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit
            && argument.Parameter?.Name is "routeName" or "endpointName");
        if (name?.Value
            is not { ConstantValue: { HasValue: true, Value: string text }, Syntax: ExpressionSyntax syntax }
            || !IsOurs(call.TargetMethod))
            return [];
        var routes = Facts.Of(call.SemanticModel!.Compilation, static c => new RouteStrings(c));
        return !routes._areKnown || routes._given.Contains(text)
            ? []
            : [new MissingName(syntax, text, "The project", "route", "so the link leads nowhere")
            {
                Choices = routes._given.Select(given => new Choice(given)),
                OnlyAsSlip = routes._given.Count == 0 || !routes._areAll,
                IsText = true
            }];
    }

    private static bool IsOurs(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString()
            .StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    private static bool MayGive(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        return text.IndexOf("WithName", StringComparison.Ordinal) >= 0
            || text.IndexOf("[Http", StringComparison.Ordinal) >= 0
            || text.IndexOf("Route", StringComparison.Ordinal) >= 0;
    }

    /// <summary>What gives a route its name; null for any other node.</summary>
    private static ExpressionSyntax? GivenBy(SyntaxNode node) => node switch
    {
        AttributeArgumentSyntax
            { NameEquals.Name.Identifier.ValueText: "Name", Parent.Parent: AttributeSyntax attribute } argument
            when IsRoute(attribute.Name.ToString()) =>
            argument.Expression,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call
            when Calls.NameOf(call) is "WithName" or "MapControllerRoute" or "MapAreaControllerRoute" or "MapRoute" =>
            (arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == "name")
                ?? arguments[0]).Expression,
        _ => null,
    };

    private static bool IsRoute(string attribute) =>
        attribute.StartsWith("Http", StringComparison.Ordinal)
        || attribute.StartsWith("Route", StringComparison.Ordinal)
        || attribute.StartsWith("AcceptVerbs", StringComparison.Ordinal);
}
