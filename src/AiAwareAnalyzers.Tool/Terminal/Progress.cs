using Spectre.Console;

namespace AiAwareAnalyzers.Tool.Terminal;

/// <summary>Says what takes long, on the error stream of a terminal; elsewhere nothing.</summary>
internal static class Progress
{
    public static T Show<T>(string what, Func<T> work)
    {
        if (Console.IsErrorRedirected) return work();
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Status().Start(Markup.Escape(what), _ => work());
    }
}
