namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>The sides from which a number is limited.</summary>
[Flags]
internal enum Sides
{
    None = 0,
    Below = 1,
    Above = 2,
    Both = Below | Above,
}

/// <summary>What the template of a route demands of the numbers in it: <c>{month:range(1,12)}</c>.</summary>
internal static class RouteTemplate
{
    /// <summary>
    /// The sides from which a template limits a number; none where it does not name the number. Whatever is not known
    /// to let all numbers pass, such as a pattern or a constraint of the program, is taken for a limit.
    /// </summary>
    public static Sides LimitsOf(string template, string name)
    {
        foreach (var parameter in ParametersIn(template))
        {
            var parts = PartsOf(parameter).ToList();
            if (WordOf(parts[0]).Equals(name, StringComparison.OrdinalIgnoreCase))
                return parts.Skip(1).Aggregate(Sides.None, static (sides, part) => sides | LimitsOf(part));
        }

        return Sides.None;
    }

    private static Sides LimitsOf(string constraint) => WordOf(constraint).ToLowerInvariant() switch
    {
        "int" or "long" or "decimal" or "double" or "float" or "guid" or "bool" or "datetime" or "alpha" or "required"
            or "minlength" => Sides.None,
        "min" => Sides.Below,
        "max" => Sides.Above,
        _ => Sides.Both,
    };

    /// <summary>A name without the asterisks before it, and without what it is when it is left out.</summary>
    private static string WordOf(string part)
    {
        var word = part.TrimStart('*');
        var end = word.IndexOfAny(['(', '=', '?']);
        return end < 0 ? word : word.Substring(0, end);
    }

    /// <summary>What stands between braces; doubled ones belong to a pattern, or to the text.</summary>
    private static IEnumerable<string> ParametersIn(string template)
    {
        var start = -1;
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] is not ('{' or '}')) continue;
            if (at + 1 < template.Length && template[at + 1] == template[at]) at++;
            else if (template[at] == '{') start = at + 1;
            else if (start >= 0)
            {
                yield return template.Substring(start, at - start);
                start = -1;
            }
        }
    }

    /// <summary>The name and the constraints; the colons of a pattern stand in parentheses.</summary>
    private static IEnumerable<string> PartsOf(string parameter)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at < parameter.Length; at++)
        {
            depth += parameter[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (parameter[at] != ':' || depth > 0) continue;
            yield return parameter.Substring(start, at - start);
            start = at + 1;
        }

        yield return parameter.Substring(start);
    }
}
