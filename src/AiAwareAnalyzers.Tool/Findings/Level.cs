namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>How loud a finding is, in the words of SARIF.</summary>
internal enum Level
{
    None,
    Note,
    Warning,
    Error,
}

/// <summary>Levels as texts.</summary>
internal static class Levels
{
    /// <summary>A result without a level is a warning: so SARIF has it.</summary>
    public static Level Parse(string text) => text switch
    {
        "error" => Level.Error,
        "note" => Level.Note,
        "none" => Level.None,
        _ => Level.Warning,
    };

    public static string Word(this Level level) => level switch
    {
        Level.Error => "error",
        Level.Warning => "warning",
        Level.Note => "note",
        _ => "none",
    };
}
