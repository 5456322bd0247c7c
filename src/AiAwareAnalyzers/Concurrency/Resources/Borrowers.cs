using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency.Resources;

/// <summary>Calls that use what they are given, and leave it to whoever has it.</summary>
internal static class Borrowers
{
    private static readonly ImmutableHashSet<string> Taking = WordSet.Of(
        "ComputeHash ComputeHashAsync CopyTo CopyToAsync Deserialize DeserializeAsync HashData HashDataAsync Save",
        "SaveAsync Serialize SerializeAsync");

    private static readonly ImmutableHashSet<string> Loading = WordSet.Of("Load LoadAsync Parse ParseAsync");

    private static readonly ImmutableHashSet<string> Documents = WordSet.Of(
        "JsonDocument JsonNode XDocument XElement XmlDocument");

    /// <summary>What is asked of a reader, a writer or a stream, and does not close it.</summary>
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "CopyTo CopyToAsync Read ReadAsync ReadLine ReadLineAsync ReadToEnd ReadToEndAsync Write WriteAsync WriteLine",
        "WriteLineAsync");

    public static bool Contain(IMethodSymbol method) =>
        Taking.Contains(method.Name)
        || Loading.Contains(method.Name) && Documents.Contains(method.ContainingType?.Name ?? "");

    /// <summary>
    /// What a call of the framework uses and does not close: <c>SHA256.HashData(file)</c>, <c>reader.ReadToEnd()</c>.
    /// </summary>
    public static IEnumerable<IOperation> UsedBy(IInvocationOperation call)
    {
        if (!IsOfFramework(call.TargetMethod)) yield break;
        if (call.Instance is { } asked && Asking.Contains(call.TargetMethod.Name)) yield return asked;
        if (!Contain(call.TargetMethod)) yield break;
        foreach (var argument in call.Arguments) yield return argument.Value;
    }

    private static bool IsOfFramework(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name is "System" or "Microsoft";
    }
}
