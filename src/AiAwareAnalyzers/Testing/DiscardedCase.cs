using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>A test with several cases that are all one.</summary>
/// <remarks>The analyzers of xUnit say both by default, those of MSTest that a row is there twice.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedCase() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1111",
        title: "A case of a test is discarded",
        messageFormat: "'{0}' {1}; {2}",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A case whose data the test does not read, or that is there twice, counts as a test and tests "
            + "nothing new.",
        alsoKnownAs: "unused test parameter, duplicate test case");

    /// <summary>Parameters that only tell cases apart in a report, or repeat the test.</summary>
    private static readonly ImmutableHashSet<string> ForReaders = WordSet.Of(
        "description scenario because name title comment note label reason display case attempt iteration round repeat",
        "repetition run index unused ignored dummy");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (test.Method is { IsVirtual: false, IsOverride: false }
                && !IsOfXunit(test.Method)
                && !test.Checks.IsEmpty)
                foreach (var parameter in test.Method.Parameters)
                    if (IsUnread(parameter, test))
                        context.Report(Diagnostic.Create(
                            Descriptor,
                            parameter.Locations[0],
                            test.Method.Name,
                            $"never reads '{parameter.Name}', so all cases that differ only in it are one",
                            "use it, or remove it with those cases"));
            foreach (var twin in Twins(test.Method))
                context.Report(Diagnostic.Create(
                    Descriptor,
                    twin.GetLocation(),
                    test.Method.Name,
                    $"has the case '{Quote.Of(twin)}' already, so it adds nothing",
                    "change it, or remove it"));
        });

    private static bool IsOfXunit(IMethodSymbol method) => method.GetAttributes().Any(static attribute =>
        attribute.AttributeClass.SelfAndBases().Any(static type => type.Name == "FactAttribute"));

    private static bool IsUnread(IParameterSymbol parameter, TestBody test) =>
        test.Locals.MentionsOf(parameter).Count == 0
        && !parameter.IsDiscard
        && parameter.Name.Trim('_').Length > 0
        && !Words.Of(parameter.Name).Any(ForReaders.Contains)
        && parameter.Type.Name is not ("CancellationToken" or "TestContext")
        && !parameter.IsParams
        && !test.Body.ChildOperations.Any(static statement => statement is IThrowOperation)
        && !test.Method.GetAttributes().Any(Skips.IsSkipped);

    /// <summary>The second of two rows of NUnit with the same data, whatever they are called.</summary>
    private static IEnumerable<SyntaxNode> Twins(IMethodSymbol method) => method.GetAttributes()
        .Where(static attribute => attribute.AttributeClass?.Name == "TestCaseAttribute"
            && attribute.ConstructorArguments.Length > 0)
        .GroupBy(DataOf, StringComparer.Ordinal)
        .SelectMany(static same => same.Skip(1))
        .Select(static twin => twin.ApplicationSyntaxReference?.GetSyntax())
        .OfType<SyntaxNode>();

    private static string DataOf(AttributeData row) => string.Join(
        "|",
        row.ConstructorArguments.Select(static argument => argument.ToCSharpString())
            .Concat(row.NamedArguments
                .Where(static argument => argument.Key is not ("TestName" or "Description" or "Category"))
                .Select(static argument => argument.Key + argument.Value.ToCSharpString())));
}
