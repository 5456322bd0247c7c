using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>What the tests said to a change of the code.</summary>
internal enum Verdict
{
    /// <summary>Nothing that counts: it was not tried, or did not compile.</summary>
    None,

    /// <summary>A test failed, or did not come to an end.</summary>
    Noticed,

    /// <summary>Tests ran it, and passed.</summary>
    Survived,

    /// <summary>No test runs it.</summary>
    NotCovered,
}

/// <summary>A change that a mutation test has made to the code.</summary>
internal sealed class Mutant
{
    /// <summary>The kind of change, in the words of the tool: <c>Equality mutation</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The code that stood there instead; null where the report does not say.</summary>
    public string? Replacement { get; private set; }

    public Verdict Verdict { get; private set; }

    /// <summary>Empty where the report names no place that can be.</summary>
    public LinePositionSpan Place { get; private set; }

    /// <summary>The ids of the tests that run it.</summary>
    public ImmutableArray<string> CoveredBy { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>The ids of the tests that failed.</summary>
    public ImmutableArray<string> KilledBy { get; private set; } = ImmutableArray<string>.Empty;

    public static Mutant Read(JsonView view)
    {
        var mutant = new Mutant();
        foreach (var (name, value) in view.Members) mutant.Take(name, value);
        return mutant;
    }

    private void Take(string name, JsonView value)
    {
        switch (name)
        {
            case "mutatorName":
                Kind = value.Text;
                break;
            case "replacement" when value.IsText:
                Replacement = value.Text;
                break;
            case "status":
                Verdict = VerdictOf(value.Text);
                break;
            case "location":
                Place = PlaceOf(value["start"], value["end"]);
                break;
            case "coveredBy":
                CoveredBy = value.Items.Select(static test => test.Text).ToImmutableArray();
                break;
            case "killedBy":
                KilledBy = value.Items.Select(static test => test.Text).ToImmutableArray();
                break;
        }
    }

    private static Verdict VerdictOf(string status) =>
        status switch
        {
            "Killed" or "Timeout" => Verdict.Noticed,
            "Survived" => Verdict.Survived,
            "NoCoverage" => Verdict.NotCovered,
            _ => Verdict.None,
        };

    private static LinePositionSpan PlaceOf(JsonView start, JsonView end) =>
        PositionOf(start) is { } first && PositionOf(end) is { } last && first < last ? new(first, last) : default;

    /// <summary>A report counts lines and columns from one.</summary>
    private static LinePosition? PositionOf(JsonView position) =>
        position["line"].Number is { } line and > 0 && position["column"].Number is { } column and > 0
            ? new LinePosition(line - 1, column - 1)
            : null;
}
