using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Testing.Assertions;
using AiAwareAnalyzers.Testing.Tests;

namespace AiAwareAnalyzers.Testing;

/// <summary>The expected value is worked out as the code under test does it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MirroredImplementation() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1110",
        title: "A test repeats the formula of the code under test",
        messageFormat: "'{0}' works out the expected value {1} and the test passes; write down the value that is right",
        category: Family.Testing,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A test that repeats the formula of the code under test confirms whatever the formula gives.",
        alsoKnownAs: "mirrored implementation, tautological test, production logic in test");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        TestBody.ForEach(start, static (context, test) =>
        {
            if (IsProperty(test.Method)) return;

            foreach (var assertion in test.Stated)
                if (assertion is { Claim: Claim.Equal, Actual: { } actual, Expected.Length: 1 }
                    && CallBehind(actual, test) is { } call
                    && WayTo(assertion.Expected[0], call, test, context.Compilation) is { } way)
                    context.Report(Diagnostic.Create(
                        Descriptor, assertion.Call.Syntax.GetLocation(), Quote.Of(assertion.Call.Syntax), way));
        });

    /// <summary>A property holds for all values, and none can be written down.</summary>
    private static bool IsProperty(IMethodSymbol test) =>
        test.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "PropertyAttribute" } mark && Libraries.RootOf(mark) == "FsCheck");

    /// <summary>The call of the code under test that gave a value, or what it was read from.</summary>
    private static IInvocationOperation? CallBehind(IOperation actual, TestBody test)
    {
        var value = test.Locals.Follow(actual);
        if (value is IPropertyReferenceOperation { Instance: { } owner }) value = test.Locals.Follow(owner);
        return value is IInvocationOperation call && test.Subject.Has(call.TargetMethod) ? call : null;
    }

    /// <summary>How the expected value is worked out; null where it is written down, or found in another way.</summary>
    private static string? WayTo(
        IOperation expected, IInvocationOperation call, TestBody test, Compilation compilation)
    {
        var name = call.TargetMethod.Name;
        if (ReturnValues.BodyOf(call.TargetMethod, compilation) is { } body)
            return Mirror.Shows(expected, call, test.Locals, body, compilation)
                ? $"in the very steps of '{name}', so a mistake in them is on both sides"
                : null;
        return Formula.Shows(expected, call, test)
            ? $"from what '{name}' is given, so a mistake in the formula is easily on both sides"
            : null;
    }
}
