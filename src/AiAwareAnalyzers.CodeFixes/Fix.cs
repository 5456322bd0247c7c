namespace AiAwareAnalyzers;

/// <summary>What every fix is: the ids it repairs, and what it offers for one finding.</summary>
/// <remarks>
/// A fix derives directly from this class and carries
/// <c>[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TheFix))]</c>. It needs no <c>[Shared]</c>: that
/// attribute lives in an assembly that not every host has.
/// </remarks>
public abstract class Fix : CodeFixProvider
{
    private protected Fix(params string[] ids) => FixableDiagnosticIds = ImmutableArray.Create(ids);

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>
    /// Every fix fixes all: one finding at a time and merged, unless the fix knows better or leaves a choice.
    /// </summary>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
            await RegisterAsync(new Finding(context, diagnostic, root)).ConfigureAwait(false);
    }

    private async Task RegisterAsync(Finding finding)
    {
        await OfferAsync(finding).ConfigureAwait(false);
        await finding.RegisterAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Offers what is certain to be right, or what a reader is to choose from where it cannot fix all. What does not
    /// compile is withdrawn, and what is written follows the style of the file.
    /// </summary>
    private protected abstract Task OfferAsync(Finding finding);
}
