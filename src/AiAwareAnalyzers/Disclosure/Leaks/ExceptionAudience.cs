using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// For whom the message of an exception was written: for users of the program, or for its developers.
/// </summary>
internal static class ExceptionAudience
{
    /// <summary>Exceptions that may be anything, whoever catches them.</summary>
    private static readonly ImmutableHashSet<string> Broad = WordSet.Of(
        "Exception SystemException ApplicationException AggregateException");

    /// <summary>Where the machinery's exceptions are at home: they speak of queries, paths and hosts.</summary>
    private static readonly ImmutableArray<string> Machinery = ImmutableArray.Create(
        "System.Data", "System.IO", "System.Net", "System.Reflection", "System.Runtime", "System.Security.Cryptography",
        "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "MySql", "Oracle", "StackExchange.Redis");

    /// <summary>
    /// An exception of the program, or one of those with which a method refuses its arguments: its message may be an
    /// answer.
    /// </summary>
    public static bool IsUsers(ITypeSymbol exception) =>
        !Broad.Contains(exception.Name)
        && !Machinery.Any(home =>
            exception.ContainingNamespace.ToDisplayString().StartsWith(home, StringComparison.Ordinal));
}
