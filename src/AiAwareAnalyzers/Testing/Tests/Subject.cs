using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>The code under test, as far as one test shows it.</summary>
internal sealed class Subject(IMethodSymbol test, Locals locals)
{
    /// <summary>A longer story is followed by no reader either.</summary>
    private const int Longest = 12;

    /// <summary>
    /// Whether a method belongs to what is tested: not to the class of the tests, to the base library or to what tests
    /// are written with.
    /// </summary>
    public bool Has(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension, ContainingType: { } owner }
        && !IsOfTest(owner)
        && Libraries.RootOf(owner) is not ("System" or "NUnit" or "Xunit" or "TUnit")
        && !Libraries.Asserts(owner)
        && !Libraries.MakesDoubles(owner);

    /// <summary>What the code under test returned, or what was read from that.</summary>
    public bool Gave(IOperation value)
    {
        for (var steps = 0; steps < Longest; steps++)
            switch (locals.Follow(value))
            {
                case IInvocationOperation call when Has(call.TargetMethod): return true;
                case IInvocationOperation { Instance: { } owner }: value = owner; break;
                case IInvocationOperation { Arguments: { IsEmpty: false } passed }: value = passed[0].Value; break;
                case IPropertyReferenceOperation { Instance: { } owner }: value = owner; break;
                default: return false;
            }

        return false;
    }

    private bool IsOfTest(INamedTypeSymbol type)
    {
        for (var around = type; around is not null; around = around.ContainingType)
            for (var own = test.ContainingType; own is not null; own = own.BaseType)
                if (SymbolEqualityComparer.Default.Equals(around.OriginalDefinition, own.OriginalDefinition))
                    return true;
        return false;
    }
}
