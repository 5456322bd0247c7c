using System.CommandLine;
using AiAwareAnalyzers.Governance.Ledgers;
using AiAwareAnalyzers.Tool.Findings;
using AiAwareAnalyzers.Tool.Ledgers;

namespace AiAwareAnalyzers.Tool.Commands;

/// <summary><c>aiaware baseline</c>: what is old is quiet, and may only become less.</summary>
internal static class BaselineCommand
{
    public static Command Create()
    {
        var inputs = new Inputs();
        var check = new Option<string?>("--check")
        {
            Description = "Fails if the baseline has grown since this branch, tag or commit; builds nothing",
            HelpName = "REF",
        };
        var prune = new Option<bool>("--prune") { Description = "Takes out what has been repaired, and adds nothing" };
        var accept = new Option<bool>("--accept") { Description = "Adds new findings to a baseline that is there" };

        var command = new Command("baseline", $"Writes {Baseline.FileName}, prunes it, or guards it against growing")
        {
            check, prune, accept,
        };
        inputs.AddTo(command);
        command.Does(request => request.GetValue(check) is { } reference
            ? Check(inputs.WorkplaceIn(request), reference)
            : request.GetValue(prune)
                ? Prune(inputs.Inspect(request))
                : Write(inputs.Inspect(request), request.GetValue(accept)));
        return command;
    }

    private static int Write(Inspection inspection, bool accepts)
    {
        RefuseHalfBuilt(inspection);
        var file = BaselineFile.Read(inspection.Workplace.Baseline);
        var added = inspection.New.Count(finding => !finding.IsHighRisk);
        if (file.Exists && added > 0 && !accepts)
            throw new Complaint(
                $"There is a baseline, and it lacks new findings ({added}): repair them (aiaware check), "
                + "or take them in with --accept",
                ExitCode.Found);

        var entries = BaselineFile.EntriesFor(inspection.Findings);
        file.Write(entries);
        Console.Out.WriteLine(
            $"{entries.Sum(entry => entry.Count)} findings in {entries.Count} entries: "
            + inspection.Workplace.Baseline);
        SayWhatStaysLoud(inspection);
        return ExitCode.Fine;
    }

    private static int Prune(Inspection inspection)
    {
        RefuseHalfBuilt(inspection);
        var file = BaselineFile.Read(inspection.Workplace.Baseline);
        if (!file.Exists) throw new Complaint($"There is no {inspection.Workplace.Baseline} to prune");
        var before = file.Entries.Sum(entry => entry.Count);
        var entries = file.PrunedTo(inspection.Findings);
        file.Write(entries);
        var after = entries.Sum(entry => entry.Count);
        Console.Out.WriteLine($"{before - after} repaired findings were taken out, {after} remain");
        return ExitCode.Fine;
    }

    private static int Check(Workplace workplace, string reference)
    {
        var grown = BaselineGrowth.Since(reference, workplace);
        foreach (var entry in grown)
            Console.Out.WriteLine($"{entry.Rule} {entry.Place}: {entry.Before} -> {entry.Now}");
        if (grown.Count == 0)
        {
            Console.Out.WriteLine($"The baseline has not grown since {reference}");
            return ExitCode.Fine;
        }

        throw new Complaint(
            $"The baseline has grown since {reference}: repair what is new instead of recording it", ExitCode.Found);
    }

    private static void RefuseHalfBuilt(Inspection inspection)
    {
        foreach (var gap in inspection.Gaps) Console.Error.WriteLine($"aiaware: {gap}");
        if (!inspection.IsBuilt)
            throw new Complaint("The baseline is left as it is: not everything compiled", ExitCode.NotBuilt);
    }

    private static void SayWhatStaysLoud(Inspection inspection)
    {
        if (inspection.New.Count(finding => finding.IsHighRisk) is > 0 and var loud)
            Console.Out.WriteLine($"Findings in high-risk zones stay loud, and cannot be baselined: {loud}");
    }
}
