using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

/// <summary>Throws at every class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingAnalyzer : DiagnosticAnalyzer
{
    internal const string Complaint = "the analyzer cannot go on";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [LowerCaseClass.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(_ => throw new NotSupportedException(Complaint), SymbolKind.NamedType);
    }
}
