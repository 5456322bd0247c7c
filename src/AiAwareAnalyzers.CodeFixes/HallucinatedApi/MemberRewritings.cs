using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>The ways in which a suggested member can take the place of one that does not exist, the likeliest first.</summary>
internal sealed class MemberRewritings
{
    private readonly SimpleNameSyntax _name;
    private readonly ExpressionSyntax _access;
    private readonly InvocationExpressionSyntax? _call;
    private readonly ExpressionSyntax _whole;
    private readonly AwaitExpressionSyntax? _await;

    public MemberRewritings(SimpleNameSyntax name)
    {
        _name = name;
        _access = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        _call = _access.Parent is InvocationExpressionSyntax call && call.Expression == _access ? call : null;
        _whole = _call ?? _access;
        _await = _whole.Parent as AwaitExpressionSyntax;
    }

    private ExpressionSyntax? Receiver => (_access as MemberAccessExpressionSyntax)?.Expression;

    private bool IsStatement => (_await ?? _whole).Parent is ExpressionStatementSyntax;

    private string Arguments => _call?.ArgumentList.Arguments.ToString() ?? "";

    /// <summary>What to replace, and by what.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> For(string suggestion)
    {
        if (suggestion == "this[]") return Indexed();
        if (suggestion.EndsWith("()", StringComparison.Ordinal)) return [Expression(_access, Text(_access, suggestion))];
        return suggestion.IndexOf('.') >= 0 ? [.. Elsewhere(suggestion), .. Renamed(suggestion)] : Renamed(suggestion);
    }

    private IEnumerable<(SyntaxNode, SyntaxNode)> Renamed(string suggestion)
    {
        var renamed = Text(_access, suggestion + TypeArguments);
        yield return Expression(_access, renamed);
        if (_call is null)
        {
            yield return Expression(_access, renamed + "()");
        }
        else if (_call.ArgumentList.Arguments.Count == 0)
        {
            yield return Expression(_whole, renamed);
        }
        else if (_call.ArgumentList.Arguments.Count == 1 && IsStatement && _await is null)
        {
            yield return Expression(_whole, $"{renamed} = {Arguments}");
        }

        if (_await is not null) yield return Expression(_await, Called(renamed));
        else if (Receiver is not null) yield return Expression(_whole, IsStatement || _whole.Parent is EqualsValueClauseSyntax ? $"await {Called(renamed)}" : $"(await {Called(renamed)})");
    }

    /// <summary>The owner changes; a receiver that was a value may have to be passed.</summary>
    private IEnumerable<(SyntaxNode, SyntaxNode)> Elsewhere(string suggestion)
    {
        var old = _await is null ? _whole : (ExpressionSyntax)_await;
        var start = _await is null ? "" : "await ";
        var callee = suggestion + TypeArguments;
        if (Receiver is not null && _call is not null)
        {
            yield return Expression(old, $"{start}{callee}({Joined(Receiver.ToString(), Arguments)})");
            yield return Expression(old, $"{start}{callee}({Joined(Arguments, Receiver.ToString())})");
        }

        yield return Expression(old, start + Called(callee));
        if (_call is null or { ArgumentList.Arguments.Count: 0 }) yield return Expression(old, suggestion);
    }

    /// <summary>A member that is asked for what was put into brackets.</summary>
    public static IEnumerable<(SyntaxNode Old, SyntaxNode New)> OfIndexer(ElementAccessExpressionSyntax indexed, string suggestion)
    {
        var member = $"{indexed.Expression}.{suggestion}";
        yield return Expression(indexed, $"{member}({indexed.ArgumentList.Arguments})");
        yield return Expression(indexed, member + indexed.ArgumentList);
    }

    private IEnumerable<(SyntaxNode, SyntaxNode)> Indexed()
    {
        if (Receiver is null || _call is null) yield break;
        var arguments = _call.ArgumentList.Arguments;
        if (arguments.Count == 1) yield return Expression(_whole, $"{Receiver}[{arguments[0]}]");
        if (arguments.Count == 2 && IsStatement) yield return Expression(_whole, $"{Receiver}[{arguments[0]}] = {arguments[1]}");
    }

    /// <summary>The member of the result, once it is awaited.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> ForAwaited(string suggestion)
    {
        if (Receiver is not null) yield return Expression(_access, $"(await {Receiver}).{suggestion}");
    }

    private string TypeArguments => _name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";

    private string Called(string callee) => _call is null ? callee : callee + _call.ArgumentList;

    private string Text(ExpressionSyntax access, string name) => Receiver is null ? name : $"{access.ToString().Substring(0, _name.SpanStart - access.SpanStart)}{name}";

    private static string Joined(params string[] arguments) => string.Join(", ", arguments.Where(argument => argument.Length > 0));

    private static (SyntaxNode, SyntaxNode) Expression(ExpressionSyntax old, string text) => (old, SyntaxFactory.ParseExpression(text));
}
