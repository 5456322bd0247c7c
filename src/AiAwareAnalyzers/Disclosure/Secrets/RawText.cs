using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Texts out of which objects are read: who writes the text down writes their secrets down.</summary>
internal static class RawText
{
    /// <summary>
    /// What is read from a local in the same block, whatever happens: what is written down behind a question may be a
    /// text of another kind, such as that of a failure.
    /// </summary>
    public static ITypeSymbol? TypeReadFrom(IOperation logged) =>
        logged.Unconverted() is ILocalReferenceOperation { Local: var text } local
        && local.Ancestors().FirstOrDefault(static around => around is IBlockOperation) is { } block
        && !local.Ancestors().Any(static around => around is ICatchClauseOperation)
            ? Bodies.Own(block)
                .OfType<IInvocationOperation>()
                .Where(call => IsReading(call) && IsGiven(call, text))
                .Select(static call => call.TargetMethod.TypeArguments[0])
                .FirstOrDefault()
            : null;

    /// <summary>
    /// <c>JsonSerializer.Deserialize&lt;T&gt;(text)</c>, <c>JsonConvert.DeserializeObject&lt;T&gt;(text)</c>.
    /// </summary>
    private static bool IsReading(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Deserialize" or "DeserializeObject", TypeArguments.Length: 1 };

    private static bool IsGiven(IInvocationOperation call, ISymbol text) =>
        call.Arguments.Any(argument =>
            SymbolEqualityComparer.Default.Equals(Values.SymbolOf(argument.Value.Unconverted()), text));
}
