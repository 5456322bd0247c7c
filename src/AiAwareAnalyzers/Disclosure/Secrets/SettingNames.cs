using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Tables and lists of the names that secrets have in the settings.</summary>
internal static class SettingNames
{
    /// <summary>Whether a text names a setting in a list: by its spelling, or as all the others there do.</summary>
    public static bool AreListedWith(IOperation literal) =>
        literal.ConstantText() is { } text
        && IsName(text)
        && ListAround(literal) is { } list
        && (IsPath(text) || TextsIn(list).All(IsName));

    /// <summary>The outermost list, table or tuple that a text is written in.</summary>
    private static IOperation? ListAround(IOperation literal)
    {
        IOperation? list = null;
        foreach (var around in literal.Ancestors())
            switch (around)
            {
                case IArrayInitializerOperation or IObjectOrCollectionInitializerOperation or ITupleOperation:
                case { Kind: Knowledge.NewerSyntax.CollectionExpression }:
                    list = around;
                    break;
                case IVariableDeclaratorOperation or IFieldInitializerOperation or IPropertyInitializerOperation
                    or IReturnOperation or IAnonymousFunctionOperation:
                    return list;
            }

        return list;
    }

    private static IEnumerable<string> TextsIn(IOperation list) =>
        list.Descendants()
            .OfType<ILiteralOperation>()
            .Select(static literal => literal.ConstantText())
            .OfType<string>();

    /// <summary><c>Jwt:SigningKey</c>, <c>OAUTH2_SECRET</c>, <c>Smtp__Password</c>, <c>ClientSecret</c>.</summary>
    private static bool IsName(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && text.All(static character => char.IsLetterOrDigit(character) || character is ':' or '_' or '.' or '-')
        && (IsPath(text) || SecretNames.IsSecret(text));

    /// <summary>Parts between colons, or capitals between underscores, as in variables of the environment.</summary>
    private static bool IsPath(string text) =>
        text.IndexOf(':') > 0
        || text.IndexOf("__", StringComparison.Ordinal) > 0
        || (text.IndexOf('_') > 0 && !text.Any(char.IsLower));
}
