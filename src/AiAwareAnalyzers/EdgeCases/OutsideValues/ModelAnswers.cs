using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Text that a language model wrote: known by the names of clients, of answers and of prompts.</summary>
internal static class ModelAnswers
{
    /// <summary>Words that stand in the names of clients and answers, and hardly anywhere else.</summary>
    private static readonly ImmutableHashSet<string> Makers = WordSet.Of(
        "ai anthropic claude deepseek gemini gpt groq llm mistral ollama openai");

    /// <summary>Words that say so beside "chat"; people chat as well.</summary>
    private static readonly ImmutableHashSet<string> Chats = WordSet.Of(
        "client completion completions content kernel model part response");

    /// <summary>Types that hold what the program tells a model, and not what it answers.</summary>
    private static readonly ImmutableHashSet<string> Told = WordSet.Of(
        "config configuration context options prompt request settings");

    private static readonly ImmutableHashSet<string> Texts = WordSet.Of(
        "answer content json message output response result text");

    /// <summary>Methods that only prepare a question, or look at what is here already.</summary>
    private static readonly ImmutableHashSet<string> Preparing = WordSet.Of(
        "build escape fetch find format load parse read render strip");

    /// <summary>A text of an answer: <c>response.Content</c>.</summary>
    public static bool Are(IPropertySymbol property) =>
        IsOfModel(property.ContainingType)
        && !Words.Of(property.ContainingType.Name).Any(Told.Contains)
        && Words.Of(property.Name).LastOrDefault() is { } last
        && Texts.Contains(last);

    /// <summary>A call that waits for a text: <c>await llm.AskAsync(prompt)</c>.</summary>
    public static bool Are(IMethodSymbol method) =>
        Tasks.IsTask(method.ReturnType)
        && Tasks.Unwrap(method.ReturnType).SpecialType == SpecialType.System_String
        && (IsOfModel(method.ContainingType) || method.Parameters.Any(IsPrompt))
        && !Preparing.Contains(Words.Of(method.Name).FirstOrDefault() ?? "");

    private static bool IsOfModel(INamedTypeSymbol? type)
    {
        if (type is null) return false;
        var words = Words.Of(type.Name);
        return words.Any(Makers.Contains)
            || words.Contains("chat") && words.Any(Chats.Contains);
    }

    private static bool IsPrompt(IParameterSymbol parameter) =>
        parameter.Type.SpecialType == SpecialType.System_String
        && Words.StemsOf(parameter.Name).LastOrDefault() == "prompt";
}
