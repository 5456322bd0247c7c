using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Configuration;

/// <summary>An <c>ai_aware</c> option that does not exist, or whose value cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidOption() : Rule(Unreadable, Unknown)
{
    private static readonly char[] Between = ['=', ':'];

    internal static readonly DiagnosticDescriptor Unreadable = Define(
        id: "AIA0001",
        title: "An option of AiAwareAnalyzers cannot be read",
        messageFormat: "'{0} = {1}' cannot be read, so the default '{2}' applies; write {3}",
        category: Family.Configuration,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An option whose name or value cannot be read has no effect, and the rules behave as if it were "
            + "not there.");

    internal static readonly DiagnosticDescriptor Unknown = Define(
        id: "AIA0001",
        title: "An option of AiAwareAnalyzers cannot be read",
        messageFormat: "No rule reads '{0}', so it has no effect; {1}",
        category: Family.Configuration,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An option whose name or value cannot be read has no effect, and the rules behave as if it were "
            + "not there.");

    // A setting is one line in a file that is no code: it is reported once per compilation, at its line where the build
    // hands the file over.
    [SuppressMessage("Performance", "RS1013", Justification = "Start is the only door of a rule.")]
    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterCompilationEndAction(Report);

    private static void Report(CompilationAnalysisContext context)
    {
        var settings = Settings(context);
        if (settings.Count == 0) return;

        var options = Declared();
        foreach (var setting in settings)
            if (Complaint(setting.Key, setting.Value, options, () => PlaceOf(setting, context)) is { } complaint)
                context.ReportDiagnostic(complaint);
    }

    /// <summary>The line of an <c>.editorconfig</c> or <c>.globalconfig</c> that was handed over.</summary>
    private static Location PlaceOf(KeyValuePair<string, string> setting, CompilationAnalysisContext context)
    {
        foreach (var file in context.Options.AdditionalFiles.Where(static file =>
            file.Path.EndsWith("config", StringComparison.OrdinalIgnoreCase)))
            if (file.GetText(context.CancellationToken)?.Lines is { } lines)
                foreach (var line in lines)
                    if (IsOf(setting, line.ToString()))
                        return Location.Create(
                            file.Path,
                            line.Span,
                            new(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length)));
        return Location.None;
    }

    private static bool IsOf(KeyValuePair<string, string> setting, string line)
    {
        var at = line.IndexOfAny(Between);
        return at > 0
            && string.Equals(line[..at].Trim(), setting.Key, StringComparison.OrdinalIgnoreCase)
            && line[(at + 1)..].TrimStart().StartsWith(setting.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Every different <c>ai_aware</c> setting of every file, in a stable order. The host shares one options object
    /// among files.
    /// </summary>
    private static SortedSet<KeyValuePair<string, string>> Settings(CompilationAnalysisContext context)
    {
        var settings = new SortedSet<KeyValuePair<string, string>>(ByText.Comparer);
        var seen = new HashSet<AnalyzerConfigOptions>();
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var files = context.Compilation.SyntaxTrees.Select(provider.GetOptions)
            .Concat(context.Options.AdditionalFiles.Select(provider.GetOptions));
        foreach (var options in files)
        {
            if (!seen.Add(options)) continue;
            foreach (var key in KeysOf(options))
                if (key.StartsWith(Option.Prefix, StringComparison.OrdinalIgnoreCase)
                    && options.TryGetValue(key, out var value))
                    settings.Add(new(key, value));
        }

        return settings;
    }

    /// <summary>Not every host can list its settings; one that cannot throws, and there nothing is said.</summary>
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return [.. options.Keys];
        }
        catch (Exception exception) when (exception is NotImplementedException or NotSupportedException)
        {
            return [];
        }
    }

    private static Diagnostic? Complaint(
        string key, string value, IReadOnlyList<Option> options, Func<Location> place)
    {
        var option = options.FirstOrDefault(candidate =>
            string.Equals(candidate.Key, key, StringComparison.OrdinalIgnoreCase));
        if (option is null)
            return Diagnostic.Create(
                Unknown,
                place(),
                Quote.Of(key),
                $"the options are {string.Join(", ", options.Select(o => o.Key))}");
        return option.CanRead(value)
            ? null
            : Diagnostic.Create(
                Unreadable, place(), option.Key, Quote.Of(value), option.Fallback, option.Accepts);
    }

    /// <summary>
    /// The options stand beside the rules that read them; they are looked for only when something was set.
    /// </summary>
    private static List<Option> Declared() =>
        [
            .. typeof(Option).Assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => typeof(Option).IsAssignableFrom(field.FieldType))
                .Select(field => (Option)field.GetValue(null))
                .OrderBy(option => option.Key, StringComparer.Ordinal),
        ];

    private sealed class ByText : IComparer<KeyValuePair<string, string>>
    {
        public static readonly ByText Comparer = new();

        public int Compare(KeyValuePair<string, string> x, KeyValuePair<string, string> y)
        {
            var byKey = string.CompareOrdinal(x.Key, y.Key);
            return byKey != 0 ? byKey : string.CompareOrdinal(x.Value, y.Value);
        }
    }
}
