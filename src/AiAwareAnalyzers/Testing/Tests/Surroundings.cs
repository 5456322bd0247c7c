using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>What a test takes from the machine, the network, the clock or chance.</summary>
/// <param name="Place">Where it does.</param>
/// <param name="Observation">What it takes.</param>
/// <param name="WayOut">How to do without.</param>
internal sealed record Surroundings(SyntaxNode Place, string Observation, string WayOut)
{
    /// <summary>Words of paths and addresses that are meant to lead nowhere.</summary>
    private static readonly ImmutableHashSet<string> Nowhere = WordSet.Of(
        "nonexistent nonexisting non missing invalid not fake bogus unknown exist localhost example test dummy");

    /// <summary>Folders that are on every machine.</summary>
    private static readonly ImmutableArray<string> Everywhere = ImmutableArray.Create(
        "/tmp", "/dev", "/proc", "/etc", "/bin", "/usr");

    /// <summary>The first of a test; null where it stands on its own feet.</summary>
    public static Surroundings? Of(TestBody test) => test.Body.Descendants()
            .Select(part => Of(part, test))
            .FirstOrDefault(static found => found is not null)
        ?? test.Stated.Select(OfClock).FirstOrDefault(static found => found is not null);

    private static Surroundings? Of(IOperation part, TestBody test) => part switch
    {
        IInvocationOperation { TargetMethod.ContainingType.Name: "File" or "Directory" } call
            when Libraries.RootOf(call.TargetMethod.ContainingType) == nameof(System) => OfPath(call.Arguments, test),
        IObjectCreationOperation { Type.Name: "StreamReader" or "FileStream" } made => OfPath(made.Arguments, test),
        IPropertyReferenceOperation { Property: { Name: "Exists", ContainingType.Name: var type }, Instance: { } file }
            when type is "FileInfo" or "DirectoryInfo" or "FileSystemInfo"
            && test.Locals.Follow(file) is IObjectCreationOperation made => OfPath(made.Arguments, test),
        IInvocationOperation { TargetMethod.ContainingType.Name: "HttpClient", Instance: { } client } call
            when test.Locals.Follow(client) is IObjectCreationOperation { Arguments.IsEmpty: true } =>
            OfAddress(call.Arguments, test),
        IObjectCreationOperation { Type: { Name: nameof(Random) } type, Arguments.IsEmpty: true }
            when Libraries.RootOf(type) == nameof(System) =>
            new(part.Syntax, "draws other numbers in each run", "give it a seed, and say in a failure which"),
        _ => null,
    };

    private static Surroundings? OfPath(ImmutableArray<IArgumentOperation> arguments, TestBody test) =>
        TextIn(arguments, test) is { } path && IsOfOneMachine(path)
            ? new(arguments[0].Value.Syntax, $"needs '{Quote.Of(path)}' of one machine",
                "bring the file along with the test, or write it below a temporary folder")
            : null;

    private static Surroundings? OfAddress(ImmutableArray<IArgumentOperation> arguments, TestBody test) =>
        TextIn(arguments, test) is { } address
        && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && !IsNowhere(address)
        && address.IndexOf("127.0.0.1", StringComparison.Ordinal) < 0
            ? new(arguments[0].Value.Syntax, $"asks '{Quote.Of(address)}' over the network",
                "give the client a handler that answers")
            : null;

    private static Surroundings? OfClock(Assertion assertion) =>
        assertion is { Claim: Claim.Equal, Expected: { Length: 1 } expected }
        && expected[0].DescendantsAndSelf().FirstOrDefault(IsClock) is { } clock
            ? new(clock.Syntax, "asks the clock a second time", "give the code a clock that the test sets")
            : null;

    private static bool IsClock(IOperation part) =>
        part is IPropertyReferenceOperation
        {
            Property: { Name: "Now" or "UtcNow" or "Today", ContainingType.Name: "DateTime" or "DateTimeOffset" },
        };

    private static string? TextIn(ImmutableArray<IArgumentOperation> arguments, TestBody test) =>
        arguments.IsEmpty ? null : test.Locals.Follow(arguments[0].Value).ConstantText();

    private static bool IsOfOneMachine(string path) =>
        !IsNowhere(path)
        && (IsOfDrive(path)
            || (path.LastIndexOf('/') > 0
                && path[0] == '/'
                && path[1] != '/'
                && !Everywhere.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))));

    private static bool IsOfDrive(string path) =>
        path.Length > 3 && char.IsLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/';

    private static bool IsNowhere(string text) => Words.Of(text).Any(Nowhere.Contains);
}
