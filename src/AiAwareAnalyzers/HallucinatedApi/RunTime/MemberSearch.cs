using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Looks for a member as the runtime does, and says why it is not found.</summary>
internal sealed class MemberSearch
{
    private readonly MemberQuery _query;
    private readonly TypeMembers _members;
    private readonly Compilation _compilation;
    private readonly IReadOnlyList<RunTimeMember> _named;

    private MemberSearch(MemberQuery query, TypeMembers members, Compilation compilation)
    {
        _query = query;
        _members = members;
        _compilation = compilation;
        _named = [.. members.All.Where(member => (member.Sort & query.Sort) != 0 && query.IsNamed(member))];
    }

    private string Shown => TypeNames.Written(_members.Type);

    /// <summary>Null where it is found, or where nobody can know.</summary>
    public static LookupFailure? For(MemberQuery query, ITypeSymbol type, Compilation compilation)
    {
        if (query.Sort == MemberSort.Constructor)
            return type is INamedTypeSymbol ? ConstructorSearch.For(query, type, compilation) : null;
        if (type is IArrayTypeSymbol && query.Name is "Get" or "Set" or "Address") return null;
        if (TypeMembers.Of(type, compilation) is not { } members) return null;
        var search = new MemberSearch(query, members, compilation);
        var visible = search._named.Where(member => query.Range.Includes(member, members.IsInherited(member))).ToList();
        return visible.Count > 0 ? search.AmongOverloads(visible) : search.IsUnknowable ? null : search.Explain();
    }

    /// <summary>
    /// Names of the compiler's making, members that the references leave out, and members that a later framework has.
    /// </summary>
    private bool IsUnknowable =>
        IsCompilersOwn
        || (!_members.IsOwn && ((_query.Range.IncludesNonPublic && !_query.IsMeantPublic)
            || TargetFramework.Of(_compilation).Name.StartsWith("netstandard", StringComparison.Ordinal)
            || ComesLater));

    private bool IsCompilersOwn =>
        _query.Name.IndexOf('<') >= 0
        && (!_members.IsOwn
            || RunTimeMember.PropertyOfBackingField(_query.Name) is not { } property
            || _members.All.Any(member => member.Name == property));

    private bool ComesLater =>
        ApiHistory.Of(_compilation)
            .SinceOfMember(TypeNames.FullMetadataName(_members.Type.OriginalDefinition), _query.Name) is not null;

    /// <summary>What is named so and looked at: whether it takes what is asked for, and is the only one.</summary>
    private LookupFailure? AmongOverloads(List<RunTimeMember> visible)
    {
        var fitting = visible.Where(Fits).ToList();
        if (fitting.Count == 0) return IsOverloadHidden ? null : NoOverload(visible);
        if (_query.MustBeOnly && fitting.Any(member => !Signatures.AreSame(member, fitting[0])))
            return Ambiguous(fitting);
        return fitting.Count == 1
            && _query.ValueType is { } wanted
            && fitting[0].Symbol is IPropertySymbol property
            && !SymbolEqualityComparer.Default.Equals(property.Type, wanted)
            ? new LookupFailure(
                $"'{Shown}.{_query.Name}' is of "
                + $"type '{TypeNames.Written(property.Type)}', not '{TypeNames.Written(wanted)}'",
                "ask for its own type")
            : null;
    }

    private bool Fits(RunTimeMember member) =>
        (_query.Arity is not { } arity || member.Symbol is not IMethodSymbol method || method.Arity == arity)
        && (_query.Types is { } types
            ? Signatures.MayTake(member, types, _compilation)
            : _query.Count is not { } count || Takes(member, count));

    private bool Takes(RunTimeMember member, int count) =>
        member.Parameters.Length == count
        || (_query.MayTakeFewer && member.Parameters.Any(parameter => parameter.IsOptional || parameter.IsParams));

    private bool IsOverloadHidden =>
        _members.MayHideMembers(_query.Range)
        || (!_members.IsOwn && ApiHistory.Of(_compilation).SinceOfOverload(
            TypeNames.FullMetadataName(_members.Type.OriginalDefinition), _query.Name, MayBeAskedFor) is not null);

    private bool MayBeAskedFor(string[] parameters) =>
        _query.Types is not { } types
        || (types.Length == parameters.Length
            && types.Zip(
                parameters,
                (type, parameter) => type is null || type.Name == parameter || TypeNames.Written(type) == parameter)
                .All(same => same));

    private LookupFailure NoOverload(List<RunTimeMember> visible)
    {
        var asked = _query.Types is { } types
            ? Signatures.Shown(types)
            : _query.Count is { } count ? $"{count} arguments" : $"{_query.Arity} type arguments";
        var arity = _query.Types is not null
            && _query.Arity is { } generic
            && !visible.Any(member => member.Symbol is IMethodSymbol method && method.Arity == generic)
            ? $" with {generic} type parameters"
            : "";
        return new LookupFailure(
            $"no '{_query.Name}' of '{Shown}'{arity} takes {asked}", $"it takes {SignaturesOf(visible)}");
    }

    private LookupFailure Ambiguous(List<RunTimeMember> fitting) =>
        new(
            $"'{Shown}' has several overloads of '{_query.Name}'",
            "pass the types of its parameters") { IsAmbiguous = true };

    internal static string SignaturesOf(IReadOnlyCollection<RunTimeMember> members)
    {
        const int Most = 3;
        var shown = members.Take(Most)
            .Select(member => $"({string.Join(", ", member.Parameters.Select(ParameterOf))})")
            .Distinct()
            .ToList();
        return string.Join(", ", shown.Take(shown.Count - 1))
            + (shown.Count > 1 ? " or " : "")
            + shown[^1]
            + (members.Count > Most ? ", among others" : "");
    }

    private static string ParameterOf(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : parameter.RefKind.ToString().ToLowerInvariant() + " ")
        + TypeNames.Written(parameter.Type);

    /// <summary>
    /// A name that is there and not looked at, or that is something else, before names that are like it.
    /// </summary>
    private LookupFailure? Explain() => OutOfRange() ?? OfAnotherSort() ?? OfAnInterface() ?? Missing();

    private LookupFailure? OutOfRange()
    {
        if (_named.OrderBy(member => _members.IsInherited(member) ? 1 : 0).FirstOrDefault() is not { } member)
            return null;
        var owner = TypeNames.Written(member.Owner);
        var isInherited = _members.IsInherited(member);
        if (isInherited && (member.IsPrivate || member.Sort == MemberSort.NestedType))
            return new LookupFailure(
                $"'{member.Name}' is {VisibilityOf(member)} in '{owner}', and '{Shown}' does not inherit it",
                $"look for it on 'typeof({owner})'");
        if (isInherited && _query.Range.IsDeclaredOnly)
            return new LookupFailure(
                $"'{member.Name}' is declared by '{owner}', not by '{Shown}'", "look for it there");

        var missing = _query.Range.MissingFor(member, isInherited);
        var isUnsaid = _query.Range == BindingRange.Default;
        var all = BindingRange.For(member, isInherited);
        return new LookupFailure(
            $"'{owner}.{member.Name}' is {_query.Range.WhyNot(member, VisibilityOf(member))}",
            isUnsaid ? $"pass {Written(all)}" : $"add {Written(missing)}")
        {
            MissingFlags = missing,
            AllFlags = all,
        };
    }

    private static string Written(string flags) =>
        $"'{string.Join(" | ", flags.Split('|').Select(flag => "BindingFlags." + flag))}'";

    private static string VisibilityOf(RunTimeMember member) =>
        member.IsPublic ? "public" : member.IsPrivate ? "private" : "not public";

    /// <summary><c>GetField</c> of a property.</summary>
    private LookupFailure? OfAnotherSort()
    {
        if (_members.All.FirstOrDefault(member => member.Name == _query.Name && member.Sort != MemberSort.Constructor)
            is not { } other)
            return null;
        var noun = _query with { Sort = other.Sort };
        return new LookupFailure(
            $"'{Shown}.{other.Name}' is a {noun.Noun}, not a {_query.Noun}", $"ask for it with 'Get{other.Sort}'");
    }

    /// <summary>
    /// An interface inherits nothing in reflection, and what a class implements explicitly goes by another name.
    /// </summary>
    private LookupFailure? OfAnInterface()
    {
        var contract = _members.Type.AllInterfaces.Append(_compilation.ObjectType).FirstOrDefault(type =>
            RunTimeMember.DeclaredBy(type).Any(member => (member.Sort & _query.Sort) != 0 && _query.IsNamed(member)));
        return contract is null
            ? null
            : new LookupFailure(
                $"'{_query.Name}' belongs to '{TypeNames.Written(contract)}', and '{Shown}' has none of its own in "
                + "reflection",
                $"look for it on 'typeof({TypeNames.Written(contract)})'");
    }

    /// <summary>Where references may hide members, only a name that is nearly right convinces.</summary>
    private LookupFailure? Missing()
    {
        const double NearlyRight = 0.85;
        var suggestions = NameSuggestions.For(
            _query.Name, Candidates.Select(member => (member.Name, (ISymbol?)member.Symbol)), _compilation, PenaltyOf);
        if (!_query.IsMeantPublic
            && _members.MayHideMembers(_query.Range)
            && !suggestions.Any(suggestion => suggestion.Score >= NearlyRight))
            return null;
        if (suggestions.IsEmpty && SpelledOtherwise() is { } other)
            return new LookupFailure(
                $"'{Shown}' has no {_query.Noun} '{_query.Name}', "
                + $"but a {(_query with { Sort = other.Sort }).Noun} '{other.Name}'",
                $"ask for it with 'Get{other.Sort}'");
        var visible = _query.Range.IncludesNonPublic || _query.Sort == MemberSort.Constructor ? "" : "public ";
        return LookupFailure.Named($"'{Shown}' has no {visible}{_query.Noun} '{_query.Name}'", suggestions);
    }

    /// <summary><c>_total</c> where there is a property <c>Total</c>.</summary>
    private RunTimeMember? SpelledOtherwise() =>
        _members.All.FirstOrDefault(member => member.Sort != MemberSort.Constructor
            && (member.Sort & _query.Sort) == 0
            && Spelling.Squash(member.Name) == Spelling.Squash(_query.Name));

    private IEnumerable<RunTimeMember> Candidates => _members.All.Where(member =>
        (member.Sort & _query.Sort) != 0
        && _query.Range.Includes(member, _members.IsInherited(member))
        && (IsOrdinary(member.Name)
            || (_query.Name.IndexOfAny(['<', '_', '.']) >= 0 && member.Name != RunTimeMember.EnumValue)));

    private static bool IsOrdinary(string name) =>
        name.IndexOfAny(['<', '.', '$']) < 0 && name != RunTimeMember.EnumValue
        && !new[] { "get_", "set_", "add_", "remove_", "op_" }
            .Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static double PenaltyOf(ISymbol? symbol) =>
        symbol?.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            or SpecialType.System_Enum
            ? 0.12
            : 0;
}
