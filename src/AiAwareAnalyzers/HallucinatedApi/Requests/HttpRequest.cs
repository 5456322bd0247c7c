namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>A request that code makes.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Null where nobody knows where it goes.</param>
/// <param name="Place">Where the address is written.</param>
internal sealed record HttpRequest(string Method, RequestPath? Path, SyntaxNode Place);

/// <summary>A value that goes over the wire as JSON.</summary>
/// <param name="Type">As the code has it.</param>
/// <param name="Serialization">How its names are spelled there.</param>
/// <param name="Place">Where it is written that it is sent or read.</param>
internal sealed record WireValue(ITypeSymbol Type, Serialization Serialization, SyntaxNode Place);

/// <summary>How names of properties become names in JSON.</summary>
internal enum Serialization
{
    /// <summary>By options or a library that nobody knows here.</summary>
    Unknown,

    /// <summary>In camel case, and read however they are cased.</summary>
    Web,

    /// <summary>As they are in C#, letter by letter.</summary>
    Plain,
}
