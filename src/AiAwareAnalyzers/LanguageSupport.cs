// What the compiler wants to see before it lets netstandard2.0 use newer syntax.
namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;
}
