using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Requests;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>A type of the code beside a schema of a document, with all that both hold.</summary>
internal sealed class ShapeComparison(WireSide side, Vocabulary vocabulary)
{
    private const int MostPairs = 64;
    private const int MostFlaws = 3;
    private const double Near = 0.6;

    /// <summary>
    /// The flaws of a value that goes over the wire; none where it, or what it should be, is unknown.
    /// </summary>
    public static IEnumerable<Flaw> Between(
        WireValue? value, ApiSchema? schema, Func<Serialization, WireSide> side, Compilation compilation) =>
        value is null || schema is null
            ? []
            : new ShapeComparison(side(value.Serialization), Vocabulary.Of(compilation))
                .FlawsOf(value.Type, schema)
                .Select(flaw => new Flaw(value.Place, flaw));

    /// <summary>The flaws of a value, the certain ones first; three are enough to see that it is another one.</summary>
    public IReadOnlyList<ShapeFlaw> FlawsOf(ITypeSymbol type, ApiSchema schema)
    {
        var flaws = new List<ShapeFlaw>();
        var seen = new HashSet<(ISymbol, DocumentNode)>();
        var waiting = new Queue<Pair>();
        waiting.Enqueue(new(type, schema, null, ""));
        while (waiting.Count > 0 && seen.Count < MostPairs)
        {
            var pair = waiting.Dequeue();
            if (!seen.Add((pair.Type, pair.Schema.Identity))) continue;
            if (ValueFlaws.Of(pair, side) is { } flaw) flaws.Add(flaw);
            else foreach (var inner in Open(pair, flaws)) waiting.Enqueue(inner);
        }

        return flaws.OrderByDescending(flaw => flaw.IsCertain).Take(MostFlaws).ToList();
    }

    /// <summary>What a value consists of, each beside its part of the schema.</summary>
    private IEnumerable<Pair> Open(Pair pair, List<ShapeFlaw> flaws)
    {
        var kinds = WireTypes.KindsOf(pair.Type, pair.Member, side.Serialization);
        if (kinds == WireKinds.Array && pair.Schema is { Kinds: WireKinds.Array, Items: { } items })
            return WireTypes.ElementOf(pair.Type) is { } element
                ? [new(element, items, null, pair.Property)]
                : [];
        if (kinds != WireKinds.Object
            || pair.Schema is not { Kinds: WireKinds.Object, IsUnknown: false }
            || WireMembers.Of(WireTypes.Bare(pair.Type), side.IsSent) is not { } members)
            return [];
        return Members(pair, members, flaws);
    }

    private List<Pair> Members(Pair pair, ImmutableArray<WireMember> members, List<ShapeFlaw> flaws)
    {
        var (known, unknown, inner) = (new HashSet<string>(), new List<WireMember>(), new List<Pair>());
        foreach (var member in members)
            if (PropertyFor(member, pair.Schema) is { } name)
            {
                known.Add(name);
                inner.Add(new(member.Type, pair.Schema.Property(name)!, member.Symbol, name)
                {
                    IsRequired = pair.Schema.Requires(name)
                });
            }
            else
            {
                unknown.Add(member);
            }

        if (CaseOnly(pair, members, known) is { } spelling)
        {
            flaws.Add(spelling);
            return [];
        }

        if (pair.Schema.NamesAll)
            foreach (var member in unknown)
                flaws.Add(Unknown(pair, member, known));
        if (side.IsSent) flaws.AddRange(Missing(pair, known));
        return inner;
    }

    /// <summary>The property of a schema that a member is; null where there is none.</summary>
    private string? PropertyFor(WireMember member, ApiSchema schema) =>
        schema.Names.Contains(member.Name) ? member.Name : side.Serialization switch
        {
            Serialization.Plain when !side.IsSent => null,
            Serialization.Unknown when !member.IsNamed => schema.Names.FirstOrDefault(name =>
                Spelling.Squash(name) == Spelling.Squash(member.Name)),
            _ => schema.Names.FirstOrDefault(name =>
                string.Equals(name, member.Name, StringComparison.OrdinalIgnoreCase)),
        };

    /// <summary>A reader that minds the case of letters finds nothing in names that are written otherwise.</summary>
    private ShapeFlaw? CaseOnly(Pair pair, ImmutableArray<WireMember> members, HashSet<string> known)
    {
        if (side.IsSent
            || side.Serialization != Serialization.Plain
            || known.Count > 0
            || !pair.Schema.NamesAll)
            return null;
        var spelled = members.Where(member => !member.IsNamed)
            .Select(member => pair.Schema.Names.FirstOrDefault(name =>
                string.Equals(name, member.Name, StringComparison.OrdinalIgnoreCase)))
            .OfType<string>()
            .ToList();
        return spelled.Count == 0 ? null : new(
            $"{pair.Quoted} is read without options, and {side.Where} writes '{spelled[0]}' otherwise",
            "no property is found",
            "pass options made with 'JsonSerializerDefaults.Web'",
            IsCertain: true);
    }

    private ShapeFlaw Unknown(Pair pair, WireMember member, HashSet<string> known)
    {
        var held = new Pair(member.Type, pair.Schema, member.Symbol, "");
        var likeness = new Likeness(member.Name, vocabulary);
        var kinds = WireTypes.KindsOf(member.Type, member.Symbol, side.Serialization);
        var near = pair.Schema.Names.Where(name => !known.Contains(name))
            .Select(name => (Name: name, Likeness: likeness.To(name)))
            .Where(name => name.Likeness >= Near && ValueFlaws.MayBe(kinds, pair.Schema.Property(name.Name)!))
            .OrderByDescending(name => name.Likeness)
            .ThenBy(name => name.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
        if (near is not null) known.Add(near);
        return new(
            $"{side.Where} has no '{Wire(member)}', as {held.Quoted} is {(side.IsSent ? "sent" : "read")}",
            side.IsSent ? pair.Schema.IsClosed ? "the request is refused" : "it is ignored" : "it is never filled",
            near is null ? $"it has {Listing.Of(pair.Schema.Names)}"
                : Spelling.Squash(near) == Spelling.Squash(member.Name)
                    ? $"mark it with '[JsonPropertyName(\"{near}\")]'"
                    : $"did you mean '{near}'?",
            IsCertain: near is not null || (side.IsSent && pair.Schema.IsClosed));
    }

    private IEnumerable<ShapeFlaw> Missing(Pair pair, HashSet<string> known) =>
        pair.Schema.Required
            .Where(name => !known.Contains(name) && side.Expects(pair.Schema.Property(name)!))
            .Select(name => new ShapeFlaw(
                $"{side.Where} requires '{name}', which {(pair with { Member = null }).Quoted} does not have",
                side.HarmOfSending,
                "add it",
                IsCertain: true));

    private string Wire(WireMember member) =>
        member.IsNamed || side.Serialization == Serialization.Plain || member.Name.Length == 0
            ? member.Name
            : char.ToLowerInvariant(member.Name[0]) + member.Name[1..];
}
