using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>The same arguments in the order in which the parameters ask for them, by type and by name.</content>
internal sealed partial class CallRepairs
{
    private const int MostOrders = 12;
    private const double SameType = 0.1;
    private const double SameName = 0.4;
    private const double RightSource = 0.2;
    private const double OutOfOrder = 0.05;

    /// <summary>Parameters whose values are written in the code.</summary>
    private static readonly ImmutableHashSet<string> WrittenOut =
        WordSet.Of("format key message name pattern replacement separator template");

    /// <summary>Parameters whose values come from elsewhere.</summary>
    private static readonly ImmutableHashSet<string> FromElsewhere =
        WordSet.Of("bytes content contents data input path source stream text");

    private IEnumerable<Change> Reordered() => !IsByPosition || Passed.Count < 2
        ? []
        : _call.Overloads.Where(TakesAsMany)
            .SelectMany(OrdersFor)
            .GroupBy(order => string.Join(" ", order.Places))
            .Select(same => same.OrderByDescending(order => order.Fit).First())
            .OrderByDescending(order => order.Fit)
            .Take(MostOrders)
            .Select(order => new Change([.. order.Places.Select(place => Passed[place])]));

    private bool TakesAsMany(IMethodSymbol method) =>
        method.Parameters.Count(IsDemanded) <= Passed.Count
        && (method.Parameters.Length >= Passed.Count || method.Parameters.LastOrDefault()?.IsParams == true);

    private IEnumerable<(ImmutableArray<int> Places, double Fit)> OrdersFor(IMethodSymbol method)
    {
        var fits = Numbered()
            .Select(place => Passed.Select(argument => FitOf(argument, ParameterAt(method, place.At))).ToArray())
            .ToArray();
        return Orders(fits, ImmutableArray<int>.Empty, 0);
    }

    /// <summary>Every way to fill the places that are left, and how well it fits.</summary>
    private static IEnumerable<(ImmutableArray<int> Places, double Fit)> Orders(
        double?[][] fits, ImmutableArray<int> placed, double fit)
    {
        if (placed.Length == fits.Length)
            return InversionsIn(placed) is > 0 and var moved ? [(placed, fit - OutOfOrder * moved)] : [];
        return Enumerable.Range(0, fits.Length)
            .Where(argument => !placed.Contains(argument) && fits[placed.Length][argument] is not null)
            .SelectMany(argument =>
                Orders(fits, placed.Add(argument), fit + fits[placed.Length][argument]!.Value));
    }

    private static int InversionsIn(ImmutableArray<int> order) =>
        order.Select((argument, at) => order.Skip(at + 1).Count(later => later < argument)).Sum();

    private static IParameterSymbol ParameterAt(IMethodSymbol method, int place) =>
        method.Parameters[Math.Min(place, method.Parameters.Length - 1)];

    /// <summary>How well an argument fits a parameter; null where it cannot be passed there.</summary>
    private double? FitOf(ArgumentSyntax argument, IParameterSymbol parameter) =>
        MayTake(parameter, argument)
            ? (SymbolEqualityComparer.Default.Equals(TypeOf(argument), parameter.Type) ? SameType : 0)
                + FitByName(argument.Expression, parameter.Name)
            : null;

    private bool MayTake(IParameterSymbol parameter, ArgumentSyntax argument)
    {
        var keyword = KeywordOf(parameter.RefKind) ?? SyntaxKind.None;
        if (!argument.RefKindKeyword.IsKind(keyword) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword))
            return false;
        return argument.Expression switch
        {
            { RawKind: (int)SyntaxKind.NullLiteralExpression } =>
                !parameter.Type.IsValueType || IsNullable(parameter.Type),
            DeclarationExpressionSyntax or { RawKind: (int)SyntaxKind.DefaultLiteralExpression } => true,
            LambdaExpressionSyntax lambda => parameter.Type.SpecialType != SpecialType.System_Object
                && LambdaShape.Fits(lambda, parameter.Type)
                && MemberFit.Accepts(
                    parameter,
                    LambdaShape.AskedBy(parameter.Type) is null ? TypeOf(argument) : null,
                    _model.Compilation),
            _ => MemberFit.Accepts(parameter, TypeOf(argument), _model.Compilation),
        };
    }

    private static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private double FitByName(ExpressionSyntax value, string parameter)
    {
        var words = Words.Of(parameter);
        if (value is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
            return words.Any(WrittenOut.Contains) ? RightSource
                : words.Any(FromElsewhere.Contains) ? -RightSource
                : 0;
        return NameOf(value) is { } name
            ? SameName * new Likeness(name, Vocabulary.ForGuesses(_model.Compilation)).To(parameter)
            : 0;
    }

    private static string? NameOf(ExpressionSyntax value) => value switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
