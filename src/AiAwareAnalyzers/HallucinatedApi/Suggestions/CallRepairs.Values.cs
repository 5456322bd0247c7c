using System.Globalization;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>What a value becomes by its own means or by those of the type that is asked for.</content>
internal sealed partial class CallRepairs
{
    private const double LikeValue = 0.75;

    /// <summary>How methods that make something of something else begin, the likeliest first.</summary>
    private static readonly string[] Makers = ["parse", "from", "get", "of", "find", "load", "create"];

    /// <summary>What a text is in, where it is no plain name of the thing.</summary>
    private static readonly ImmutableHashSet<string> Forms = WordSet.Of("base64 binary serialized");

    private static readonly ImmutableHashSet<string> Contents =
        WordSet.Of("body content contents json payload text value");

    /// <summary>A literal is written otherwise; null where that says nothing.</summary>
    private IEnumerable<string>? Rewritten(Need need)
    {
        if (need.Argument.Expression is not LiteralExpressionSyntax { Token: var token }) return null;
        if (need.To is INamedTypeSymbol { TypeKind: TypeKind.Enum } values)
            return ValuesNamed(token.ValueText, values).Select(value => $"{Written(values)}.{value}");
        return (token.Value, need.To.SpecialType) switch
        {
            (string { Length: 1 } text, SpecialType.System_Char) => [SymbolDisplay.FormatLiteral(text[0], quote: true)],
            (char letter, SpecialType.System_String) => [Quoted(letter.ToString())],
            (string text, SpecialType.System_Boolean) => bool.TryParse(text, out _) ? [text.ToLowerInvariant()] : [],
            (string text, >= SpecialType.System_SByte and <= SpecialType.System_Double) =>
                double.TryParse(
                    text,
                    need.To.SpecialType >= SpecialType.System_Decimal ? NumberStyles.Float : NumberStyles.Integer,
                    CultureInfo.InvariantCulture,
                    out _) ? [text] : [],
            (int or long or double or decimal, SpecialType.System_String) =>
                _call.Method.Name == nameof(ToString) ? [] : [Quoted(token.ValueText)],
            _ => null,
        };
    }

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>
    /// What a literal, or the name of a constant, says as a value that the wanted type has: <c>Encoding.UTF8</c> for
    /// <c>"utf-8"</c>, <c>TimeSpan.Zero</c> for <c>DateTimeKind.Utc</c>, <c>true</c> for an option that ignores case
    /// where <c>ignoreCase</c> is asked for.
    /// </summary>
    private IEnumerable<string> ValuesSaid(Need need)
    {
        if (SaidBy(need.Argument.Expression) is not { } said) return [];
        if (need.To.SpecialType == SpecialType.System_Boolean) return SwitchSaid(need, said);
        return need.To is INamedTypeSymbol { SpecialType: SpecialType.None,
                TypeKind: TypeKind.Class or TypeKind.Struct } type
            ? ConstantsOf(type, said, Likeness.Same)
            : [];
    }

    /// <summary>The constant of a type that a name stands for.</summary>
    private IEnumerable<string> ConstantsOf(INamedTypeSymbol type, string said, double least)
    {
        var known = Idioms.Of(_model.Compilation).ForMissing(said, [type.Name]).FirstOrDefault();
        return type.GetMembers()
            .Where(member => member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }
                && member.DeclaredAccessibility == Accessibility.Public
                && (member.Name == known || LikenessOf(said, member.Name) >= least)
                && TypeNames.TypeOf(member) is { } own
                && MemberFit.Converts(own, type, _model.Compilation))
            .OrderByDescending(member => LikenessOf(said, member.Name))
            .Take(1)
            .Select(member => $"{Written(type)}.{member.Name}");
    }

    /// <summary>
    /// What an argument was called, and what it was given, as a value of another type: <c>seconds: 5</c>,
    /// <c>ignoreCase: true</c>, <c>indented: true</c>.
    /// </summary>
    private IEnumerable<string> SaidTogether(Need need, string name)
    {
        if (need.To.Name == nameof(TimeSpan) && IsNumber(need.From) && UnitIn(name) is { } unit)
            return [$"TimeSpan.From{unit}({need.Text})"];
        if (need.Argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression) && ValuesFor(need.To) is { } values)
            return values.TypeKind == TypeKind.Enum
                ? ValuesNamed(name, values).Select(value => $"{Written(values)}.{value}")
                : ConstantsOf(values, name, LikeValue);
        return [.. AsSetting(need), .. AsConfiguration(need)];
    }

    /// <summary>The type whose values stand for the choices: comparers of text have one of their own.</summary>
    private INamedTypeSymbol? ValuesFor(ITypeSymbol asked) => asked switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } values => values,
        INamedTypeSymbol { Name: "IEqualityComparer" or "IComparer",
            TypeArguments: [{ SpecialType: SpecialType.System_String }] } =>
            _model.Compilation.GetTypeByMetadataName("System.StringComparer"),
        _ => null,
    };

    /// <summary>An option that is called like a switch turns it on; idioms tell which of an enum do.</summary>
    private IEnumerable<string> SwitchSaid(Need need, string said)
    {
        if (need.From.TypeKind != TypeKind.Enum) return [];
        if (Words.Of(need.Purpose).All(Words.Of(said).Contains)) return ["true"];
        return new[] { "true", "false" }
            .Where(literal => Idioms.Of(_model.Compilation).ForMissing(literal, [need.From.Name]).Contains(said))
            .Take(1);
    }

    private string? SaidBy(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        MemberAccessExpressionSyntax access when _model.GetSymbolInfo(access, _cancellation).Symbol
            is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } =>
            access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A value of an enum or of a type like it, that is called like the one which is passed.</summary>
    private IEnumerable<string> ValuesLike(Need need)
    {
        if (need.Argument.Expression is not MemberAccessExpressionSyntax access
            || _model.GetSymbolInfo(access, _cancellation).Symbol
                is not (IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }))
            return [];
        var name = access.Name.Identifier.ValueText;
        if (need.To is INamedTypeSymbol { TypeKind: TypeKind.Enum } values)
            return ValuesNamed(name, values).Select(value => $"{Written(values)}.{value}");
        return Words.Of(need.From.Name) is not [var first, ..]
            ? []
            : from type in need.From.ContainingNamespace?.GetTypeMembers() ?? ImmutableArray<INamedTypeSymbol>.Empty
                where Words.Of(type.Name).FirstOrDefault() == first
                    && type.GetMembers(name).Any(member => member is { IsStatic: true }
                        && TypeNames.TypeOf(member) is { } own
                        && MemberFit.Converts(own, need.To, _model.Compilation))
                select $"{Written(type)}.{name}";
    }

    /// <summary>The value of an enum that a name, a number or a switch stands for.</summary>
    private IEnumerable<string> ValuesNamed(string name, INamedTypeSymbol values)
    {
        var there = values.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name).ToList();
        var likeness = new Likeness(name, Vocabulary.ForGuesses(_model.Compilation));
        return Idioms.Of(_model.Compilation).ForMissing(name, [values.Name])
            .Concat(there.Where(value => likeness.To(value) >= LikeValue).OrderByDescending(likeness.To))
            .Where(there.Contains)
            .Take(1);
    }

    /// <summary>The one part of a value that has the type, or that the parameter is named after.</summary>
    private IEnumerable<string> PartOf(Need need)
    {
        if (need.From is not INamedTypeSymbol { TypeKind: not TypeKind.Enum,
                SpecialType: SpecialType.None or SpecialType.System_DateTime })
            return [];
        var parts = TypeNames.SelfAndAncestors(need.From)
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { IsStatic: false, IsIndexer: false, GetMethod: not null }
                && SymbolEqualityComparer.Default.Equals(property.Type, need.To)
                && _model.IsAccessible(_whole.SpanStart, property))
            .ToList();
        var purpose = Spelling.Squash(need.Purpose);
        var named = parts.Where(part => Spelling.Squash(part.Name) == purpose
            || Spelling.Squash(need.From.Name + part.Name) == purpose).ToList();
        var likely = named.Count > 0 || need.To.SpecialType != SpecialType.None ? named : parts;
        return likely.Count == 1 ? [$"{need.Head}.{likely[0].Name}"] : [];
    }

    /// <summary>A method or constructor of the wanted type, or of a kind of it, that asks for just this.</summary>
    private IEnumerable<string> MadeFrom(Need need)
    {
        if (need.To is not INamedTypeSymbol { SpecialType: SpecialType.None, ContainingNamespace: { } space,
                TypeKind: TypeKind.Class or TypeKind.Struct } wanted
            || IsNumber(need.From)
            || TypeNames.SelfAndAncestors(wanted).Any(type => type.Name == nameof(Exception))
            || need.From.SpecialType == SpecialType.System_Boolean)
            return [];
        var factories = wanted.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary, Arity: 0,
                    DeclaredAccessibility: Accessibility.Public }
                && SymbolEqualityComparer.Default.Equals(method.ReturnType, wanted)
                && RankOf(method) >= 0
                && TakesOnly(method, need.From))
            .OrderBy(method => Words.Of(method.Name).Any(Forms.Contains))
            .ThenBy(RankOf)
            .Select(method => $"{Written(wanted)}.{method.Name}({need.Text})");
        var kinds = wanted.IsAbstract
            ? space.GetTypeMembers().Where(type => SymbolEqualityComparer.Default.Equals(type.BaseType, wanted))
            : [wanted];
        return factories.Concat(kinds
            .Where(type => !type.IsAbstract && type.InstanceConstructors.Any(made => TakesOnly(made, need.From)))
            .Select(type => $"new {Written(type)}({need.Text})"));
    }

    private static int RankOf(IMethodSymbol maker) => Array.IndexOf(Makers, Words.Of(maker.Name).FirstOrDefault());

    private static bool TakesOnly(IMethodSymbol method, ITypeSymbol type) =>
        method is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ RefKind: RefKind.None } first, ..] }
        && SymbolEqualityComparer.Default.Equals(first.Type, type)
        && method.Parameters.Skip(1).All(parameter => !IsDemanded(parameter));

    /// <summary>What the project itself declares becomes text as JSON, where text is what is wanted of it.</summary>
    private IEnumerable<string> ToJson(Need need) =>
        need.From is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct }
        && IsDeclaredHere(need.From)
        && Words.Of(need.Purpose).Any(Contents.Contains)
            ? [$"JsonSerializer.Serialize({need.Text})"]
            : [];
}
