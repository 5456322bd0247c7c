using System.Collections.Concurrent;
using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Follows a part of a JSON document back to what was read from outside.</summary>
internal sealed class JsonDocuments
{
    private readonly ConcurrentDictionary<ISymbol, JsonOrigin?> _known = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly Inputs _inputs;
    private readonly MethodSummaries _summaries;
    private readonly ForeignTexts _texts;

    private JsonDocuments(Compilation compilation)
    {
        _compilation = compilation;
        _inputs = Inputs.Of(compilation);
        _summaries = MethodSummaries.Of(compilation);
        _texts = ForeignTexts.Of(compilation);
    }

    public static JsonDocuments Of(Compilation compilation) => Facts.Of(compilation, static c => new JsonDocuments(c));

    /// <summary>Null where the document is the program's own, or unknown.</summary>
    public JsonOrigin? OriginOf(IOperation part) => OriginOf(part, new(_known));

    private JsonOrigin? OriginOf(IOperation part, OriginSearch<JsonOrigin> search)
    {
        if (search.IsOver) return null;
        var value = Place.Inside(part);
        return value switch
        {
            ILocalReferenceOperation local => search.Of(local.Local, () =>
                LocalOrigins.OrAssigned(local) is { } origin ? OriginOf(origin, search) : null),
            IParameterReferenceOperation parameter => OfParameter(parameter, search),
            IPropertyReferenceOperation { Instance: { } owner } property =>
                OfModel(property, owner) ?? (JsonTypes.Hold(owner.Type) ? OriginOf(owner, search) : null),
            IArrayElementReferenceOperation element => OriginOf(element.ArrayReference, search),
            ICoalesceOperation choice => OriginOf(choice.Value, search),
            IInvocationOperation call => OfCall(call, search),
            _ => null,
        };
    }

    /// <summary>What a handler is given, what a lambda is called with, what callers hand over.</summary>
    private JsonOrigin? OfParameter(IParameterReferenceOperation reference, OriginSearch<JsonOrigin> search)
    {
        var parameter = reference.Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol function || !JsonTypes.Hold(parameter.Type)) return null;
        if (_inputs.IsHandler(function, reference.SemanticModel)) return new(ForeignTexts.Request, parameter.Name);
        return search.Of(parameter, () => function.MethodKind == MethodKind.AnonymousFunction
            ? Sequences.WalkedBy(function, reference) is { } sequence ? OriginOf(sequence, search) : null
            : OriginSearch<JsonOrigin>.OfCallers(parameter, function, _compilation, given => OriginOf(given, search))
                is { } origin
                ? origin with { Document = parameter.Name }
                : null);
    }

    /// <summary>A member of what a request is bound to.</summary>
    private JsonOrigin? OfModel(IPropertyReferenceOperation member, IOperation owner) =>
        JsonTypes.Hold(member.Type)
        && Place.Inside(owner) is IParameterReferenceOperation model
        && _inputs.Contains(model.Parameter, model.SemanticModel)
        && !JsonTypes.Hold(owner.Type)
            ? new(ForeignTexts.Request, $"{model.Parameter.Name}.{member.Property.Name}")
            : null;

    private JsonOrigin? OfCall(IInvocationOperation call, OriginSearch<JsonOrigin> search)
    {
        if (ForeignTexts.ReadAsJsonBy(call) is { } source) return new(source, PlaceOf(call));
        if (IsReading(call.TargetMethod))
            return call.Arguments is [{ Value: var text }, ..] && _texts.SourceOf(text) is { } writer
                ? new(writer, PlaceOf(call))
                : null;
        if (Sequences.SourceOf(call) is { } whole && JsonTypes.Hold(whole.Type)) return OriginOf(whole, search);
        return OfAnswer(call, search);
    }

    /// <summary>What the only body behind a method of this project answers.</summary>
    private JsonOrigin? OfAnswer(IInvocationOperation call, OriginSearch<JsonOrigin> search) =>
        JsonTypes.Hold(Tasks.Unwrap(call.TargetMethod.ReturnType))
        && search.Of(call.TargetMethod, () => _summaries.Behind(call.TargetMethod) is [var only]
            ? only.Answers.Select(answer => OriginOf(answer, search))
                .FirstOrDefault(static origin => origin is not null)
            : null) is { } origin
            ? origin with { Document = PlaceOf(call) }
            : null;

    /// <summary>A call that makes a document of its first argument.</summary>
    private static bool IsReading(IMethodSymbol method) => method switch
    {
        { Name: "Parse" or "ParseAsync" or "Load" or "LoadAsync", IsStatic: true } =>
            JsonTypes.Hold(method.ContainingType),
        { Name: "Deserialize" or "DeserializeAsync", ContainingType.Name: "JsonSerializer" } => true,
        { Name: "DeserializeObject", ContainingType.Name: "JsonConvert" } => true,
        _ => false,
    };

    private static string PlaceOf(IOperation call) => $"{call.Syntax.SpanStart}";
}
