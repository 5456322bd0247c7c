using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Testing.Mutants;

/// <summary>A change that no test noticed, and the code that it was made to.</summary>
internal sealed record Survivor(Mutant Mutant, SyntaxNode Node, TextSpan Place);
