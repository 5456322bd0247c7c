using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.AuthScope.Reach;

/// <summary>
/// Members of a stored object that are not the caller's to choose: whose it is, what it may, how it stands.
/// </summary>
internal static class GuardedMembers
{
    private static readonly ImmutableHashSet<string> Owners = WordSet.Of(
        "account author company customer household organisation organization owner tenant user workspace");

    private static readonly ImmutableHashSet<string> Rights = WordSet.Of(
        "admin permission role privilege claim");

    private static readonly ImmutableHashSet<string> Standing = WordSet.Of(
        "active approved banned blocked confirmed deleted disabled enabled featured locked paid published refunded",
        "reviewed shipped suspended verified");

    private static readonly ImmutableHashSet<string> Figures = WordSet.Of("balance credit debit status state");

    private static readonly ImmutableHashSet<string> Stamps = WordSet.Of(
        "approved changed created deleted inserted modified reviewed updated");

    private static readonly ImmutableHashSet<string> Times = WordSet.Of("at by date on time user utc");

    /// <summary>The guarded members that whatever is bound from a request can set, the gravest first.</summary>
    public static List<IPropertySymbol> Of(ITypeSymbol type, bool isStamped) =>
        type.SelfAndBases().SelectMany(self => self.GetMembers().OfType<IPropertySymbol>())
            .Where(IsSettable)
            .Select(member => (Member: member, Gravity: GravityOf(member)))
            .Where(found => found.Gravity > 0 && !(isStamped && found.Gravity == StampGravity))
            .OrderByDescending(found => found.Gravity)
            .Select(found => found.Member)
            .ToList();

    private const int StampGravity = 1;

    private static int GravityOf(IPropertySymbol member)
    {
        var words = Words.StemsOf(member.Name);
        if (words.IsEmpty) return 0;
        if (Stamps.Contains(words[0]) && words.Length > 1 && words.Skip(1).Any(Times.Contains)) return StampGravity;
        if (words.Any(Rights.Contains) || SecretNames.IsProof(member.Name)) return 4;
        if (words.Length == 2 && words[1] == "id" && Owners.Contains(words[0])) return 3;
        return IsYesOrNo(member.Type) && words.Any(Standing.Contains) || Figures.Contains(words[^1])
            ? 2
            : 0;
    }

    private static bool IsYesOrNo(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (type is INamedTypeSymbol { Name: "Nullable", TypeArguments: { Length: 1 } held }
            && held[0].SpecialType == SpecialType.System_Boolean);

    private static bool IsSettable(IPropertySymbol member) =>
        member is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public,
            SetMethod.DeclaredAccessibility: Accessibility.Public }
        && !member.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name is "BindNeverAttribute" or "JsonIgnoreAttribute" or "ReadOnlyAttribute"
                or "IgnoreDataMemberAttribute" or "NotMappedAttribute");
}
