using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>Who is given a lambda.</summary>
internal static class Lambdas
{
    /// <summary>The call, assignment or declaration that takes it.</summary>
    public static IOperation? TakerOf(IOperation lambda) =>
        lambda.Ancestors().FirstOrDefault(static around => around is not (IDelegateCreationOperation
            or IConversionOperation or IArgumentOperation or IParenthesizedOperation));
}
