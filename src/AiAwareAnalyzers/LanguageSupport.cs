// What newer syntax asks of netstandard2.0. By hand, because what a generator adds stands in the symbols in an order
// that the folder of the build decides, and the package has the same bytes wherever it is built.
namespace System
{
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public static implicit operator Index(int value) => new(value);

        public int GetOffset(int length) => fromEnd ? length - value : value;
    }

    internal readonly struct Range(Index start, Index end)
    {
        public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

        public static Range EndAt(Index end) => new(0, end);

        public Index Start => start;

        public Index End => end;
    }
}

namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;
}
