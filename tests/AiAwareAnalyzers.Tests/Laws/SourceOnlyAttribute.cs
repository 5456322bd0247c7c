namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>A law about what stands in this repository: whatever host asks, it is told the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SourceOnlyAttribute : CategoryAttribute;
