using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AiAwareAnalyzers.Testing.Properties;

/// <summary>A property as a method of a class of tests.</summary>
internal static class PropertyText
{
    /// <summary>Null where the library cannot make the values, or another framework runs the tests.</summary>
    public static MethodDeclarationSyntax? Of(
        Law law, string receiver, MethodDeclarationSyntax test, SemanticModel model)
    {
        if (Maker.Of(test, model) is not { } maker || Claim(law, receiver, maker) is not { } claim) return null;

        var text = maker.MethodText(NameFor(law, test, model), claim.Values, claim.Holds);
        return SyntaxFactory.ParseMemberDeclaration(text) is MethodDeclarationSyntax method
            ? method.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
                .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
                .WithAdditionalAnnotations(Formatter.Annotation)
            : null;
    }

    private static (ImmutableArray<MadeValue> Values, string Holds)? Claim(Law law, string receiver, Maker maker) =>
        law.Kind switch
        {
            LawKind.RoundTrip => OfRoundTrip(law, receiver, maker),
            LawKind.Order => OfOrder(law, receiver, maker),
            _ => OfSum(law, receiver, maker),
        };

    private static (ImmutableArray<MadeValue>, string)? OfRoundTrip(Law law, string receiver, Maker maker)
    {
        if (maker.Value(law.Method.Parameters[0].Type) is not { } value) return null;

        var back = $"{receiver}.{law.Undo!.Name}({receiver}.{law.Method.Name}({value.Read}))";
        return (
            ImmutableArray.Create(value),
            value.IsList
                ? maker.Ask(back, nameof(Enumerable.SequenceEqual), value.Read)
                : $"{back} == {value.Read}");
    }

    /// <summary>The library itself sorts as well, and knows which elements there were.</summary>
    private static (ImmutableArray<MadeValue>, string)? OfOrder(Law law, string receiver, Maker maker)
    {
        if (!TakesArray(law.Method.Parameters[0].Type) || maker.ArrayOf(law.Method.Parameters[0].Type) is not { } value)
            return null;

        var sorted = $"{receiver}.{law.Method.Name}({value.Read})";
        var expected = maker.Ask(value.Read, nameof(Enumerable.OrderBy), "one => one");
        return (ImmutableArray.Create(value), maker.Ask(sorted, nameof(Enumerable.SequenceEqual), expected));
    }

    private static bool TakesArray(ITypeSymbol type) => type is IArrayTypeSymbol or { TypeKind: TypeKind.Interface };

    private static (ImmutableArray<MadeValue>, string)? OfSum(Law law, string receiver, Maker maker)
    {
        var (cents, parts) = (maker.Cents, maker.Parts);
        var split = $"{receiver}.{law.Method.Name}({cents.Read} / 100m, {parts.Read})";
        return (ImmutableArray.Create(cents, parts), $"{maker.Ask(split, "Sum", "")} == {cents.Read} / 100m");
    }

    /// <summary>In the spelling of the tests around it.</summary>
    private static string NameFor(Law law, MethodDeclarationSyntax test, SemanticModel model)
    {
        var words = law.Kind switch
        {
            LawKind.RoundTrip => $"{law.Undo!.Name} gives back what {law.Method.Name} was given",
            LawKind.Order => $"{law.Method.Name} keeps all elements in order",
            _ => $"{law.Method.Name} keeps the whole",
        };
        var name = test.Identifier.ValueText.Contains('_')
            ? words.Replace(' ', '_')
            : string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        var taken = model.LookupSymbols(test.SpanStart).Select(symbol => symbol.Name).ToImmutableHashSet();
        return taken.Contains(name) ? FreeNames.Numbered(name, 2, free => !taken.Contains(free)) : name;
    }
}
