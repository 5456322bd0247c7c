using System.CommandLine;
using System.Text;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary>The commands, and what becomes of an error.</summary>
internal static class CommandLine
{
    public static int Run(string[] arguments)
    {
        Console.OutputEncoding = Encoding.UTF8;
        var root = new RootCommand(
            """
            Baselines, sign-offs and evidence for code that assistants write. Nothing is sent anywhere.

            Exit codes: 0 fine, 1 new findings or a ledger that is not as it should be, 2 a command line or an input
            that cannot be used, 3 code that does not compile.
            """)
        {
            CheckCommand.Create(),
            BaselineCommand.Create(),
            SignOffCommand.Create(),
            ZonesCommand.Create(),
            ReportCommand.Create(),
            InitCommand.Create(),
        };
        var request = root.Parse(arguments);
        var code = request.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return request.Errors.Count > 0 ? ExitCode.Unusable : code;
    }

    /// <summary>Runs a command; what cannot be done is one line on the error stream.</summary>
    public static void Does(this Command command, Func<ParseResult, int> work) =>
        command.SetAction(request =>
        {
            try
            {
                return work(request);
            }
            catch (Complaint complaint)
            {
                Console.Error.WriteLine($"aiaware: {complaint.Message}");
                return complaint.ExitCode;
            }
        });
}
