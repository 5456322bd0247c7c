using System.Runtime.CompilerServices;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>The body of one test and what it asserts: read once for all rules.</summary>
internal sealed class TestBody
{
    private readonly Lazy<ImmutableArray<Assertion>> _assertions;
    private readonly Lazy<ImmutableArray<IOperation>> _checks;
    private readonly Lazy<ImmutableArray<IOperation>> _preparations;

    private TestBody(IMethodSymbol method, IOperation body, Compilation compilation)
    {
        Method = method;
        Body = body;
        Words = Knowledge.Language.Words.Of(method.Name);
        Locals = Locals.Around(body, compilation);
        Subject = new(method, Locals);
        _checks = new(() => Assertions.Checks.Of(compilation).In(body).ToImmutableArray());
        _preparations = new(() => TestMethods.Of(compilation).BeginningsOf(method.ContainingType)
            .Select(beginning => ReturnValues.BodyOf(beginning, compilation))
            .OfType<IOperation>()
            .ToImmutableArray());
        _assertions = new(() => AssertionsIn(body, AssertionReader.Of(compilation)));
    }

    public IMethodSymbol Method { get; }

    public IOperation Body { get; }

    /// <summary>The words of the test's name, in lower case.</summary>
    public ImmutableArray<string> Words { get; }

    public Locals Locals { get; }

    public Subject Subject { get; }

    /// <summary>The assertions of known libraries, in the order of the text.</summary>
    public ImmutableArray<Assertion> Stated => _assertions.Value;

    /// <summary>The assertion of a known library that a call is.</summary>
    public Assertion? StatedBy(IOperation call) => Stated.FirstOrDefault(assertion => assertion.Call == call);

    /// <summary>All that can fail the test on purpose, known assertions among them.</summary>
    public ImmutableArray<IOperation> Checks => _checks.Value;

    /// <summary>The bodies of what runs before the test: constructors and set-ups.</summary>
    public ImmutableArray<IOperation> Preparations => _preparations.Value;

    /// <summary>Asks a question about each test of a compilation; where there can be none, about nothing.</summary>
    public static void ForEach(
        CompilationStartAnalysisContext start, Action<OperationBlockAnalysisContext, TestBody> look)
    {
        var tests = TestMethods.Of(start.Compilation);
        if (!tests.AreThere) return;

        start.RegisterOperationBlockAction(context =>
        {
            if (context.OwningSymbol is IMethodSymbol method
                && context.OperationBlocks.FirstOrDefault(static block => block is IBlockOperation) is { } body
                && tests.Contain(method))
                look(context, Of(method, body, context.Compilation));
        });
    }

    private static TestBody Of(IMethodSymbol method, IOperation body, Compilation compilation) =>
        Facts.Of(compilation, static _ => new Known()).Bodies
            .GetValue(body, block => new TestBody(method, block, compilation));

    private static ImmutableArray<Assertion> AssertionsIn(IOperation body, AssertionReader reader) =>
        body.Descendants()
            .OfType<IInvocationOperation>()
            .Select(reader.Read)
            .OfType<Assertion>()
            .ToImmutableArray();

    private sealed class Known
    {
        public ConditionalWeakTable<IOperation, TestBody> Bodies { get; } = new();
    }
}
