namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Where code and document differ, in the parts of a message.</summary>
/// <param name="What">What both say.</param>
/// <param name="Harm">What comes of it.</param>
/// <param name="WayOut">What to write instead.</param>
/// <param name="IsCertain">Whether it goes wrong every time.</param>
internal sealed record ShapeFlaw(string What, string Harm, string WayOut, bool IsCertain);
