using AiAwareAnalyzers.HallucinatedApi.Settings;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

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
        messageFormat: "No settings file of this project has '{0}', so nothing or a default is read; did you mean "
            + "'{1}'?",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A configuration key that no settings file has, although one of them has a key that is nearly "
            + "the same, silently reads nothing.",
        alsoKnownAs: "configuration key typo");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!ProjectFiles.Of(ProjectFiles.Settings, start.Options).Any()
            || !ConfigurationRead.IsPossibleIn(start.Compilation))
            return;
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(Analyze, OperationKind.PropertyReference, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (FeatureFlags.In(context.Operation) is { } flag) ReportFlag(context, flag);
        if (ConfigurationRead.Of(context.Operation) is not { } read) return;
        var settings = SettingsKeys.Of(context.Compilation, context.Options);
        if ((NearKey.Of(read.Path, read.IsSection, read.IsFromRoot, settings)
            ?? BoundSections.Near(read, context.Operation, settings, context.Compilation)) is not { } near)
            return;

        // What is wrong with the section is said where the section is named.
        if (near.Missing < read.Above.Length) return;
        var inCode = KeysInCode.Of(context.Compilation);
        if (inCode.Have(read.Path)) return;
        if (read.Path.Length != near.Key.Length && IsBesideReadOf(near.Key, context.Operation)) return;
        if (inCode.ComeFromArguments && read.Path.Length == 1 && near.Key.Length > 1) return;
        context.Report(Finding(read.Argument, read.Path, near.Key, read.Above.Length));
    }

    /// <summary>
    /// <c>config["Files:Root"] ?? config["Root"]</c>: who reads the key that is there as well means both.
    /// </summary>
    private static bool IsBesideReadOf(ImmutableArray<string> key, IOperation read) =>
        read.Ancestors()
            .TakeWhile(static around => around is not (IBlockOperation or IAnonymousFunctionOperation))
            .OfType<ICoalesceOperation>()
            .LastOrDefault() is { } choice
        && choice.Descendants().Any(other =>
            ConfigurationRead.Of(other) is { } beside
            && beside.Path.SequenceEqual(key, StringComparer.OrdinalIgnoreCase));

    private static void ReportFlag(OperationAnalysisContext context, IOperation place)
    {
        var flag = (string)place.ConstantValue.Value!;
        if (FeatureFlags.Near(flag, SettingsKeys.Of(context.Compilation, context.Options)) is { } near
            && !KeysInCode.Of(context.Compilation).Have(near.Key.SetItem(1, flag)))
            context.Report(Finding(place, near.Key.SetItem(1, flag), near.Key, above: 1));
    }

    private static Diagnostic Finding(
        IOperation place, ImmutableArray<string> read, ImmutableArray<string> there, int above) =>
        Diagnostic.Create(
            Descriptor,
            place.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Replacement, string.Join(":", there.Skip(above))),
            Quote.Of(string.Join(":", read)),
            Quote.Of(string.Join(":", there)));
}
