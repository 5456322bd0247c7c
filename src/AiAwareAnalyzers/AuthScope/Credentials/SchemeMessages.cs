using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>Texts that tell a person something, and cannot be the name of an authentication scheme.</summary>
internal static class SchemeMessages
{
    private static readonly ImmutableHashSet<string> Messages = WordSet.Of(
        "description detail details error errors explanation message msg reason text");

    /// <summary>A sentence, or what is called a message, an error, a reason.</summary>
    public static bool Is(IOperation text) => text switch
    {
        { ConstantValue: { HasValue: true, Value: string constant } } => IsSentence(constant),
        IInterpolatedStringOperation whole => whole.Parts.OfType<IInterpolatedStringTextOperation>().Any(static part =>
            part.Text.ConstantValue.Value is string written && IsSentence(written)),
        IBinaryOperation sum => sum.Descendants().Any(static part =>
            part.ConstantText() is { } term && IsSentence(term)),
        IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol { IsConst: false } } member =>
            IsMessage(member.Member.Name),
        ILocalReferenceOperation local => IsMessage(local.Local.Name),
        IParameterReferenceOperation parameter => IsMessage(parameter.Parameter.Name),
        _ => false,
    };

    /// <summary><c>exception.Message</c>, which is for the log and not for the caller.</summary>
    public static bool IsOfException(IOperation text) =>
        text is IPropertyReferenceOperation { Property: { Name: "Message", ContainingType: var type } }
        && type.Name.EndsWith("Exception", StringComparison.Ordinal);

    private static bool IsSentence(string text) => text.Trim().IndexOf(' ') > 0;

    private static bool IsMessage(string name) =>
        Words.Of(name) is { Length: > 0 } words && Messages.Contains(words[^1]);
}
