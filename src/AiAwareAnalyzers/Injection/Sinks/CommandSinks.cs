using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Where text becomes a command line.</summary>
internal sealed class CommandSinks
{
    internal static readonly ImmutableArray<Sink> Table = ImmutableArray.Create<Sink>(
        new("System.Diagnostics.ProcessStartInfo", "Arguments"),
        new("System.Diagnostics.ProcessStartInfo", "FileName"),
        new("System.Diagnostics.ProcessStartInfo", SinkTable.Constructor, "arguments"),
        new("System.Diagnostics.ProcessStartInfo", SinkTable.Constructor, "fileName"),
        new("System.Diagnostics.Process", "Start", "arguments"),
        new("System.Diagnostics.Process", "Start", "fileName"));

    private static readonly ImmutableHashSet<string> Shells =
        WordSet.IgnoringCase("cmd sh bash zsh dash powershell pwsh wsl");

    private readonly SinkReader _reader;

    private CommandSinks(Compilation compilation)
    {
        var table = new SinkTable(compilation, Table);
        AreReferenced = !table.IsEmpty;
        _reader = new(TextTemplates.Of(compilation), table.TextsOf);
    }

    public bool AreReferenced { get; }

    public static CommandSinks Of(Compilation compilation) =>
        Facts.Of(compilation, static known => new CommandSinks(known));

    public SinkUse? At(IOperation operation) => _reader.At(operation);

    /// <summary>Whether what is started is a shell, which reads its arguments as a program.</summary>
    public static bool StartsShell(SinkUse use) =>
        use.Sink.DescendantsAndSelf()
            .Concat(Beside(use))
            .Any(operation => operation.ConstantText() is { } file && IsShell(file))
        || use.Template.Parts.FirstOrDefault() is Literal { Text: var start } && start.TrimStart() is var trimmed
            && trimmed.StartsWith("/c ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The other settings of the same start information.</summary>
    private static IEnumerable<IOperation> Beside(SinkUse use)
    {
        if (use.Sink
            is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } information } })
            return [];
        if (use.Sink.Parent is IObjectOrCollectionInitializerOperation { Parent: { } creation })
            return creation.Descendants();
        var key = TextOperations.Key(information);
        return use.Body.Root.Descendants()
            .Where(operation =>
                operation is ISimpleAssignmentOperation
                    { Target: IPropertyReferenceOperation { Property.Name: "FileName", Instance: { } other } }
                && TextOperations.Key(other) == key
                || operation is IVariableDeclaratorOperation declarator && declarator.Symbol.Name == key)
            .SelectMany(operation => operation.Descendants());
    }

    private static bool IsShell(string file)
    {
        var name = file.Substring(file.LastIndexOfAny(['/', '\\']) + 1);
        return Shells.Contains(
            name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name);
    }
}
