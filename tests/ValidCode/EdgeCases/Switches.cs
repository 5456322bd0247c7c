namespace ValidCode.EdgeCases;

/// <summary>Texts that say yes or no, and questions whether they do.</summary>
public static class Switches
{
    public static bool IsOn(string? text) => bool.TryParse(text, out var isOn) && isOn;

    public static bool IsOnUnlessSaid(string? text) => !bool.TryParse(text, out var isOn) || isOn;

    public static bool IsValid(string? text) => bool.TryParse(text, out _);

    public static bool IsBoolean(string? text) => text is { Length: > 0 } && bool.TryParse(text, out _);

    public static string KindOf(string text) =>
        bool.TryParse(text, out _) ? "boolean" : int.TryParse(text, out _) ? "number" : "text";

    public static bool AreAllValid(IEnumerable<string> texts) => texts.All(text => bool.TryParse(text, out _));

    public static bool HasNumber(string? text) => int.TryParse(text, out _);
}
