using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Settings;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>What is wrong with one value, whatever it holds.</summary>
internal static class ValueFlaws
{
    private static readonly ImmutableHashSet<string> NumericFormats = WordSet.Of(
        "int32 int64 integer decimal double float number numeric uint64 big-decimal money");

    public static ShapeFlaw? Of(Pair pair, WireSide side)
    {
        if (pair.Schema.IsUnknown) return null;
        var ours = WireTypes.KindsOf(pair.Type, pair.Member, side.Serialization);
        return ours == WireKinds.None
            ? null
            : Kinds(pair, ours, side) ?? Formats(pair, side) ?? Null(pair, side) ?? Values(pair, side);
    }

    /// <summary>Whether a value of these kinds may be what a schema describes.</summary>
    public static bool MayBe(WireKinds ours, ApiSchema schema) =>
        ours == WireKinds.None || schema.Kinds == WireKinds.None || (ours & schema.Kinds) != 0;

    private static ShapeFlaw? Kinds(Pair pair, WireKinds ours, WireSide side)
    {
        var theirs = pair.Schema.Kinds;
        if (!MayBe(ours, pair.Schema))
            return IsNumberInText(pair, ours) ? null : Mismatch(pair, side, Noun(ours), Noun(theirs));
        // A fraction where the other side knows none.
        var (written, read) = side.IsSent ? (ours, theirs) : (theirs, ours);
        return (written & WireKinds.Number) != 0 && read == WireKinds.Integer
            ? Mismatch(pair, side, Noun(ours), Noun(theirs)) with { IsCertain = false }
            : null;
    }

    /// <summary>A text that looks like a number is read as one by the options of the web.</summary>
    private static bool IsNumberInText(Pair pair, WireKinds ours) =>
        (ours & WireKinds.Integer) != 0
        && pair.Schema.Kinds == WireKinds.Text
        && (pair.Schema.HasPattern || NumericFormats.Contains(pair.Schema.Format));

    private static ShapeFlaw? Formats(Pair pair, WireSide side)
    {
        var (type, format) = (WireTypes.Bare(pair.Type).Name, pair.Schema.Format);
        if (pair.Schema.Kinds != WireKinds.Text || !WireTypes.IsOfSystem(WireTypes.Bare(pair.Type))) return null;
        var isOther = (type, format) switch
        {
            ("Guid", "date-time" or "date" or "time" or "email" or "uri") => true,
            ("DateTime" or "DateTimeOffset" or "DateOnly", "uuid" or "email" or "uri" or "time") => true,
            ("DateOnly", "date-time") => !side.IsSent,
            _ => false,
        };
        return isOther ? Mismatch(pair, side, $"a {type}", $"a text of the format {format}") : null;
    }

    private static ShapeFlaw? Null(Pair pair, WireSide side)
    {
        var type = pair.Type;
        if (!side.IsSent)
            return pair is { Schema.IsNullable: true, Member: not null }
                && type.IsValueType
                && SymbolEqualityComparer.Default.Equals(WireTypes.Bare(type), type)
                    ? new(
                        $"{pair.Quoted} cannot be null, and '{pair.Property}' of {side.Where} may be",
                        "a null cannot be read",
                        $"make it '{Short(type)}?'",
                        IsCertain: true)
                    : null;
        var mayBeNull = !SymbolEqualityComparer.Default.Equals(WireTypes.Bare(type), type)
            || (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated);
        return mayBeNull && pair is { Member: { } member, Schema.IsNullable: false }
            && pair.IsRequired
            && pair.Schema.Kinds != WireKinds.None
            && !WireMembers.IsSometimesIgnored(member)
                ? new(
                    $"{pair.Quoted} may be null, and {side.Where} requires '{pair.Property}'",
                    side.HarmOfSending,
                    $"make it '{Short(type).TrimEnd('?')}'",
                    IsCertain: false)
                : null;
    }

    /// <summary>An enum that is read must know every value of the contract; one that is sent, no others.</summary>
    private static ShapeFlaw? Values(Pair pair, WireSide side)
    {
        var type = WireTypes.Bare(pair.Type);
        if (pair.Schema is not { Kinds: WireKinds.Text, Values: { Length: > 0 } values }
            || !WireTypes.IsStringEnum(type, pair.Member))
            return null;
        var ours = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(NameOf).ToList();
        var (given, wanted) = side.IsSent ? (ours, values.ToList()) : (values.ToList(), ours);
        var known = new HashSet<string>(wanted.Select(Spelling.Squash), StringComparer.Ordinal);
        if (given.FirstOrDefault(value => !known.Contains(Spelling.Squash(value))) is not { } stray) return null;
        var near = wanted.FirstOrDefault(other => KeySlip.IsOf(stray, other));
        return side.IsSent
            ? new(
                $"'{stray}' of '{type.Name}' is no value that '{pair.Property}' of {side.Where} knows",
                side.HarmOfSending,
                near is null ? $"it knows {Listing.Of(values)}" : $"did you mean '{near}'?",
                IsCertain: near is not null)
            : new(
                $"'{pair.Property}' of {side.Where} may be '{stray}', which '{type.Name}' does not have",
                "such a value cannot be read",
                near is null ? "add it" : $"rename '{near}'",
                IsCertain: true);
    }

    private static string NameOf(IFieldSymbol field) =>
        field.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.Name
                is "JsonStringEnumMemberNameAttribute" or "EnumMemberAttribute") is { } named
            ? named.ConstructorArguments.FirstOrDefault().Value as string
                ?? named.NamedArguments.FirstOrDefault().Value.Value as string
                ?? field.Name
            : field.Name;

    private static ShapeFlaw Mismatch(Pair pair, WireSide side, string ours, string theirs) => new(
        $"{pair.Quoted} is {ours}, and "
            + (pair.Property.Length == 0 ? side.Where : $"'{pair.Property}' of {side.Where}")
            + $" is {theirs}",
        side.IsSent ? side.HarmOfSending : "it cannot be read",
        WayOut(pair.Schema),
        IsCertain: true);

    private static string WayOut(ApiSchema schema) => schema.Kinds switch
    {
        WireKinds.Text when schema.Format == "uuid" => "make it 'Guid'",
        WireKinds.Text when schema.Format == "date-time" => "make it 'DateTimeOffset'",
        WireKinds.Text when schema.Format == "date" => "make it 'DateOnly'",
        WireKinds.Text when schema.Values is { Length: > 0 } values => $"it is one of {Listing.Of(values)}",
        WireKinds.Text => "make it 'string'",
        WireKinds.Integer => $"make it '{(schema.Format == "int64" ? "long" : "int")}'",
        WireKinds.Boolean => "make it 'bool'",
        WireKinds.Array => "make it a 'List<…>' or an array",
        WireKinds.Object => "make it a class with the properties of the document",
        _ when (schema.Kinds & WireKinds.Number) != 0 => "make it 'decimal', or 'double'",
        _ => "make it what the document says",
    };

    private static string Noun(WireKinds kinds) => kinds switch
    {
        WireKinds.Text => "a text",
        WireKinds.Integer => "an integer",
        WireKinds.Boolean => "true or false",
        WireKinds.Array => "an array",
        WireKinds.Object => "an object",
        _ when (kinds & WireKinds.Number) != 0 => "a number",
        _ => "something else",
    };

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
