using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>What is at hand where the call stands, and calls of the same method one after another.</content>
internal sealed partial class CallRepairs
{
    /// <summary>How methods begin that look up what a name stands for.</summary>
    private static readonly ImmutableHashSet<string> Finders = WordSet.Of("create find get open");

    /// <summary>What sorts anew where it should sort further.</summary>
    private const string Sorts = "order";

    /// <summary>
    /// What a value at hand gives for what is passed: <c>configuration.GetSection("Json")</c> where a configuration is
    /// asked for.
    /// </summary>
    private IEnumerable<string> AtHand(Need need) =>
        need.To.SpecialType != SpecialType.None || need.From.SpecialType != SpecialType.System_String
            ? []
            : (from symbol in ValuesAtHand
                let type = TypeNames.TypeOf(symbol)
                where type is INamedTypeSymbol { SpecialType: SpecialType.None } && AreOfOneKind(type, need.To)
                from finder in TypeNames.SelfAndAncestors(type)
                    .SelectMany(each => each.GetMembers())
                    .OfType<IMethodSymbol>()
                where finder is { IsStatic: false, Arity: 0, DeclaredAccessibility: Accessibility.Public,
                        Parameters: [{ RefKind: RefKind.None } key] }
                    && SymbolEqualityComparer.Default.Equals(key.Type, need.From)
                    && Words.Of(finder.Name) is [var first, ..] && Finders.Contains(first)
                    && MemberFit.Converts(finder.ReturnType, need.To, _model.Compilation)
                select $"{symbol.Name}.{finder.Name}({need.Text})").Take(1);

    /// <summary>Configurations give sections, factories of clients clients; not everything gives streams.</summary>
    private static bool AreOfOneKind(ITypeSymbol type, ITypeSymbol other) =>
        Words.Of(type.Name).Intersect(Words.Of(other.Name)).Any(static word => word.Length > 1);

    private IEnumerable<ISymbol> ValuesAtHand =>
        _model.LookupSymbols(_whole.SpanStart).Where(symbol => symbol
            is IParameterSymbol
            or IPropertySymbol { IsIndexer: false }
            or IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false }
            || (symbol is ILocalSymbol local && local.Locations[0].SourceSpan.End < _whole.SpanStart));

    /// <summary>The token that is there to be passed on.</summary>
    private string? TokenAtHand(IParameterSymbol parameter) =>
        parameter.Type.Name != nameof(CancellationToken)
            ? null
            : ValuesAtHand.FirstOrDefault(symbol =>
                SymbolEqualityComparer.Default.Equals(TypeNames.TypeOf(symbol), parameter.Type))?.Name;

    /// <summary>
    /// One after another what takes one at a time: <c>GetSection("a").GetSection("b")</c>. Numbers are rather of
    /// different meaning.
    /// </summary>
    public IEnumerable<Suggestion> Chained()
    {
        if (Asked is not { } asked
            || Passed.Count < 2
            || !IsByPosition
            || TypeOf(Passed[0]) is { } first && (IsNumber(first) || Passed.Any(argument =>
                !SymbolEqualityComparer.Default.Equals(TypeOf(argument), first)))
            || !IsTakenOneByOne())
            return [];
        var later = Words.Of(Callee)[0] == Sorts ? "ThenBy" : _call.Place.ToString();
        var chain = _call.Place + $"({Passed[0]})"
            + string.Concat(Passed.Skip(1).Select(argument => $".{later}({argument})"));
        return Bound(SyntaxFactory.ParseExpression($"{asked}.{chain}")) is not null
            ? [new Suggestion(chain, 1)]
            : [];
    }

    /// <summary>
    /// A type between the brackets that was passed as an argument, and the other way round:
    /// <c>Set&lt;Order&gt;()</c>.
    /// </summary>
    private IEnumerable<Suggestion> WithTypes()
    {
        var types = Passed.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().ToList();
        var (name, arguments) = _call.Place switch
        {
            IdentifierNameSyntax plain when types.Count > 0 => (
                $"{plain}<{string.Join(", ", types.Select(type => type.Type))}>",
                Passed.Where(argument => argument.Expression is not TypeOfExpressionSyntax)),
            GenericNameSyntax generic => (
                generic.Identifier.ValueText,
                generic.TypeArgumentList.Arguments.Select(type => Parsed($"typeof({type})")).Concat(Passed)),
            _ => ("", []),
        };
        var text = $"{name}({string.Join(", ", arguments)})";
        return name.Length > 0
            && Bound(SyntaxFactory.ParseExpression(Asked is { } asked ? $"{asked}.{text}" : text)) is not null
                ? [new Suggestion(text, 1)]
                : [];
    }

    private bool IsTakenOneByOne() => _call.Overloads.Any(method =>
        method is { ReturnsVoid: false, Parameters: [{ IsParams: false }] }
        && Passed.All(argument => MayTake(method.Parameters[0], argument)));
}
