using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <content>The pieces of lists, arrays and projections.</content>
internal sealed partial class TemplateReader
{
    /// <summary>
    /// The pieces of a list of texts: an array that is written out, a list that is filled here, a projection.
    /// </summary>
    private void WriteEach(IOperation texts, List<TextPart> parts, string? separator)
    {
        var elements = TextOperations.IsText(texts.BareText().Type)
            ? [.. ReadPart(texts).Parts]
            : Elements(texts);
        if (separator is not null)
            for (var index = 0; index < elements.Count; index++)
                if (elements[index] is Literal { Text: ", " })
                    elements[index] = new Literal(separator);
        parts.AddRange(elements);
    }

    /// <summary>The elements of a collection of texts, with ", " between them.</summary>
    private List<TextPart> Elements(IOperation collection)
    {
        collection = collection.BareText();
        var elements = new List<TextPart>();
        switch (collection)
        {
            case IArrayCreationOperation { Initializer: var initializer }:
                foreach (var element in initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty)
                    AddElement(element, elements);
                break;
            case IObjectCreationOperation { Initializer: { } initializer }:
                foreach (var element in initializer.Initializers)
                    if (element is IInvocationOperation { Arguments: { Length: > 0 } arguments })
                        AddElement(arguments[0].Value, elements);
                break;
            case IObjectCreationOperation { Arguments.Length: 0 }:
                break;
            case ILocalReferenceOperation { Local: var local } reference:
                WriteCollection(local, reference, elements);
                break;
            case IInvocationOperation { Arguments: { Length: > 1 } arguments, TargetMethod.Name: "Select" } select
                when arguments[^1].Value
                    is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var projection } }:
                foreach (var returned in projection.Descendants().OfType<IReturnOperation>())
                    if (returned.ReturnedValue is { } value) AddElement(value, elements);
                if (elements.Count == 0) elements.Add(HoleOf(select, null));
                break;
            case IInvocationOperation { TargetMethod.Name: "Where" or "OrderBy" or "Distinct" or "ToArray" or "ToList"
                or "Append" or "Reverse" or "Take" or "Skip" or "AsEnumerable" } query
                when TextOperations.Instance(query) is { } source
                    && source.Type is not null
                    && !TextOperations.IsText(source.Type):
                elements.AddRange(Elements(source));
                break;
            case { Kind: NewerSyntax.CollectionExpression }:
                foreach (var element in collection.ChildOperations) AddElement(element, elements);
                break;
            default:
                elements.Add(HoleOf(collection, null));
                break;
        }

        return elements;
    }

    private void AddElement(IOperation element, List<TextPart> elements)
    {
        if (elements.Count > 0) elements.Add(new Literal(", "));
        Write(element, elements);
    }

    private void WriteCollection(ILocalSymbol local, ILocalReferenceOperation use, List<TextPart> elements)
    {
        var writings = _frame.Body.WritingsTo(local).Where(writing => writing.End <= use.Syntax.SpanStart).ToList();
        if (writings.Count == 0) elements.Add(HoleOf(use, null));
        foreach (var writing in writings)
        {
            if (++_steps > MostSteps) return;
            if (writing.Kind == TextWriteKind.Add
                && writing.Value is IInvocationOperation { Arguments: { Length: > 0 } arguments })
                AddElement(arguments.Last().Value, elements);
            else if (writing.Kind == TextWriteKind.Assign && ++_depth <= Deepest)
                elements.AddRange(Elements(writing.Value));
        }
    }
}
