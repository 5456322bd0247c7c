using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Text that another program, a caller or a language model wrote: answers, bodies, messages, output, files.
/// </summary>
internal sealed class ForeignTexts(Compilation compilation)
{
    public const string Model = "the answer of the model";
    public const string Request = "the request";
    public const string Response = "the response";

    private const string File = "the file";
    private const string Message = "the message";

    /// <summary>From a client's method by way of a service to whoever reads the text.</summary>
    private const int Patience = 12;

    private static readonly ImmutableArray<string> Writing = ImmutableArray.Create(
        "File.Write", "File.Append", "File.Create", "File.OpenWrite", "FileMode.Create", "new StreamWriter(");

    private readonly Inputs _inputs = Inputs.Of(compilation);
    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>What a method of the framework reads, as one speaks of it; null where it reads nothing.</summary>
    public static string? ReadBy(IMethodSymbol method) => method switch
    {
        { Name: "ReadAsStringAsync" or "ReadAsStreamAsync" or "ReadAsByteArrayAsync" or "ReadAsStream",
            ContainingType.Name: "HttpContent" } => Response,
        { Name: "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync", ContainingType.Name: "HttpClient" } =>
            Response,
        { Name: "ReadAllText" or "ReadAllTextAsync" or "OpenRead" or "ReadAllBytes" or "ReadAllBytesAsync",
            ContainingType.Name: "File" } => File,
        _ => null,
    };

    /// <summary>Where a text comes from, as one speaks of it; null where it is the program's own or unknown.</summary>
    public string? SourceOf(IOperation text) => SourceOf(text, Trail.OfSteps(Patience));

    private string? SourceOf(IOperation text, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.InsideText(text);
        return value switch
        {
            ILocalReferenceOperation local =>
                trail.TryPass(local.Local, out var further) && LocalOrigins.OrAssigned(local) is { } origin
                    ? SourceOf(origin, further)
                    : null,
            IParameterReferenceOperation parameter => OfParameter(parameter, trail),
            IPropertyReferenceOperation property => OfProperty(property, trail),
            IArrayElementReferenceOperation element => SourceOf(element.ArrayReference, trail.Deeper()),
            ICoalesceOperation choice => SourceOf(choice.Value, trail.Deeper()),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                SourceOf(choice.WhenTrue, trail.Deeper()) ?? SourceOf(otherwise, trail.Deeper()),
            IObjectCreationOperation { Type.Name: "StreamReader" or "MemoryStream" or "String" } reader =>
                FirstSource(reader.Arguments, trail),
            IInvocationOperation call => OfCall(call, trail),
            _ => null,
        };
    }

    /// <summary>What a handler is given, or what the callers of another function hand over.</summary>
    private string? OfParameter(IParameterReferenceOperation reference, Trail trail)
    {
        var parameter = reference.Parameter;
        if (parameter.GetAttributes().Any(static attribute => IsTriggerOfMessages(attribute.AttributeClass)))
            return Message;
        if (_inputs.Contains(parameter, reference.SemanticModel)) return Request;
        return parameter.ContainingSymbol is IMethodSymbol
            { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
            && trail.TryPass(parameter, out var further)
                ? Passed.To(parameter, method, compilation)
                    .Select(given => SourceOf(given, further))
                    .FirstOrDefault(static source => source is not null)
                : null;
    }

    private string? OfProperty(IPropertyReferenceOperation property, Trail trail)
    {
        var member = property.Property;
        if (_inputs.Contains(member)) return Request;
        if (ModelAnswers.Are(member)) return Model;
        if (IsMessage(member)) return Message;
        if (member is { Name: "StandardOutput", ContainingType.Name: "Process" }) return "the output of the program";
        return property.Instance is { } owner && (member.IsIndexer || IsPartOfText(owner.Type))
            ? SourceOf(owner, trail.Deeper())
            : null;
    }

    private string? OfCall(IInvocationOperation call, Trail trail)
    {
        var method = call.TargetMethod;
        if (ReadBy(method) is { } read) return read == File && IsWrittenHere(call) ? null : read;
        if (method is { Name: "ReadAsStringAsync" or "ReadAsString", ContainingType.Name: "HttpRequestDataExtensions" })
            return Request;
        if (ModelAnswers.Are(method)) return Model;
        if (!IsOfThisProject(method))
            return call.Instance is { } owner && SourceOf(owner, trail.Deeper()) is { } source
                ? source
                : Keeps(method) ? FirstSource(call.Arguments, trail) : null;
        return OfAnswer(method, trail) ?? (OnlyWorksOnText(method) ? FirstSource(call.Arguments, trail) : null);
    }

    /// <summary>What the only body behind a method of this project answers.</summary>
    private string? OfAnswer(IMethodSymbol method, Trail trail) =>
        trail.TryPass(method, out var further) && _summaries.Behind(method) is [var only]
            ? only.Answers.Select(answer => SourceOf(answer, further))
                .FirstOrDefault(static source => source is not null)
            : null;

    private string? FirstSource(ImmutableArray<IArgumentOperation> arguments, Trail trail) => arguments
        .Select(argument => SourceOf(argument.Value, trail.Deeper()))
        .FirstOrDefault(static source => source is not null);

    /// <summary>A function that makes a text of a text, such as one that takes the fences off.</summary>
    private static bool OnlyWorksOnText(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_String
        && (method.IsStatic || method.DeclaredAccessibility == Accessibility.Private);

    /// <summary>Functions of the framework that give back what is in their arguments.</summary>
    private static bool Keeps(IMethodSymbol method) => method.Name is
        "GetString" or "GetBytes" or "FromBase64String" or "Match" or "Matches" or "Replace" or "Concat" or "Join"
        or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "UrlDecode" or "HtmlDecode" or "AsSpan";

    /// <summary>The value of a match, a part of a body.</summary>
    private static bool IsPartOfText(ITypeSymbol? type) => type?.Name is
        "Match" or "Group" or "GroupCollection" or "Capture" or "BinaryData" or "ReadOnlyMemory" or "Span"
        or "ReadOnlySpan" or "Memory";

    /// <summary>What a queue or a broker delivers, by the types of its libraries.</summary>
    private static bool IsMessage(IPropertySymbol member) =>
        member.Name is "Body" or "MessageText" or "Payload" or "PayloadSegment" or "Data" or "Value"
        && member.ContainingType is { DeclaringSyntaxReferences.IsEmpty: true, Name:
            "ServiceBusReceivedMessage" or "QueueMessage" or "PeekedMessage" or "EventData" or "Message"
            or "BasicDeliverEventArgs" or "BasicGetResult" or "MqttApplicationMessage" or "PubsubMessage"
            or "ProcessMessageEventArgs" or "SQSMessage" };

    private static bool IsTriggerOfMessages(INamedTypeSymbol? attribute) => attribute?.Name is
        "ServiceBusTriggerAttribute" or "QueueTriggerAttribute" or "EventHubTriggerAttribute"
        or "EventGridTriggerAttribute" or "RabbitMQTriggerAttribute" or "KafkaTriggerAttribute";

    private bool IsOfThisProject(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether the type that reads a file writes files as well: it is its own then.</summary>
    private static bool IsWrittenHere(IInvocationOperation reading) =>
        Bodies.MemberAround(reading)?.ContainingType?.DeclaringSyntaxReferences
            .Any(static part => Calls.AreMentioned(part.SyntaxTree, Writing)) == true;
}
