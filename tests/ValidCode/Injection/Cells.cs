using System.Text;
using Microsoft.AspNetCore.Http;

namespace ValidCode.Injection;

/// <summary>Rows for a spreadsheet, in which no text is taken for a formula.</summary>
public static class Cells
{
    public static IResult Download(IEnumerable<(int Id, string Name)> rows)
    {
        var csv = new StringBuilder("Id,Name\n");
        foreach (var (id, name) in rows) csv.Append($"{id},{Escape(name)}\n");
        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv", "rows.csv");
    }

    private static string Escape(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) text = "'" + text;
        return "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
