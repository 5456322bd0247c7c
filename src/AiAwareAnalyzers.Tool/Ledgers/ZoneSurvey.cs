using AiAwareAnalyzers.Governance.Zoning;
using AiAwareAnalyzers.Tool.Findings;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>Every C# file of a code base, asked for the zones it stands in and for what looks like one.</summary>
internal sealed class ZoneSurvey
{
    private readonly Dictionary<string, SurveyedZone> _zones = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _proposals = new(StringComparer.Ordinal);

    public IReadOnlyList<SurveyedZone> Zones => [.. _zones.Values.OrderBy(zone => zone.Text, StringComparer.Ordinal)];

    public IReadOnlyList<ZoneProposal> Proposals =>
        [.. _proposals.Select(proposal => new ZoneProposal(proposal.Key, [.. proposal.Value]))];

    /// <summary>The option as it would be with the proposals taken in.</summary>
    public string ProposedLine =>
        "ai_aware.high_risk = " + string.Join(", ", Zones.Select(zone => zone.Text).Concat(_proposals.Keys).Distinct());

    public IReadOnlyList<JudgedSignOff> SignOffs { get; private set; } = [];

    public int Lines { get; private set; }

    public static ZoneSurvey Of(Workplace workplace)
    {
        var survey = new ZoneSurvey();
        var zones = HighRiskZones.In(workplace.Root);
        var members = new List<DeclaredMember>();
        var projects = new SurveyedProjects(workplace.Root);
        foreach (var file in SourceFile.Below(workplace.Root))
            members.AddRange(survey.Visit(file, zones, projects));
        survey.SignOffs = ReviewFile.Judge(ReviewFile.Read(workplace.Reviews), members);
        survey.CountSignOffs(members, zones);
        return survey;
    }

    private IEnumerable<DeclaredMember> Visit(string file, HighRiskZones zones, SurveyedProjects projects)
    {
        foreach (var entry in zones.EntriesAt(file)) Zone(entry);
        if (SourceFile.Parse(file) is not { } source) return [];
        Lines += source.GetText().Lines.Count(line => line.ToString().AsSpan().Trim().Length > 0);
        var members = DeclaredMember.In(source, file).ToList();
        var held = members.SelectMany(member => zones.Of(file, member.Namespace)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in held) Zone(entry).Files++;
        if (held.Count == 0 && members.Count > 0 && projects.Of(file) is { HoldsTests: false } project)
            Propose(source, project.Imports);
        return members;
    }

    private void CountSignOffs(IEnumerable<DeclaredMember> members, HighRiskZones zones)
    {
        var states = SignOffs.ToLookup(judged => judged.SignOff.Member, judged => judged.State, StringComparer.Ordinal);
        foreach (var member in members.Where(member => member.DoesSomething))
            foreach (var entry in zones.Of(member.File, member.Namespace))
                Zone(entry).Count([.. states[member.Address], .. states[member.Home]]);
    }

    /// <summary>By the types that a file names, as the compiler proposes it.</summary>
    private void Propose(SyntaxTree source, ImmutableHashSet<string> imports)
    {
        if (RiskyCode.In(source.GetRoot(), imports) is not var (name, work)) return;
        var space = SourceFile.NamespaceOf(name.Parent);
        if (space.Length == 0) return;
        if (!_proposals.TryGetValue(space, out var reasons)) _proposals[space] = reasons = [];
        reasons.Add($"'{name.Text}' {work}");
    }

    private SurveyedZone Zone(string text) =>
        _zones.TryGetValue(text, out var zone) ? zone : _zones[text] = new SurveyedZone(text);
}

/// <summary>What looks like a part where a mistake costs most, and why.</summary>
internal sealed record ZoneProposal(string Namespace, IReadOnlyList<string> Reasons);

/// <summary>A zone, and how much of it was read by somebody.</summary>
internal sealed class SurveyedZone(string text)
{
    public string Text { get; } = text;

    public int Files { get; set; }

    public int Members { get; private set; }

    public int Signed { get; private set; }

    public int Stale { get; private set; }

    public void Count(IReadOnlyCollection<SignOffState> states)
    {
        Members++;
        if (states.Contains(SignOffState.Fresh)) Signed++;
        else if (states.Contains(SignOffState.Stale)) Stale++;
    }
}
