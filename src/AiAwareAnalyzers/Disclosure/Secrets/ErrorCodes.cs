using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>
/// Codes and keys of messages that are called after a secret because they say what is wrong with one:
/// <c>InvalidPassword = "US-001"</c>.
/// </summary>
internal static class ErrorCodes
{
    private const int LongestCode = 12;

    private static readonly ImmutableHashSet<string> Complaints = WordSet.Of(
        "expired incorrect invalid mismatched missing wrong");

    /// <summary>Whether a text is what a field or property is set to that names an error.</summary>
    public static bool Include(IOperation text, string value) =>
        MemberOf(text) is { } member
        && (Complaints.Contains(Words.Of(member.Name).FirstOrDefault() ?? "")
            || AreListedIn(member.ContainingType)
            || IsNumbered(member, value));

    private static ISymbol? MemberOf(IOperation text) => Values.UserOf(text) switch
    {
        IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
        IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
        _ => null,
    };

    /// <summary><c>UserErrors</c>, <c>ErrorCodes</c>, <c>Messages</c>; but <c>AccessCodes</c> are secrets.</summary>
    private static bool AreListedIn(INamedTypeSymbol type) =>
        Words.Of(type.Name).LastOrDefault() is "errors" or "codes" or "messages" && !SecretNames.IsSecret(type.Name);

    /// <summary>
    /// A short code, beside one that differs in its number alone and is called after no secret: <c>US-013</c>.
    /// </summary>
    private static bool IsNumbered(ISymbol member, string value) =>
        value.Length <= LongestCode
        && StemOf(value) is { } stem
        && member.ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(other => !SecretNames.IsSecret(other.Name)
                && other.ConstantValue is string code
                && code != value
                && StemOf(code) == stem);

    /// <summary>What stands before the number that a code ends in; null where it has no letters or no number.</summary>
    private static string? StemOf(string code) =>
        code.TrimEnd("0123456789".ToCharArray()) is { Length: > 0 } stem
        && stem.Length < code.Length
        && char.IsLetter(stem[0])
        && stem.All(static character => char.IsLetter(character) || character is '-' or '_' or '.')
            ? stem
            : null;
}
