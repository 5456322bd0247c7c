using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Who stands on which end of the wire.</summary>
/// <param name="Where">The operation and its document, as a message names them.</param>
/// <param name="IsSent">Whether the code writes the value; else it reads it.</param>
/// <param name="Serialization">How names are spelled.</param>
internal sealed record WireSide(string Where, bool IsSent, Serialization Serialization)
{
    /// <summary>Whether the code answers; else it asks.</summary>
    public bool IsServer { get; init; }

    /// <summary>What comes of a value that is written otherwise than agreed.</summary>
    public string HarmOfSending => IsServer ? "the answer is not what was promised" : "the request is refused";

    /// <summary>Whether the other side expects a property at all.</summary>
    public bool Expects(ApiSchema property) =>
        !property.HasDefault && !(IsServer ? property.IsWriteOnly : property.IsReadOnly);
}
