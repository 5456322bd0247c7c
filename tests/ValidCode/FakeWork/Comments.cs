namespace Good.FakeWork.Comments;

/// <summary>An assistant answers in text with fences, which are taken away here.</summary>
public class Answers
{
    private static readonly string[] Refusals = { "As an AI language model", "I cannot help with that" };

    private int _shown;

    // The rest of the method's caller is in the other half of this class.
    public string Strip(string answer)
    {
        // Models like to put "```json" around what they return.
        var text = answer.Replace("```json", "").Replace("```", "");
        return Refusals.Any(text.StartsWith) ? "" : text;
    }

    public string Prompt(string code) =>
        "Keep // ... existing code ... where nothing changes:\n```csharp\n" + code + "\n```";

    public int Show()
    {
        // Counted before the text is shown, so that a failure counts too.
        _shown++;

        // Callers rely on the number of this very call.
        return _shown;
    }
}
