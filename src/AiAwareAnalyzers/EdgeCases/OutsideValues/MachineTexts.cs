using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>
/// Text that programs write for programs: settings, files, headers, JSON. What a user typed into a form is none.
/// </summary>
internal sealed class MachineTexts(Compilation compilation)
{
    /// <summary>Functions that call each other in many ways are not followed to their end.</summary>
    private const int Patience = 8;

    private readonly Inputs _inputs = Inputs.Of(compilation);

    /// <summary>Where a text comes from, as one speaks of it; null where a user may have typed it.</summary>
    public string? SourceOf(IOperation text) => SourceOf(text, Trail.OfSteps(Patience));

    private string? SourceOf(IOperation text, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.InsideText(text);
        return value switch
        {
            ILocalReferenceOperation local => OfLocal(local, trail),
            IParameterReferenceOperation parameter => OfParameter(parameter, trail),
            ICoalesceOperation choice => SourceOf(choice.Value, trail.Deeper()),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                SourceOf(choice.WhenTrue, trail.Deeper()) ?? SourceOf(otherwise, trail.Deeper()),
            IArrayElementReferenceOperation element => SourceOf(element.ArrayReference, trail.Deeper()),
            IInvocationOperation call => OfCall(call, trail),
            IPropertyReferenceOperation property => OfProperty(property) ?? OfMember(property, trail),
            _ => null,
        };
    }

    private string? OfLocal(ILocalReferenceOperation local, Trail trail)
    {
        if (!trail.TryPass(local.Local, out var further)) return null;
        return LocalOrigins.OrAssigned(local) is { } origin ? SourceOf(origin, further) : null;
    }

    /// <summary>What all callers of a function hand over that only this project calls.</summary>
    private string? OfParameter(IParameterReferenceOperation reference, Trail trail)
    {
        var parameter = reference.Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol method) return null;
        if (method.MethodKind == MethodKind.AnonymousFunction) return OfElement(reference, trail);
        if (!IsOwn(method) && !IsCalledHereOnly(method)
            || !trail.TryPass(parameter, out var further))
            return null;

        return OfCallers(parameter, method, given => SourceOf(given, further));
    }

    /// <summary>Where all callers have from what they hand over; null where one of them has it elsewhere.</summary>
    private string? OfCallers(IParameterSymbol parameter, IMethodSymbol method, Func<IOperation, string?> sourceOf)
    {
        var sources = CallIndex.Of(compilation).Of(method)
            .Select(call => call.Arguments.FirstOrDefault(argument =>
                argument.Parameter?.Ordinal == parameter.Ordinal)?.Value)
            .Select(given => given is null ? null : sourceOf(given))
            .ToList();
        return sources.Count > 0 && sources.TrueForAll(static source => source is not null) ? sources[0] : null;
    }

    /// <summary><c>File.ReadLines(path).Select(line => …)</c>: each of the texts.</summary>
    private string? OfElement(IParameterReferenceOperation reference, Trail trail) =>
        reference.Parameter.Ordinal == 0
        && Bodies.FunctionAround(reference)?.Ancestors().OfType<IInvocationOperation>().FirstOrDefault()
            is { TargetMethod.ContainingType.Name: "Enumerable", Arguments: { IsEmpty: false } arguments }
            ? SourceOf(arguments[0].Value, trail.Deeper())
            : null;

    private string? OfCall(IInvocationOperation call, Trail trail)
    {
        var method = call.TargetMethod;
        if (SourceOf(method) is { } source) return IsTyped(call) ? null : source;
        if (ConfigurationReads.KeyOf(call) is { } key) return $"the setting '{key}'";
        if (method.Name is "TryGetValue" or "GetValueOrDefault") return OfEntry(call, call.Arguments);
        if (IsPart(method)) return ReceiverOf(call) is { } whole ? SourceOf(whole, trail.Deeper()) : null;
        return IsOwn(method) && trail.TryPass(method, out var further) ? OfAnswer(method, further) : null;
    }

    /// <summary>What a function of the same class or method answers.</summary>
    private string? OfAnswer(IMethodSymbol method, Trail trail) =>
        ReturnValues.BodyOf(method, compilation) is { } body
            ? ReturnValues.In(body).Select(value => SourceOf(value, trail)).FirstOrDefault(source => source is not null)
            : null;

    private string? OfProperty(IPropertyReferenceOperation property)
    {
        if (ConfigurationReads.KeyOf(property) is { } key) return $"the setting '{key}'";
        if (property is { Property.IsIndexer: true, Instance: { } owner })
            return OfEntry(property, property.Arguments) ?? OfRequest(owner);
        if (property is { Property.Name: "Value" or "InnerText", Instance.Type.ContainingNamespace: { } space }
            && space.ToDisplayString().StartsWith("System.Xml", StringComparison.Ordinal))
            return "XML";
        return null;
    }

    /// <summary>A member that a serializer fills, of an object that was read a moment ago.</summary>
    private string? OfMember(IPropertyReferenceOperation property, Trail trail)
    {
        if (property is not { Property: { IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false } member,
            Instance: { } owner })
            return null;
        return member.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute")
            ? "JSON"
            : OfObject(owner, trail.Deeper());
    }

    /// <summary>Where an object was deserialized from, also as a part or an element of another one.</summary>
    private string? OfObject(IOperation read, Trail trail)
    {
        if (trail.IsOver) return null;
        var value = Place.Inside(read);
        return value switch
        {
            ILocalReferenceOperation local => trail.TryPass(local.Local, out var further)
                && LocalOrigins.Of(local) is { } origin
                    ? OfObject(origin, further)
                    : null,
            IParameterReferenceOperation { Parameter: var parameter } => OfOwner(parameter, value, trail),
            ICoalesceOperation choice => OfObject(choice.Value, trail.Deeper()),
            IArrayElementReferenceOperation element => OfObject(element.ArrayReference, trail.Deeper()),
            IPropertyReferenceOperation { Instance: { } owner } => OfObject(owner, trail.Deeper()),
            IInvocationOperation call when Deserialized.SourceOf(call) is { } source =>
                source == ForeignTexts.Request ? "the body of the request" : source,
            IInvocationOperation call when Sequences.IsOperator(call.TargetMethod)
                && Sequences.SourceOf(call) is { } elements => OfObject(elements, trail.Deeper()),
            _ => null,
        };
    }

    /// <summary>
    /// An element that a lambda is called with, a body that an endpoint takes, or what callers hand over.
    /// </summary>
    private string? OfOwner(IParameterSymbol parameter, IOperation read, Trail trail)
    {
        if (!trail.TryPass(parameter, out var further)) return null;
        if (IsBody(parameter, read.SemanticModel)) return "the body of the request";
        if (LambdaOf(parameter, read) is { Parent: { } handed } lambda)
            return lambda.Ancestors().OfType<IInvocationOperation>().FirstOrDefault() is { } operation
                && Sequences.IsOperator(operation.TargetMethod)
                && Sequences.SourceOf(operation) is { } elements
                && handed.IsInside(operation)
                    ? OfObject(elements, further)
                    : null;
        return parameter.ContainingSymbol is IMethodSymbol method && IsOwn(method)
            ? OfCallers(parameter, method, given => OfObject(given, further))
            : null;
    }

    /// <summary>JSON, and no form that a user fills in.</summary>
    private bool IsBody(IParameterSymbol parameter, SemanticModel? model) =>
        parameter.Type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
        && _inputs.Contains(parameter, model)
        && (parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "FromBodyAttribute")
            || IsOfApi(parameter));

    /// <summary>A function that routes are mapped to, or an action of what answers programs.</summary>
    private static bool IsOfApi(IParameterSymbol parameter) =>
        !parameter.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Name.StartsWith("From", StringComparison.Ordinal) == true
            || attribute.AttributeClass?.Name == "AsParametersAttribute")
        && (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
            || parameter.ContainingType.GetAttributes().Any(static attribute =>
                attribute.AttributeClass?.Name == "ApiControllerAttribute"));

    private static IAnonymousFunctionOperation? LambdaOf(IParameterSymbol parameter, IOperation read) =>
        read.Ancestors().OfType<IAnonymousFunctionOperation>().FirstOrDefault(lambda =>
            SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol));

    /// <summary>A text that a table of texts keeps under a name that the program knows.</summary>
    private string? OfEntry(IOperation read, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is not { } key) return null;
        if (ReceiverOf(read) is not { } table) return null;
        if (OfRequest(table) is { } request) return request;
        return IsTableOfTexts(table.Type) && key.ConstantText() is { } name ? $"the entry '{name}'" : null;
    }

    /// <summary>Addresses and headers are written by programs; the fields of a form are not.</summary>
    private string? OfRequest(IOperation part)
    {
        var value = Place.Inside(part);
        if (value.Type?.Name is "IHeaderDictionary" or "HttpHeaders" or "HttpRequestHeaders" or "HttpResponseHeaders")
            return "a header";
        if (value.Type?.Name is "IQueryCollection") return "the address";
        return value is IPropertyReferenceOperation { Property: { Name: "RouteValues" } routes }
            && _inputs.Contains(routes)
            ? "the address"
            : null;
    }

    /// <summary><c>Console.In.ReadLine()</c>: what a user types is no text of a program.</summary>
    private static bool IsTyped(IInvocationOperation call) =>
        call.Instance is IPropertyReferenceOperation { Property: { Name: "In", ContainingType.Name: "Console" } };

    private static string? SourceOf(IMethodSymbol method) => method switch
    {
        { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } => "the environment",
        { ContainingType.Name: "File", Name: "ReadAllText" or "ReadAllTextAsync" or "ReadAllLines" or "ReadLines"
            or "ReadAllLinesAsync" or "ReadLinesAsync" } => "a file",
        { ContainingType.Name: "StreamReader" or "TextReader", Name: "ReadLine" or "ReadLineAsync" or "ReadToEnd"
            or "ReadToEndAsync" } => "a stream",
        { ContainingType.Name: "Encoding", Name: "GetString" } => "bytes",
        { ContainingType.Name: "JsonElement", Name: "GetString" or "GetRawText" or "ToString" } => "JSON",
        { ContainingType.Name: "HttpContent", Name: "ReadAsStringAsync" } => "a response",
        { ContainingType.Name: "HttpClient", Name: "GetStringAsync" } => "a response",
        { ContainingType.Name: "DbDataReader" or "SqlDataReader" or "IDataRecord", Name: "GetString" } => "a database",
        { ContainingType.Name: "XmlReader", Name: "GetAttribute" or "ReadElementContentAsString" or "ReadString" } =>
            "XML",
        _ => null,
    };

    /// <summary>A call whose result is the text, a part of it, or the texts that it consists of.</summary>
    private static bool IsPart(IMethodSymbol method) => method.Name is
        "Trim" or "TrimStart" or "TrimEnd" or "ToString" or "Replace" or "Split" or "Substring" or "AsSpan" or "First"
        or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ToLower"
        or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Skip" or "Where" or "Select" or "ToArray"
        or "ToList";

    private static bool IsOwn(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || method.DeclaredAccessibility == Accessibility.Private && !method.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>What nobody outside can call: the code of a program, and what a library keeps for itself.</summary>
    private bool IsCalledHereOnly(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.IsEmpty: false }
        && !_inputs.IsHandler(method, model: null)
        && (compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
            || method.DeclaredAccessibility == Accessibility.Internal
            || method.ContainingType.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private);

    private static bool IsTableOfTexts(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "ImmutableDictionary"
            or "ReadOnlyDictionary", TypeArguments: { Length: 2 } texts }
        && texts[0].SpecialType == SpecialType.System_String
        && texts[1].SpecialType == SpecialType.System_String;

    private static IOperation? ReceiverOf(IOperation read) => read switch
    {
        IInvocationOperation { Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } =>
            arguments[0].Value,
        IPropertyReferenceOperation { Instance: { } instance } => Place.Inside(instance),
        _ => null,
    };
}
