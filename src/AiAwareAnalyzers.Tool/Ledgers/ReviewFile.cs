using AiAwareAnalyzers.Governance.Ledgers;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tool.Ledgers;

/// <summary>The sign-offs of a solution, and whether each is still about what stands there.</summary>
internal static class ReviewFile
{
    public static SignOffs Read(string path) => SignOffs.Parse(SourceText.From(LedgerFile.Text(path)));

    public static IReadOnlyList<JudgedSignOff> Judge(SignOffs reviews, IEnumerable<DeclaredMember> members)
    {
        var asked = reviews.Entries.Select(entry => entry.Member).ToHashSet(StringComparer.Ordinal);
        var hashes = members.Where(member => asked.Contains(member.Address))
            .ToLookup(member => member.Address, member => member.Hash, StringComparer.Ordinal);
        return [.. reviews.Entries.Select(entry => new JudgedSignOff(entry, StateOf(entry, hashes)))];
    }

    private static SignOffState StateOf(SignOff entry, ILookup<string, string> hashes) =>
        !hashes.Contains(entry.Member) ? SignOffState.Gone
        : hashes[entry.Member].Contains(entry.Hash) ? SignOffState.Fresh
        : SignOffState.Stale;
}

/// <summary>A sign-off, and what has become of its member.</summary>
internal sealed record JudgedSignOff(SignOff SignOff, SignOffState State);

/// <summary>Whether a member is what its reviewer has read.</summary>
internal enum SignOffState
{
    Fresh,
    Stale,
    Gone,
}
