namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>A table that can be scrolled by keyboard where a screen is narrow.</summary>
internal static class Table
{
    public static Html Of(string caption, IEnumerable<string> heads, IEnumerable<IReadOnlyList<Html>> rows) => Html.Of(
        $"""
        <div class="scroll" role="region" tabindex="0" aria-label="{caption}">
        <table><caption>{caption}</caption><thead><tr>{heads.Select(Head)}</tr></thead>
        <tbody>{rows.Select(Row)}</tbody></table></div>

        """);

    private static Html Head(string head) =>
        head.Length == 0 ? Html.Of($"<td></td>") : Html.Of($"""<th scope="col">{head}</th>""");

    private static Html Row(IReadOnlyList<Html> cells) => Html.Of(
        $"""<tr><th scope="row">{cells[0]}</th>{cells.Skip(1).Select(cell => Html.Of($"<td>{cell}</td>"))}</tr>""");
}
