using AiAwareAnalyzers.HallucinatedApi.Packages;
using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>Code uses a package that no project file asks for: it only comes along with another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransitiveOnlyPackage() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0108",
        title: "Code uses a package that no project file references",
        messageFormat: "'{0}' is in package {1} {2}, which no project file references: it comes with {3}, and may "
            + "change or disappear with it; add {4}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Code uses a package that is only there because another package brings it, so an update of the "
            + "other one can change or remove it.",
        alsoKnownAs: "transitive dependency, phantom dependency");

    /// <summary>What a restore has resolved is read once, however often the code changes.</summary>
    private static readonly SourceTextValueProvider<Restored> Restores = new(text => new Restored(text));

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (ProjectFiles.Of(ProjectFiles.Packages, start.Options)
            .FirstOrDefault()
            ?.GetText(start.CancellationToken) is not { } text)
            return;
        if (!start.TryGetValue(text, Restores, out var restored)) return;

        var packages = new TransitivePackages(
            start.Compilation, restored.For(ProjectFiles.Property("TargetFramework", start.Options)));
        if (!packages.Found.IsEmpty) start.RegisterSemanticModelAction(context => Analyze(context, packages));
    }

    private static void Analyze(SemanticModelAnalysisContext context, TransitivePackages packages)
    {
        foreach (var package in packages.Found)
            if (packages.FirstUseIn(context.SemanticModel, package) is { } use)
                context.Report(Diagnostic.Create(
                    Descriptor,
                    use.GetLocation(),
                    use.Identifier.ValueText,
                    package.Package.Id,
                    package.Package.Version,
                    packages.BringerOf(package),
                    packages.LineFor(package)));
    }

    private sealed class Restored(SourceText text)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, ResolvedPackages> _frameworks =
            new(StringComparer.Ordinal);

        public ResolvedPackages For(string framework) =>
            _frameworks.GetOrAdd(framework, one => ResolvedPackages.Read(text.ToString(), one));
    }
}
