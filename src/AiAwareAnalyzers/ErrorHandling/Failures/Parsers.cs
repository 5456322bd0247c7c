using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>Calls that make something of a text, known by where they are declared and what they are called.</summary>
internal static class Parsers
{
    private static readonly ImmutableHashSet<string> OfXml = WordSet.Of(
        "Load LoadAsync LoadXml MoveToContent MoveToContentAsync Parse Read ReadAsync ReadFrom ReadFromAsync");

    private static readonly ImmutableHashSet<string> Numbers = WordSet.Of(
        "Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Decimal TimeSpan BigInteger");

    private static readonly ImmutableHashSet<string> OtherValues = WordSet.Of(
        "Boolean Char Single Double DateTime DateTimeOffset DateOnly TimeOnly Guid Half");

    /// <summary>What kind of text a call reads; none where it reads no text, or one that cannot be wrong.</summary>
    public static IoKinds ReachOf(IMethodSymbol method) => method.ContainingNamespace switch
    {
        { Name: "System", ContainingNamespace.IsGlobalNamespace: true } => OfSystem(method),
        { Name: "Numerics", ContainingNamespace.Name: "System" } => OfSystem(method),
        { Name: "Xml" } or { Name: "Linq", ContainingNamespace.Name: "Xml" } =>
            OfXml.Contains(method.Name) ? IoKinds.Xml : IoKinds.None,
        { } space when IsOfYaml(space) =>
            method.Name is "Deserialize" or "Load" or "Parse" ? IoKinds.Yaml : IoKinds.None,
        _ => IoKinds.None,
    };

    private static IoKinds OfSystem(IMethodSymbol method)
    {
        var type = method.ContainingType.Name;
        if (type == "Convert") return OfConvert(method);
        if (method.Name is not ("Parse" or "ParseExact")) return IoKinds.None;
        return Numbers.Contains(type) ? IoKinds.Format | IoKinds.Overflow
            : OtherValues.Contains(type) ? IoKinds.Format
            : IoKinds.None;
    }

    private static IoKinds OfConvert(IMethodSymbol method) =>
        method.Parameters is not [{ Type.SpecialType: SpecialType.System_String }, ..] ? IoKinds.None
        : method.Name is "FromBase64String" or "FromHexString" ? IoKinds.Format
        : Numbers.Contains(method.ReturnType.Name) ? IoKinds.Format | IoKinds.Overflow
        : OtherValues.Contains(method.ReturnType.Name) ? IoKinds.Format
        : IoKinds.None;

    private static bool IsOfYaml(INamespaceSymbol space)
    {
        for (var around = space; around is { IsGlobalNamespace: false }; around = around.ContainingNamespace)
            if (around is { Name: "YamlDotNet", ContainingNamespace.IsGlobalNamespace: true }) return true;
        return false;
    }
}
