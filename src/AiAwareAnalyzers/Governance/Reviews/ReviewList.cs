using AiAwareAnalyzers.Governance.Files;
using AiAwareAnalyzers.Governance.Ledgers;

namespace AiAwareAnalyzers.Governance.Reviews;

/// <summary>Who has signed off what, by the address of the member.</summary>
internal sealed class ReviewList
{
    private readonly ILookup<string, SignOff> _byMember;

    private ReviewList(SignOffs signOffs) =>
        _byMember = signOffs.Entries.ToLookup(static entry => entry.Member, StringComparer.Ordinal);

    /// <summary>Null where a code base keeps no list.</summary>
    public static ReviewList? Of(AnalyzerOptions options, CancellationToken cancellation) =>
        LedgerFiles.Named(SignOffs.FileName, options)?.GetText(cancellation) is { } text
            ? new ReviewList(SignOffs.Parse(text))
            : null;

    public bool Mentions(string member) => _byMember.Contains(member);

    /// <summary>The newest sign-off of a member that none of them has seen so; null where all is well.</summary>
    public SignOff? StaleFor(string member, IEnumerable<SyntaxNode> declarations)
    {
        if (!Mentions(member)) return null;
        var hash = TokenHash.Of(declarations);
        return _byMember[member].Any(entry => entry.Hash == hash)
            ? null
            : _byMember[member].OrderBy(static entry => entry.Date, StringComparer.Ordinal).Last();
    }
}
