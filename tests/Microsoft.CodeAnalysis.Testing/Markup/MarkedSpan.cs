using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A span that markup has marked; without a name it was <c>[|...|]</c>.</summary>
internal readonly record struct MarkedSpan(string? Name, TextSpan Span)
{
    /// <summary>Whether it only gives the span a number, as in <c>{|#0:...|}</c>.</summary>
    internal bool IsLocationKey => Name is ['#', ..];
}
