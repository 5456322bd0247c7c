using AiAwareAnalyzers.HallucinatedApi.Names;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>
/// Up to two changes at once: each parameter of an overload gets the argument that fits it by type, name and place, as
/// it is or in another form, or what is usual there; the least change comes first.
/// </content>
internal sealed partial class CallRepairs
{
    private const int MostChanges = 2;
    private const int MostAligned = 300;
    private const double MostCost = 3;
    private const double Converting = 1;
    private const double LaterForm = 0.1;
    private const double Adding = 1;
    private const double Receiving = 0.7;
    private const double Dropping = 1.6;
    private const double DroppingSwitch = 1.3;
    private const double Moving = 0.5;
    private const double Naming = 0.4;
    private const double SayingBoth = 0.3;
    private const double Renaming = 0.2;
    private const double LeavingOut = 0.02;
    private const double FittingByName = 0.2;

    /// <summary>An argument where it has found its parameter.</summary>
    /// <param name="Parameter">The parameter that is filled.</param>
    /// <param name="Value">What is passed for it.</param>
    /// <param name="Remark">What was added, to be read behind the call.</param>
    private sealed record Filled(IParameterSymbol Parameter, ArgumentSyntax Value, string? Remark = null);

    /// <param name="Arguments">What is filled by now.</param>
    /// <param name="Used">The arguments that have found their place.</param>
    /// <param name="Cost">How much was changed.</param>
    /// <param name="Changes">How many values are others.</param>
    private sealed record Alignment(
        ImmutableArray<Filled> Arguments, ImmutableArray<int> Used, double Cost, int Changes)
    {
        /// <summary>Whether every argument that is passed on stands behind the one that stood before it.</summary>
        public bool KeepsOrder => Used.Zip(Used.Skip(1), static (one, next) => one < next).All(static isKept => isKept);

        public Alignment With(int? used, double cost, int changes, Filled? filled) => new(
            filled is null ? Arguments : Arguments.Add(filled),
            used is null ? Used : Used.Add(used.Value),
            Cost + cost,
            Changes + changes);
    }

    /// <summary>The whole call with the least that must be changed.</summary>
    public IEnumerable<Suggestion> Aligned() => Aligned(isWhole: false);

    /// <summary>As <see cref="Aligned()"/>, with all that was passed.</summary>
    public IEnumerable<Suggestion> AlignedWhole() => Aligned(isWhole: true);

    private IEnumerable<Suggestion> Aligned(bool isWhole)
    {
        var start = new Alignment(ImmutableArray<Filled>.Empty, ImmutableArray<int>.Empty, 0, 0);
        var alignments = _call.Overloads
            .Where(method => method.Parameters.Count(IsDemanded) <= Passed.Count + MostChanges)
            .SelectMany(method => Aligned(method, 0, start).Take(MostAligned))
            .Where(alignment => !isWhole || alignment.Used.Length == Passed.Count)
            .OrderBy(alignment => alignment.Cost)
            .Take(MostTried);
        var isKnownInOrder = false;
        foreach (var alignment in alignments)
        {
            // Who can be taken in this order means no other.
            if (isKnownInOrder && !alignment.KeepsOrder) continue;
            foreach (var suggestion in Proved([ChangeTo(alignment)]))
            {
                isKnownInOrder |= alignment.KeepsOrder;
                yield return suggestion;
            }
        }
    }

    private IEnumerable<Alignment> Aligned(IMethodSymbol method, int at, Alignment done)
    {
        if (done.Cost > MostCost || done.Changes > MostChanges) return [];
        if (at == method.Parameters.Length) return WithoutTheRest(done);
        var parameter = method.Parameters[at];
        return WaysToFill(method, parameter, done).SelectMany(next => Aligned(method, at + 1, next));
    }

    /// <summary>What has found no place is left out, one argument at most.</summary>
    private IEnumerable<Alignment> WithoutTheRest(Alignment done)
    {
        var left = Numbered().Where(each => !done.Used.Contains(each.At)).ToList();
        if (left.Count == 0) yield return done;
        if (left.Count == 1 && done.Changes < MostChanges)
            yield return done.With(null, IsSwitch(left[0].Argument) ? DroppingSwitch : Dropping, 1, null);
    }

    private static bool IsSwitch(ArgumentSyntax argument) => argument.Expression.Kind()
        is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression or SyntaxKind.NullLiteralExpression;

    private IEnumerable<Alignment> WaysToFill(IMethodSymbol method, IParameterSymbol parameter, Alignment done)
    {
        foreach (var (argument, at) in Numbered())
        {
            if (done.Used.Contains(at) || CostOfPlace(argument, at, method, parameter, done) is not { } place) continue;
            if (UnknownName(argument, method) is { } name && TypeOf(argument) is { } type)
                foreach (var form in SaidTogether(new Need(argument, type, parameter.Type, parameter.Name), name))
                    yield return done.With(at, SayingBoth, 1, new Filled(parameter, Parsed(form)));
            foreach (var (value, cost, changes) in ValuesFor(parameter, argument, IsMoved(at, done)))
                yield return done.With(at, place + cost, changes, new Filled(parameter, value));
        }

        if (parameter.IsOptional || parameter.IsParams) yield return done.With(null, LeavingOut, 0, null);
        else if (parameter.RefKind == RefKind.Out)
            yield return done.With(null, Receiving, 1, new Filled(parameter, OutOfNoUse));
        else if (UsualOrNull(parameter) is { } usual)
            yield return done.With(
                null, Adding, 1, new Filled(parameter, Parsed(usual), $"'{usual}' as '{parameter.Name}'"));
    }

    private static ArgumentSyntax OutOfNoUse => Parsed("_").WithRefKindKeyword(
        SyntaxFactory.Token(SyntaxKind.OutKeyword).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>Null where a name says that another parameter is meant.</summary>
    private double? CostOfPlace(
        ArgumentSyntax argument, int at, IMethodSymbol method, IParameterSymbol parameter, Alignment done)
    {
        var named = Passed.FirstOrDefault(each => each.NameColon?.Name.Identifier.ValueText == parameter.Name);
        if (named is not null) return named == argument ? 0 : null;
        if (argument.NameColon is not null)
            return UnknownName(argument, method) is { } name
                ? Renaming + 1 - Math.Min(1, LikenessOf(name, parameter.Name))
                    + (CountAlike(name, parameter.Name) ? 0 : MostCost)
                : null;
        return (IsMoved(at, done) ? Moving : 0)
            + (IsReachedByName(parameter, done) ? Naming : 0)
            + (SymbolEqualityComparer.Default.Equals(TypeOf(argument), parameter.Type) ? 0 : SameType)
            - FittingByName * FitByName(argument.Expression, parameter.Name);
    }

    private static string? UnknownName(ArgumentSyntax argument, IMethodSymbol method) =>
        argument.NameColon?.Name.Identifier.ValueText is { } name
        && method.Parameters.All(parameter => parameter.Name != name)
            ? name
            : null;

    private double LikenessOf(string name, string other) =>
        new Likeness(name, Vocabulary.ForGuesses(_model.Compilation)).To(other);

    private bool IsMoved(int at, Alignment done) =>
        done.Used.Any(used => used > at && Passed[used].NameColon is null);

    private static bool IsReachedByName(IParameterSymbol parameter, Alignment done) =>
        done.Arguments.Length < parameter.Ordinal;

    /// <summary>The argument as it is, or what it can become where it stands and all else stays.</summary>
    private IEnumerable<(ArgumentSyntax Value, double Cost, int Changes)> ValuesFor(
        IParameterSymbol parameter, ArgumentSyntax argument, bool isMoved)
    {
        if (MayTake(parameter, argument))
        {
            yield return (argument, 0, 0);
            yield break;
        }

        if (isMoved || TypeOf(argument) is not { } type || IsAskedFor(type)) yield break;
        var cost = Converting;
        foreach (var form in FormsOf(new Need(argument, type, parameter.Type, parameter.Name)).Take(2))
        {
            yield return (Parsed(form), cost, MostChanges);
            cost += LaterForm;
        }
    }

    /// <summary>What stands behind something that is left out needs its name, and what had a name keeps one.</summary>
    private Change ChangeTo(Alignment alignment)
    {
        var added = alignment.Arguments.Select(filled => filled.Remark).OfType<string>().ToList();
        var isInOrder = true;
        var arguments = new List<ArgumentSyntax>();
        foreach (var filled in alignment.Arguments)
        {
            isInOrder &= filled.Parameter.Ordinal == arguments.Count;
            arguments.Add(isInOrder && filled.Value.NameColon is null
                ? filled.Value
                : filled.Value.WithNameColon(SyntaxFactory.NameColon(filled.Parameter.Name)
                    .WithTrailingTrivia(SyntaxFactory.Space)));
        }

        return new Change(arguments, Remark: added.Count == 0 ? null : $"with {string.Join(" and ", added)}");
    }
}
