using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>
/// Puts a suggestion that the compiler takes before one that it does not: each is bound where the wrong name stands.
/// </summary>
internal sealed class BindingFirst
{
    private const double AsGood = 0.25;

    private readonly SimpleNameSyntax _name;
    private readonly NameUse _usage;
    private readonly string? _receiver;
    private readonly bool _isStatic;

    private BindingFirst(SimpleNameSyntax name, NameUse usage)
    {
        _name = name;
        _usage = usage;
        _receiver = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? access.Expression.ToString()
            : null;
        _isStatic = (name.Parent as MemberAccessExpressionSyntax)?.Expression is { } asked
            && usage.Model.GetSymbolInfo(asked, usage.Cancellation).Symbol is INamedTypeSymbol;
    }

    private SeparatedSyntaxList<ArgumentSyntax> Arguments => _usage.Call?.ArgumentList.Arguments ?? default;

    public static ImmutableArray<Suggestion> Of(
        ImmutableArray<Suggestion> suggestions, SimpleNameSyntax name, NameUse usage)
    {
        var trial = new BindingFirst(name, usage);
        if (suggestions.Length < 2 || trial._receiver is null || trial.Binds(suggestions[0]) != false)
            return suggestions;
        var better = suggestions
            .Where(other => other.Score >= suggestions[0].Score - AsGood && trial.Binds(other) == true)
            .OrderBy(other => usage.IsStatement
                && other.Symbol is IMethodSymbol method
                && MemberFit.IsSequence(method.ReturnType))
            .FirstOrDefault();
        return better is null ? suggestions : suggestions.Remove(better).Insert(0, better);
    }

    /// <summary>Null where it cannot be tried: an import is missing, or more must be written than a name.</summary>
    private bool? Binds(Suggestion suggestion)
    {
        if (suggestion.Import is not null || _usage.IsNamed || IsOfOtherInstance(suggestion)) return null;
        if (suggestion.Symbol is not IMethodSymbol && Arguments.Count > (_usage.IsStatement ? 1 : 0)) return null;
        return Forms(suggestion.Text, suggestion.Symbol is IMethodSymbol).Any(IsBound);
    }

    /// <summary>
    /// A member of an instance of another type, which must be found first, and that its name tells: one word means
    /// something else elsewhere.
    /// </summary>
    private bool IsOfOtherInstance(Suggestion suggestion) =>
        !_isStatic
        && Words.Of(_usage.Name).Length > 1
        && suggestion.Symbol is { IsStatic: false, ContainingType.Name: var owner }
        && suggestion.Text.StartsWith(owner + ".", StringComparison.Ordinal);

    private bool IsBound(string form) =>
        _usage.Model.GetSpeculativeSymbolInfo(
            _usage.Position, SyntaxFactory.ParseExpression(form), SpeculativeBindingOption.BindAsExpression).Symbol
            is not (null or INamespaceSymbol);

    /// <summary>As a member of the receiver, and of another type that is given the receiver.</summary>
    private IEnumerable<string> Forms(string text, bool isMethod)
    {
        if (text == "this[]") return [$"{_receiver}[{Arguments}]"];
        var own = $"{_receiver}.{text.TrimEnd('(', ')')}";
        if (text.EndsWith("()", StringComparison.Ordinal)) return [own + "()"];
        if (!isMethod) return [own, text];
        if (_usage.Call is null) return [own + "()", text + "()", $"{text}({_receiver})"];
        var types = _name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";
        return
        [
            $"{own}{types}({Arguments})", $"{text}{types}({Arguments})", $"{own}({Arguments})",
            $"{text}({Joined(_receiver!, Arguments.ToString())})",
            $"{text}({Joined(Arguments.ToString(), _receiver!)})",
        ];
    }

    private static string Joined(string first, string second) => second.Length == 0 ? first
        : first.Length == 0 ? second
        : $"{first}, {second}";
}
