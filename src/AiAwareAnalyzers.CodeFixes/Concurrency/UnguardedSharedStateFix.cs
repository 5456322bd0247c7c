using AiAwareAnalyzers.Concurrency.Overlaps;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Counts with <c>Interlocked</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnguardedSharedStateFix))]
public sealed class UnguardedSharedStateFix() : Fix("AIA1007")
{
    private protected override Task OfferAsync(Finding finding) => InterlockedCount.OfferAsync(finding);
}
