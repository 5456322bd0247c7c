using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
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
    private const double SaysType = 0.8;

    /// <summary>
    /// At most three, best first: the same arguments, then what is missing where every overload asks for more, then
    /// another member of nearly the same name, or its twin elsewhere, that takes just these, then other arguments, then
    /// other members. One more or one less is the last resort. Whatever can be tried has been bound.
    /// </summary>
    public static ImmutableArray<Suggestion> For(
        UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Place is BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax access })
            return MissingIndexer.InsteadOf(call.Owner, access, model);

        var repairs = CallRepairs.Of(call, model, cancellation);
        var names = OtherNames(call, model, cancellation);
        var proved = Siblings(call, model).Concat(names)
            .Where(other => repairs?.Takes(other.Text) == true)
            .ToList();
        var likely = names.Where(other => other.Score >= AnotherName
            && !proved.Contains(other)
            && MemberFit.TakesByName((IMethodSymbol)other.Symbol!, UseOf(call, model, cancellation)));
        if (repairs is null) return FirstOf(proved.Concat(likely));
        return FirstOf(new Func<IEnumerable<Suggestion>>[]
        {
            repairs.OfTheSame,
            () => repairs.PassesTooLittle ? repairs.Longer() : [],
            repairs.WithNothing,
            () => proved.Where(other => other.Score >= AnotherName),
            repairs.Chained,
            repairs.ThatGoOn,
            repairs.OfTwins,
            repairs.OfJsonNames,
            repairs.OfSwitches,
            repairs.OfMany,
            repairs.Beside,
            () => repairs.PassesText ? repairs.WithUsual() : [],
            repairs.InOtherForms,
            () => proved,
            repairs.OfLongerNames,
            repairs.OfLongerNamesAsUsual,
            () => likely.Where(other => repairs.Binds(other.Text)),
            repairs.AlignedWhole,
        }.SelectMany(source => source())) is { IsEmpty: false } meant
            ? meant
            : FirstOf(repairs.Longer().Concat(repairs.Aligned()).Concat(repairs.Shorter()));
    }

    /// <summary>No more is tried than is said.</summary>
    private static ImmutableArray<Suggestion> FirstOf(IEnumerable<Suggestion> suggestions)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        return suggestions.Where(suggestion => texts.Add(suggestion.Text)).Take(Most).ToImmutableArray();
    }

    /// <summary>Members of nearly the same name.</summary>
    private static ImmutableArray<Suggestion> OtherNames(
        UnboundCall call, SemanticModel model, CancellationToken cancellation) =>
        call.Place is SimpleNameSyntax name && Receiver.Of(name, model, cancellation) is { } receiver
            ? MemberSuggestions.Beside(UseOf(call, model, cancellation), receiver)
                .Where(suggestion => suggestion.Score >= NameThatBinds
                    && suggestion.Symbol is IMethodSymbol method
                    && method.Name != name.Identifier.ValueText
                    && !Opposites.Are(method.Name, name.Identifier.ValueText))
                .ToImmutableArray()
            : ImmutableArray<Suggestion>.Empty;

    /// <summary>
    /// Members whose name differs by the one word that says the type of what is passed: <c>SetString</c>.
    /// </summary>
    private static IEnumerable<Suggestion> Siblings(UnboundCall call, SemanticModel model)
    {
        var vocabulary = Vocabulary.ForGuesses(model.Compilation);
        var words = WordsOf(call.Method.Name);
        var types = call.Arguments.Select(argument => model.GetTypeInfo(argument.Expression).Type)
            .OfType<ITypeSymbol>()
            .SelectMany(type => Words.Of(type is IArrayTypeSymbol array ? array.ElementType.Name : type.Name))
            .ToImmutableHashSet();
        return from named in TypeNames.SelfAndAncestors(call.Method.ReceiverType ?? call.Owner)
                .Append(call.Owner)
                .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
                .GroupBy(method => method.Name)
            let others = WordsOf(named.Key)
            where others.Count == words.Count
            let differing = others.Where((word, at) => word != words[at]).ToList()
            where differing.Count == 1 && types.Any(type => vocabulary.Likeness(type, differing[0]) >= SaysType)
            select new Suggestion(named.Key, AnotherName, named.First());
    }

    /// <summary>Sizes of numbers are no words of their own.</summary>
    private static List<string> WordsOf(string name) =>
        Words.Of(name).Where(static word => !char.IsDigit(word[0])).ToList();

    private static NameUse UseOf(UnboundCall call, SemanticModel model, CancellationToken cancellation) =>
        new((SimpleNameSyntax)call.Place, model, cancellation);
}
