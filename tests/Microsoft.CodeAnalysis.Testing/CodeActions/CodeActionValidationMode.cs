namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How far the syntax tree of an action must be the one that its text is parsed into.</summary>
public enum CodeActionValidationMode
{
    None,

    /// <summary>Except for trivia.</summary>
    SemanticStructure,

    Full,
}
