using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies fixes to a solution until none is offered any more.</summary>
internal sealed class FixSession(
    ImmutableArray<CodeFixProvider> providers,
    Func<ImmutableArray<Diagnostic>, Diagnostic?> selectDiagnostic,
    Func<ImmutableArray<CodeAction>, CodeAction?> selectAction,
    Func<Solution, CancellationToken, Task<AnalyzedSolution>> analyze,
    CodeActionApplication application,
    IVerifier verifier)
{
    /// <summary>The diagnostics that stand in a document and that some provider is for.</summary>
    internal static ImmutableArray<ReportedDiagnostic> GetFixable(
        AnalyzedSolution analyzed,
        ImmutableArray<CodeFixProvider> providers) =>
    [
        .. analyzed.Diagnostics.Where(reported =>
            !reported.Diagnostic.IsSuppressed
            && reported.Document is not null
            && providers.Any(provider => provider.FixableDiagnosticIds.Contains(reported.Diagnostic.Id))),
    ];

    /// <summary>One diagnostic at a time, from top to bottom.</summary>
    internal Task<AnalyzedSolution> FixEachAsync(
        AnalyzedSolution start,
        IterationLimit limit,
        bool fixesOne,
        CancellationToken cancellationToken) =>
        RepeatAsync(start, limit, fixesOne, (_, offered) => Task.FromResult<CodeAction?>(offered.Action), cancellationToken);

    /// <summary>All diagnostics of the scope at once.</summary>
    internal Task<AnalyzedSolution> FixAllAsync(
        AnalyzedSolution start,
        FixAllScope scope,
        IterationLimit limit,
        CancellationToken cancellationToken) =>
        RepeatAsync(
            start,
            limit,
            fixesOne: false,
            (current, offered) => GetFixAllActionAsync(current, offered, scope, cancellationToken),
            cancellationToken);

    private async Task<AnalyzedSolution> RepeatAsync(
        AnalyzedSolution current,
        IterationLimit limit,
        bool fixesOne,
        Func<AnalyzedSolution, OfferedFix, Task<CodeAction?>> getAction,
        CancellationToken cancellationToken)
    {
        var count = 0;
        while (!(fixesOne && limit.IsReachedBy(count)))
        {
            var next = await TryFixAsync(current, fixesOne, getAction, cancellationToken).ConfigureAwait(false);
            if (next is null)
                break;

            limit.VerifyFurther(count, verifier);
            current = next;
            count++;
        }

        limit.Verify(count, verifier);
        return current;
    }

    /// <summary>Applies the first action that changes something; null if there is none.</summary>
    private async Task<AnalyzedSolution?> TryFixAsync(
        AnalyzedSolution current,
        bool fixesOne,
        Func<AnalyzedSolution, OfferedFix, Task<CodeAction?>> getAction,
        CancellationToken cancellationToken)
    {
        foreach (var diagnostic in GetDiagnosticsToFix(current, fixesOne))
        {
            var offered = await TryGetFixAsync(diagnostic, cancellationToken).ConfigureAwait(false);
            var action = offered is null ? null : await getAction(current, offered).ConfigureAwait(false);
            if (action is null)
                continue;

            var changed = await application.ApplyAsync(action, current.Solution, cancellationToken).ConfigureAwait(false);
            var next = await analyze(changed, cancellationToken).ConfigureAwait(false);
            if (next != current)
                return next;
        }

        return null;
    }

    private ImmutableArray<ReportedDiagnostic> GetDiagnosticsToFix(AnalyzedSolution current, bool fixesOne)
    {
        var fixable = GetFixable(current, providers);
        if (!fixesOne)
            return fixable;

        var selected = selectDiagnostic([.. fixable.Select(reported => reported.Diagnostic)]);
        return [.. fixable.Where(reported => reported.Diagnostic == selected).Take(1)];
    }

    private async Task<OfferedFix?> TryGetFixAsync(ReportedDiagnostic reported, CancellationToken cancellationToken)
    {
        var document = reported.Document!;
        var offered = new List<OfferedFix>();
        foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(reported.Diagnostic.Id)))
        {
            var context = new CodeFixContext(
                document,
                reported.Diagnostic,
                (action, _) => offered.Add(new OfferedFix(document, reported.Diagnostic, provider, action)),
                cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        var selected = selectAction([.. offered.Select(fix => fix.Action)]);
        return offered.Find(fix => fix.Action == selected);
    }

    private async Task<CodeAction?> GetFixAllActionAsync(
        AnalyzedSolution current,
        OfferedFix offered,
        FixAllScope scope,
        CancellationToken cancellationToken)
    {
        if (offered.Provider.GetFixAllProvider() is not { } fixAllProvider)
            return null;

        var context = new FixAllContext(
            offered.Document,
            offered.Provider,
            scope,
            offered.Action.EquivalenceKey,
            offered.Provider.FixableDiagnosticIds,
            new FixAllDiagnosticProvider(GetFixable(current, [offered.Provider])),
            cancellationToken);
        return await fixAllProvider.GetFixAsync(context).ConfigureAwait(false);
    }
}
