using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Printing;

/// <summary>Findings for a coding agent: place, what, way out, in the order in which repairing helps.</summary>
internal static class AgentFindings
{
    public static void Write(Inspection inspection, TextWriter output)
    {
        if (!inspection.IsBuilt) output.WriteLine("0. The code does not compile: repair the compiler's errors first.");
        var number = 0;
        foreach (var finding in inspection.New) Write(finding, ++number, output);
        output.WriteLine(number == 0
            ? "Nothing to repair."
            : $"{number} to repair. Repair them in this order, run 'aiaware check --format agent' again, "
                + "and suppress nothing.");
    }

    private static void Write(Finding finding, int number, TextWriter output)
    {
        output.WriteLine($"{number}. {finding.Place} {finding.Rule} {finding.Level.Word()}");
        output.WriteLine($"   what: {MessageShape.What(finding.Message)}");
        if (MessageShape.WayOut(finding.Message) is { Length: > 0 } wayOut) output.WriteLine($"   way out: {wayOut}");
        if (finding.Surplus is { } surplus) output.WriteLine($"   note: {surplus}; repair any of them");
        if (RuleCatalog.Instance[finding.Rule].FixAll is { } fix) output.WriteLine($"   fix: {fix}");
    }
}
