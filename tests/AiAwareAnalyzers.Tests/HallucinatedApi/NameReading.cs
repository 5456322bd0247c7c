using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.HallucinatedApi;

/// <summary>
/// What a call reads like once a suggestion, or an answer, stands in it: <c>min</c> for the name of an argument and
/// <c>Clamp(number, min: 0)</c> for the call around it are the same.
/// </summary>
internal sealed class NameReading
{
    private readonly ExpressionSyntax? _call;
    private readonly ArgumentSyntax? _argument;

    private NameReading(ExpressionSyntax? call, ArgumentSyntax? argument) => (_call, _argument) = (call, argument);

    private SeparatedSyntaxList<ArgumentSyntax> Passed => ArgumentsOf(_call!)!.Arguments;

    /// <summary>The name that begins at a place, and the call that it is the name of, or of an argument.</summary>
    public static NameReading At(SyntaxNode root, int start)
    {
        var token = root.FindToken(start);
        var argument = (token.Parent?.Parent as NameColonSyntax)?.Parent as ArgumentSyntax;
        var call = argument?.Parent?.Parent ?? token.Parent?.AncestorsAndSelf()
            .TakeWhile(node => node is ExpressionSyntax)
            .FirstOrDefault(node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax);
        var isNamed = argument is not null || (call is ExpressionSyntax named && NameOf(named)?.SpanStart == start);
        return new NameReading(isNamed ? call as ExpressionSyntax : null, argument);
    }

    /// <summary>Whether a finding elsewhere speaks of an argument of the call that this is the name of.</summary>
    public bool IsOfSameCall(NameReading other) =>
        _call is not null && other._argument is not null && other._call?.Span == _call.Span;

    /// <summary>All that a text can mean here.</summary>
    public IEnumerable<string> Of(string text)
    {
        yield return text;
        if (_call is null || text.Length == 0 || text.IndexOfAny([' ', '(', '{', '[']) >= 0) yield break;
        if (_argument is null) yield return Called(text, Passed);
        else if (char.IsLower(text[0]) && !text.Contains('.'))
            yield return Called(
                NameOf(_call)!.ToString(),
                Passed.Replace(_argument, _argument.WithNameColon(SyntaxFactory.NameColon(text))));
        else
        {
            yield return Called(
                NameOf(_call)!.ToString(),
                Passed.Replace(_argument, SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text))));
            yield return Called(text, Passed.Remove(_argument));
        }
    }

    private string Called(string name, IEnumerable<ArgumentSyntax> arguments)
    {
        var types = NameOf(_call!) is GenericNameSyntax generic && !name.Contains('<')
            ? generic.TypeArgumentList.ToString()
            : "";
        return $"{name}{types}({string.Join(", ", arguments.Select(argument => argument.NormalizeWhitespace()))})";
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax name } => name,
        _ => null,
    };

    private static ArgumentListSyntax? ArgumentsOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        ObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };
}
