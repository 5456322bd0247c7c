using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>What a debugger is told to show: expressions in braces, and the type that stands for another.</summary>
internal static class DebuggerStrings
{
    /// <summary>The text, and the names and types that are shown beside it.</summary>
    public static IEnumerable<MissingName> InDisplay(AttributeSite site)
    {
        if (SpokenOf(site) is not { } type || !Nameable.IsKnown(type)) yield break;
        foreach (var argument in site.Arguments.Where(argument =>
            argument.NameEquals is not { Name.Identifier.ValueText: not ("Name" or "Type") }))
        {
            if (site.TextOf(argument.Expression) is not { } text) continue;
            foreach (var (start, expression, format) in HolesOf(text))
            {
                var missing = new DebuggerExpression(argument.Expression, start, type, site).Missing(expression);
                foreach (var name in missing) yield return name;
                if (missing.Count == 0 && format is not null)
                    yield return Formatted(argument.Expression, start, expression.ToString(), format, type);
            }
        }
    }

    /// <summary>
    /// <c>{Total:N2}</c>: what an interpolated string takes for a format is no expression to a debugger.
    /// </summary>
    private static MissingName Formatted(
        ExpressionSyntax text, int start, string expression, string format, ITypeSymbol type) =>
        new(text, expression + format, TypeNames.Written(type), "member", "so the debugger shows an error there")
        {
            Start = start,
            Meant = new Choice(expression),
            IsText = true,
        };

    /// <summary>A type of this assembly, or of the one that is named behind a comma.</summary>
    public static IEnumerable<MissingName> InProxy(AttributeSite site)
    {
        var text = site.Positional.FirstOrDefault();
        if (site.TextOf(text) is not { } written) yield break;
        var parts = written.Split(',');
        var name = parts[0].Trim();
        var assembly = parts.Length > 1 ? parts[1].Trim() : site.Compilation.AssemblyName ?? "";
        if (name.Length == 0
            || name.IndexOf('[') >= 0
            || assembly != site.Compilation.AssemblyName
            || site.Compilation.Assembly.GetTypeByMetadataName(name) is not null)
            yield break;

        yield return new MissingName(text!, name, assembly, "type", "so the debugger shows the raw members")
        {
            Start = name.Length == written.Length ? null : written.IndexOf(name, StringComparison.Ordinal),
            Choices = OwnTypes.Of(site.Compilation).All.Select(type => new Choice(MetadataNameOf(type), type)),
            IsText = true,
        };
    }

    /// <summary>
    /// On a type, or for another one from outside; on a member the debugger stands in its type, or in that of its
    /// value.
    /// </summary>
    private static ITypeSymbol? SpokenOf(AttributeSite site) => site.Target switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type => type,
        null => site.TypeIn(site.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "Target")?.Expression),
        IPropertySymbol or IFieldSymbol => site.Home,
        _ => null,
    };

    /// <summary>
    /// The expressions in braces, without their format specifiers; a backslash takes a brace its meaning.
    /// </summary>
    private static IEnumerable<(int Start, ExpressionSyntax Expression, string? Format)> HolesOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '{')
            {
                var end = text.IndexOf('}', at);
                if (end < 0 || text.IndexOf('{', at + 1, end - at - 1) >= 0) yield break;
                var hole = text.Substring(at + 1, end - at - 1);
                var (written, format) = WithoutFormat(WithoutSpecifiers(hole));
                var expression = SyntaxFactory.ParseExpression(written);
                if (!expression.ContainsDiagnostics) yield return (at + 1, expression, format);
                at = end;
            }
        }
    }

    /// <summary>Cut at a colon behind a mere name, which is the only one that means a format for certain.</summary>
    private static (string Expression, string? Format) WithoutFormat(string hole)
    {
        var colon = hole.IndexOf(':');
        return colon > 0 && colon < hole.Length - 1 && hole[colon + 1] != ':'
            && hole[..colon].All(static character => char.IsLetterOrDigit(character) || character is '_' or '.')
            ? (hole[..colon], hole[colon..])
            : (hole, null);
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
            else if (hole[at] == ',' && depth <= 0) return hole[..at];
        }

        return hole;
    }

    private static string MetadataNameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataNameOf(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;
}
