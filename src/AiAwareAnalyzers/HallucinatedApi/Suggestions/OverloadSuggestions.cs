using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What may have been meant by a call that no overload takes.</summary>
internal static class OverloadSuggestions
{
    private const int Most = 3;
    private const double AnotherName = 0.75;
    private const double NameThatBinds = 0.5;

    /// <summary>
    /// At most three, best first: the same arguments, then what is missing where every overload asks for more, then
    /// another member of nearly the same name that takes just these, then other arguments, then other members. One more
    /// or one less is the last resort. Whatever can be tried has been bound.
    /// </summary>
    public static ImmutableArray<Suggestion> For(
        UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Place is BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access })
            return MissingIndexer.InsteadOf(call.Owner, access, model);

        var repairs = CallRepairs.Of(call, model, cancellation);
        var names = OtherNames(call, model, cancellation);
        var proved = names.Concat(Siblings(call, model))
            .Where(other => repairs?.Takes(other.Text) == true)
            .ToList();
        var likely = names.Where(other => other.Score >= AnotherName
            && !proved.Contains(other)
            && MemberFit.TakesByName((IMethodSymbol)other.Symbol!, UseOf(call, model, cancellation)));
        if (repairs is null) return FirstOf(proved.Concat(likely));
        var meant = FirstOf(
        [
            .. repairs.OfTheSame(),
            .. repairs.PassesTooLittle ? repairs.Longer() : [],
            .. proved.Where(other => other.Score >= AnotherName),
            .. repairs.InOtherForms(),
            .. proved,
            .. repairs.OfLongerNames(),
            .. likely
        ]);
        return meant.IsEmpty ? FirstOf(repairs.Longer().Concat(repairs.Shorter())) : meant;
    }

    private static ImmutableArray<Suggestion> FirstOf(IEnumerable<Suggestion> suggestions) =>
        suggestions.GroupBy(suggestion => suggestion.Text)
            .Select(same => same.First())
            .Take(Most)
            .ToImmutableArray();

    /// <summary>Members of nearly the same name.</summary>
    private static ImmutableArray<Suggestion> OtherNames(
        UnboundCall call, SemanticModel model, CancellationToken cancellation) =>
        call.Place is SimpleNameSyntax name && Receiver.Of(name, model, cancellation) is { } receiver
            ? MemberSuggestions.Beside(UseOf(call, model, cancellation), receiver)
                .Where(suggestion => suggestion.Score >= NameThatBinds
                    && suggestion.Symbol is IMethodSymbol method
                    && method.Name != name.Identifier.ValueText)
                .ToImmutableArray()
            : ImmutableArray<Suggestion>.Empty;

    /// <summary>
    /// Members whose name differs by the one word that says the type of what is passed: <c>SetString</c>.
    /// </summary>
    private static IEnumerable<Suggestion> Siblings(UnboundCall call, SemanticModel model)
    {
        var words = Words.Of(call.Method.Name);
        var types = call.Arguments.Select(argument => model.GetTypeInfo(argument.Expression).Type)
            .OfType<ITypeSymbol>()
            .SelectMany(type => Words.Of(type.Name))
            .ToImmutableHashSet();
        return from named in TypeNames.SelfAndAncestors(call.Method.ReceiverType ?? call.Owner)
                .Append(call.Owner)
                .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
                .GroupBy(method => method.Name)
            let others = Words.Of(named.Key)
            where others.Length == words.Length
            let differing = others.Where((word, at) => word != words[at]).ToList()
            where differing.Count == 1 && types.Contains(differing[0])
            select new Suggestion(named.Key, AnotherName, named.First());
    }

    private static NameUse UseOf(UnboundCall call, SemanticModel model, CancellationToken cancellation) =>
        new((SimpleNameSyntax)call.Place, model, cancellation);
}
