namespace AiAwareAnalyzers.Governance.Files;

/// <summary>What the rules of this assembly report.</summary>
internal static class RuleBook
{
    /// <summary>Each finding once, by its id.</summary>
    public static IEnumerable<DiagnosticDescriptor> Findings() =>
        typeof(Rule).Assembly.GetTypes()
            .Where(static type => type.BaseType == typeof(Rule))
            .SelectMany(static type => ((Rule)Activator.CreateInstance(type)).SupportedDiagnostics)
            .GroupBy(static finding => finding.Id)
            .Select(static findings => findings.First());
}
