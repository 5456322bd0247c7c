using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test whose name says that something is thrown, and that expects no exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamePromisesMore() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1112",
        title: "The name of a test promises an exception that it does not expect",
        messageFormat: "'{0}' says that something is thrown, and none of its assertions expects an exception, so it "
            + "passes when nothing is; expect the exception, or say in the name what is asserted",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The name of a test is read as what is tested, and where its assertions are about something else, "
            + "the promise in the name is tested by nothing.",
        alsoKnownAs: "misleading test name");

    /// <summary>What a body that has to do with an exception mentions in one way or another.</summary>
    private static readonly ImmutableArray<string> Traces = ImmutableArray.Create(
        "Throw", "Exception", "Fault", "Error", "Fail");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (PromisesAnException(test.Method.Name)
                && AssertsKnownThingsOnly(test)
                && !MentionsAnException(test)
                && !test.Method.GetAttributes().Any(IsSkippedOrExpects))
                context.Report(Diagnostic.Create(
                    Descriptor, test.Method.Locations[0], test.Method.Name));
        });

    /// <summary>
    /// A part of the name that begins with it: <c>Find_WhenMissing_Throws</c>, but not
    /// <c>Find_WhenStoreThrows_ReturnsNull</c>.
    /// </summary>
    private static bool PromisesAnException(string name) => PartsOf(name).Select(Words.Of).Any(static words =>
        words.FirstOrDefault() is "throw" or "throws"
        || (words.Length > 1 && words[0] is "it" or "should" or "must" or "will" && words[1] is "throw" or "throws"));

    /// <summary>In a sentence the underscores are only blanks.</summary>
    private static string[] PartsOf(string name)
    {
        var parts = name.Split('_');
        return parts.Skip(1).Any(static part => part.Length > 0 && char.IsLower(part[0])) ? [name] : parts;
    }

    /// <summary>What a helper looks at is not seen from here.</summary>
    private static bool AssertsKnownThingsOnly(TestBody test) =>
        !test.Stated.IsEmpty && test.Checks.All(check => test.Stated.Any(stated => stated.Call == check));

    private static bool MentionsAnException(TestBody test)
    {
        var text = test.Body.Syntax.ToString();
        return Traces.Any(trace => text.IndexOf(trace, StringComparison.Ordinal) >= 0)
            || text.IndexOf("catch", StringComparison.Ordinal) >= 0;
    }

    private static bool IsSkippedOrExpects(AttributeData attribute) =>
        Skips.IsSkipped(attribute)
        || attribute.AttributeClass?.Name.StartsWith("Expected", StringComparison.Ordinal) == true;
}
