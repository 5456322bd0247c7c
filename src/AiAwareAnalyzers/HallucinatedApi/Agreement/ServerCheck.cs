using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Whether the endpoints of a program are such as the document that it claims describes.</summary>
internal sealed class ServerCheck(Compilation compilation, Contracts contracts)
{
    public IEnumerable<Flaw> Of(ServedRequest served)
    {
        if (served.Request.Path is not { } path) return [];
        var meaning = new Meaning(served.Request, path, contracts);
        // What only one side knows may be meant for nobody else.
        if (meaning.Found is not var (_, operation))
            return meaning.Missing(Harms.OfServer) is { } missing ? [missing.AsSuggestion()] : [];
        return Compare(meaning, served.Body, operation.Body, isSent: false)
            .Concat(Compare(meaning, served.Answer, operation.Answer, isSent: true));
    }

    private IEnumerable<Flaw> Compare(Meaning meaning, WireValue? value, ApiSchema? schema, bool isSent) =>
        ShapeComparison.Between(
            value,
            schema,
            serialization => new WireSide(meaning.Where, isSent, serialization) { IsServer = true },
            compilation);
}
