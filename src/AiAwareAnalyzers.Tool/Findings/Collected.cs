using AiAwareAnalyzers.Tool.Ledgers;
using AiAwareAnalyzers.Tool.Sarif;

namespace AiAwareAnalyzers.Tool.Findings;

/// <summary>The findings of several logs: what two logs say of the same place is said once.</summary>
internal sealed class Collected
{
    private readonly string _root;
    private readonly HashSet<(string, string, string, Region)> _known = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private readonly List<string> _silent = [];
    private int _placeless;
    private bool _ran;

    private Collected(string root) => _root = root;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Results of other analyzers, which are left out.</summary>
    public int Others { get; private set; }

    public IEnumerable<string> Gaps
    {
        get
        {
            if (!_ran && _findings.Count == 0)
                yield return "No log lists a rule of AiAwareAnalyzers: does any project refer to the package? "
                    + "'aiaware init' adds the reference";
            else if (_silent.Count > 0)
                yield return "No rule of AiAwareAnalyzers ran where these logs come from, so the package is not "
                    + $"referred to there, or its analyzers are off: {string.Join(", ", _silent)}";
            if (_placeless > 0)
                yield return $"Findings without a place in a file, which cannot be baselined: {_placeless}";
        }
    }

    public static Collected From(string root, IEnumerable<string> logs)
    {
        var collected = new Collected(root);
        foreach (var log in logs)
            if (SarifReader.Read(log, collected.Take).KnowsRules) collected._ran = true;
            else collected._silent.Add(Path.GetFileNameWithoutExtension(log));
        return collected;
    }

    private void Take(SarifResult result)
    {
        if (!RuleCatalog.IsOurs(result.Rule))
        {
            Others++;
            return;
        }

        var file = FileOf(result.File);
        var message = Once(result.Message);
        if (!_known.Add((result.Rule, file, message, result.Region))) return;
        if (file.Length == 0) _placeless++;
        _findings.Add(new Finding(result.Rule, result.Level, message, file, result.Region)
        {
            Suppression = result.Suppression,
        });
    }

    private string FileOf(string path) =>
        _files.TryGetValue(path, out var known) ? known : _files[path] = SourceFile.Relative(_root, path);

    /// <summary>Many findings say the same: their text is kept once.</summary>
    private string Once(string text) => _texts.TryGetValue(text, out var known) ? known : _texts[text] = text;
}
