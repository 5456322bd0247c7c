using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// The forms in which the right name of a member can stand where a wrong one does, the nearest first.
/// </summary>
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

    public ExpressionSyntax? Receiver => (_access as MemberAccessExpressionSyntax)?.Expression;

    public bool IsStatement => (_await ?? _whole).Parent is ExpressionStatementSyntax;

    private string Arguments => _call?.ArgumentList.Arguments.ToString() ?? "";

    /// <summary>The same member by its right name: what to replace, and by what.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> For(string suggestion)
    {
        if (suggestion.EndsWith("()", StringComparison.Ordinal))
            return [Expression(_access, Text(_access, suggestion))];
        return Renamed(suggestion);
    }

    private IEnumerable<(SyntaxNode, SyntaxNode)> Renamed(string suggestion)
    {
        var renamed = Text(_access, suggestion + TypeArguments);
        yield return Expression(_access, renamed);
        if (_call is null) yield return Expression(_access, renamed + "()");
        foreach (var read in Read(suggestion)) yield return read;
        foreach (var written in Written(suggestion)) yield return written;
        if (_await is not null) yield return Expression(_await, Called(renamed));
        else foreach (var awaited in Awaited(suggestion)) yield return awaited;
    }

    /// <summary>A property in the place of a call that reads it.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> Read(string suggestion) =>
        _call is { ArgumentList.Arguments.Count: 0 } ? [Expression(_whole, Text(_access, suggestion))] : [];

    /// <summary>An assignment in the place of a call that sets a property.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> Written(string suggestion) =>
        _call is { ArgumentList.Arguments.Count: 1 } && IsStatement && _await is null
            ? [Expression(_whole, $"{Text(_access, suggestion)} = {Arguments}")]
            : [];

    /// <summary>What is awaited already, is returned as the task that it is, or gets its <c>await</c>.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> Awaited(string suggestion)
    {
        var renamed = Text(_access, suggestion + TypeArguments);
        if (_await is not null || _whole.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax)
            yield return Expression(_access, renamed);
        if (_await is not null || Receiver is null) yield break;
        yield return Expression(_whole, IsStatement || _whole.Parent is EqualsValueClauseSyntax
            ? $"await {Called(renamed)}"
            : $"(await {Called(renamed)})");
    }

    /// <summary>A static method of the receiver's type, to which the receiver is passed.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> WithReceiverFirst(string suggestion) =>
        Receiver is not null && _call is not null
            ? [Expression(_whole, $"{suggestion}{TypeArguments}({Joined(Receiver.ToString(), Arguments)})")]
            : [];

    /// <summary>A member of another type, with the same arguments.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> Elsewhere(string suggestion) =>
        [Expression(_access, suggestion + TypeArguments)];

    /// <summary>The same member of the same receiver, or one of another type, called as it is said.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> Recalled(string call) =>
        _call is null ? [] : [Expression(_whole, Text(_access, call)), Expression(_whole, call)];

    /// <summary>The member of the result, once it is awaited.</summary>
    public IEnumerable<(SyntaxNode Old, SyntaxNode New)> ForAwaited(string suggestion)
    {
        if (Receiver is not null) yield return Expression(_access, $"(await {Receiver}).{suggestion}");
    }

    private string TypeArguments => _name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";

    private string Called(string callee) => _call is null ? callee : callee + _call.ArgumentList;

    private string Text(ExpressionSyntax access, string name) =>
        Receiver is null ? name : $"{access.ToString()[..(_name.SpanStart - access.SpanStart)]}{name}";

    private static string Joined(params string[] arguments) =>
        string.Join(", ", arguments.Where(argument => argument.Length > 0));

    private static (SyntaxNode, SyntaxNode) Expression(ExpressionSyntax old, string text) =>
        (old, SyntaxFactory.ParseExpression(text));
}
