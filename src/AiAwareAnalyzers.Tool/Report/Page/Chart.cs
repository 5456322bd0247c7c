namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>Rows of columns, one below the other over the same places, and the same numbers as a table.</summary>
internal sealed class Chart(string id, string title, IReadOnlyList<string> places, IReadOnlyList<Series> rows)
{
    private const double Width = 720;
    private const double Left = 8;
    private const double RowHeight = 76;
    private const double Bar = 48;
    private const double Foot = 22;

    private double Step => (Width - 2 * Left) / Math.Max(1, places.Count);

    private double Height => rows.Count * RowHeight + Foot;

    public Html Draw() => Html.Of(
        $"""
        <figure>
        <div class="scroll" role="region" tabindex="0" aria-label="{title}, drawn">
        <svg viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="{id}-title {id}-text">
        <title id="{id}-title">{title}</title><desc id="{id}-text">{Description}</desc>
        {rows.Select(DrawRow)}{Labels}
        </svg>
        </div>
        <details><summary>{title}, as a table</summary>{AsTable}</details>
        </figure>

        """);

    private string Description => string.Join("; ", rows.Select(NameOf));

    private Html AsTable => Table.Of(
        title, ["", .. rows.Select(row => row.Name)],
        places.Select((place, at) => (Html[])
        [
            Html.Of($"{place}"),
            .. rows.Select(row => Html.Of($"{NumberOf(row.Values[at])}")),
        ]));

    private Html DrawRow(Series row, int number)
    {
        var foot = number * RowHeight + RowHeight - 4;
        return Html.Of(
            $"""
            <text x="{Left}" y="{foot - Bar - 8}" class="label">{NameOf(row)}</text>
            <line x1="{Left}" x2="{Width - Left}" y1="{foot}" y2="{foot}" class="axis"/>
            {row.Values.Select((value, at) => DrawColumn(row, value, at, foot))}

            """);
    }

    private Html DrawColumn(Series row, double? value, int at, double foot)
    {
        if (value is not > 0) return Html.Nothing;
        var height = Math.Max(1, Bar * value.Value / row.Highest);
        var width = Math.Clamp(Step * 0.7, 1, 40);
        return Html.Of(
            $"""<rect class="{row.Style}" x="{Left + at * Step + (Step - width) / 2}" y="{foot - height}" width="{width}" height="{height}"><title>{places[at]}: {NumberOf(value)}</title></rect>""");
    }

    /// <summary>The first and the last place; what lies between can be read in the table.</summary>
    private Html Labels => places.Count == 0
        ? Html.Nothing
        : Html.Of(
            $"""
            <text x="{Left}" y="{Height - 6}" class="label">{places[0]}</text>
            <text x="{Width - Left}" y="{Height - 6}" class="label" text-anchor="end">{places[^1]}</text>
            """);

    private static string NameOf(Series row) =>
        row.Highest > 0 ? $"{row.Name} (at most {NumberOf(row.Highest)})" : $"{row.Name} (none)";

    private static string NumberOf(double? value) =>
        value is not { } number ? Figures.Unknown
        : number == Math.Floor(number) ? Figures.Of((int)number)
        : Figures.Of(number);
}
