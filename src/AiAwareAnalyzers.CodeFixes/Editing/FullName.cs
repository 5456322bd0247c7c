using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAwareAnalyzers.Editing;

/// <summary>Names that a fix writes in full, and that are shortened where the file imports their namespace.</summary>
internal static class FullName
{
    public static ExpressionSyntax Of(string name) => Simplified(SyntaxFactory.ParseExpression(name));

    public static T Simplified<T>(T name)
        where T : SyntaxNode =>
        name.WithAdditionalAnnotations(Simplifier.Annotation);
}
