using AiAwareAnalyzers.Wiring;

namespace AiAwareAnalyzers.Tests.Wiring;

public sealed class JoinedArgumentsTests : RuleTests<JoinedArguments>
{
    [TestCase("info.ArgumentList.Add([|\"ps -a --format json\"|]);", TestName = "A command with options")]
    [TestCase("info.ArgumentList.Add([|\"logs -f\"|]);", TestName = "A command with one option")]
    [TestCase("info.ArgumentList.Add([|\"rev-parse --short HEAD\"|]);", TestName = "A word behind the option")]
    [TestCase("info.ArgumentList.Add([|\"compose up --detach\"|]);", TestName = "Two words before the option")]
    [TestCase("info.ArgumentList.Add([|\"log --format=%H\"|]);", TestName = "An option with a value")]
    [TestCase("const string args = \"ps -a\"; info.ArgumentList.Add([|args|]);", TestName = "A constant")]
    [TestCase("var args = \"ps -a\"; info.ArgumentList.Add([|args|]);", TestName = "A local")]
    [TestCase(
        "var args = all ? \"ps -a --format json\" : \"ps --format json\"; info.ArgumentList.Add([|args|]);",
        TestName = "One of two")]
    [TestCase("info.ArgumentList.Add([|all ? \"ps -a\" : \"ps\"|]);", TestName = "One of two in place")]
    [TestCase("Run([|\"ps -a\"|]);", TestName = "By way of a parameter")]
    [TestCase("RunEach([|\"ps -a\"|]);", TestName = "By way of many parameters, of which it is the only one")]
    [TestCase("var args = all ? \"ps -a\" : \"ps\"; RunEach([|args|]);", TestName = "One of two by way of many")]
    public Task A_command_line_in_one_argument(string body) => Flags(Program(body));

    [Test]
    public Task In_an_initializer() => Flags("""
        using System.Diagnostics;
        class C
        {
            Process? Run() => Process.Start(new ProcessStartInfo("git") { ArgumentList = { [|"status --short"|] } });
        }
        """);

    [Test]
    public Task In_a_nested_initializer_with_a_file_name() => Flags("""
        using System.Diagnostics;
        class C
        {
            Process? Run() => Process.Start(new ProcessStartInfo
            {
                FileName = "/usr/bin/git",
                ArgumentList = { [|"status --short"|] },
            });
        }
        """);

    [Test]
    public Task The_ending_of_a_program_is_no_part_of_its_name() => Says(
        Program("info.ArgumentList.Add([|\"ps -a\"|]);").Replace("\"docker\"", "@\"C:\\Tools\\docker.exe\""),
        "'docker' gets 'ps -a' as one argument with spaces in it, which 'ArgumentList' quotes for it, and knows no "
        + "such command; give each word by itself");

    [TestCase("info.ArgumentList.Add(\"ps\");", TestName = "A word")]
    [TestCase("info.ArgumentList.Add(\"-a\");", TestName = "An option")]
    [TestCase("info.ArgumentList.Add(\"ps\"); info.ArgumentList.Add(\"-a\");", TestName = "Each by itself")]
    [TestCase(
        "info.ArgumentList.Add(\"-c\"); info.ArgumentList.Add(\"ls -la\");", TestName = "The second of two arguments")]
    [TestCase(
        "info.ArgumentList.Add(\"exec -it\"); foreach (var word in words) info.ArgumentList.Add(word);",
        TestName = "More are added in a loop")]
    [TestCase("info.ArgumentList.Add(\"My Documents\");", TestName = "A folder with spaces")]
    [TestCase("info.ArgumentList.Add(\"a text of four words\");", TestName = "Words without an option")]
    [TestCase("info.ArgumentList.Add(\"Fix the build - again\");", TestName = "A dash between words")]
    [TestCase("info.ArgumentList.Add(\"Fix -a\");", TestName = "A sentence")]
    [TestCase("info.ArgumentList.Add(\"select 'a -b'\");", TestName = "A statement with a text")]
    [TestCase("info.ArgumentList.Add(\"--filter name=a b\");", TestName = "An option with a value of two words")]
    [TestCase("info.ArgumentList.Add(given);", TestName = "A text that somebody gives")]
    [TestCase("info.ArgumentList.Add($\"ps -a {given}\");", TestName = "A text with a hole")]
    [TestCase("info.Arguments = \"ps -a\";", TestName = "The whole command line where it belongs")]
    [TestCase("new List<string>().Add(\"ps -a\");", TestName = "Another list")]
    [TestCase("RunEach(\"ps\", \"-a\");", TestName = "Many parameters")]
    [TestCase("RunEach(\"ps -a\", \"b\");", TestName = "The first of many")]
    [TestCase("Shell(\"ls -la\");", TestName = "A shell by way of a parameter")]
    [TestCase("Unknown(\"ps -a\");", TestName = "A program that nobody knows")]
    [TestCase(
        "var other = new ProcessStartInfo(given); other.ArgumentList.Add(\"ps -a\");",
        TestName = "Another program that nobody knows")]
    [TestCase("Nameless(\"ps -a\");", TestName = "A program without a name")]
    [TestCase("Split(\"ps -a\");", TestName = "A parameter that is taken apart")]
    [TestCase("Console.WriteLine(\"ps -a\");", TestName = "A text for a reader")]
    public Task What_may_be_one_argument(string body) => Allows(Program(body));

    [TestCase("sh")]
    [TestCase("/bin/bash")]
    [TestCase("cmd.exe")]
    [TestCase("ssh")]
    public Task What_reads_a_command_line_itself(string program) => Allows(
        Program("info.ArgumentList.Add(\"ls -la\");").Replace("\"docker\"", $"\"{program}\""));

    private static string Program(string body) => $$"""
        using System.Diagnostics;

        public class Containers
        {
            public void List(bool all, string given, string[] words)
            {
                var info = new ProcessStartInfo { FileName = "docker" };
                {{body}}
                Process.Start(info);
            }

            private static void Run(string argument)
            {
                var info = new ProcessStartInfo("docker");
                info.ArgumentList.Add(argument);
                Process.Start(info);
            }

            private static void RunEach(params string[] arguments)
            {
                var info = new ProcessStartInfo { FileName = "docker" };
                foreach (var argument in arguments) info.ArgumentList.Add(argument);
                Process.Start(info);
            }

            private static void Shell(string script)
            {
                var info = new ProcessStartInfo("/bin/sh");
                info.ArgumentList.Add(script);
                Process.Start(info);
            }

            private static void Unknown(string argument)
            {
                var info = new ProcessStartInfo(Environment.GetCommandLineArgs()[0]);
                info.ArgumentList.Add(argument);
                Process.Start(info);
            }

            private static void Nameless(string argument)
            {
                var info = new ProcessStartInfo("");
                info.ArgumentList.Add(argument);
                Process.Start(info);
            }

            private static void Split(string arguments)
            {
                var info = new ProcessStartInfo("docker");
                foreach (var argument in arguments.Split(' ')) info.ArgumentList.Add(argument);
                Process.Start(info);
            }
        }
        """;
}
