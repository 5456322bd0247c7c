using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.MemberStrings;

/// <summary>What a debugger is told to show: expressions in braces, and the type that stands for another.</summary>
internal static class DebuggerStrings
{
    /// <summary>The text, and the names and types that are shown beside it.</summary>
    public static IEnumerable<MissingName> InDisplay(AttributeSite site)
    {
        if (SpokenOf(site) is not { } type || !Nameable.IsKnown(type)) yield break;
        foreach (var argument in site.Arguments.Where(argument => argument.NameEquals is not { Name.Identifier.ValueText: not ("Name" or "Type") }))
        {
            if (site.TextOf(argument.Expression) is not { } text) continue;
            foreach (var (start, expression) in HolesOf(text))
                foreach (var missing in new DebuggerExpression(argument.Expression, start, type, site).Missing(expression))
                    yield return missing;
        }
    }

    /// <summary>A type of this assembly, or of the one that is named behind a comma.</summary>
    public static IEnumerable<MissingName> InProxy(AttributeSite site)
    {
        var text = site.Positional.FirstOrDefault();
        if (site.TextOf(text) is not { } written) yield break;
        var parts = written.Split(',');
        var name = parts[0].Trim();
        var assembly = parts.Length > 1 ? parts[1].Trim() : site.Compilation.AssemblyName ?? "";
        if (name.Length == 0 || name.IndexOf('[') >= 0 || assembly != site.Compilation.AssemblyName || site.Compilation.Assembly.GetTypeByMetadataName(name) is not null) yield break;

        yield return new MissingName(text!, name, assembly, "type", "so the debugger shows the raw members")
        {
            Start = name.Length == written.Length ? null : written.IndexOf(name, StringComparison.Ordinal),
            Choices = OwnTypes.Of(site.Compilation).All.Select(type => new Choice(MetadataNameOf(type), type)),
            IsText = true,
        };
    }

    /// <summary>On a type, or for another one from outside; on a member the debugger stands in its type, or in that of its value.</summary>
    private static ITypeSymbol? SpokenOf(AttributeSite site) => site.Target switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type => type,
        null => site.TypeIn(site.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Target")?.Expression),
        IPropertySymbol or IFieldSymbol => site.Home,
        _ => null,
    };

    /// <summary>The expressions in braces, without their format specifiers; a backslash takes a brace its meaning.</summary>
    private static IEnumerable<(int Start, ExpressionSyntax Expression)> HolesOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '{')
            {
                var end = text.IndexOf('}', at);
                if (end < 0 || text.IndexOf('{', at + 1, end - at - 1) >= 0) yield break;
                var hole = text.Substring(at + 1, end - at - 1);
                var expression = SyntaxFactory.ParseExpression(WithoutSpecifiers(hole));
                if (!expression.ContainsDiagnostics) yield return (at + 1, expression);
                at = end;
            }
        }
    }

    /// <summary>Cut at the first comma outside parentheses and quotes.</summary>
    private static string WithoutSpecifiers(string hole)
    {
        var depth = 0;
        var isQuoted = false;
        for (var at = 0; at < hole.Length; at++)
        {
            if (hole[at] == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (hole[at] is '(' or '[' or '<') depth++;
            else if (hole[at] is ')' or ']' or '>') depth--;
            else if (hole[at] == ',' && depth <= 0) return hole.Substring(0, at);
        }

        return hole;
    }

    private static string MetadataNameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataNameOf(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;
}
