using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>A path that someone outside can lead out of its folder.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathFromInput() : Rule(Descriptor)
{
    /// <summary>
    /// Whether the value is the name of a file, in the properties of a finding; only then the fix cuts it off.
    /// </summary>
    internal const string IsFileName = nameof(IsFileName);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0705",
        title: "A path is built from user input",
        messageFormat: "'{0}' is user input and can lead '{1}' out of its folder ({2}); "
            + "{3}compare the full path with the folder before using it",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A path that is built from user input and never confined can leave its folder, because '..' "
            + "climbs and a rooted path replaces everything before it.",
        alsoKnownAs: "path traversal, directory traversal, zip slip",
        cwe: [22]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sinks = PathSinks.Of(start.Compilation);
        if (sinks.AreReferenced)
            LookInBodies(
                start, context => Look(context, sinks), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static Diagnostic? Look(OperationAnalysisContext context, PathSinks sinks)
    {
        if (sinks.At(context.Operation) is not { } use || sinks.OpenIn(use) is not { } open) return null;

        var isFile = EndsPath(open, use.Template) && !NamedFolders.EndsInFolder(use.Sink);
        return Diagnostic.Create(
            Descriptor,
            use.LocationOf(open),
            isFile ? ImmutableDictionary<string, string?>.Empty.Add(IsFileName, null) : null,
            Quote.Of(open.Value.Syntax),
            use.Name,
            open.IsFree ? "'..', rooted paths" : "'..' is a name too",
            isFile ? "take 'Path.GetFileName' of it, or " : "");
    }

    /// <summary>
    /// Whether a value is the name of the file itself; as the name of a folder, what <c>GetFileName</c> gives may still
    /// be <c>..</c>.
    /// </summary>
    private static bool EndsPath(Hole hole, Template path) =>
        path.Parts.IndexOf(hole) is >= 0 and var place
        && path.Parts.Skip(place + 1).All(static part =>
            part is Literal { Text: var text } && text.IndexOfAny(['/', '\\']) < 0);
}
