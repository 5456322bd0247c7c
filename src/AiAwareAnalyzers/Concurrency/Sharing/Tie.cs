namespace AiAwareAnalyzers.Concurrency.Sharing;

/// <summary>Why several requests have something in common.</summary>
/// <param name="Root">What they have in common: a field, a property; null for an object of a cache.</param>
/// <param name="Reason">How a message says why.</param>
internal sealed record Tie(ISymbol? Root, string Reason);
