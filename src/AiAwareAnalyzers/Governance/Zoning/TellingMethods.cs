using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Governance.Zoning;

/// <summary>Methods that say by their names and parameters that a mistake in them costs much.</summary>
internal static class TellingMethods
{
    private static readonly ImmutableHashSet<string> Moves = WordSet.Of(
        "charge refund pay payout withdraw deposit transfer settle capture disburse reimburse");

    private static readonly ImmutableHashSet<string> Checks = WordSet.Of(
        "verify check validate compare authenticate login hash");

    /// <summary>What a method does, if it has a body that does it; null where it does not say so.</summary>
    public static string? WorkOf(MethodDeclarationSyntax method)
    {
        if (method.Body is null && method.ExpressionBody is null) return null;
        var verb = Words.Of(method.Identifier.ValueText).FirstOrDefault() ?? "";
        return Moves.Contains(verb) && MovesAmount(method) ? "moves money"
            : Checks.Contains(verb) && method.ParameterList.Parameters.Any(IsSecret) ? "checks secrets"
            : null;
    }

    /// <summary>What answers with an amount reckons, and moves none.</summary>
    private static bool MovesAmount(MethodDeclarationSyntax method) =>
        !IsOfMoney(method.ReturnType) && method.ParameterList.Parameters.Any(IsAmount);

    private static bool IsOfMoney(TypeSyntax? type) => type?.ToString() is "decimal" or "Money";

    private static bool IsAmount(ParameterSyntax parameter) =>
        IsOfMoney(parameter.Type)
        && MoneyTerms.Default.Of(parameter.Identifier.ValueText) is MoneyMeaning.Weak or MoneyMeaning.Strong;

    private static bool IsSecret(ParameterSyntax parameter) =>
        parameter.Type?.ToString() == "string" && SecretNames.IsSecret(parameter.Identifier.ValueText);
}
