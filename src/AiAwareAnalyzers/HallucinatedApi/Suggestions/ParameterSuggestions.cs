using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>What may have been meant by the name of an argument that no overload knows.</summary>
internal static class ParameterSuggestions
{
    private const int Most = 3;
    private const double RightType = 0.12;
    private const double WrongType = 0.4;
    private const double OnlyOne = 0.45;
    private const double AnotherMember = 1.6;
    private const double OfExtension = 0.02;
    private const double AnotherUnit = 1;

    /// <summary>At most three, best first.</summary>
    public static ImmutableArray<Suggestion> For(
        UnboundCall call, IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        var likeness = new Likeness(name.Identifier.ValueText, Vocabulary.ForGuesses(model.Compilation));
        var value = call.Arguments.First(argument => argument.Name == name).Expression;
        var passed = model.GetTypeInfo(value, cancellation).Type;
        bool Takes(ITypeSymbol type) => value is AnonymousFunctionExpressionSyntax
            ? type is { TypeKind: TypeKind.Delegate } or INamedTypeSymbol { Name: "Expression" }
                or { SpecialType: SpecialType.System_Delegate }
            : passed is null || MemberFit.Converts(passed, type, model.Compilation);
        var repairs = CallRepairs.Of(call, model, cancellation);
        return ThatBindsFirst(name, repairs, Suggestion.Best(
        [
            .. call.Overloads.SelectMany(method => For(call, method, name.Identifier.ValueText, likeness, Takes)),
            .. value.IsKind(SyntaxKind.TrueLiteralExpression) ? Choices(call, name, model.Compilation) : [],
            .. repairs?.OfSwitches().Select(other => other with { Score = AnotherMember }) ?? []
        ]));
    }

    /// <summary>
    /// What lets the compiler take the call comes before what does not; where more than the name must be changed, that
    /// is the whole call.
    /// </summary>
    private static ImmutableArray<Suggestion> ThatBindsFirst(
        IdentifierNameSyntax name, CallRepairs? repairs, ImmutableArray<Suggestion> suggestions)
    {
        if (repairs is null) return suggestions;
        return suggestions.FirstOrDefault(other => IsTaken(other, name, repairs)) is { } better
            ? suggestions.Remove(better).Insert(0, better)
            : repairs.AlignedWhole()
                .Concat(repairs.Initialized())
                .Concat(repairs.Aligned())
                .Take(Most)
                .Concat(suggestions)
                .GroupBy(suggestion => suggestion.Text, StringComparer.Ordinal)
                .Select(same => same.First())
                .Take(Most)
                .ToImmutableArray();
    }

    private static bool IsTaken(Suggestion suggestion, IdentifierNameSyntax name, CallRepairs repairs) =>
        suggestion.Symbol switch
        {
            IParameterSymbol => repairs.TakesNamed(name, suggestion.Text),
            IFieldSymbol => repairs.TakesValue(name, suggestion.Text),
            _ => true,
        };

    /// <summary>What is switched on may be a value of an enum: <c>StringComparison.OrdinalIgnoreCase</c>.</summary>
    private static IEnumerable<Suggestion> Choices(
        UnboundCall call, IdentifierNameSyntax name, Compilation compilation)
    {
        var likeness = new Likeness(name.Identifier.ValueText, Vocabulary.ForGuesses(compilation));
        return from choices in call.Overloads.SelectMany(call.OpenParameters)
                .Select(parameter => parameter.Type as INamedTypeSymbol)
                .OfType<INamedTypeSymbol>()
                .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            where choices.TypeKind == TypeKind.Enum
            let known = Idioms.Of(compilation)
                .ForMissing(name.Identifier.ValueText, [choices.Name])
                .FirstOrDefault()
            from choice in choices.GetMembers().OfType<IFieldSymbol>()
            select new Suggestion(
                $"{choices.Name}.{choice.Name}", choice.Name == known ? 1 : likeness.To(choice.Name), choice);
    }

    private static IEnumerable<Suggestion> For(
        UnboundCall call, IMethodSymbol method, string wrong, Likeness likeness, Func<ITypeSymbol, bool> takes)
    {
        if (method.Parameters.Length < call.Arguments.Length) return [];
        var fitting = new HashSet<string>(
            call.OpenParameters(method)
                .Where(parameter => takes(parameter.Type))
                .Select(parameter => parameter.Name), StringComparer.Ordinal);
        return call.OpenParameters(method).Select(parameter => new Suggestion(
            parameter.Name,
            likeness.To(parameter.Name)
            + (fitting.Contains(parameter.Name) ? RightType : -WrongType)
            + (fitting.Count == 1 ? OnlyOne : 0)
            - (CallRepairs.CountAlike(wrong, parameter.Name) ? 0 : AnotherUnit)
            - (method.MethodKind == MethodKind.ReducedExtension ? OfExtension : 0),
            parameter));
    }
}
