using Spectre.Console;

namespace AiAwareAnalyzers.Tool.Terminal;

/// <summary>Tables: as wide as a terminal, and always the same where there is none.</summary>
internal static class Screen
{
    private const int WidthOfFiles = 160;

    public static void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var head in heads) table.AddColumn(new TableColumn(Markup.Escape(head)));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => Markup.Escape(cell))]);
        Open().Write(table);
    }

    private static IAnsiConsole Open()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        return console;
    }
}
