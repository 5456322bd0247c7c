using System.Text;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>The questions that each room answers; the map in docs/architecture.md is written from here.</summary>
internal static class RoomMap
{
    public const string Opening = "<!-- rooms -->";
    public const string Closing = "<!-- /rooms -->";

    public static IReadOnlyDictionary<string, string> Questions { get; } = new SortedDictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["AuthScope/Credentials"] = "what a token, a scope and a lifetime are, and what is done with a token",
        ["AuthScope/Endpoints"] = "which ways lead into an application, how it is set up, and what each way demands",
        ["AuthScope/Guards"] = "what stops a caller, and what only looks as if it did",
        ["AuthScope/Reach"] =
            "where a value of a request goes, which bodies a call may end in, and what becomes of the rows",
        ["Concurrency/Locks"] =
            "where a lock is held, what is looked at and written there, and what relies on it afterwards",
        ["Concurrency/Maps"] =
            "what is asked of a shared dictionary in two steps, and of which objects there may be one only",
        ["Concurrency/Overlaps"] =
            "which code runs several times at once, what it shares, and what makes it take turns",
        ["Concurrency/Processes"] = "what is done with a program that was started, and in which order",
        ["Concurrency/Resources"] = "what others miss until it is given back, and who gives it back",
        ["Concurrency/Retries"] = "which requests do something, and what sends a request again",
        ["Concurrency/Rows"] =
            "what is looked for before a row is added, which rows were read, and what notices another caller",
        ["Concurrency/Sharing"] = "what all requests have in common, and who may be in a member at once",
        ["Concurrency/Tokens"] = "which calls a token could end, and what they are given instead",
        ["Disclosure/Leaks"] = "what reaches a client or a stranger, and which exceptions are meant for them",
        ["Disclosure/Secrets"] = "which values are secret, what they are used for, and where they go",
        ["EdgeCases/CachedValues"] =
            "what is put into a cache that all callers share, what it is made from, and what its key tells apart",
        ["EdgeCases/Guards"] = "what is looked at before it is used: null, numbers, failures, in whatever spelling",
        ["EdgeCases/OutsideValues"] =
            "which values come from requests, other programs, searches and the clock, and what is known of them",
        ["Editing"] =
            "for fixes: what is in scope, which names are free, how comments are kept, how far a repair reaches",
        ["ErrorHandling/Catches"] =
            "what is tried, what a catch clause does, what is wrong with it, and what comes next",
        ["ErrorHandling/Failures"] = "which calls can fail, and which values say that something did",
        ["ErrorHandling/Outcomes"] = "which calls tell by what they return whether they worked, and who looks",
        ["FakeWork/Wording"] = "what comments, texts and names admit",
        ["FakeWork/Work"] = "what a body really does, what it claims, and which functions only pretend",
        ["Governance/Constraints"] = "what a sentence forbids, and which code it is asked of",
        ["Governance/Files"] = "which ledgers lie beside the code, what they speak of, and what they quiet",
        ["Governance/Ledgers"] =
            "for the compiler and the tool: how a ledger is read and written, and what a member is called",
        ["Governance/Reviews"] = "who has signed off what, and whether it is still that",
        ["Governance/Suppressions"] =
            "what silences findings in code, settings and projects, and whether a reason stands there",
        ["Governance/Zoning"] = "which code is of a high risk by what it uses, and what zone would hold it",
        ["HallucinatedApi/Agreement"] = "where code and a document differ: in paths, queries, values and codes",
        ["HallucinatedApi/Documents"] = "what an OpenAPI document says of paths, operations and values",
        ["HallucinatedApi/Files"] = "what stands in the files of a project and in the texts that come with the rules",
        ["HallucinatedApi/MemberStrings"] = "which strings in attributes and calls name a member, and of which type",
        ["HallucinatedApi/Missing"] = "what does not bind, of what kind it is, and what it was asked of",
        ["HallucinatedApi/Names"] = "how alike two names are, and which names mean the same",
        ["HallucinatedApi/Packages"] = "which packages a project has, by whom, and which are well known",
        ["HallucinatedApi/Requests"] = "which requests code makes of a service, and which path they mean",
        ["HallucinatedApi/RunTime"] = "which strings name members at run time, and whether the lookup can succeed",
        ["HallucinatedApi/Settings"] = "which keys the settings files hold, and which is the nearest",
        ["HallucinatedApi/Shims"] = "which namespaces a library owns, and what a body that stands in for it does",
        ["HallucinatedApi/Sources"] = "where an API comes from: framework, version, package",
        ["HallucinatedApi/Suggestions"] = "what was meant instead, and how to say so",
        ["Injection/Sinks"] = "where text becomes a path, an address, a command, a header or markup",
        ["Injection/Sql"] = "which statements are run, and what stands at each place of one",
        ["Knowledge"] = "what kind of code this is: tests, guarded environments, newer syntax",
        ["Knowledge/Container"] = "what the container is told, how long it keeps what, and whether that is all",
        ["Knowledge"] =
            "what kind of code this is: tests, guarded environments, newer syntax; which files the build hands over",
        ["Knowledge/Flow"] =
            "what is inside a value, where it comes from and goes, which symbol it is, which body it stands in",
        ["Knowledge/Frameworks"] =
            "what the types of a framework are: ASP.NET Core, Entity Framework, configuration, logging, tasks, "
            + "cancellation",
        ["Knowledge/Language"] = "the words of a name, how a message quotes code, which names mean a secret or money",
        ["Knowledge/Outcomes"] = "what a function promises, what an empty value and a Result say, where exceptions go",
        ["Knowledge/Summaries"] = "what one method of this compilation does for its callers, also behind a contract",
        ["Knowledge/Symbols"] = "which calls a program has, what a type inherits, what a name means without binding",
        ["Knowledge/Templates"] = "of which parts a text is put together, where each comes from, and what checks it",
        ["Materialization/Enumeration"] = "where a sequence comes from, what copies it, and how often it is walked",
        ["Materialization/Looping"] = "what is repeated, how often, and what each round asks for",
        ["Materialization/Plans"] = "what a fix would make of a copy, a loop or a file, where that is certain",
        ["Materialization/Queries"] = "what a database can translate, and what a predicate compares",
        ["Materialization/Streaming"] = "which files, responses and streams could be read piece by piece",
        ["Money/Amounts"] = "which names, types and columns mean money, and where it is kept",
        ["Money/Arithmetic"] = "which types are numbers, who dictates a declaration, which calls compute and convert",
        ["Wiring/Container"] = "who asks the container for what",
        ["Wiring/Pipelines"] = "which middleware stands in the pipeline, what needs it, and what it has to precede",
        ["Testing/Assertions"] =
            "what an assertion claims of which value, what else can fail a test, and what cannot",
        ["Testing/Doubles"] = "what a test tells its doubles, and what it asks them itself",
        ["Testing/Edges"] = "which branches a method has for null, nothing and bounds, and which values its tests pass",
        ["Testing/Mutants"] =
            "which changes of the code a mutation test has tried, where they stand, and which tests are nearest",
        ["Testing/Properties"] =
            "what holds for all values of a method, by how many examples it is tested, and how it is written down",
        ["Testing/Tests"] = "which methods are tests, what each of them does, and what belongs to the code under test",
    };

    public static string Text()
    {
        var table = new StringBuilder("| Room | answers |\n|---|---|\n");
        foreach (var (room, questions) in Questions) table.Append($"| `{room}` | {questions} |\n");
        return table.ToString();
    }
}
