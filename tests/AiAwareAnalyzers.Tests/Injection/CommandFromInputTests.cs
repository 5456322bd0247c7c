using AiAwareAnalyzers.Injection;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class CommandFromInputTests : RuleTests<CommandFromInput>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [Test]
    public Task Arguments_in_one_call_are_flagged() => Flags(Commands("""
        public void Convert(string file) => Process.Start("convert", $"{[|file|]} out.png");
        """));

    [Test]
    public Task Arguments_in_quotes_are_flagged() => Flags(Commands("""
        public void Convert(string file) => Process.Start("convert", "\"" + [|file|] + "\" out.png");
        """));

    [Test]
    public Task Arguments_of_start_information_are_flagged() => Flags(Commands("""
        public void Convert(string file)
        {
            var info = new ProcessStartInfo("convert");
            info.Arguments = $"{[|file|]} out.png";
            Process.Start(info);
        }
        """));

    [Test]
    public Task Arguments_in_an_initializer_are_flagged() => Flags(Commands("""
        public void Convert(string file) => Process.Start(new ProcessStartInfo { FileName = "convert", Arguments = [|file|] + " out.png" });
        """));

    [Test]
    public Task Arguments_in_a_constructor_are_flagged() => Flags(Commands("""
        public void Convert(string file) => Process.Start(new ProcessStartInfo("convert", string.Format("{0} out.png", [|file|])));
        """));

    [Test]
    public Task Arguments_on_the_way_to_a_process_are_flagged() => Flags(Commands("""
        public void Convert(string file)
        {
            var process = new Process();
            process.StartInfo.FileName = "convert";
            process.StartInfo.Arguments = "-in " + [|file|];
            process.Start();
        }
        """));

    [Test]
    public Task A_program_from_a_request_is_flagged() => Flags(Commands("""
        public void Run(string tool) => Process.Start([|tool|]);
        """));

    [Test]
    public Task A_program_from_a_bound_model_is_flagged() => Flags(Commands("""
        public void Run(Job job) => Process.Start(new ProcessStartInfo { FileName = [|job.Tool|] });
        """));

    [Test]
    public Task A_shell_with_input_is_flagged() => Flags(Commands("""
        public void Ping(string host) => Process.Start("/bin/bash", $"-c \"ping -c 1 {[|host|]}\"");
        """));

    [Test]
    public Task A_shell_with_a_parameter_below_the_web_is_flagged() => Flags("""
        using System.Diagnostics;
        public class Git
        {
            public void Checkout(string branch) => Process.Start("cmd.exe", "/c git checkout " + [|branch|]);
        }
        """);

    [Test]
    public Task A_shell_in_an_initializer_is_flagged() => Flags("""
        using System.Diagnostics;
        public class Git
        {
            public void Checkout(string branch) => Process.Start(new ProcessStartInfo
            {
                FileName = "powershell",
                Arguments = $"-Command git checkout {[|branch|]}",
                UseShellExecute = false,
            });
        }
        """);

    [Test]
    public Task A_shell_set_before_is_flagged() => Flags("""
        using System.Diagnostics;
        public class Git
        {
            public void Checkout(string branch)
            {
                var info = new ProcessStartInfo();
                info.FileName = @"C:\Windows\System32\cmd.exe";
                info.Arguments = $"/c git checkout {[|branch|]}";
                Process.Start(info);
            }
        }
        """);

    [Test]
    public Task A_shell_created_with_its_name_is_flagged() => Flags("""
        using System.Diagnostics;
        public class Git
        {
            public void Checkout(string branch)
            {
                var info = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
                info.Arguments = "-c 'git checkout " + [|branch|] + "'";
                Process.Start(info);
            }
        }
        """);

    [Test]
    public Task A_command_that_is_built_in_a_local_is_flagged() => Flags(Commands("""
        public void Ping()
        {
            var host = Request.Query["host"].ToString();
            var command = "ping " + [|host|];
            Process.Start("sh", "-c \"" + command + "\"");
        }
        """));

    [Test]
    public Task The_name_of_an_upload_is_flagged() => Flags(Commands("""
        public void Convert(IFormFile file) => Process.Start("convert", $"/tmp/{[|file.FileName|]} out.png");
        """));

    [Test]
    public Task A_length_does_not_confine_it() => Flags(Commands("""
        public void Ping(string host)
        {
            if (host.Length > 100) return;
            Process.Start("ping", "-c 1 " + [|host|]);
        }
        """));

    [Test]
    public Task A_minimal_endpoint_receives_input() => Flags("""
        using System.Diagnostics;
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.Create();
        app.MapPost("/ping", (string host) => { Process.Start("ping", [|host|]); });
        app.Run();
        """);

    [Test]
    public Task The_message_speaks_of_arguments() => Says(Commands("""
        public void Ping(string host) => Process.Start("ping", $"-c 1 {[|host|]}");
        """),
        "'host' becomes part of a command line, where a quote or a space ends its argument; "
        + "start the program itself and add each argument to 'ArgumentList', which keeps it one argument");

    [Test]
    public Task The_message_speaks_of_a_shell() => Says(Commands("""
        public void Ping(string host) => Process.Start("sh", $"-c \"ping {[|host|]}\"");
        """),
        "'host' becomes part of a shell command, where ';' and '&' start another one; "
        + "start the program itself and add each argument to 'ArgumentList', which keeps it one argument");

    [Test]
    public Task A_list_of_arguments_is_allowed() => Allows(Commands("""
        public void Ping(string host) => Process.Start(new ProcessStartInfo("ping") { ArgumentList = { "-c", "1", host } });
        """));

    [Test]
    public Task Arguments_added_to_the_list_are_allowed() => Allows(Commands("""
        public void Ping(string host)
        {
            var info = new ProcessStartInfo("ping");
            info.ArgumentList.Add(host);
            Process.Start(info);
        }
        """));

    [Test]
    public Task A_sequence_of_arguments_is_allowed() => Allows(Commands("""
        public void Ping(string host) => Process.Start("ping", new[] { "-c", "1", host });
        """));

    [Test]
    public Task Constants_are_allowed() => Allows(Commands("""
        public void Ping() => Process.Start("ping", "-c 1 localhost");
        """));

    [Test]
    public Task A_number_is_allowed() => Allows(Commands("""
        public void Scale(int width) => Process.Start("convert", $"in.png -resize {width} out.png");
        """));

    [Test]
    public Task An_id_is_allowed() => Allows(Commands("""
        public void Convert(Guid id) => Process.Start("convert", $"{id}.png out.png");
        """));

    [Test]
    public Task An_enum_is_allowed() => Allows(Commands("""
        public void Convert(DayOfWeek day) => Process.Start("convert", $"{day}.png out.png");
        """));

    [Test]
    public Task A_switch_of_constants_is_allowed() => Allows(Commands("""
        public void Convert(string format) => Process.Start("convert", "in.png out." + (format switch { "png" => "png", _ => "jpg" }));
        """));

    [Test]
    public Task A_known_value_is_allowed() => Allows(Commands("""
        private static readonly HashSet<string> Formats = new() { "png", "jpg" };
        public void Convert(string format)
        {
            if (!Formats.Contains(format)) return;
            Process.Start("convert", $"in.png out.{format}");
        }
        """));

    [Test]
    public Task A_pattern_is_allowed() => Allows(Commands("""
        public void Ping(string host)
        {
            if (!System.Text.RegularExpressions.Regex.IsMatch(host, "^[a-z.]+$")) return;
            Process.Start("ping", host);
        }
        """));

    [Test]
    public Task An_address_that_was_parsed_is_allowed() => Allows(Commands("""
        public void Ping(string host)
        {
            if (!System.Net.IPAddress.TryParse(host, out var address)) return;
            Process.Start("ping", $"-c 1 {address}");
        }
        """));

    [Test]
    public Task A_random_name_is_allowed() => Allows(Commands("""
        public void Convert(IFormFile file) => Process.Start("convert", $"{Path.GetRandomFileName()} out.png");
        """));

    [Test]
    public Task Arguments_of_a_program_below_the_web_are_allowed() => Allows("""
        using System.Diagnostics;
        public class Git { public void Checkout(string branch) => Process.Start("git", $"checkout {branch}"); }
        """);

    [Test]
    public Task A_runner_of_commands_is_allowed() => Allows("""
        using System.Diagnostics;
        public class Shell
        {
            public void Run(string command) => Process.Start("bash", command);
            public void Start(string program, string arguments) => Process.Start(new ProcessStartInfo(program, arguments));
        }
        """);

    [Test]
    public Task A_private_method_with_constants_is_allowed() => Allows("""
        using System.Diagnostics;
        public class Git
        {
            public void Main() => Checkout("main");
            private void Checkout(string branch) => Process.Start("cmd", "/c git checkout " + branch);
        }
        """);

    [Test]
    public Task A_setting_in_a_shell_is_allowed() => Allows("""
        using System.Diagnostics;
        public class Backup
        {
            private readonly string _folder = Path.GetTempPath();
            public void Run() => Process.Start("bash", $"-c \"tar -c {_folder}\"");
        }
        """);

    [Test]
    public Task Quoted_text_is_allowed() => Allows(Commands("""
        public void Ping(string host) => Process.Start("bash", $"-c \"ping {EscapeShell(host)}\"");
        private static string EscapeShell(string text) => "'" + text.Replace("'", "") + "'";
        """));

    [Test]
    public Task A_working_directory_is_allowed() => Allows(Commands("""
        public void Status(string folder) => Process.Start(new ProcessStartInfo("git", "status") { WorkingDirectory = folder });
        """));

    [Test]
    public Task An_environment_variable_is_allowed() => Allows(Commands("""
        public void Status(string user)
        {
            var info = new ProcessStartInfo("git", "status");
            info.Environment["USER"] = user;
            Process.Start(info);
        }
        """));

    [Test]
    public Task A_log_of_a_command_is_allowed() => Allows(Commands("""
        public void Ping(string host) => Console.WriteLine($"ping {host}");
        """));

    [Test]
    public Task Arguments_of_a_tool_are_allowed() => Allows("""
        using System.Diagnostics;
        Process.Start("git", string.Join(" ", args));
        """);

    private static string Commands(string members) => $$"""
        using System.Diagnostics;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        public class Job { public string Tool { get; set; } = ""; }
        public class JobsController : ControllerBase
        {
            {{members}}
        }
        """;
}
