using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <content>What locals and parameters hold where they are used.</content>
internal sealed partial class TemplateReader
{
    /// <summary>
    /// What a local or a parameter holds at a place: its last certain value, and what was added since.
    /// </summary>
    private void WriteVariable(ISymbol variable, IOperation use, List<TextPart> parts, SyntaxNode place)
    {
        var writings = _frame.Body.WritingsTo(variable);
        var last = CountBefore(writings, place.SpanStart);
        var first = FirstThatCounts(writings, last, place);

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
            current[0] = IsChecked(use, place)
                ? new Hole(use, HoleKind.AllowListed, hole.Origin)
                : new Hole(use, hole.Kind, hole.Origin);
        else if (IsChecked(use, place))
            Relieve(current);
        parts.AddRange(current);
    }

    /// <summary>
    /// The last writing before which nothing is left of what was there: a certain one, or the first of two on both
    /// sides of a choice; -1 where there is none.
    /// </summary>
    private int FirstThatCounts(IReadOnlyList<TextWrite> writings, int last, SyntaxNode place)
    {
        for (var index = last - 1; index >= 0 && ++_steps <= MostSteps; index--)
        {
            if (writings[index].Kind is TextWriteKind.Assign or TextWriteKind.Receive or TextWriteKind.Element
                    or TextWriteKind.Clear
                && !writings[index].IsConditionalFor(place))
                return index;
            if (writings[index].ChoiceBefore(place) is { } choice
                && OtherSide(writings, index, choice) is >= 0 and var other)
                return other;
        }

        return -1;
    }

    private static int OtherSide(IReadOnlyList<TextWrite> writings, int index, IfStatementSyntax choice)
    {
        while (--index >= 0 && !writings[index].IsOnFirstSideOf(choice))
            if (writings[index].End < choice.SpanStart) return -1;
        return index;
    }

    /// <summary>How many of the writings end before a position; they are sorted by their ends.</summary>
    private static int CountBefore(IReadOnlyList<TextWrite> writings, int position)
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

    private void Apply(TextWrite writing, IOperation use, ref List<TextPart> current, SyntaxNode place)
    {
        switch (writing.Kind)
        {
            case TextWriteKind.Append when writing.Value is IInvocationOperation append && IsBuilderCall(append):
                WriteArguments(append, current);
                break;
            case TextWriteKind.Append:
                Write(writing.Value, current);
                break;
            case TextWriteKind.Add when writing.Value is IInvocationOperation { Arguments: { Length: > 0 } arguments }:
                current.Add(new Literal(", "));
                Write(arguments.Last().Value, current);
                break;
            case TextWriteKind.Extend:
                WriteExtension(writing.Value.BareText(), current);
                break;
            case TextWriteKind.Prepend
                when writing.Value is IInvocationOperation { Arguments: { Length: > 1 } arguments }:
                current.InsertRange(0, ReadPart(arguments[1].Value).Parts);
                break;
            case TextWriteKind.Clear:
                Replace(ref current, [], writing, place);
                break;
            case TextWriteKind.Receive:
                Replace(ref current, [origins.Received(writing.Value, use, _frame)], writing, place);
                break;
            case TextWriteKind.Element:
                Replace(ref current, [.. Elements(writing.Value)], writing, place);
                break;
            case TextWriteKind.Assign or TextWriteKind.AssignIfNull:
                Replace(ref current, [.. ReadPart(writing.Value).Parts], writing, place);
                break;
        }
    }

    private static void Replace(ref List<TextPart> current, List<TextPart> value, TextWrite writing, SyntaxNode place)
    {
        if (current.Count > 0 && writing.IsConditionalFor(place))
            value = [new Choice(ImmutableArray.Create(Finish(current), Finish(value)))];
        current = value;
    }

    private void WriteExtension(IOperation value, List<TextPart> current)
    {
        if (value is IBinaryOperation sum)
            foreach (var term in Terms(sum, withoutFirst: true)) Write(term, current);
        else if (value is IInterpolatedStringOperation interpolated)
            foreach (var part in interpolated.Parts.Skip(1)) WriteInterpolated(part, current);
    }

    /// <summary>Every free hole, and every name, becomes what the check let pass.</summary>
    private static void Relieve(List<TextPart> parts)
    {
        for (var index = 0; index < parts.Count; index++)
            parts[index] = parts[index] switch
            {
                Hole { Kind: HoleKind.Free or HoleKind.Name } hole =>
                    new Hole(hole.Value, HoleKind.AllowListed, hole.Origin),
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

    private bool IsChecked(IOperation value, SyntaxNode place) => _frame.Body.Checks(TextOperations.Key(value), place);
}
