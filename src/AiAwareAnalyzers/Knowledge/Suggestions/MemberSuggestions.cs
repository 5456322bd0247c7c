using AiAwareAnalyzers.Knowledge.Names;

namespace AiAwareAnalyzers.Knowledge.Suggestions;

/// <summary>What may have been meant by a member that a type does not have.</summary>
internal sealed class MemberSuggestions
{
    private const double ChangedOwner = 0.1;
    private const double SameWordsElsewhere = 0.9;
    private const double SameWordsInPart = 0.85;
    private const double IdiomRank = 0.05;
    private const double Indexed = 0.04;
    private const double FromObject = 0.12;
    private const double Obsolete = 0.1;
    private const double Question = 0.2;
    private const double Idiom = 1.04;

    private static readonly SymbolDisplayFormat WithTypeParameters = new(genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>The ways to an instance that stand for its type.</summary>
    private static readonly string[] WellKnownInstances = ["Shared", "UTF8", "InvariantCulture", "Instance", "Default", "Current"];

    private readonly Usage _usage;
    private readonly ITypeSymbol _receiver;
    private readonly bool _isStatic;
    private readonly bool _isImplicit;
    private readonly Likeness _likeness;
    private readonly ILookup<string, ISymbol> _members;
    private readonly HashSet<string> _stems;
    private readonly string _qualified;

    private MemberSuggestions(Usage usage, Receiver receiver)
    {
        _usage = usage;
        _receiver = receiver.Type;
        _isStatic = receiver.IsStatic;
        _isImplicit = receiver.IsImplicit;
        _likeness = new Likeness(usage.Name, Vocabulary.Of(usage.Compilation));
        _qualified = Spelling.Squash(receiver.Type.Name + usage.Name);
        _members = _isImplicit ? InScope() : MembersOf(_receiver, withExtensions: !_isStatic);
        _stems = new(Words.Of(usage.Name).Select(Spelling.Root), StringComparer.Ordinal);
    }

    private Compilation Compilation => _usage.Compilation;

    /// <summary>At most three, best first.</summary>
    public static ImmutableArray<Suggestion> For(Usage usage, Receiver receiver)
    {
        var suggestions = new MemberSuggestions(usage, receiver);
        if (receiver.IsImplicit) return Suggestion.Best([.. suggestions.FromMembers(), .. suggestions.FromIdioms()]);
        return Suggestion.Best([
            .. suggestions.FromMembers(),
            .. suggestions.FromIdioms(),
            .. suggestions.FromImports(),
            .. suggestions.FromOtherOwners(),
            .. suggestions.FromInstances(),
            .. suggestions.FromParts(),
            .. suggestions.FromDerived(),
            .. suggestions.FromStates(),
            .. suggestions.FromConversions(),
            .. suggestions.FromAwaited()]);
    }

    private ILookup<string, ISymbol> MembersOf(ITypeSymbol type, bool withExtensions, string? name = null) =>
        _usage.Model.LookupSymbols(_usage.Position, type, name, includeReducedExtensionMethods: withExtensions)
            .Where(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.DelegateInvoke }
                or IPropertySymbol { IsIndexer: false } or IFieldSymbol or IEventSymbol or INamedTypeSymbol)
            .ToLookup(member => member.Name);

    /// <summary>What can be written without a receiver: locals, parameters, members, and those of types that are imported with <c>using static</c>.</summary>
    private ILookup<string, ISymbol> InScope() =>
        _usage.Model.LookupSymbols(_usage.Position)
            .Where(symbol => symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } or IPropertySymbol { IsIndexer: false } or IFieldSymbol or IEventSymbol or IParameterSymbol or IRangeVariableSymbol
                || (symbol is ILocalSymbol local && local.Locations[0].SourceSpan.End <= _usage.Position))
            .ToLookup(symbol => symbol.Name);

    private IEnumerable<Suggestion> FromMembers() =>
        _members.Select(named => FromMember(named.Key, [.. named], LikenessTo(named.Key)));

    /// <summary>What a process calls its <c>ProcessName</c> is its name.</summary>
    private double LikenessTo(string name) => !_isImplicit && Spelling.Squash(name) == _qualified ? 1 : _likeness.To(name);

    private Suggestion FromMember(string name, IReadOnlyList<ISymbol> overloads, double likeness)
    {
        var first = overloads[0];
        var isForeign = !_isStatic && !_isImplicit && overloads.All(member => member.IsStatic);
        var needsInstance = _isStatic && !_usage.IsNamed && first is not INamedTypeSymbol && !overloads.Any(member => member.IsStatic);
        var fit = FitOf(overloads);
        var score = (fit < 0 ? Math.Min(likeness, 1) : likeness) + fit
            - (isForeign ? ChangedOwner : 0)
            - (needsInstance ? 1 : 0)
            - (first.ContainingType?.SpecialType == SpecialType.System_Object ? FromObject : 0)
            - (IsObsolete(first) ? Obsolete : 0)
            - (AnswersAnotherQuestion(name) ? Question : 0);
        if (name == _usage.Name && _usage.TypeArguments > 0 && first is IMethodSymbol { Arity: var arity } generic && arity != _usage.TypeArguments) name = generic.ToDisplayString(WithTypeParameters);
        return new Suggestion(isForeign ? $"{TypeNames.Written(first.ContainingType!)}.{name}" : Called(name), score, first);
    }

    /// <summary>A method that was read as if it were a property needs its parentheses.</summary>
    private string Called(string name) => name == _usage.Name && !_usage.IsCalled ? name + "()" : name;

    private double FitOf(IReadOnlyList<ISymbol> overloads) =>
        overloads.OfType<IMethodSymbol>().ToList() is { Count: > 0 } methods ? Fit.OfMethods(methods, _usage) : Fit.Of(overloads[0], _usage);

    /// <summary>A name that asks for yes or no answers one that asks for something else badly.</summary>
    private bool AnswersAnotherQuestion(string name) =>
        IsQuestion(name) && !IsQuestion(_usage.Name) && _usage.Expected?.SpecialType != SpecialType.System_Boolean;

    private static bool IsQuestion(string name) => Words.Of(name).FirstOrDefault() is "is" or "has" or "can";

    private static bool IsObsolete(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute));

    /// <summary>What another language calls it, where ours exists here.</summary>
    private IEnumerable<Suggestion> FromIdioms()
    {
        var rank = 0;
        foreach (var ours in Idioms.Of(Compilation).ForMember(_usage.Name, TypeNames.Of(_receiver)))
        {
            if (Resolve(ours, Idiom - IdiomRank * rank) is not { } suggestion) continue;
            rank++;
            yield return suggestion;
        }
    }

    /// <summary>An idiom is meant, whatever is passed to it: fit decides little.</summary>
    private Suggestion? Resolve(string ours, double score)
    {
        if (ours == "this[]") return HasIndexer ? new Suggestion(ours, score + Indexed) : null;
        if (ours.IndexOf('.') is var dot and >= 0) return ResolveElsewhere(ours, dot, score);
        var asynchronous = ours + "Async";
        var name = _usage.IsAwaited && _members.Contains(asynchronous) ? asynchronous : ours;
        if (_isStatic && !_usage.IsNamed && _members.Contains(name) && _members[name].All(member => !member.IsStatic))
            return InstanceAtHand() is { } instance ? new Suggestion($"{instance}.{name}", score - ChangedOwner, _members[name].First()) : null;
        return _members.Contains(name)
            ? WithFit(FromMember(name, [.. _members[name]], 0), score)
            : Unimported(name) is { } import ? WithFit(import, score) : null;
    }

    private static Suggestion? WithFit(Suggestion suggestion, double score) =>
        suggestion.Score < -0.4 ? null : suggestion with { Score = score + suggestion.Score / 2 };

    private bool HasIndexer =>
        !_isStatic && (_receiver is IArrayTypeSymbol || TypeNames.SelfAndAncestors(_receiver).SelectMany(type => type.GetMembers()).Any(member => member is IPropertySymbol { IsIndexer: true }));

    private Suggestion? ResolveElsewhere(string ours, int dot, double score)
    {
        var owner = TypeInScope(Keywords.TypeOf(ours.Substring(0, dot)));
        var member = owner?.GetMembers(ours.Substring(dot + 1).Split('.')[0]).FirstOrDefault();
        if (owner is null || member is null) return null;
        var isOwn = _isStatic && SymbolEqualityComparer.Default.Equals(owner, _receiver);
        return new Suggestion(isOwn ? ours.Substring(dot + 1) : ours, score, member);
    }

    private INamedTypeSymbol? TypeInScope(string name) =>
        ReferencedTypes.Of(Compilation).Named(name).FirstOrDefault(type => type.Name == name && type.Arity == 0);

    /// <summary>An extension method of just this name, whose namespace is not imported.</summary>
    private IEnumerable<Suggestion> FromImports() => Unimported(_usage.Name) is { } suggestion ? [suggestion with { Score = 1.05 }] : [];

    private Suggestion? Unimported(string name)
    {
        if (_isStatic || _isImplicit) return null;
        var overloads = ReferencedTypes.Of(Compilation).Extensions(name)
            .Where(method => _usage.TypeArguments == 0 || method.Arity == _usage.TypeArguments)
            .Select(method => method.ReduceExtensionMethod(_receiver))
            .OfType<IMethodSymbol>()
            .ToList();
        return overloads.Count == 0 ? null : new Suggestion(overloads[0].Name, Fit.OfMethods(overloads, _usage), overloads[0], overloads[0].ContainingNamespace.ToDisplayString());
    }

    /// <summary>The right member of the wrong type: <c>File.Join</c> is <c>Path.Join</c>.</summary>
    private IEnumerable<Suggestion> FromOtherOwners() =>
        WellKnownOwners.Of(Compilation).Members
            .Where(member => MayBeSame(member.Name) && !SymbolEqualityComparer.Default.Equals(member.Owner, _receiver))
            .Select(member => FromOtherOwner(member.Owner, member.Name, member.Overloads))
            .OfType<Suggestion>();

    private Suggestion? FromOtherOwner(INamedTypeSymbol owner, string name, IReadOnlyList<ISymbol> overloads)
    {
        var likeness = Math.Min(_likeness.To(name), 1);
        if (likeness < SameWordsInPart - (_isStatic ? 0.05 : 0) || (name == _usage.Name && _members.Contains(name))) return null;
        if (likeness < SameWordsElsewhere && (!_isStatic || !_usage.IsCalled || FitOf(overloads) <= 0)) return null;
        if (!_isStatic && !overloads.OfType<IMethodSymbol>().Any(TakesReceiver)) return null;
        var fit = _isStatic ? FitOf(overloads) : 0;
        return new Suggestion($"{Keywords.Written(owner)}.{name}", likeness - ChangedOwner + fit, overloads[0]);
    }

    /// <summary>Spares the comparison of words that have nothing in common.</summary>
    private bool MayBeSame(string name) => Math.Abs(name.Length - _usage.Name.Length) <= 4;

    private bool TakesReceiver(IMethodSymbol method) =>
        method.Parameters.Length > 0 && Fit.Converts(_receiver, method.Parameters[0].Type, Compilation) 
        && method.Parameters[0].Type is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.TypeParameter };

    /// <summary>A member of an instance, said of its type: through an instance that is at hand.</summary>
    private IEnumerable<Suggestion> FromInstances()
    {
        if (!_isStatic || _usage.IsNamed) return [];
        var likely = _members
            .Where(named => named.All(member => !member.IsStatic && member is not INamedTypeSymbol))
            .Select(named => new Suggestion(named.Key, Math.Min(_likeness.To(named.Key), 1) + FitOf([.. named]) - ChangedOwner, named.First()))
            .Where(suggestion => suggestion.Score >= Suggestion.Enough)
            .ToList();
        return likely.Count > 0 && InstanceAtHand() is { } instance ? likely.Select(suggestion => suggestion with { Text = $"{instance}.{suggestion.Text}" }) : [];
    }

    /// <summary>A member that only a kind of the receiver has: <c>stream.ToArray</c> is <c>MemoryStream.ToArray</c>.</summary>
    private IEnumerable<Suggestion> FromDerived() => _isStatic || _receiver is not INamedTypeSymbol { IsSealed: false, TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None, ContainingNamespace: { } space }
        ? []
        : space.GetTypeMembers()
            .Where(type => type.TypeKind == TypeKind.Class && type.Arity == 0 && type.DeclaredAccessibility == Accessibility.Public && !SymbolEqualityComparer.Default.Equals(type, _receiver))
            .Where(type => TypeNames.SelfAndAncestors(type).Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor, _receiver)))
            .Select(type => (Type: type, Members: type.GetMembers(_usage.Name).Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }).ToList()))
            .Where(found => found.Members.Count > 0)
            .Select(found => new Suggestion($"{found.Type.Name}.{_usage.Name}", SameWordsElsewhere - ChangedOwner + FitOf(found.Members), found.Members[0]));

    /// <summary>What is asked or set as a state of its own is a value of an enum: <c>entry.SetModified()</c> is <c>entry.State</c>.</summary>
    private IEnumerable<Suggestion> FromStates()
    {
        var words = Words.Of(_usage.Name);
        if (_isStatic || words.Length < 2 || words[0] is not ("is" or "set" or "mark" or "has" or "was")) yield break;
        var state = string.Concat(words.Skip(words[1] == "as" ? 2 : 1));
        foreach (var property in _members.SelectMany(named => named.OfType<IPropertySymbol>()))
            if (property is { IsStatic: false, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } values } && values.MemberNames.Any(value => Spelling.Squash(value) == state))
                yield return new Suggestion(property.Name, SameWordsElsewhere, property);
    }

    private string? InstanceAtHand()
    {
        var own = WellKnownInstances.FirstOrDefault(name => _receiver.GetMembers(name).Any(member =>
            member is IPropertySymbol { IsStatic: true } property && Converts(property.Type)));
        if (own is not null) return $"{TypeNames.Written(_receiver)}.{own}";
        return _usage.Model.LookupSymbols(_usage.Position)
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol)
            .FirstOrDefault(symbol => SymbolEqualityComparer.Default.Equals(TypeNames.TypeOf(symbol), _receiver))?.Name;
    }

    private bool Converts(ITypeSymbol type) => Compilation.ClassifyConversion(type, _receiver).IsImplicit;

    /// <summary>A member of what the receiver holds: <c>response.AddHeader</c> is <c>response.Headers.Append</c>.</summary>
    private IEnumerable<Suggestion> FromParts() => _isStatic
        ? []
        : _members.SelectMany(named => named.OfType<IPropertySymbol>()).Where(IsPart).SelectMany(FromPart);

    private static bool IsPart(IPropertySymbol property) =>
        property is { IsStatic: false, Type: { SpecialType: SpecialType.None, IsReferenceType: true, TypeKind: TypeKind.Class or TypeKind.Interface } }
        && property.Type.Name is not (nameof(Exception) or "Type" or "Assembly" or "Encoding");

    private IEnumerable<Suggestion> FromPart(IPropertySymbol part) =>
        (SharesWord(part.Name) ? MembersOf(part.Type, withExtensions: true) : MembersOf(part.Type, withExtensions: true, _usage.Name))
            .Where(named => named.Key != part.Name && named.First().ContainingType?.SpecialType != SpecialType.System_Object && !named.All(member => member.IsStatic || IsQueryOperator(member)))
            .Select(named => FromPart(part, named.Key, [.. named]))
            .OfType<Suggestion>()
            .OrderByDescending(suggestion => suggestion.Score)
            .Take(1);

    private Suggestion? FromPart(IPropertySymbol part, string name, IReadOnlyList<ISymbol> overloads)
    {
        var path = $"{part.Name}.{name}";
        var likeness = Spelling.Squash(name) == Spelling.Squash(_usage.Name) ? Likeness.Same : SharesWord(part.Name) ? _likeness.To(path) : 0;
        return likeness < SameWordsInPart ? null : new Suggestion(path, Math.Min(likeness, 1) - ChangedOwner + FitOf(overloads), overloads[0]);
    }

    /// <summary>Every sequence has these: none is a part's own.</summary>
    private static bool IsQueryOperator(ISymbol member) => member.ContainingType?.Name is "Enumerable" or "Queryable" or "MemoryExtensions";

    private bool SharesWord(string name) => Words.Of(name).Any(word => _stems.Contains(Spelling.Root(word)));

    /// <summary><c>text.ToGuid()</c> and <c>Convert.ToGuid(text)</c> are <c>Guid.Parse(text)</c>.</summary>
    private IEnumerable<Suggestion> FromConversions()
    {
        var words = Words.Of(_usage.Name);
        if (words.Length < 2 || words[0] is not ("to" or "parse" or "as")) yield break;
        var source = _isStatic ? _usage.ArgumentTypes.FirstOrDefault() : _receiver;
        if (source?.SpecialType != SpecialType.System_String) yield break;

        foreach (var owner in WellKnownOwners.Of(Compilation).Types)
            if (owner.GetMembers("Parse").Any() && _likeness.ToType(owner.Name) && !SymbolEqualityComparer.Default.Equals(owner, _receiver))
                yield return new Suggestion($"{Keywords.Written(owner)}.Parse", Idiom, owner.GetMembers("Parse")[0]);
    }

    /// <summary>The member of the result that nobody has awaited.</summary>
    private IEnumerable<Suggestion> FromAwaited()
    {
        if (_isStatic || TypeNames.AwaitedType(_receiver) is not { SpecialType: not SpecialType.System_Void } awaited) return [];
        return MembersOf(awaited, withExtensions: true)
            .Where(named => named.Any(member => !member.IsStatic))
            .Select(named => new Suggestion(named.Key, _likeness.To(named.Key) + FitOf([.. named]), named.First(), Awaited))
            .Where(suggestion => suggestion.Score > SameWordsElsewhere);
    }

    /// <summary>Marks a suggestion that holds once the receiver is awaited.</summary>
    internal const string Awaited = "await";
}
