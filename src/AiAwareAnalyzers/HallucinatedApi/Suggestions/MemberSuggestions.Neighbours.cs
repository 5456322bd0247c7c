using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Members of just this name that a type near the receiver has.</content>
internal sealed partial class MemberSuggestions
{
    private const double Neighbour = 0.72;
    private const double Related = 0.08;
    private const double FarPart = 0.95;
    private const double Stranger = 0.58;
    private const double OneWord = 0.5;
    private const int MostNeighbours = 3;

    /// <summary>What libraries call that which is public for their own sake only.</summary>
    private const string Internal = "Internal";

    /// <summary>
    /// Of the types in the namespaces around: <c>match.GetGroupNames</c> is <c>Regex.GetGroupNames</c>. A name of one
    /// word means something else elsewhere, unless the types have to do with each other.
    /// </summary>
    private IEnumerable<Suggestion> FromNeighbours()
    {
        if (_receiver is not INamedTypeSymbol { TypeKind: not TypeKind.Enum, ContainingNamespace: { } space } receiver
            || space.IsGlobalNamespace)
            return [];
        var found = Around(space)
            .SelectMany(around => around.GetTypeMembers())
            .Where(type => type is { DeclaredAccessibility: Accessibility.Public, MightContainExtensionMethods: false }
                && (_isStatic || type.TypeKind != TypeKind.Enum)
                && !SymbolEqualityComparer.Default.Equals(type, receiver)
                && type.MemberNames.Contains(_usage.Name))
            .Select(type => (Type: type, Members: ReachableIn(type), Relation: RelationTo(type, receiver)))
            .Where(near => near.Members.Count > 0)
            .OrderByDescending(near => near.Relation)
            .ToList();
        var isTelling = Words.Of(_usage.Name).Length > 1 && found.Count <= MostNeighbours;
        return found.Where(near => isTelling || near.Relation > 0)
            .Take(MostNeighbours)
            .Select(near => new Suggestion(
                $"{TypeNames.Written(near.Type)}.{_usage.Name}",
                (isTelling ? Neighbour : OneWord) + near.Relation * Related,
                near.Members[0],
                ImportOf(near.Type)));
    }

    /// <summary>The namespace, those within it, and the one around it, unless everything is in there.</summary>
    private static IEnumerable<INamespaceSymbol> Around(INamespaceSymbol space)
    {
        yield return space;
        if (space.ContainingNamespace is not { IsGlobalNamespace: false } outer) yield break;
        foreach (var inner in space.GetNamespaceMembers().Where(inner => inner.Name != Internal)) yield return inner;
        if (!outer.ContainingNamespace.IsGlobalNamespace) yield return outer;
    }

    private List<ISymbol> ReachableIn(INamedTypeSymbol type) =>
        type.GetMembers(_usage.Name)
            .Where(member => member is (IMethodSymbol or IPropertySymbol or IFieldSymbol)
                    and { DeclaredAccessibility: Accessibility.Public, IsOverride: false }
                && (!_isStatic || member.IsStatic)
                && (!_usage.IsCalled || member is IMethodSymbol))
            .ToList();

    /// <summary>Names that share a word, and types that one gets from the other.</summary>
    private int RelationTo(INamedTypeSymbol type, INamedTypeSymbol receiver) =>
        (SharesWords(type.Name) ? 1 : 0)
        + (Gives(type, receiver) || Gives(receiver, type) ? 1 : 0);

    private static bool Gives(INamedTypeSymbol type, INamedTypeSymbol what) =>
        type.GetMembers().Any(member =>
            member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
            && SymbolEqualityComparer.Default.Equals(TypeNames.TypeOf(member), what));

    /// <summary>
    /// An extension of another type than the receiver's: <c>services.GetRequiredService</c> is asked of an
    /// <c>IServiceProvider</c>.
    /// </summary>
    private IEnumerable<Suggestion> FromForeignExtensions() =>
        _isStatic || _isImplicit
            ? []
            : ReferencedTypes.Of(Compilation).Extensions(_usage.Name)
                .Where(method => method.Name == _usage.Name
                    && method.Parameters[0].Type is INamedTypeSymbol { SpecialType: SpecialType.None }
                    && method.ReduceExtensionMethod(_receiver) is null)
                .GroupBy(method => method.Parameters[0].Type.Name)
                .Take(MostNeighbours)
                .Select(same => new Suggestion(
                    $"{TypeNames.Written(same.First().Parameters[0].Type)}.{_usage.Name}",
                    SharesWords(same.Key) ? Neighbour + Related : Stranger,
                    same.First(),
                    ImportOf(same.First().ContainingType)));

    private bool SharesWords(string type) =>
        Words.Of(type).Any(word => word.Length > 1 && _ownerStems.Contains(Spelling.Root(word)));

    /// <summary>A member of a part of a part: <c>request.HttpContext.Connection.RemoteIpAddress</c>.</summary>
    private IEnumerable<Suggestion> FromFarParts() =>
        _isStatic || _isImplicit || Words.Of(_usage.Name).Length < 2
            ? []
            : from part in PartsOf(_receiver)
                from inner in PartsOf(part.Type)
                where !SymbolEqualityComparer.Default.Equals(inner.Type, _receiver)
                    && inner.Type is INamedTypeSymbol { ContainingNamespace.Name: not Internal } type
                    && type.MemberNames.Contains(_usage.Name)
                let members = ReachableIn((INamedTypeSymbol)inner.Type)
                where members.Count > 0
                select new Suggestion(
                    $"{part.Name}.{inner.Name}.{_usage.Name}", FarPart - ChangedOwner + FitOf(members), members[0]);

    private static IEnumerable<IPropertySymbol> PartsOf(ITypeSymbol type) =>
        TypeNames.SelfAndAncestors(type)
            .SelectMany(each => each.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsIndexer: false }
                && IsPart(property));
}
