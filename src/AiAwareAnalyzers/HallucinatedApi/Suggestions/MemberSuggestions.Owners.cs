using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Members of other types than the one that was asked.</content>
internal sealed partial class MemberSuggestions
{
    private const double Kin = 0.08;
    private const double Near = 0.04;
    private const double SameValueElsewhere = 0.75;
    private const double SameName = 0.06;
    private const double OfStaticClass = 0.8;
    private const double WithoutReceiver = 0.1;

    /// <summary>An extension method of just this name, whose namespace is not imported.</summary>
    private IEnumerable<Suggestion> FromImports() =>
        Unimported(_usage.Name) is { } suggestion ? [suggestion with { Score = 1.05 }] : [];

    private Suggestion? Unimported(string name)
    {
        if (_isStatic || _isImplicit) return null;
        var overloads = ReferencedTypes.Of(Compilation).Extensions(name)
            .Where(method => _usage.TypeArguments == 0 || method.Arity == _usage.TypeArguments)
            .Select(method => method.ReduceExtensionMethod(_receiver))
            .OfType<IMethodSymbol>()
            .ToList();
        return overloads.Count == 0
            ? null
            : new Suggestion(
                overloads[0].Name,
                MemberFit.OfMethods(overloads, _usage),
                overloads[0],
                overloads[0].ContainingNamespace.ToDisplayString());
    }

    /// <summary>The right member of the wrong type: <c>File.Join</c> is <c>Path.Join</c>.</summary>
    private IEnumerable<Suggestion> FromOtherOwners() =>
        WellKnownOwners.Of(Compilation).Members
            .Where(member => MayBeSame(member.Name) && !SymbolEqualityComparer.Default.Equals(member.Owner, _receiver))
            .Select(member => FromOtherOwner(member.Owner, member.Name, member.Overloads))
            .OfType<Suggestion>();

    private Suggestion? FromOtherOwner(INamedTypeSymbol owner, string name, IReadOnlyList<ISymbol> overloads)
    {
        var likeness = Math.Min(Math.Max(_likeness.To(name), LikenessOfTwin(owner, name)), 1);
        if (likeness < SameWordsInPart - (_isStatic ? 0.05 : 0) || (name == _usage.Name && _members.Contains(name)))
            return null;
        if (likeness < SameWordsElsewhere && (!_isStatic || !_usage.IsCalled || FitOf(overloads) <= 0)) return null;
        if (!_isStatic && !IsTwin(owner, name) && !overloads.OfType<IMethodSymbol>().Any(TakesReceiver)) return null;
        if (IsReadValue && overloads.All(MustBeCalled)) return null;
        var fit = _isStatic ? FitOf(overloads) : 0;
        return new Suggestion(
            $"{TypeNames.Written(owner)}.{name}",
            likeness - ChangedOwner + fit + NearnessOf(owner, name, overloads)
                + (name == _usage.Name && (!_isStatic || fit > 0) && !IsValue ? SameName : 0),
            overloads[0],
            ImportOf(owner));
    }

    /// <summary>A value of an enumeration is looked for among those of others, and not among objects.</summary>
    private bool IsValue => _receiver.TypeKind == TypeKind.Enum;

    /// <summary>
    /// Of a static class that a reference has, be it imported or not: <c>HttpUtility.ParseQueryString</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromStaticClasses() =>
        _isImplicit || !_usage.IsCalled || Words.Of(_usage.Name).Length < 2
            ? []
            : from methods in ReferencedTypes.Of(Compilation).OfStaticClasses(_usage.Name)
                    .Where(method => method.Name == _usage.Name)
                    .GroupBy<IMethodSymbol, INamedTypeSymbol>(
                        method => method.ContainingType, SymbolEqualityComparer.Default)
                    .Take(MostNeighbours)
                let takes = _isStatic ? FitOf([.. methods]) > 0 : methods.Any(TakesReceiver)
                select new Suggestion(
                    $"{TypeNames.Written(methods.Key)}.{_usage.Name}",
                    OfStaticClass - (takes ? 0 : WithoutReceiver) + (SharesWords(methods.Key.Name) ? Near : 0),
                    methods.First(),
                    ImportOf(methods.Key));

    /// <summary>
    /// The same value of a sibling: <c>FileAccess.Append</c> is <c>FileMode.Append</c>, and what one of several nested
    /// types lacks another has.
    /// </summary>
    private IEnumerable<Suggestion> FromSiblings() => !IsReadValue
        ? []
        : from sibling in Siblings((INamedTypeSymbol)_receiver)
            where sibling.Type.DeclaredAccessibility == Accessibility.Public
                && !SymbolEqualityComparer.Default.Equals(sibling.Type, _receiver)
            from member in sibling.Type.GetMembers()
            where member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }
                && Spelling.Squash(member.Name) == Spelling.Squash(_usage.Name)
            let outer = sibling.Type.ContainingType is { } around ? TypeNames.Written(around) + "." : ""
            select new Suggestion(
                $"{outer}{TypeNames.Written(sibling.Type)}.{member.Name}",
                sibling.Score,
                member,
                ImportOf(sibling.Type.ContainingType ?? sibling.Type));

    /// <summary>
    /// Where the names tell nothing, the nearer owner is meant, and the one that asks for just what is passed.
    /// </summary>
    private double NearnessOf(INamedTypeSymbol owner, string name, IReadOnlyList<ISymbol> overloads)
    {
        if (_receiver.TypeKind == TypeKind.Enum) return -ChangedOwner;
        if (IsKin(owner)) return Kin;
        if (name != _usage.Name || (_isStatic && FitOf(overloads) <= 0)) return 0;
        return (SharesWords(owner.Name) ? Near : 0)
            + (SymbolEqualityComparer.Default.Equals(owner.ContainingNamespace, _receiver.ContainingNamespace)
                ? Near / 2
                : 0)
            + (overloads.OfType<IMethodSymbol>().Any(TakesJustThis) ? Near : 0);
    }

    private bool TakesJustThis(IMethodSymbol method) =>
        _usage.ArgumentTypes is [{ } passed, ..]
        && method.Parameters is [var first, ..]
        && SymbolEqualityComparer.Default.Equals(first.Type, passed);

    /// <summary>Enums that are called alike, and, with less reason, the others of the namespace.</summary>
    private static IEnumerable<(INamedTypeSymbol Type, double Score)> Siblings(INamedTypeSymbol receiver)
    {
        if (receiver.ContainingType is { } outer)
            return outer.GetTypeMembers().Select(type => (type, SameWordsElsewhere));
        var first = Words.Of(receiver.Name).FirstOrDefault();
        return receiver.TypeKind != TypeKind.Enum || receiver.ContainingNamespace is not { } space
            ? []
            : space.GetTypeMembers()
                .Where(type => type.TypeKind == TypeKind.Enum)
                .Select(type =>
                    (type, Words.Of(type.Name).FirstOrDefault() == first ? SameWordsElsewhere : SameValueElsewhere));
    }

    /// <summary>Whether a value is asked of a type itself, and no method.</summary>
    private bool IsReadValue =>
        _isStatic
        && !_usage.IsCalled
        && !_usage.IsNamed
        && _usage.Expected?.TypeKind != TypeKind.Delegate
        && _receiver is INamedTypeSymbol;

    private static bool MustBeCalled(ISymbol member) =>
        member is IMethodSymbol { Parameters.IsEmpty: false };

    /// <summary>Whether a type stands beside the receiver and begins alike: <c>JsonDocument</c>.</summary>
    private bool IsKin(INamedTypeSymbol owner) =>
        SymbolEqualityComparer.Default.Equals(owner.ContainingNamespace, _receiver.ContainingNamespace)
        && _receiver is INamedTypeSymbol receiver
        && IsSibling(owner, receiver);

    /// <summary>The namespace that is missing where the name stands; null where the type is in scope.</summary>
    private string? ImportOf(INamedTypeSymbol owner) =>
        owner.SpecialType != SpecialType.None
        || _usage.Model.LookupNamespacesAndTypes(_usage.Position, name: owner.Name)
            .Contains(owner, SymbolEqualityComparer.Default)
            ? null
            : owner.ContainingNamespace.ToDisplayString();

    /// <summary>Spares the comparison of words that have nothing in common.</summary>
    private bool MayBeSame(string name) => Math.Abs(name.Length - _usage.Name.Length) <= 4;

    private bool TakesReceiver(IMethodSymbol method) =>
        method.Parameters is [var first, ..]
        && ((MemberFit.Converts(_receiver, first.Type, Compilation)
                && first.Type is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.TypeParameter })
            || (IsPlace && first is { Name: "path" or "path1", Type.SpecialType: SpecialType.System_String }));

    /// <summary>Whether the receiver stands for a file or folder, and so for its path.</summary>
    private bool IsPlace => TypeNames.SelfAndAncestors(_receiver).Any(type => type.Name == nameof(FileSystemInfo));

    /// <summary>
    /// The name with the thing that the receiver stands for: <c>FileName…</c> for a file's <c>Name…</c>.
    /// </summary>
    private double LikenessOfTwin(INamedTypeSymbol owner, string name) =>
        IsPlace && !_isStatic && owner.IsStatic
            ? new Likeness(
                $"{Words.Of(_receiver.Name).FirstOrDefault()}_{_usage.Name}",
                Vocabulary.ForGuesses(Compilation)).To(name)
            : 0;

    /// <summary>The static class beside a type, which has a member of just this name: <c>File</c>.</summary>
    private bool IsTwin(INamedTypeSymbol owner, string name) =>
        owner.IsStatic && name == _usage.Name && IsKin(owner);
}
