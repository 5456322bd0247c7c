namespace AiAwareAnalyzers.ToolTests.Samples;

/// <summary>A shop with a history of half a year, for a page that shows one of everything.</summary>
internal static class DemoShop
{
    private static readonly DateOnly Start = new(2026, 1, 5);

    public static Evidence Report()
    {
        var folder = Shop.Folder();
        WriteHistory(folder);
        Scratch.Write(
            folder,
            ("AiAware.invariants", "Shop.Catalog may not use Shop.Payments\nShop.* may not write static state\n"),
            ("results.trx", """<TestRun><Counters total="212" passed="210" /></TestRun>"""),
            ("coverage.cobertura.xml", """<coverage lines-covered="1530" lines-valid="1800" />"""),
            ("mutation-report.json", """{"files":{"A.cs":{"mutants":[{"status":"Killed"},{"status":"Killed"},{"status":"Survived"}]}}}"""));
        Command.Expect(
            0, folder, "sign-off", "Payment.Seal", "--by", "reviewer", "--words", "Keys are rotated by the vault");
        Command.Expect(
            0, folder, "sign-off", "Payment.Open", "--by", "second reviewer", "--words", "Read with the owner");
        Scratch.Write(
            folder, ("src/Payment.cs", Shop.Payment.Replace("=> text", "=> [.. text]", StringComparison.Ordinal)));
        Earlier(folder, "2026-04-13", 34);
        Earlier(folder, "2026-05-11", 26);
        Command.Expect(0, folder, "baseline", "--logs", Findings(folder, 12).Write());
        return Evidence.Write(folder, "2026-06-29", "--title", "Shop", "--logs", Findings(folder, 14).Write());
    }

    private static void Earlier(string folder, string day, int orders)
    {
        var log = Findings(folder, orders).Write("earlier.sarif");
        Evidence.Write(folder, day, "--title", "Shop", "--logs", log);
        File.Delete(log);
    }

    private static Log Findings(string folder, int orders)
    {
        var log = new Log(folder).AddPrice("src/Product.cs", 5).AddPrice("src/Payment.cs", 7, "Amount");
        for (var number = 0; number < orders; number++)
            log.Add(
                "AIA0701", $"src/Orders/Order{number}.cs", 3,
                $"'order{number}' becomes part of the SQL text, so that a caller can change the statement; "
                + "choose the column by a switch");
        return log
            .Add(
                "AIA0501", "src/Product.cs", 7,
                "'Tax' turns every failure into '0', so callers cannot tell; rethrow, or catch what is expected")
            .Add(
                "AIA0205", "src/Product.cs", 7, "'rate' is rounded without a mode; state the 'MidpointRounding'",
                "note")
            .Add(
                "AIA0801", "src/Product.cs", 2, "'Key' is a secret in the source; read it from the configuration",
                suppression: Log.Attribute("A public test key"))
            .Add(
                "AIA1203", "src/Product.cs", 3,
                "'Product', but line 1 of AiAware.invariants says 'Shop.Catalog may not use Shop.Payments'; move it");
    }

    /// <summary>Half a year of commits whose number depends on the week alone.</summary>
    private static void WriteHistory(string folder)
    {
        var git = new Git(folder);
        git.Commit("2026-01-05", "Begin", (".editorconfig", Shop.HighRisk));
        for (var week = 0; week < 24; week++)
        {
            var day = Start.AddDays(7 * week).ToString("yyyy-MM-dd", null);
            var lines = 20 + 7 * week * (week % 5) % 90;
            for (var number = 0; number < 1 + week * 7 % 5; number++)
                git.Commit(
                    day, $"Orders {week}.{number}{Mark(week + number)}",
                    ($"src/Orders/Order{(week + number) % 20}.cs", Code(lines + number)));
            if (week % 4 == 2) Merge(git, day, $"side{week}");
            if (week % 3 == 1) git.Commit(day, "fix: a total\n\nAI-Assisted: no", ("src/Orders/Order1.cs", Code(week)));
        }

        git.Tag("2026-03-16", "v1.0");
        git.Tag("2026-05-18", "v1.1");
    }

    private static void Merge(Git git, string day, string branch)
    {
        git.Run(day, "checkout", "-q", "-b", branch);
        git.Commit(day, $"Work of {branch}");
        git.Run(day, "checkout", "-q", "main");
        git.Run(day, "merge", "-q", "--no-ff", "-m", $"Merge {branch}", branch);
    }

    private static string Mark(int number) => (number % 3) switch
    {
        0 => "\n\nAI-Assisted: yes",
        1 => "\n\nAI-Assisted: no",
        _ => "",
    };

    private static string Code(int lines) =>
        "namespace Shop.Orders;\n\n" + string.Concat(Enumerable.Range(0, lines).Select(line => $"// Line {line}.\n"));
}
