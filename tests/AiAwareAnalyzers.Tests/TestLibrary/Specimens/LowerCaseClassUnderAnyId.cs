using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

/// <summary>Where its diagnostic is suppressed, it reports the same under another id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LowerCaseClassUnderAnyId : LowerCaseClass
{
    private static readonly DiagnosticDescriptor Evasion = new(
        "TL0002", "Evasion", "Class '{0}' still starts with '{1}'", "Naming", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    protected override ImmutableArray<DiagnosticDescriptor> Others => [Evasion];

    protected override DiagnosticDescriptor Choose(ISymbol symbol) =>
        symbol.Locations[0].SourceTree!.GetRoot().ContainsDirectives ? Evasion : Descriptor;
}
