namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The order of the code, so that fixes are applied from top to bottom, whatever order analysis ended in.</summary>
internal sealed class DiagnosticOrder : IComparer<Diagnostic>
{
    internal static readonly DiagnosticOrder Instance = new();

    public int Compare(Diagnostic? x, Diagnostic? y) => Key(x).CompareTo(Key(y));

    private static Position Key(Diagnostic? diagnostic) => diagnostic is null
        ? default
        : new Position(
            diagnostic.Location.GetLineSpan().Path ?? "",
            diagnostic.Location.SourceSpan.Start,
            diagnostic.Location.SourceSpan.End,
            diagnostic.Id);

    private readonly record struct Position(string Path, int Start, int End, string Id)
    {
        internal int CompareTo(Position other)
        {
            var path = string.CompareOrdinal(Path, other.Path);
            if (path != 0)
                return path;

            var span = (Start, End).CompareTo((other.Start, other.End));
            return span != 0 ? span : string.CompareOrdinal(Id, other.Id);
        }
    }
}
