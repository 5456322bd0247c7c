using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Projects;
using AiAwareAnalyzers.Knowledge.Settings;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A configuration key that no settings file has, beside one that is nearly it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisspelledConfigurationKey() : Rule(Descriptor)
{
    /// <summary>The text of the argument that names the key which is there.</summary>
    internal const string Replacement = nameof(Replacement);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0109",
        title: "A configuration key is nearly one that exists",
        messageFormat: "No settings file of this project has '{0}', so nothing or a default is read; did you mean '{1}'?",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A configuration key that no settings file has, although they have one that is nearly it, reads nothing, and nobody is told.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!HandedFiles.Of(HandedFiles.Settings, start.Options).Any() || !ConfigurationRead.IsPossibleIn(start.Compilation)) return;
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(Ask, OperationKind.PropertyReference, OperationKind.Invocation);
    }

    private static void Ask(OperationAnalysisContext context)
    {
        if (ConfigurationRead.Of(context.Operation) is not { } read) return;
        if (NearKey.Of(read.Path, read.IsSection, read.IsFromRoot, SettingsKeys.Of(context.Compilation, context.Options)) is not { } near) return;

        // What is wrong with the section is said where the section is named.
        if (near.Missing < read.Above.Length || KeysInCode.Of(context.Compilation).Have(read.Path)) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            read.Argument.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Replacement, string.Join(":", near.Key.Skip(read.Above.Length))),
            Quote.Of(string.Join(":", read.Path)),
            Quote.Of(string.Join(":", near.Key))));
    }
}
