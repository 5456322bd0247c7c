using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class UndrainedOutputTests : RuleTests<UndrainedOutput, UndrainedOutputFix>
{
    [TestCase(
        "var text = [|p.StandardOutput.ReadToEnd()|]; var error = p.StandardError.ReadToEnd(); p.WaitForExit();",
        TestName = "One pipe after the other")]
    [TestCase(
        """var text = await [|p.StandardOutput.ReadToEndAsync()|]; var error = await p.StandardError.ReadToEndAsync(); await p.WaitForExitAsync();""",
        TestName = "One pipe after the other, awaited")]
    [TestCase(
        """var text = await [|p.StandardOutput.ReadToEndAsync(token)|].ConfigureAwait(false); var error = await p.StandardError.ReadToEndAsync(token);""",
        TestName = "Awaited with a token")]
    [TestCase(
        "var error = [|p.StandardError.ReadToEnd()|]; var text = p.StandardOutput.ReadToEnd();",
        TestName = "The errors first")]
    [TestCase("[|p.WaitForExit()|]; var text = p.StandardOutput.ReadToEnd();", TestName = "Read after the wait")]
    [TestCase(
        "await [|p.WaitForExitAsync(token)|]; var text = await p.StandardOutput.ReadToEndAsync();",
        TestName = "Read after the awaited wait")]
    [TestCase(
        """if (![|p.WaitForExit(5000)|]) { p.Kill(); throw new TimeoutException(); } Console.Write(p.StandardOutput.ReadToEnd());""",
        TestName = "A wait with a limit ends at the limit")]
    [TestCase(
        "[|p.WaitForExit()|]; if (p.ExitCode != 0) throw new IOException(p.StandardError.ReadToEnd());",
        TestName = "The errors of a failure only")]
    [TestCase(
        """var text = p.StandardOutput.ReadToEndAsync(); [|p.WaitForExit()|]; Console.Write(await text + p.StandardError.ReadToEnd());""",
        TestName = "One of the two is read in the background")]
    [TestCase(
        """string? line; while ((line = [|p.StandardOutput.ReadLine()|]) != null) Console.WriteLine(line); Console.Write(p.StandardError.ReadToEnd());""",
        TestName = "Line by line")]
    [TestCase(
        """while (![|p.StandardOutput.EndOfStream|]) Console.WriteLine(p.StandardOutput.ReadLine()); Console.Write(p.StandardError.ReadToEnd());""",
        TestName = "To the end of the stream")]
    [TestCase(
        """using (var reader = p.StandardOutput) { Console.Write([|reader.ReadToEnd()|]); } using (var reader = p.StandardError) { Console.Write(reader.ReadToEnd()); }""",
        TestName = "Readers with names of their own")]
    [TestCase(
        "[|p.StandardOutput.BaseStream.CopyTo(target)|]; Console.Write(p.StandardError.ReadToEnd());",
        TestName = "Copied")]
    [TestCase(
        "var text = [|p.StandardOutput.ReadToEndAsync()|].Result; var error = p.StandardError.ReadToEndAsync().Result;",
        TestName = "Tasks that block")]
    [TestCase(
        "var both = (await [|p.StandardOutput.ReadToEndAsync()|], await p.StandardError.ReadToEndAsync());",
        TestName = "A pair")]
    [TestCase(
        """try { Console.Write([|p.StandardOutput.ReadToEnd()|]); } finally { Console.Write(p.StandardError.ReadToEnd()); }""",
        TestName = "At last")]
    [TestCase(
        """await [|p.WaitForExitAsync()|].WaitAsync(TimeSpan.FromSeconds(9)); Console.Write(await p.StandardOutput.ReadToEndAsync());""",
        TestName = "A wait that something else limits")]
    [TestCase(
        """p.OutputDataReceived += (_, line) => Console.WriteLine(line.Data); p.BeginOutputReadLine(); [|p.WaitForExit()|]; Console.Write(p.StandardError.ReadToEnd());""",
        TestName = "Events for one of the two")]
    [TestCase("p?[|.WaitForExit()|]; Console.Write(p?.StandardOutput.ReadToEnd());", TestName = "Asked if it is there")]
    public Task What_waits_for_itself(string body) => Flags(Class(body));

    [TestCase(
        """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true })!; Console.Write([|p.StandardOutput.ReadToEnd()|]); p.WaitForExit();""",
        TestName = "Errors that are redirected and never read")]
    [TestCase(
        """var info = new ProcessStartInfo("git"); info.RedirectStandardOutput = true; using var p = Process.Start(info); [|p!.WaitForExit()|]; Console.Write(p.ExitCode);""",
        TestName = "Output that is redirected so as not to be seen")]
    [TestCase(
        """using var p = new Process { StartInfo = new ProcessStartInfo("git") { RedirectStandardError = true } }; p.ErrorDataReceived += (_, line) => Console.Write(line.Data); p.Start(); [|p.WaitForExit()|];""",
        TestName = "Events that were never begun")]
    [TestCase(
        """using var p = new Process(); p.StartInfo.FileName = "git"; p.StartInfo.RedirectStandardOutput = true; p.Start(); await [|p.WaitForExitAsync()|]; if (p.ExitCode != 0) throw new IOException();""",
        TestName = "A process that is set up line by line")]
    public Task What_nothing_ever_reads(string body) => Flags(Class(body));

    [TestCase(
        """var error = p.StandardError.ReadToEndAsync(); var text = p.StandardOutput.ReadToEnd(); p.WaitForExit(); Console.Write(text + error.Result);""",
        TestName = "The other is read in the background")]
    [TestCase(
        """var text = p.StandardOutput.ReadToEndAsync(token); var error = p.StandardError.ReadToEndAsync(token); await p.WaitForExitAsync(token); Console.Write(await text + await error);""",
        TestName = "Both are read in the background")]
    [TestCase(
        """var texts = await Task.WhenAll(p.StandardOutput.ReadToEndAsync(), p.StandardError.ReadToEndAsync()); await p.WaitForExitAsync();""",
        TestName = "Both are awaited together")]
    [TestCase("var text = p.StandardOutput.ReadToEnd(); p.WaitForExit();", TestName = "One pipe, read before the wait")]
    [TestCase(
        """p.BeginOutputReadLine(); p.BeginErrorReadLine(); p.WaitForExit(); Console.Write(p.ExitCode);""",
        TestName = "Events for both")]
    [TestCase(
        "p.BeginErrorReadLine(); var text = p.StandardOutput.ReadToEnd(); p.WaitForExit();",
        TestName = "Events for the errors")]
    [TestCase(
        """var error = Task.Run(() => p.StandardError.ReadToEnd()); var text = p.StandardOutput.ReadToEnd(); Console.Write(text + error.Result);""",
        TestName = "A task for the errors")]
    [TestCase(
        """var thread = new Thread(() => Console.Write(p.StandardError.ReadToEnd())); thread.Start(); Console.Write(p.StandardOutput.ReadToEnd()); thread.Join();""",
        TestName = "A thread for the errors")]
    [TestCase(
        """if (token.IsCancellationRequested) Console.Write(p.StandardOutput.ReadToEnd()); else Console.Write(p.StandardError.ReadToEnd());""",
        TestName = "Either of the two")]
    [TestCase(
        """if (token.IsCancellationRequested) { Console.Write(p.StandardOutput.ReadToEnd()); return; } Console.Write(p.StandardError.ReadToEnd());""",
        TestName = "Either of the two, and gone")]
    [TestCase(
        """if (p.HasExited) { var error = p.StandardError.ReadToEnd(); var text = p.StandardOutput.ReadToEnd(); throw new IOException(error + text); }""",
        TestName = "A program that is over")]
    [TestCase(
        "p.Kill(); p.WaitForExit(); Console.Write(p.StandardOutput.ReadToEnd());",
        TestName = "A program that was killed")]
    [TestCase(
        """var first = p.StandardOutput.ReadLine(); Console.Write(first); var error = p.StandardError.ReadToEnd();""",
        TestName = "One line")]
    [TestCase(
        """try { Console.Write(p.StandardOutput.ReadToEnd()); } catch (IOException) { Console.Write(p.StandardError.ReadToEnd()); }""",
        TestName = "Where the first has failed")]
    [TestCase(
        """Console.Write(p.StandardOutput.ReadToEnd()); Console.Write(other.StandardError.ReadToEnd());""",
        TestName = "Pipes of two programs")]
    [TestCase(
        """while (!p.WaitForExit(100)) Console.Write(p.StandardOutput.ReadLine());""",
        TestName = "A wait that looks again and again")]
    [TestCase("p.WaitForExit(0); Console.Write(p.StandardOutput.ReadToEnd());", TestName = "A look, and no wait")]
    [TestCase(
        """var exit = p.WaitForExitAsync(); var text = await p.StandardOutput.ReadToEndAsync(); await exit; Console.Write(text);""",
        TestName = "A wait that is awaited later")]
    [TestCase(
        """switch (p.Id) { case 1: Console.Write(p.StandardOutput.ReadToEnd()); break; default: Console.Write(p.StandardError.ReadToEnd()); break; }""",
        TestName = "Cases of a switch")]
    [TestCase(
        """p.Exited += (_, _) => { Console.Write(p.StandardError.ReadToEnd()); Console.Write(p.StandardOutput.ReadToEnd()); }; p.WaitForExit();""",
        TestName = "A program that tells when it is over")]
    [TestCase("Console.Write(p.StandardOutput.ReadToEnd()); Drain(p);", TestName = "A process that others have too")]
    public Task What_is_read_in_time(string body) => Allows(Class(body));

    [TestCase(
        """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = true })!; Drain(p); p.WaitForExit();""",
        TestName = "Handed on")]
    [TestCase(
        """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = false })!; p.WaitForExit();""",
        TestName = "Not redirected")]
    [TestCase(
        """var quiet = token.IsCancellationRequested; var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = quiet })!; p.WaitForExit();""",
        TestName = "Redirected as the caller likes")]
    [TestCase(
        """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = true })!; p.BeginErrorReadLine(); p.WaitForExit();""",
        TestName = "Read by events that nobody hears")]
    [TestCase(
        """Process.Start(new ProcessStartInfo("git") { RedirectStandardError = true });""",
        TestName = "Not waited for")]
    [TestCase(
        """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = true })!; _kept = p; p.WaitForExit();""",
        TestName = "Kept for others")]
    [TestCase(
        """var info = new ProcessStartInfo("git") { RedirectStandardOutput = true }; var a = Process.Start(info)!; var b = Process.Start("gitk"); b.WaitForExit(); Console.Write(a.StandardOutput.ReadToEnd());""",
        TestName = "Redirected for another one")]
    public Task What_may_be_read_by_others(string body) => Allows(Class(body));

    [Test]
    public Task The_message_tells_which_pipe() => Says(
        Class("var text = [|p.StandardOutput.ReadToEnd()|]; var error = p.StandardError.ReadToEnd();"),
        "'p.StandardOutput.ReadToEnd()' waits while nothing reads 'StandardError': once the pipe is full the program "
        + "waits for a reader, and each waits for the other; start 'ReadToEndAsync' on it before, and take the text "
        + "afterwards");

    [Test]
    public Task The_message_tells_of_both() => Says(
        Class("[|p.WaitForExit()|]; var text = p.StandardOutput.ReadToEnd() + p.StandardError.ReadToEnd();"),
        "'p.WaitForExit()' waits while nothing reads 'StandardOutput' and 'StandardError': once the pipe is full the "
        + "program waits for a reader, and each waits for the other; start 'ReadToEndAsync' on it before, and take the "
        + "text afterwards");

    [Test]
    public Task The_message_tells_what_is_never_read() => Says(
        Class(
            """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = true })!; [|p.WaitForExit()|];"""),
        "'p.WaitForExit()' waits while nothing reads 'StandardError': once the pipe is full the program waits for a "
        + "reader, and each waits for the other; read it, or do not redirect it");

    [TestCase("""
            var text = [|p.StandardOutput.ReadToEnd()|];
            var error = p.StandardError.ReadToEnd();
            p.WaitForExit();
            return text + error;
        """, """
            var errorReading = p.StandardError.ReadToEndAsync();
            var text = p.StandardOutput.ReadToEnd();
            var error = errorReading.GetAwaiter().GetResult();
            p.WaitForExit();
            return text + error;
        """, TestName = "A pipe is read in the background")]
    [TestCase("""
            [|p.WaitForExit()|];
            if (p.ExitCode != 0) throw new InvalidOperationException(p.StandardError.ReadToEnd().Trim());
            return p.StandardOutput.ReadToEnd();
        """, """
            var outputReading = p.StandardOutput.ReadToEndAsync();
            var errorReading = p.StandardError.ReadToEndAsync();
            p.WaitForExit();
            if (p.ExitCode != 0) throw new InvalidOperationException(errorReading.GetAwaiter().GetResult().Trim());
            return outputReading.GetAwaiter().GetResult();
        """, TestName = "Both pipes are")]
    public Task The_fix_starts_reading(string body, string repaired) =>
        Fixes(Method("string", body), Method("string", repaired));

    [TestCase("""
            var text = await [|p.StandardOutput.ReadToEndAsync()|];
            var error = await p.StandardError.ReadToEndAsync().ConfigureAwait(false);
            return text + error;
        """, """
            var errorReading = p.StandardError.ReadToEndAsync();
            var text = await p.StandardOutput.ReadToEndAsync();
            var error = await errorReading.ConfigureAwait(false);
            return text + error;
        """, TestName = "What was awaited is")]
    [TestCase("""
            if (![|p.WaitForExit(1000)|]) return "";
            await Task.Yield();
            return p.StandardOutput.ReadToEnd().Trim();
        """, """
            var outputReading = p.StandardOutput.ReadToEndAsync();
            if (!p.WaitForExit(1000)) return "";
            await Task.Yield();
            return (await outputReading).Trim();
        """, TestName = "A wait in a condition")]
    public Task The_fix_awaits_in_asynchronous_code(string body, string repaired) =>
        Fixes(Method("async Task<string>", body), Method("async Task<string>", repaired));

    [TestCase(
        """[|p.WaitForExit()|]; string? line; while ((line = p.StandardOutput.ReadLine()) != null) Console.WriteLine(line);""",
        TestName = "What is read line by line")]
    [TestCase(
        """try { [|p.WaitForExit()|]; } catch (IOException) { } Console.Write(p.StandardOutput.ReadToEnd());""",
        TestName = "A wait in another block")]
    [TestCase(
        """using (var reader = p.StandardOutput) { Console.Write([|reader.ReadToEnd()|]); } Console.Write(p.StandardError.ReadToEnd());""",
        TestName = "A reader with a name of its own")]
    [TestCase(
        """[|p.WaitForExit()|]; for (var i = 0; i < 2; i++) Console.Write(p.StandardOutput.ReadToEnd());""",
        TestName = "What is read again")]
    [TestCase(
        """var p = Process.Start(new ProcessStartInfo("git") { RedirectStandardError = true })!; [|p.WaitForExit()|];""",
        TestName = "What is never read")]
    public Task No_fix_where_it_is_not_certain(string body) => OffersNoFix(Class(body));

    private static string Method(string returned, string body) => $$"""
        using System;
        using System.Diagnostics;
        using System.Threading.Tasks;

        public class Runner
        {
            public {{returned}} Run(Process p)
            {
            {{body.Replace("\n", "\n    ", StringComparison.Ordinal)}}
            }
        }
        """;

    /// <summary>The process, where the body does not start one.</summary>
    private static string HandedTo(string body) =>
        body.Contains("var p =", StringComparison.Ordinal) ? "" : "Process p, ";

    private static string Class(string body) => $$"""
        using System.Diagnostics;

        public class Runner
        {
            private Process? _kept;

            public async Task Run({{HandedTo(body)}}Process other, Stream target, CancellationToken token)
            {
                await Task.Yield();
                {{body}}
            }

            private static void Drain(Process process) => process.BeginErrorReadLine();
        }
        """;
}
