namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>One assertion of a known library: what it claims of which value.</summary>
/// <param name="Call">The call that fails where the claim is wrong.</param>
/// <param name="Claim">What is claimed.</param>
/// <param name="Actual">The value that is looked at; null where it cannot be told.</param>
/// <param name="Expected">What the value is compared with: none, one, or the several that it may be.</param>
internal sealed record Assertion(
    IInvocationOperation Call, Claim Claim, IOperation? Actual, ImmutableArray<IOperation> Expected);
