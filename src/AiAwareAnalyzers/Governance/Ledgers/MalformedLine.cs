using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Governance.Ledgers;

/// <summary>What of a ledger cannot be read, and why: a clause that follows "because".</summary>
internal sealed record MalformedLine(TextSpan Place, string Reason);
