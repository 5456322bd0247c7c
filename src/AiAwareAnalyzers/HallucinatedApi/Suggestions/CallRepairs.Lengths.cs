using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Calls that pass too little or too much.</content>
internal sealed partial class CallRepairs
{
    private static readonly ImmutableHashSet<string> Lengths = WordSet.Of("count length size");

    /// <summary>Whether every overload asks for more than is passed.</summary>
    public bool PassesTooLittle => _call.Overloads.All(method => method.Parameters.Count(IsDemanded) > Passed.Count);

    /// <summary>A variable for the one result that nothing receives: <c>TryParse(text, out var result)</c>.</summary>
    private IEnumerable<Change> Received() =>
        !IsByPosition
            ? []
            : from method in _call.Overloads
                where method.Parameters.Length == Passed.Count + 1 && method.Parameters[^1].RefKind == RefKind.Out
                select new Change([.. Passed, Parsed("_").WithRefKindKeyword(
                    SyntaxFactory.Token(SyntaxKind.OutKeyword).WithTrailingTrivia(SyntaxFactory.Space))],
                    method.Parameters[^1]);

    /// <summary>An argument for the one parameter that gets none.</summary>
    private IEnumerable<Change> Completed()
    {
        if (!IsByPosition) yield break;
        foreach (var method in _call.Overloads.Where(method => method.Parameters.Length > Passed.Count).OrderBy(IsCopy))
            foreach (var parameter in method.Parameters.Take(Passed.Count + 1)
                .Reverse()
                .Where(IsDemanded)
                .OrderByDescending(parameter => FitWithout(method, parameter)))
                if (parameter.RefKind == RefKind.None)
                {
                    var arguments = Passed.ToList();
                    arguments.Insert(parameter.Ordinal, DefaultOf(parameter));
                    yield return new Change(arguments, parameter);
                }
    }

    /// <summary>How well the names of what is passed fit the parameters beside one.</summary>
    private double FitWithout(IMethodSymbol method, IParameterSymbol skipped) =>
        Passed.Select((argument, at) =>
            FitByName(argument.Expression, method.Parameters[at < skipped.Ordinal ? at : at + 1].Name)).Sum();

    /// <summary>Whether a constructor asks for another of its kind.</summary>
    private bool IsCopy(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        && method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, _call.Owner));

    /// <summary>Arguments for one or two parameters that get none, where it is plain what is usual there.</summary>
    private IEnumerable<Change> CompletedAsUsual(Func<IParameterSymbol, string?> usual, int misfits = 1) =>
        !IsByPosition
        ? []
        : from more in new[] { 1, 2 }
            from method in _call.Overloads
            where method.Parameters.Length >= Passed.Count + more
                && method.Parameters.Skip(Passed.Count + more).All(parameter => !IsDemanded(parameter))
            from skipped in Choices(method.Parameters.Take(Passed.Count + more).Where(IsDemanded).ToList(), more)
            let change = AsUsual(method, skipped, usual, misfits)
            where change is not null
            select change.Value;

    private static IEnumerable<IReadOnlyList<IParameterSymbol>> Choices(
        IReadOnlyList<IParameterSymbol> all, int many) =>
        many == 1
            ? all.Select(one => new[] { one })
            : all.SelectMany((one, at) => all.Skip(at + 1).Select(other => new[] { one, other }));

    /// <summary>Null where an argument fits nowhere, or nothing is usual; at most one is written otherwise.</summary>
    private Change? AsUsual(
        IMethodSymbol method,
        IReadOnlyList<IParameterSymbol> skipped,
        Func<IParameterSymbol, string?> usual,
        int mostMisfits)
    {
        var arguments = new List<ArgumentSyntax>();
        var (next, misfits, added) = (0, 0, new List<string>());
        foreach (var parameter in method.Parameters.Take(Passed.Count + skipped.Count))
        {
            var isSkipped = skipped.Contains(parameter, SymbolEqualityComparer.Default);
            if (!isSkipped && MayTake(parameter, Passed[next]))
            {
                arguments.Add(Passed[next++]);
                continue;
            }

            var text = isSkipped ? usual(parameter)
                : misfits++ < mostMisfits && TypeOf(Passed[next]) is { } type
                    ? FormsOf(new Need(Passed[next++], type, parameter.Type, parameter.Name)).FirstOrDefault()
                    : null;
            if (text is null) return null;
            arguments.Add(Parsed(text));
            if (isSkipped) added.Add($"'{text}' as '{parameter.Name}'");
        }

        return new Change(arguments, Remark: $"with {string.Join(" and ", added)}");
    }

    private string? UsualFor(IParameterSymbol parameter) =>
        BesidePassedValue(parameter)
        ?? TokenAtHand(parameter)
        ?? CustomaryValues.Of(_model.Compilation).For(parameter)
        ?? (parameter.Type.SpecialType == SpecialType.System_Int32 && Words.Of(parameter.Name).Any(Lengths.Contains)
            && Passed.FirstOrDefault(argument => TypeOf(argument) is IArrayTypeSymbol) is { } array
            ? $"{array.Expression}.Length"
            : null);

    /// <summary>As <see cref="UsualFor"/>; null for what may be it, and stands before something passed.</summary>
    private string? UsualOrNull(IParameterSymbol parameter) =>
        UsualFor(parameter) ?? (parameter is { NullableAnnotation: NullableAnnotation.Annotated,
                Type: { IsReferenceType: true, SpecialType: SpecialType.None } }
            && parameter.Ordinal < Passed.Count
                ? "null"
                : null);

    /// <summary>
    /// What goes with another value that is passed: <c>FileMode.Open</c> with <c>FileAccess.Read</c>.
    /// </summary>
    private string? BesidePassedValue(IParameterSymbol parameter) =>
        parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } wanted
            ? null
            : Passed.Where(argument => TypeOf(argument)?.TypeKind == TypeKind.Enum)
                .Select(argument => NameOf(argument.Expression))
                .OfType<string>()
                .SelectMany(name => Idioms.Of(_model.Compilation).ForMissing(name, [wanted.Name]))
                .Where(value => wanted.GetMembers(value).Any())
                .Select(value => $"{Written(wanted)}.{value}")
                .FirstOrDefault();

    private ArgumentSyntax DefaultOf(IParameterSymbol parameter) => Parsed(parameter.Type is ITypeParameterSymbol
        ? "default(object)!"
        : $"default({Written(parameter.Type)})!");

    private static bool IsDemanded(IParameterSymbol parameter) => parameter is { IsOptional: false, IsParams: false };

    /// <summary>One argument too many, the last ones first, or the last two.</summary>
    private IEnumerable<Change> Shortened()
    {
        for (var i = Passed.Count - 1; i >= 0; i--) yield return new Change(Passed.RemoveAt(i).ToList());
        if (Passed.Count > 2) yield return new Change(Passed.Take(Passed.Count - 2).ToList());
    }
}
