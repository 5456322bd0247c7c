using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>The other tests of a class, and what they claim of the same result.</summary>
internal static class SiblingTests
{
    /// <summary>How many locals a result is spelled out through.</summary>
    private const int Patience = 4;

    /// <summary>
    /// Whether another test comes by the same result in the same way, and claims how many there are, or that there are
    /// any: then an empty one does not pass unnoticed.
    /// </summary>
    public static bool Count(SyntaxNode collection)
    {
        if (collection is not ExpressionSyntax looped || collection.FirstAncestorOrSelf<MethodDeclarationSyntax>()
            is not { Parent: TypeDeclarationSyntax type } here)
            return false;

        var wanted = SpelledOut(looped, here, Patience);
        return type.Members.OfType<MethodDeclarationSyntax>()
            .Where(other => other != here && other.AttributeLists.Count > 0)
            .Any(other => Claims(other, wanted));
    }

    private static bool Claims(MethodDeclarationSyntax other, string wanted) => other.DescendantNodes()
        .OfType<ExpressionSyntax>()
        .Any(part => IsCounted(part) && SpelledOut(part, other, Patience) == wanted);

    /// <summary>
    /// <c>Assert.Equal(7, days.Count)</c>, <c>Assert.NotEmpty(days)</c>, <c>days.Should().HaveCount(7)</c>.
    /// </summary>
    private static bool IsCounted(ExpressionSyntax part) => part.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            Calls.NameOf(call) is "NotEmpty" or "IsNotEmpty" or "Single" or "HasCount" || IsConstrained(call),
        MemberAccessExpressionSyntax access when access.Expression == part => IsClaim(access),
        _ => false,
    };

    /// <summary><c>Assert.That(days, Has.Count.EqualTo(7))</c>, <c>Assert.That(days, Is.Not.Empty)</c>.</summary>
    private static bool IsConstrained(InvocationExpressionSyntax call) =>
        Calls.NameOf(call) == "That"
        && call.ArgumentList.Arguments.Skip(1).Any(static argument =>
            argument.ToString() is var text
            && (text.StartsWith("Has.Count", StringComparison.Ordinal)
                || text.StartsWith("Has.Exactly", StringComparison.Ordinal)
                || text == "Is.Not.Empty")
            && !IsNothing(argument));

    private static bool IsClaim(MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText switch
    {
        "ShouldNotBeEmpty" or "ShouldHaveSingleItem" => true,
        "Should" => access.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(static call => Calls.NameOf(call) is "HaveCount" or "NotBeEmpty" or "ContainSingle"
                or "HaveCountGreaterThan" or "HaveCountGreaterThanOrEqualTo"
                && !call.ArgumentList.Arguments.Any(IsNothing)),
        "Count" or "Length" => access.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(static call => Calls.NameOf(call) is "Equal" or "AreEqual" or "True" or "IsTrue" or "That" or "Be"
                or "ShouldBe" or "BeGreaterThan" or "ShouldBeGreaterThan"
                && !call.ArgumentList.Arguments.Any(IsNothing)),
        _ => false,
    };

    private static bool IsNothing(ArgumentSyntax argument) => argument.Expression.DescendantNodesAndSelf()
        .Any(static node => node is LiteralExpressionSyntax { Token.ValueText: "0" }
            && node.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression });

    /// <summary>An expression with the locals in it replaced by what they are declared with.</summary>
    private static string SpelledOut(ExpressionSyntax expression, MethodDeclarationSyntax method, int patience)
    {
        if (patience == 0 || CallStack.IsNearlyFull) return expression.ToString();
        return string.Concat(expression.DescendantTokens().Select(token =>
            InitializerOf(token, method) is { } value ? SpelledOut(value, method, patience - 1) : token.Text));
    }

    private static ExpressionSyntax? InitializerOf(SyntaxToken token, MethodDeclarationSyntax method) =>
        token.Parent is IdentifierNameSyntax name && !IsMember(name)
            ? method.DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .FirstOrDefault(local => local.Identifier.ValueText == token.ValueText)
                ?.Initializer?.Value
            : null;

    private static bool IsMember(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name;
}
