using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Members that are reached from the receiver by a detour: through an instance, a part, a derived type, a
/// state or an await.</content>
internal sealed partial class MemberSuggestions
{
    /// <summary>A member of an instance, said of its type: through an instance that is at hand.</summary>
    private IEnumerable<Suggestion> FromInstances()
    {
        if (!_isStatic || _usage.IsNamed) return [];
        var likely = _members
            .Where(named => named.All(member => !member.IsStatic && member is not INamedTypeSymbol))
            .Select(named =>
                new Suggestion(
                    named.Key, Math.Min(_likeness.To(named.Key), 1) + FitOf([.. named]) - ChangedOwner, named.First()))
            .Where(suggestion => suggestion.Score >= Suggestion.Enough)
            .ToList();
        return likely.Count > 0 && InstanceAtHand() is { } instance
            ? likely.Select(suggestion => suggestion with { Text = $"{instance}.{suggestion.Text}" })
            : [];
    }

    /// <summary>
    /// A member that only a kind or a sibling of the receiver has: <c>stream.ToArray</c> is
    /// <c>MemoryStream.ToArray</c>, <c>token.CancelAfter</c> is <c>CancellationTokenSource.CancelAfter</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromRelatives() =>
        _isStatic
        || _receiver is not INamedTypeSymbol { ContainingNamespace: { } space,
            TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } receiver
        || (receiver.SpecialType != SpecialType.None && receiver.SpecialType != SpecialType.System_DateTime)
            ? []
            : space.GetTypeMembers()
                .Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct
                    && type.Arity == 0
                    && type.DeclaredAccessibility == Accessibility.Public
                    && !SymbolEqualityComparer.Default.Equals(type, _receiver))
                .Where(type => IsSibling(type, receiver) || (!receiver.IsSealed && TypeNames.SelfAndAncestors(type)
                    .Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor, _receiver))))
                .Select(type =>
                    (Type: type, Members: type.GetMembers(_usage.Name)
                        .Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
                        .ToList()))
                .Where(found => found.Members.Count > 0)
                .Select(found =>
                    new Suggestion(
                        $"{found.Type.Name}.{_usage.Name}",
                        SameWordsElsewhere - ChangedOwner + FitOf(found.Members),
                        found.Members[0]));

    /// <summary>One name goes on where the other ends, or both begin with the same word of a name of several.</summary>
    private static bool IsSibling(INamedTypeSymbol type, INamedTypeSymbol receiver) =>
        type.Name.StartsWith(receiver.Name, StringComparison.Ordinal)
        || receiver.Name.StartsWith(type.Name, StringComparison.Ordinal)
        || (Words.Of(type.Name) is { Length: > 1 } words
            && Words.Of(receiver.Name) is { Length: > 1 } others
            && words[0] == others[0]);

    /// <summary>
    /// What is asked or set as a state of its own is a value of an enum: <c>entry.SetModified()</c> is
    /// <c>entry.State</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromStates()
    {
        var words = Words.Of(_usage.Name);
        if (_isStatic || words.Length < 2 || words[0] is not ("is" or "set" or "mark" or "has" or "was")) yield break;
        var state = string.Concat(words.Skip(words[1] == "as" ? 2 : 1));
        foreach (var property in _members.SelectMany(named => named.OfType<IPropertySymbol>()))
            if (property is { IsStatic: false, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } values }
                && values.MemberNames.Any(value => Spelling.Squash(value) == state))
                yield return new Suggestion(property.Name, SameWordsElsewhere, property);
    }

    private string? InstanceAtHand()
    {
        var own = WellKnownInstances.FirstOrDefault(name => _receiver.GetMembers(name).Any(member =>
            member is IPropertySymbol { IsStatic: true } property && Converts(property.Type)));
        if (own is not null) return $"{TypeNames.Written(_receiver)}.{own}";
        return _usage.Model.LookupSymbols(_usage.Position)
            .Where(symbol =>
                symbol is ILocalSymbol
                    or IParameterSymbol
                    or IFieldSymbol { IsImplicitlyDeclared: false }
                    or IPropertySymbol)
            .FirstOrDefault(symbol => SymbolEqualityComparer.Default.Equals(TypeNames.TypeOf(symbol), _receiver))?.Name;
    }

    private bool Converts(ITypeSymbol type) => Compilation.ClassifyConversion(type, _receiver).IsImplicit;

    /// <summary>
    /// A member of what the receiver holds: <c>response.AddHeader</c> is <c>response.Headers.Append</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromParts() => _isStatic
        ? []
        : _members.SelectMany(named => named.OfType<IPropertySymbol>())
            .Where(property => IsPart(property) || IsHeld(property))
            .SelectMany(FromPart);

    /// <summary>What a <c>Lazy&lt;T&gt;</c> or a <c>Nullable&lt;T&gt;</c> is there for.</summary>
    private static bool IsHeld(IPropertySymbol property) =>
        property is { IsStatic: false, Name: "Value",
            OriginalDefinition.Type: ITypeParameterSymbol { DeclaringMethod: null } };

    private static bool IsPart(IPropertySymbol property) =>
        property is { IsStatic: false, Type: { SpecialType: SpecialType.None,
            TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } type }
        && (type.IsReferenceType || type.ContainingNamespace?.Name != "System")
        && type.Name is not (nameof(Exception) or "Type" or "Assembly" or "Encoding");

    private IEnumerable<Suggestion> FromPart(IPropertySymbol part) =>
        (part.Type.IsReferenceType && SharesWord(part.Name)
            ? MembersOf(part.Type, withExtensions: true)
            : MembersOf(part.Type, withExtensions: true, _usage.Name))
            .Where(named => named.Key != part.Name
                && named.First().ContainingType?.SpecialType != SpecialType.System_Object
                && !named.All(member => member.IsStatic || IsQueryOperator(member)))
            .Select(named => FromPart(part, named.Key, [.. named]))
            .OfType<Suggestion>()
            .OrderByDescending(suggestion => suggestion.Score)
            .Take(1);

    private Suggestion? FromPart(IPropertySymbol part, string name, IReadOnlyList<ISymbol> overloads)
    {
        var path = $"{part.Name}.{name}";
        var likeness = Spelling.Squash(name) == Spelling.Squash(_usage.Name)
            ? Likeness.Same
            : SharesWord(part.Name) ? _likeness.To(path) : 0;
        return likeness < SameWordsInPart
            ? null
            : new Suggestion(path, Math.Min(likeness, 1) - ChangedOwner + FitOf(overloads), overloads[0]);
    }

    /// <summary>Every sequence has these: none is a part's own.</summary>
    private static bool IsQueryOperator(ISymbol member) =>
        member.ContainingType?.Name is "Enumerable" or "Queryable" or "MemoryExtensions";

    private bool SharesWord(string name) => Words.Of(name).Any(word => _stems.Contains(Spelling.Root(word)));

    /// <summary>
    /// <c>text.ToGuid()</c> and <c>Convert.ToGuid(text)</c> are <c>Guid.Parse(text)</c>, <c>date.ToDateOnly()</c> is
    /// <c>DateOnly.FromDateTime(date)</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromConversions()
    {
        var words = Words.Of(_usage.Name);
        if (words.Length < 2 || words[0] is not ("to" or "parse" or "as")) return [];
        var source = _isStatic ? _usage.ArgumentTypes.FirstOrDefault() : _receiver;
        if (source is null) return [];
        return (source.SpecialType == SpecialType.System_String ? ParsersOfText() : [])
            .Concat(FactoriesFrom(source, _usage.Name.Substring(words[0].Length)));
    }

    private IEnumerable<Suggestion> ParsersOfText() =>
        from owner in WellKnownOwners.Of(Compilation).Types
        where owner.GetMembers("Parse").Any() && IsNamedBy(owner)
        select new Suggestion($"{TypeNames.Written(owner)}.Parse", Conversion, owner.GetMembers("Parse")[0]);

    /// <summary>Methods of the type that is named, which make one of it out of the value alone.</summary>
    private IEnumerable<Suggestion> FactoriesFrom(ITypeSymbol value, string name) =>
        from owner in ReferencedTypes.Of(Compilation).Named(name)
        where owner is { Arity: 0, ContainingType: null } && IsNamedBy(owner)
        from factory in owner.GetMembers().OfType<IMethodSymbol>()
        where factory is { IsStatic: true, MethodKind: MethodKind.Ordinary,
                DeclaredAccessibility: Accessibility.Public, Parameters: [var first, ..] }
            && SymbolEqualityComparer.Default.Equals(factory.ReturnType, owner)
            && SymbolEqualityComparer.Default.Equals(first.Type, value)
            && factory.Parameters.Skip(1).All(parameter => parameter.IsOptional)
        select new Suggestion($"{TypeNames.Written(owner)}.{factory.Name}", Conversion, factory, ImportOf(owner));

    private bool IsNamedBy(INamedTypeSymbol type) =>
        _likeness.ToType(type.Name) && !SymbolEqualityComparer.Default.Equals(type, _receiver);

    /// <summary>The member of the result that nobody has awaited.</summary>
    private IEnumerable<Suggestion> FromAwaited()
    {
        if (_isStatic || TypeNames.AwaitedType(_receiver) is not { SpecialType: not SpecialType.System_Void } awaited)
            return [];
        return MembersOf(awaited, withExtensions: true)
            .Where(named => named.Any(member => !member.IsStatic))
            .Select(named =>
                new Suggestion(named.Key, _likeness.To(named.Key) + FitOf([.. named]), named.First(), Awaited))
            .Where(suggestion => suggestion.Score > SameWordsElsewhere);
    }

    /// <summary>Marks a suggestion that holds once the receiver is awaited.</summary>
    internal const string Awaited = "await";
}
