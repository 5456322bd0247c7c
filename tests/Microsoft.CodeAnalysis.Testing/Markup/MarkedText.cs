using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Code without its markup, and what the markup said.</summary>
internal sealed record MarkedText(string Text, ImmutableArray<MarkedSpan> Spans, ImmutableArray<int> Positions);
