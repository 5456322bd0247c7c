using AiAwareAnalyzers.Concurrency.Overlaps;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>Counts with <c>Interlocked</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsynchronizedCaptureFix))]
public sealed class UnsynchronizedCaptureFix() : Fix("AIA1004")
{
    private protected override Task OfferAsync(Finding finding) => InterlockedCount.OfferAsync(finding);
}
