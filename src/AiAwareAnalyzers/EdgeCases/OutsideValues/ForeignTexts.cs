using System.Collections.Concurrent;
using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Text that another program, a caller or a language model wrote: answers, bodies, messages, output, files.
/// </summary>
internal sealed class ForeignTexts
{
    public const string Model = "the answer of the model";
    public const string Request = "the request";
    public const string Response = "the response";

    private const string File = "the file";
    private const string Message = "the message";

    private static readonly ImmutableArray<string> Writing = ImmutableArray.Create(
        "File.Write", "File.Append", "File.Create", "File.OpenWrite", "FileMode.Create", "new StreamWriter(");

    private readonly ConcurrentDictionary<ISymbol, string?> _known = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly Inputs _inputs;
    private readonly MethodSummaries _summaries;

    private ForeignTexts(Compilation compilation)
    {
        _compilation = compilation;
        _inputs = Inputs.Of(compilation);
        _summaries = MethodSummaries.Of(compilation);
    }

    public static ForeignTexts Of(Compilation compilation) => Facts.Of(compilation, static c => new ForeignTexts(c));

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

    /// <summary>Who sent what a call reads and makes of JSON at once; null for any other call.</summary>
    public static string? ReadAsJsonBy(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ReadFromJsonAsync" or "GetFromJsonAsync" or "ReadFromJsonAsAsyncEnumerable",
            IsGenericMethod: true }
            ? Sequences.SourceOf(call)?.Type is { Name: "HttpRequest" or "HttpRequestData" } ? Request : Response
            : null;

    /// <summary>Where a text comes from, as one speaks of it; null where it is the program's own or unknown.</summary>
    public string? SourceOf(IOperation text) => SourceOf(text, new(_known));

    private string? SourceOf(IOperation text, OriginSearch<string> search)
    {
        if (search.IsOver) return null;
        var value = Place.InsideText(text);
        return value switch
        {
            ILocalReferenceOperation local => search.Of(local.Local, () =>
                LocalOrigins.OrAssigned(local) is { } origin ? SourceOf(origin, search) : null),
            IParameterReferenceOperation parameter => OfParameter(parameter, search),
            IPropertyReferenceOperation property => OfProperty(property, search),
            IArrayElementReferenceOperation element => SourceOf(element.ArrayReference, search),
            ICoalesceOperation choice => SourceOf(choice.Value, search),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                SourceOf(choice.WhenTrue, search) ?? SourceOf(otherwise, search),
            IObjectCreationOperation { Type.Name: "StreamReader" or "MemoryStream" or "String" } reader =>
                FirstSource(reader.Arguments, search),
            IInvocationOperation call => OfCall(call, search),
            _ => null,
        };
    }

    /// <summary>What a handler is given, or what the callers of another function hand over.</summary>
    private string? OfParameter(IParameterReferenceOperation reference, OriginSearch<string> search)
    {
        var parameter = reference.Parameter;
        if (parameter.GetAttributes().Any(static attribute => IsTriggerOfMessages(attribute.AttributeClass)))
            return Message;
        if (_inputs.Contains(parameter, reference.SemanticModel)) return Request;
        return parameter.ContainingSymbol is IMethodSymbol
            { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method
                ? search.Of(parameter, () => OriginSearch<string>.OfCallers(
                    parameter, method, _compilation, given => SourceOf(given, search)))
                : null;
    }

    private string? OfProperty(IPropertyReferenceOperation property, OriginSearch<string> search)
    {
        var member = property.Property;
        if (_inputs.Contains(member)) return Request;
        if (ModelAnswers.Are(member)) return Model;
        if (IsMessage(member)) return Message;
        if (member is { Name: "StandardOutput", ContainingType.Name: "Process" }) return "the output of the program";
        return property.Instance is { } owner && (member.IsIndexer || IsPartOfText(owner.Type))
            ? SourceOf(owner, search)
            : null;
    }

    private string? OfCall(IInvocationOperation call, OriginSearch<string> search)
    {
        var method = call.TargetMethod;
        if (ReadBy(method) is { } read) return read == File && IsWrittenHere(call) ? null : read;
        if (method is { Name: "ReadAsStringAsync" or "ReadAsString", ContainingType.Name: "HttpRequestDataExtensions" })
            return Request;
        if (ModelAnswers.Are(method)) return Model;
        if (!IsOfThisProject(method))
            return call.Instance is { } owner && SourceOf(owner, search) is { } source
                ? source
                : Keeps(method) ? FirstSource(call.Arguments, search) : null;
        return OfAnswer(method, search) ?? (OnlyWorksOnText(method) ? FirstSource(call.Arguments, search) : null);
    }

    /// <summary>What the only body behind a method of this project answers.</summary>
    private string? OfAnswer(IMethodSymbol method, OriginSearch<string> search) =>
        search.Of(method, () => _summaries.Behind(method) is [var only]
            ? only.Answers.Select(answer => SourceOf(answer, search))
                .FirstOrDefault(static source => source is not null)
            : null);

    private string? FirstSource(ImmutableArray<IArgumentOperation> arguments, OriginSearch<string> search) => arguments
        .Select(argument => SourceOf(argument.Value, search))
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
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly);

    /// <summary>Whether the type that reads a file writes files as well: it is its own then.</summary>
    private static bool IsWrittenHere(IInvocationOperation reading) =>
        Bodies.MemberAround(reading)?.ContainingType?.DeclaringSyntaxReferences
            .Any(static part => Calls.AreMentioned(part.SyntaxTree, Writing)) == true;
}
