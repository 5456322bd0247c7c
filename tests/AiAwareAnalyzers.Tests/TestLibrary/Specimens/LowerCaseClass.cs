using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

/// <summary>Reports every class whose name starts with a lower-case letter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal class LowerCaseClass : DiagnosticAnalyzer
{
    internal const string Id = "TL0001";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        Id, "Class names start with a capital", "Class '{0}' starts with '{1}'", "Naming", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor, .. Others];

    protected virtual ImmutableArray<DiagnosticDescriptor> Others => [];

    protected virtual GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.None;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCode);
        context.RegisterSymbolAction(Examine, SymbolKind.NamedType);
    }

    protected virtual DiagnosticDescriptor Choose(ISymbol symbol) => Descriptor;

    private void Examine(SymbolAnalysisContext context)
    {
        var name = context.Symbol.Name;
        if (name.Length > 0 && char.IsLower(name[0]))
            context.ReportDiagnostic(Diagnostic.Create(Choose(context.Symbol), context.Symbol.Locations[0], name, name[0]));
    }
}
