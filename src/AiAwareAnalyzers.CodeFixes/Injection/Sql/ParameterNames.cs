using System.Text.RegularExpressions;
using AiAwareAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sql;

/// <summary>Names for the parameters that a statement gets, after the values that they carry.</summary>
internal sealed class ParameterNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the parameters that a text has already.</summary>
    public static IEnumerable<string> In(string text) =>
        Regex.Matches(text, @"@(\w+)").Cast<Match>().Select(match => match.Groups[1].Value);

    /// <summary>A name that nothing else has.</summary>
    public string For(string wanted) => _taken.Add(wanted) ? wanted : FreeNames.Numbered(wanted, 2, _taken.Add);

    /// <summary>What a value is called where it is written: <c>name</c> for <c>product.Name?.Trim()</c>.</summary>
    public static string Of(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => Camel(name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => Camel(member.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } =>
            Of(receiver),
        ElementAccessExpressionSyntax { Expression: var collection } => Of(collection),
        ConditionalAccessExpressionSyntax { Expression: var receiver } => Of(receiver),
        PostfixUnaryExpressionSyntax { Operand: var operand } => Of(operand),
        _ => "value",
    };

    private static string Camel(string name)
    {
        var camel = name.TrimStart('_');
        if (camel.Length == 0) return "value";
        camel = char.ToLowerInvariant(camel[0]) + camel[1..];
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : camel + "Value";
    }
}
