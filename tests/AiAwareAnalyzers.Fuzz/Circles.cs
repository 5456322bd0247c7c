using System.Collections.Immutable;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>Types that are their own base, alias, constraint, part or member.</summary>
internal static class Circles
{
    public static IEnumerable<Mutant> Of(Seed seed)
    {
        var types = seed.All<TypeDeclarationSyntax>().ToImmutableArray();
        for (var index = 0; index < types.Length; index++)
            foreach (var mutant in Of(seed, types[index], types[(index + 1) % types.Length].Identifier.Text))
                yield return mutant;
    }

    private static IEnumerable<Mutant> Of(Seed seed, TypeDeclarationSyntax type, string neighbour)
    {
        var name = type.Identifier.Text;
        foreach (var inherited in new[]
            { name, neighbour, $"{name}.{neighbour}", $"System.Collections.Generic.List<{name}>" })
            yield return new Mutant(seed, "a circle of bases", Inherits(type, inherited));
        if (neighbour != name)
            yield return new Mutant(seed, "a circle of bases", [.. Both(seed, type, neighbour)]);
        foreach (var alias in new[]
        {
            $"using {name} = {name};",
            $"using {name} = {neighbour}; using {neighbour} = {name};"
        })
            yield return new Mutant(seed, "a circle of aliases", Insert(0, alias + "\n"));
        yield return new Mutant(seed, "a type twice", Insert(type.FullSpan.End, "\n" + type.ToString()));
        yield return new Mutant(
            seed,
            "a type in parts",
            Insert(type.Keyword.SpanStart, "partial "),
            Insert(type.FullSpan.End, "\n" + PartOf(type)));
        yield return new Mutant(seed, "a type inside of itself", Insert(type.OpenBraceToken.Span.End, type.ToString()));
        yield return new Mutant(
            seed,
            "a type that holds itself",
            Insert(type.OpenBraceToken.Span.End, $" {name} _self = new {name}(); {name} Self => Self; "));
        yield return new Mutant(
            seed, "a type of its own argument", Insert(type.Identifier.Span.End, $"<T> where T : {name}<{name}<T>>"));
    }

    private static IEnumerable<TextChange> Both(Seed seed, TypeDeclarationSyntax type, string neighbour)
    {
        var other = seed.All<TypeDeclarationSyntax>().First(candidate => candidate.Identifier.Text == neighbour);
        return [Inherits(type, neighbour), Inherits(other, type.Identifier.Text)];
    }

    private static TextChange Inherits(TypeDeclarationSyntax type, string name) => type.BaseList is { } list
        ? new TextChange(list.Types.Span, name)
        : Insert(
            ParametersOf(type)?.Span.End ?? type.TypeParameterList?.Span.End ?? type.Identifier.Span.End,
            $" : {name} ");

    /// <summary>Older hosts know parameters of records only, and by another member.</summary>
    private static ParameterListSyntax? ParametersOf(TypeDeclarationSyntax type) =>
        type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();

    private static string PartOf(TypeDeclarationSyntax type) =>
        $"partial {type.ToString()[(type.Keyword.SpanStart - type.SpanStart)..]}";

    private static TextChange Insert(int place, string text) => new(new TextSpan(place, 0), text);
}
