using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What may have been meant by a member that a type does not have.</summary>
internal sealed partial class MemberSuggestions
{
    private const double ChangedOwner = 0.1;
    private const double SameWordsElsewhere = 0.9;
    private const double SameWordsInPart = 0.85;
    private const double IdiomRank = 0.05;
    private const double Indexed = 0.04;
    private const double FromObject = 0.12;
    private const double Obsolete = 0.1;
    private const double Question = 0.2;
    private const double Answer = 0.1;
    private const double Idiom = 1.04;
    private const double ForAll = 0.02;
    private const double LikeIdiom = 0.7;
    private const double OnlyEnding = 0.86;
    private const double Conversion = 1.06;
    private const double Clear = 0.9;
    private const double AsAcronym = 0.95;
    private const double Contrary = 0.2;
    private const double OfInstance = 0.16;
    private const double Shortened = 0.04;

    private static readonly SymbolDisplayFormat WithTypeParameters = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>The ways to an instance that stand for its type.</summary>
    private static readonly string[] WellKnownInstances =
        ["Shared", "UTF8", "InvariantCulture", "Instance", "Default", "Current"];

    private readonly NameUse _usage;
    private readonly ITypeSymbol _receiver;
    private readonly bool _isStatic;
    private readonly bool _isImplicit;
    private readonly Likeness _likeness;
    private readonly ILookup<string, ISymbol> _members;
    private readonly HashSet<string> _stems;
    private readonly HashSet<string> _ownerStems;
    private readonly Lazy<(string Name, Likeness Likeness)> _withoutOwner;
    private readonly string _qualified;
    private readonly string? _longer;

    private MemberSuggestions(NameUse usage, Receiver receiver)
    {
        _usage = usage;
        _receiver = receiver.Type;
        _isStatic = receiver.IsStatic;
        _isImplicit = receiver.IsImplicit;
        _likeness = new Likeness(
            usage.Name,
            _isImplicit ? Vocabulary.Of(Compilation) : Vocabulary.ForGuesses(Compilation));
        _qualified = Spelling.Squash(receiver.Type.Name + usage.Name);
        _ownerStems = new(Words.Of(receiver.Type.Name).Select(Spelling.Root), StringComparer.Ordinal);
        _withoutOwner = new(() =>
        {
            var name = WithoutOwner(usage.Name);
            return (name, new Likeness(name, Vocabulary.ForGuesses(Compilation)));
        });
        _members = _isImplicit ? InScope() : MembersOf(_receiver, withExtensions: !_isStatic);
        _longer = _isImplicit ? null : OnlyLonger();
        _stems = new(Words.Of(usage.Name).Select(Spelling.Root), StringComparer.Ordinal);
    }

    private Compilation Compilation => _usage.Compilation;

    /// <summary>At most three, best first.</summary>
    public static ImmutableArray<Suggestion> For(NameUse usage, Receiver receiver) => For(usage, receiver, _ => true);

    /// <summary>As <see cref="For(NameUse, Receiver)"/>, where the name itself is there and was not meant.</summary>
    public static ImmutableArray<Suggestion> Beside(NameUse usage, Receiver receiver) =>
        For(usage, receiver, suggestion => suggestion.Symbol?.Name != usage.Name);

    private static ImmutableArray<Suggestion> For(NameUse usage, Receiver receiver, Func<Suggestion, bool> counts)
    {
        var suggestions = new MemberSuggestions(usage, receiver);
        if (suggestions.IsOfOtherArity)
            return Suggestion.Best(
                suggestions.FromMembers().Where(suggestion => suggestion.Symbol?.Name == usage.Name));
        if (receiver.IsImplicit) return Suggestion.Best([.. suggestions.FromMembers(), .. suggestions.FromIdioms()]);
        List<Suggestion> near =
        [
            .. suggestions.FromMembers(),
            .. suggestions.FromIdioms(),
            .. suggestions.FromImports(),
            .. suggestions.FromOtherOwners(),
            .. suggestions.FromSiblings(),
            .. suggestions.FromInstances(),
            .. suggestions.FromParts(),
            .. suggestions.FromRelatives(),
            .. suggestions.FromStates(),
            .. suggestions.FromConversions(),
            .. suggestions.FromAwaited()
        ];
        return Suggestion.Best(
            near.Any(suggestion => suggestion.Score >= Clear && counts(suggestion))
                ? near
                : [.. near, .. suggestions.FromAfar()],
            counts);
    }

    /// <summary>What is looked for only where nothing near is clear: it takes many types to be read.</summary>
    private IEnumerable<Suggestion> FromAfar() =>
        [.. FromNeighbours(), .. FromForeignExtensions(), .. FromStaticClasses(), .. FromFarParts()];

    /// <summary>The name is right, and only its type arguments are not.</summary>
    private bool IsOfOtherArity =>
        _usage.TypeArguments > 0 && _members[_usage.Name]
            .OfType<IMethodSymbol>()
            .Any(method => method.Arity > 0 && method.Arity != _usage.TypeArguments);

    private ILookup<string, ISymbol> MembersOf(ITypeSymbol type, bool withExtensions, string? name = null) =>
        _usage.Model.LookupSymbols(_usage.Position, type, name, includeReducedExtensionMethods: withExtensions)
            .Where(member =>
                member is IMethodSymbol
                    { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.DelegateInvoke }
                    or IPropertySymbol { IsIndexer: false } or IFieldSymbol or IEventSymbol or INamedTypeSymbol)
            .ToLookup(member => member.Name);

    /// <summary>
    /// What can be written without a receiver: locals, parameters, members, and those of types that are imported with
    /// <c>using static</c>.
    /// </summary>
    private ILookup<string, ISymbol> InScope() =>
        _usage.Model.LookupSymbols(_usage.Position)
            .Where(symbol =>
                symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }
                    or IPropertySymbol { IsIndexer: false }
                    or IFieldSymbol
                    or IEventSymbol
                    or IParameterSymbol
                    or IRangeVariableSymbol
                || (symbol is ILocalSymbol local && local.Locations[0].SourceSpan.End <= _usage.Position))
            .ToLookup(symbol => symbol.Name);

    private IEnumerable<Suggestion> FromMembers() =>
        _members.Select(named => FromMember(named.Key, [.. named], LikenessTo(named.Key)));

    /// <summary>What a process calls its <c>ProcessName</c> is its name.</summary>
    private double LikenessTo(string name) =>
        !_isImplicit && Spelling.Squash(name) == _qualified ? 1
        : name == _longer ? Math.Max(_likeness.To(name), OnlyEnding)
        : IsReadValue ? Math.Max(_likeness.To(name), LikenessOfValue(name))
        : _likeness.To(name);

    /// <summary>
    /// What a value repeats of its type's name says nothing, and initials say all: <c>HttpVersion.Http2</c> is
    /// <c>Version20</c>, <c>NormalizationForm.NFC</c> is <c>FormC</c>.
    /// </summary>
    private double LikenessOfValue(string name)
    {
        if (Acronym.IsOf(_usage.Name, _receiver.Name, name)) return AsAcronym;
        var (wanted, likeness) = _withoutOwner.Value;
        var there = WithoutOwner(name);
        return wanted.Length == 0 || there.Length == 0 || (wanted.Length == _usage.Name.Length && there == name)
            ? 0
            : Math.Min(likeness.To(there), 1) - Shortened;
    }

    private string WithoutOwner(string name)
    {
        var words = Words.Of(name);
        var rest = words.Where(word => !_ownerStems.Contains(Spelling.Root(word))).ToList();
        return rest.Count == words.Length ? name : string.Join("_", rest);
    }

    /// <summary>
    /// The one property whose name ends as a shorter one was written: <c>client.Headers</c> is
    /// <c>client.DefaultRequestHeaders</c>.
    /// </summary>
    private string? OnlyLonger()
    {
        var words = Words.Of(_usage.Name);
        var longer = _members
            .Where(named => named.All(member => member is IPropertySymbol)
                && Words.Of(named.Key) is var others
                && others.Length > words.Length
                && others.Skip(others.Length - words.Length).SequenceEqual(words))
            .Select(named => named.Key)
            .Take(2)
            .ToList();
        return longer.Count == 1 ? longer[0] : null;
    }

    private Suggestion FromMember(string name, IReadOnlyList<ISymbol> overloads, double likeness)
    {
        var first = overloads[0];
        var isForeign = !_isStatic && !_isImplicit && overloads.All(member => member.IsStatic);
        var needsInstance = _isStatic
            && !_usage.IsNamed
            && first is not INamedTypeSymbol
            && !overloads.Any(member => member.IsStatic);
        var fit = FitOf(overloads);
        var score = (fit < 0 ? Math.Min(likeness, 1) : likeness) + fit
            - (isForeign ? ChangedOwner : 0)
            - (needsInstance ? 1 : 0)
            - (first.ContainingType?.SpecialType == SpecialType.System_Object ? FromObject : 0)
            - (IsObsolete(first) ? Obsolete : 0)
            - (AnswersAnotherQuestion(name) ? Question : 0)
            + (likeness > 0 && IsQuestion(_usage.Name) && overloads.All(AnswersYesOrNo) ? Answer : 0)
            - (!_isImplicit && Opposites.Are(_usage.Name, name) ? Contrary : 0)
            + (AnswersForAll(name) ? ForAll : 0);
        if (name == _usage.Name
            && _usage.TypeArguments > 0
            && first is IMethodSymbol { Arity: var arity } generic
            && arity != _usage.TypeArguments)
            name = generic.ToDisplayString(WithTypeParameters);
        return new Suggestion(
            isForeign ? $"{TypeNames.Written(first.ContainingType!)}.{name}" : Called(name), score, first);
    }

    /// <summary>A method that was read as if it were a property needs its parentheses.</summary>
    private string Called(string name) => name == _usage.Name && !_usage.IsCalled ? name + "()" : name;

    private double FitOf(IReadOnlyList<ISymbol> overloads) =>
        overloads.OfType<IMethodSymbol>().ToList() is { Count: > 0 } methods
            ? MemberFit.OfMethods(methods, _usage)
            : MemberFit.Of(overloads[0], _usage);

    /// <summary>A name that asks for yes or no answers one that asks for something else badly.</summary>
    private bool AnswersAnotherQuestion(string name) =>
        IsQuestion(name) && !IsQuestion(_usage.Name) && _usage.Expected?.SpecialType != SpecialType.System_Boolean;

    private static bool AnswersYesOrNo(ISymbol member) =>
        TypeNames.TypeOf(member)?.SpecialType == SpecialType.System_Boolean;

    private static bool IsQuestion(string name) => Words.Of(name).FirstOrDefault() is "is" or "has" or "can";

    /// <summary><c>ExtractAll</c> asks for <c>Matches</c> rather than for a <c>Match</c>.</summary>
    private bool AnswersForAll(string name) =>
        name.EndsWith("s", StringComparison.Ordinal) && Words.Of(_usage.Name).Any(ForSeveral.Contains);

    /// <summary>Words that ask for more than one.</summary>
    private static readonly ImmutableHashSet<string> ForSeveral = WordSet.Of("all each every iter iterator list many");

    private static bool IsObsolete(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute));

    /// <summary>What another language calls it, where ours exists here.</summary>
    private IEnumerable<Suggestion> FromIdioms()
    {
        var rank = 0;
        foreach (var ours in IdiomsFor(_usage.Name)
            .OrderBy(ours => ours.EndsWith("." + _usage.Name, StringComparison.Ordinal) ? 0 : 1))
        {
            if (Resolve(ours, Idiom - IdiomRank * rank) is not { } suggestion) continue;
            rank++;
            yield return suggestion;
        }

        if (rank > 0 || !IsReadValue) yield break;
        foreach (var suggestion in FromLikeIdioms()) yield return suggestion;
    }

    /// <summary>A name alone proves less, so that less is taken for it.</summary>
    private IEnumerable<string> IdiomsFor(string name) => _isImplicit
        ? Idioms.Of(Compilation).ForMember(name, TypeNames.Of(_receiver))
        : Idioms.Of(Compilation).ForMissing(name, TypeNames.Of(_receiver));

    /// <summary>A single word that is taken for another one that is known: <c>Highest</c> for <c>Max</c>.</summary>
    private IEnumerable<Suggestion> FromLikeIdioms()
    {
        if (Words.Of(_usage.Name) is not [var word]) return [];
        return Vocabulary.ForGuesses(Compilation).Relatives(word)
            .SelectMany(IdiomsFor)
            .Distinct()
            .Select((ours, rank) => Resolve(ours, LikeIdiom - IdiomRank * rank))
            .OfType<Suggestion>();
    }

    /// <summary>An idiom is meant, whatever is passed to it: fit decides little.</summary>
    private Suggestion? Resolve(string ours, double score)
    {
        if (ours == "this[]") return HasIndexer ? new Suggestion(ours, score + Indexed) : null;
        if (ours.IndexOf('.') is var dot and >= 0) return ResolveElsewhere(ours, dot, score);
        var asynchronous = ours + "Async";
        var name = _usage.IsAwaited && _members.Contains(asynchronous) ? asynchronous : ours;
        if (_isStatic && !_usage.IsNamed && _members.Contains(name) && _members[name].All(member => !member.IsStatic))
            return InstanceAtHand() is { } instance
                ? new Suggestion($"{instance}.{name}", score - OfInstance, _members[name].First())
                : null;
        if (PathThrough(name) is { } path) return path with { Score = score };
        return _members.Contains(name)
            ? WithFit(FromMember(name, [.. _members[name]], 0), score)
            : Unimported(name) is { } import ? WithFit(import, score) : null;
    }

    /// <summary>The part that is meant has a member of just this name: <c>db.Database.EnsureCreated</c>.</summary>
    private Suggestion? PathThrough(string part) =>
        !_isStatic
        && !_isImplicit
        && _members[part].OfType<IPropertySymbol>().FirstOrDefault(IsPart) is { } property
        && MembersOf(property.Type, withExtensions: true, _usage.Name)[_usage.Name].FirstOrDefault() is { } member
            ? new Suggestion($"{part}.{member.Name}", 0, member)
            : null;

    private static Suggestion? WithFit(Suggestion suggestion, double score) =>
        suggestion.Score < -0.4 ? null : suggestion with { Score = score + suggestion.Score / 2 };

    private bool HasIndexer =>
        !_isStatic
        && (_receiver is IArrayTypeSymbol || TypeNames.SelfAndAncestors(_receiver)
            .SelectMany(type => type.GetMembers())
            .Any(member => member is IPropertySymbol { IsIndexer: true }));

    private Suggestion? ResolveElsewhere(string ours, int dot, double score)
    {
        var owner = TypeInScope(Keywords.TypeOf(ours[..dot]));
        var member = owner?.GetMembers(ours[(dot + 1)..].Split('.')[0]).FirstOrDefault();
        if (owner is null || member is null) return null;
        var isOwn = _isStatic && SymbolEqualityComparer.Default.Equals(owner, _receiver);
        return new Suggestion(isOwn ? ours[(dot + 1)..] : ours, score, member);
    }

    private INamedTypeSymbol? TypeInScope(string name) =>
        ReferencedTypes.Of(Compilation).Named(name).FirstOrDefault(type => type.Name == name && type.Arity == 0);
}
