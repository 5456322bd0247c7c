using System.Globalization;

namespace AiAwareAnalyzers.Field;

/// <summary>What the command line asks for.</summary>
internal sealed record Request
{
    public const string Usage =
        """
        FOLDER…             run the rules over every C# project below the folders
          --rules AIA05,…   only the rules whose ids start so; an id in full also switches on a rule that is off
          --all             also the rules that are off by default
          --analyzers FILE  the rules of another build of the package
          --warnings        only warnings
          --production      only findings outside of tests; projects of tests are not run
          --loose           never ask the build: read the project files, use the packages in the cache
          --out FILE        write the findings, shuffled, to be judged and to be compared with
          --seed N          how they are shuffled; 1 if not said
          --before FILE     compare with an earlier --out FILE, and take over the verdicts in it
        --judgements FILE   read a judged file and print the precision of each rule
        """;

    public ImmutableArray<string> Folders { get; private init; } = [];

    public ImmutableArray<string> Rules { get; private init; } = [];

    public bool All { get; private init; }

    public string? Analyzers { get; private init; }

    public bool Warnings { get; private init; }

    public bool Production { get; private init; }

    public bool Loose { get; private init; }

    public int Seed { get; private init; } = 1;

    public string? Out { get; private init; }

    public string? Before { get; private init; }

    public string? Judgements { get; private init; }

    public static Request Parse(IEnumerable<string> arguments)
    {
        var request = new Request();
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out var word)) request = request.With(word, words);
        return request.Folders.IsEmpty && request.Judgements is null
            ? throw new BadRequestException("No folder was named")
            : request;
    }

    /// <summary>Whether a finding is asked for.</summary>
    public bool Asks(Finding finding) =>
        AsksForRule(finding.Rule) && !(Warnings && finding.Level != "warning") && !(Production && finding.InTests);

    public bool AsksForRule(string id) =>
        Rules.IsEmpty || Rules.Any(rule => id.StartsWith(rule, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a rule that is off by default shall run all the same.</summary>
    public bool SwitchesOn(string id) => All || Rules.Contains(id, StringComparer.OrdinalIgnoreCase);

    private Request With(string word, Queue<string> words) => word switch
    {
        "--rules" => this with { Rules = Rules.AddRange(Next(word, words).Split(',')) },
        "--all" => this with { All = true },
        "--analyzers" => this with { Analyzers = ExistingFile(Next(word, words)) },
        "--warnings" => this with { Warnings = true },
        "--production" => this with { Production = true },
        "--loose" => this with { Loose = true },
        "--out" => this with { Out = Next(word, words) },
        "--seed" => this with { Seed = Number(Next(word, words)) },
        "--before" => this with { Before = ExistingFile(Next(word, words)) },
        "--judgements" => this with { Judgements = ExistingFile(Next(word, words)) },
        ['-', '-', ..] => throw new BadRequestException($"'{word}' is not known"),
        _ => this with { Folders = Folders.Add(ExistingFolder(word)) },
    };

    private static string Next(string word, Queue<string> words) =>
        words.TryDequeue(out var next) ? next : throw new BadRequestException($"'{word}' needs a value");

    private static int Number(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadRequestException($"'{text}' is not a number");

    private static string ExistingFile(string file) =>
        File.Exists(file) ? Path.GetFullPath(file) : throw new BadRequestException($"There is no file '{file}'");

    private static string ExistingFolder(string folder) =>
        Directory.Exists(folder)
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
            : throw new BadRequestException($"There is no folder '{folder}'");
}

/// <summary>The command line, or a file that it names, cannot be understood.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
