using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// For whom the message of an exception was written: for users of the program, or for its developers.
/// </summary>
internal static class ExceptionAudience
{
    /// <summary>Exceptions that may be anything, whoever catches them.</summary>
    private static readonly ImmutableHashSet<string> Broad = WordSet.Of(
        "Exception SystemException ApplicationException AggregateException");

    /// <summary>Words for what somebody else has said, or was told.</summary>
    private static readonly ImmutableHashSet<string> Foreign = WordSet.Of(
        "body cause content debug inner internal path query raw response sql stack technical trace upstream");

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

    /// <summary>
    /// What a type of exceptions was given to be read: its message, and what the program's own types say besides, as
    /// far as that is not what another system has said.
    /// </summary>
    public static bool IsAddressed(ISymbol member) =>
        member.Name == "Message"
        || (!member.ContainingType.DeclaringSyntaxReferences.IsEmpty
            && IsException(member.ContainingType)
            && !IsException(TypeOf(member))
            && !Words.StemsOf(member.Name).Any(Foreign.Contains));

    public static bool IsException(ITypeSymbol? type) =>
        type.SelfAndBases()
            .Any(static ancestor => ancestor is { Name: "Exception", ContainingNamespace.Name: "System" });

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
