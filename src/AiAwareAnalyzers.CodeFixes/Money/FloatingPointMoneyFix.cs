using AiAwareAnalyzers.Editing;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>
/// Moves money to decimal, with everything that it is connected with, if the result is certain to compile.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FloatingPointMoneyFix))]
public sealed class FloatingPointMoneyFix() : Fix(FloatingPointMoney.Descriptor.Id)
{
    private const string Key = "Decimal";

    /// <summary>How many of the members that change are named.</summary>
    private const int Named = 3;

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => Union.Provider;

    private protected override async Task OfferAsync(Finding finding)
    {
        var solution = finding.Document.Project.Solution;
        if (await DecimalMigration.OfAsync(
            solution, [finding.Diagnostic.Location], finding.Cancellation).ConfigureAwait(false) is { } move)
            finding.Offer(Title(move.Visible), Key, _ => Task.FromResult(move.Solution));
    }

    private static string Title(IReadOnlyCollection<string> visible)
    {
        if (visible.Count == 0) return "Move to decimal";
        var more = visible.Count > Named ? $" and {visible.Count - Named} more" : "";
        return $"Move to decimal (changes {string.Join(", ", visible.Take(Named))}{more})";
    }

    /// <summary>All findings are one move: what two of them would rewrite twice is rewritten once.</summary>
    private sealed class Union : FixAllProvider
    {
        public static readonly Union Provider = new();

        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var places = await PlacesAsync(context).ConfigureAwait(false);
            var solution = await MoveAsync(context.Solution, places, context.CancellationToken).ConfigureAwait(false);
            return solution is null
                ? null
                : CodeAction.Create(
                    "Move all money to decimal",
                    cancellation => DocumentStyle.KeptAsync(context.Solution, solution, cancellation),
                    Key);
        }

        /// <summary>All at once; where that is not certain, as many as are, one after the other.</summary>
        private static async Task<Solution?> MoveAsync(
            Solution solution, IReadOnlyList<Location> places, CancellationToken cancellation)
        {
            if (await DecimalMigration.OfAsync(solution, places, cancellation).ConfigureAwait(false) is { } union)
                return union.Solution;

            var certain = new List<Location>();
            Solution? moved = null;
            foreach (var place in places)
            {
                if (await DecimalMigration.OfAsync(solution, [.. certain, place], cancellation).ConfigureAwait(false)
                    is not { } move)
                    continue;
                certain.Add(place);
                moved = move.Solution;
            }

            return moved;
        }

        private static async Task<IReadOnlyList<Location>> PlacesAsync(FixAllContext context) =>
            [.. (await RepairScope.FindingsOfAsync(context).ConfigureAwait(false))
                .Select(static diagnostic => diagnostic.Location)
                .Where(static place => place.IsInSource)];
    }
}
