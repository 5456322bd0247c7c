namespace AiAwareAnalyzers.Knowledge.Templates;

/// <content>What locals and parameters hold where they are used.</content>
internal sealed partial class TemplateReader
{
    /// <summary>What a local or a parameter holds at a place: its last certain value, and what was added since.</summary>
    private void WriteVariable(ISymbol variable, IOperation use, List<TextPart> parts, SyntaxNode place)
    {
        var writings = _frame.Body.WritingsTo(variable);
        var last = CountBefore(writings, place.SpanStart);
        var first = last - 1;
        while (first >= 0 && ++_steps <= MostSteps && !(writings[first].Kind is WritingKind.Assign or WritingKind.Receive or WritingKind.Element && !writings[first].IsConditionalFor(place))) first--;

        var current = new List<TextPart>();
        if (first < 0)
        {
            first = 0;
            if (variable is IParameterSymbol || last == 0) current.Add(HoleOf(use, place));
        }

        for (var step = first; step < last && _steps <= MostSteps; step++)
        {
            _steps++;
            Apply(writings[step], use, ref current, place);
        }

        // A single hole keeps the name under which it is used here: checks speak of that name.
        if (current.Count == 1 && current[0] is Hole { IsFree: true } hole)
            current[0] = IsChecked(use, place) ? new Hole(use, HoleKind.AllowListed, hole.Origin) : new Hole(use, hole.Kind, hole.Origin);
        else if (IsChecked(use, place))
            Relieve(current);
        parts.AddRange(current);
    }

    /// <summary>How many of the writings end before a position; they are sorted by their ends.</summary>
    private static int CountBefore(IReadOnlyList<Writing> writings, int position)
    {
        var (low, high) = (0, writings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (writings[middle].End <= position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void Apply(Writing writing, IOperation use, ref List<TextPart> current, SyntaxNode place)
    {
        switch (writing.Kind)
        {
            case WritingKind.Append when writing.Value is IInvocationOperation append && IsBuilderCall(append):
                WriteArguments(append, current);
                break;
            case WritingKind.Append:
                Write(writing.Value, current);
                break;
            case WritingKind.Add when writing.Value is IInvocationOperation { Arguments: { Length: > 0 } arguments }:
                current.Add(new Literal(", "));
                Write(arguments.Last().Value, current);
                break;
            case WritingKind.Extend:
                WriteExtension(Written.Bare(writing.Value), current);
                break;
            case WritingKind.Prepend when writing.Value is IInvocationOperation { Arguments: { Length: > 1 } arguments }:
                current.InsertRange(0, ReadPart(arguments[1].Value).Parts);
                break;
            case WritingKind.Receive:
                Replace(ref current, [origins.Received(writing.Value, use, _frame)], writing, place);
                break;
            case WritingKind.Element:
                Replace(ref current, [.. Elements(writing.Value)], writing, place);
                break;
            case WritingKind.Assign or WritingKind.AssignIfNull:
                Replace(ref current, [.. ReadPart(writing.Value).Parts], writing, place);
                break;
        }
    }

    private static void Replace(ref List<TextPart> current, List<TextPart> value, Writing writing, SyntaxNode place)
    {
        if (current.Count > 0 && writing.IsConditionalFor(place)) value = [new Choice(ImmutableArray.Create(Finish(current), Finish(value)))];
        current = value;
    }

    private void WriteExtension(IOperation value, List<TextPart> current)
    {
        if (value is IBinaryOperation sum)
            foreach (var term in Terms(sum, withoutFirst: true)) Write(term, current);
        else if (value is IInterpolatedStringOperation interpolated)
            foreach (var part in interpolated.Parts.Skip(1)) WriteInterpolated(part, current);
    }

    /// <summary>Every free hole becomes what the check let pass.</summary>
    private static void Relieve(List<TextPart> parts)
    {
        for (var index = 0; index < parts.Count; index++)
            parts[index] = parts[index] switch
            {
                Hole { IsFree: true } hole => new Hole(hole.Value, HoleKind.AllowListed, hole.Origin),
                Choice choice => new Choice(choice.Alternatives.Select(Relieved).ToImmutableArray()),
                var other => other,
            };
    }

    private static Template Relieved(Template template)
    {
        var parts = template.Parts.ToList();
        Relieve(parts);
        return Finish(parts);
    }

    private void WriteParameter(IParameterReferenceOperation reference, List<TextPart> parts, SyntaxNode place)
    {
        var parameter = reference.Parameter;
        if (_frame.ArgumentFor(parameter) is { } argument)
        {
            var helper = _frame;
            _frame = helper.Caller!;
            var value = ReadPart(argument);
            _frame = helper;
            parts.AddRange(IsChecked(reference, place) ? Relieved(value).Parts : value.Parts);
        }
        else
        {
            WriteVariable(parameter, reference, parts, place);
        }
    }

    private bool IsChecked(IOperation value, SyntaxNode place) => _frame.Body.Checks(Written.Key(value), place);
}
