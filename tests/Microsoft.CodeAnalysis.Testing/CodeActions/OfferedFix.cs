using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An action that a provider offers for a diagnostic in a document.</summary>
internal sealed record OfferedFix(Document Document, Diagnostic Diagnostic, CodeFixProvider Provider, CodeAction Action);
