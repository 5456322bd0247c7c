using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Members of other types than the one that was asked.</content>
internal sealed partial class MemberSuggestions
{
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
        var likeness = Math.Min(_likeness.To(name), 1);
        if (likeness < SameWordsInPart - (_isStatic ? 0.05 : 0) || (name == _usage.Name && _members.Contains(name)))
            return null;
        if (likeness < SameWordsElsewhere && (!_isStatic || !_usage.IsCalled || FitOf(overloads) <= 0)) return null;
        if (!_isStatic && !overloads.OfType<IMethodSymbol>().Any(TakesReceiver)) return null;
        var fit = _isStatic ? FitOf(overloads) : 0;
        return new Suggestion(
            $"{TypeNames.Written(owner)}.{name}", likeness - ChangedOwner + fit, overloads[0], ImportOf(owner));
    }

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
        method.Parameters.Length > 0 && MemberFit.Converts(_receiver, method.Parameters[0].Type, Compilation) 
        && method.Parameters[0].Type
            is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.TypeParameter };
}
