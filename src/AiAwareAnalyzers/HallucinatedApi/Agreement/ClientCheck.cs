using AiAwareAnalyzers.HallucinatedApi.Documents;
using AiAwareAnalyzers.HallucinatedApi.Requests;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Whether the requests of a program are such as the documents of its services describe.</summary>
internal sealed class ClientCheck(Compilation compilation, Contracts contracts, RequestMethods methods)
{
    private readonly HttpRequests _requests = HttpRequests.Of(compilation);

    public IEnumerable<Flaw> At(IOperation operation) => operation switch
    {
        IInvocationOperation call when _requests.Made(call) is { } request => Request(call, request),
        IInvocationOperation call when methods.Made(call) is { } made => Of(made),
        IInvocationOperation call => Reading(call),
        IObjectCreationOperation creation when _requests.Made(creation) is { } request => Address(request),
        ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation { Property.Name: "Content", Instance: { } message }
        } assignment when _requests.IsMessage(message.Type) => Content(assignment, message),
        IBinaryOperation or IIsPatternOperation when StatusClaim.Of(operation) is { } claim => Status(claim),
        _ => [],
    };

    /// <summary>As above, for a method of an interface that a library implements.</summary>
    public IEnumerable<Flaw> Of(DeclaredRequest declared) =>
        MeaningOf(declared.Request) is not { } meaning
            ? []
            : Address(meaning, declared.Request.Place)
                .Concat(Body(meaning, declared.Sent))
                .Concat(Answer(meaning, declared.Read));

    private IEnumerable<Flaw> Request(IInvocationOperation call, HttpRequest request) =>
        MeaningOf(request) is not { } meaning
            ? []
            : Address(meaning, request.Place)
                .Concat(Body(meaning, WireValues.SentBy(call, Locals.Around(call, compilation))))
                .Concat(Answer(meaning, WireValues.ReadBy(call)));

    private IEnumerable<Flaw> Address(HttpRequest request) =>
        MeaningOf(request) is { } meaning ? Address(meaning, request.Place) : [];

    private IEnumerable<Flaw> Reading(IInvocationOperation call) =>
        WireValues.ReadBy(call) is { } read
            && WireValues.SourceOf(call) is { } source
            && !FailureReads.MayBe(call, read.Type)
            && _requests.Behind(source) is { } request
            && MeaningOf(request) is { } meaning
                ? Answer(meaning, read)
                : [];

    private IEnumerable<Flaw> Content(ISimpleAssignmentOperation assignment, IOperation message)
    {
        var made = message is IInstanceReferenceOperation
            ? message.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault()
            : message;
        if (made is null || _requests.Behind(made) is not { } request || MeaningOf(request) is not { } meaning)
            return [];
        return Body(meaning, WireValues.InContent(assignment.Value, Locals.Around(assignment, compilation)));
    }

    private IEnumerable<Flaw> Status(StatusClaim claim)
    {
        if (_requests.Behind(claim.Response) is not { } request
            || MeaningOf(request) is not { Found: var (_, operation) } meaning)
            return [];
        var codes = operation.SuccessCodes.ToList();
        return codes.Count == 0 || codes.Contains(claim.Code) ? [] : [new(
            claim.Place,
            $"{meaning.Where} answers with {string.Join(" or ", codes)}, never with {claim.Code}",
            claim.IsDenied ? "this is always true" : "this is never true",
            $"compare with '{claim.NameOf(codes[0])}', or ask 'IsSuccessStatusCode'")];
    }

    private Meaning? MeaningOf(HttpRequest request) =>
        request.Path is { } path ? new(request, path, contracts) : null;

    private static IEnumerable<Flaw> Address(Meaning meaning, SyntaxNode place) =>
        meaning.Found is var (_, operation)
            ? QueryFlaws.In(meaning.Path, operation, meaning.Where, place)
            : meaning.Missing(Harms.OfClient) is { } missing ? [missing] : [];

    private IEnumerable<Flaw> Body(Meaning meaning, WireValue? sent) =>
        Compare(meaning, sent, meaning.Found?.Operation.Body, isSent: true);

    private IEnumerable<Flaw> Answer(Meaning meaning, WireValue? read) =>
        Compare(meaning, read, meaning.Found?.Operation.Answer, isSent: false);

    private IEnumerable<Flaw> Compare(Meaning meaning, WireValue? value, ApiSchema? schema, bool isSent) =>
        ShapeComparison.Between(
            value, schema, serialization => new WireSide(meaning.Where, isSent, serialization), compilation);
}
