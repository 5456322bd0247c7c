using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Calls that pass too little or too much, one value for several, or what a property keeps.</content>
internal sealed partial class CallRepairs
{
    /// <summary>Whether every overload asks for more than is passed.</summary>
    public bool PassesTooLittle => _call.Overloads.All(method => method.Parameters.Count(IsDemanded) > Passed.Count);

    /// <summary>
    /// A method whose name goes on where this one ends, and that takes what is passed and one thing more:
    /// <c>ParseExact</c>.
    /// </summary>
    public IEnumerable<Suggestion> OfLongerNames() =>
        from method in _call.Owner.GetMembers().OfType<IMethodSymbol>()
        where method.Name.Length > _call.Method.Name.Length
            && method.Name.StartsWith(_call.Method.Name, StringComparison.Ordinal)
            && method.IsStatic == _call.Method.IsStatic
            && method.Parameters.Length == Passed.Count + 1
            && _call.Place is IdentifierNameSyntax
            && Bound(Called(method)) is not null
        select new Suggestion(method.Name, 1, method, Remark: $"which also takes '{method.Parameters[^1].Name}'");

    private ExpressionSyntax Called(IMethodSymbol method)
    {
        var whole = (InvocationExpressionSyntax)With(Passed.Append(DefaultOf(method.Parameters[^1])));
        return whole.WithExpression(whole.Expression is MemberAccessExpressionSyntax access
            ? access.WithName(SyntaxFactory.IdentifierName(method.Name))
            : SyntaxFactory.IdentifierName(method.Name));
    }

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
        foreach (var method in _call.Overloads.Where(method => method.Parameters.Length > Passed.Count))
            foreach (var parameter in method.Parameters.Take(Passed.Count + 1).Reverse().Where(IsDemanded))
                if (parameter.RefKind == RefKind.None)
                {
                    var arguments = Passed.ToList();
                    arguments.Insert(parameter.Ordinal, DefaultOf(parameter));
                    yield return new Change(arguments, parameter);
                }
    }

    private ArgumentSyntax DefaultOf(IParameterSymbol parameter) => Parsed($"default({Written(parameter.Type)})!");

    private static bool IsDemanded(IParameterSymbol parameter) => parameter is { IsOptional: false, IsParams: false };

    /// <summary>One argument too many, the last ones first.</summary>
    private IEnumerable<Change> Shortened()
    {
        for (var i = Passed.Count - 1; i >= 0; i--) yield return new Change(Passed.RemoveAt(i).ToList());
    }

    /// <summary>The values of a pair or tuple, where each of them is asked for.</summary>
    private IEnumerable<Change> Unpacked()
    {
        if (Passed.Count != 1 || !IsByPosition) return [];
        return Passed[0].Expression switch
        {
            ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } held, Initializer: null } =>
                [new Change([.. held])],
            TupleExpressionSyntax { Arguments: var held } =>
                [new Change([.. held.Select(each => each.WithNameColon(null))])],
            IdentifierNameSyntax variable => PartsOf(TypeOf(Passed[0]))
                .Select(parts => new Change([.. parts.Select(part => Parsed($"{variable}.{part}"))])),
            _ => [],
        };
    }

    private static IEnumerable<IEnumerable<string>> PartsOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } =>
            [elements.Select(element => element.Name)],
        { Name: "KeyValuePair" } => [["Key", "Value"]],
        _ => [],
    };

    /// <summary>
    /// What a constructor does not take, and a property does: <c>new HttpClient { BaseAddress = new Uri(url) }</c>.
    /// </summary>
    private IEnumerable<Suggestion> Initialized()
    {
        if (_whole is not ObjectCreationExpressionSyntax { Initializer: null }
            || Passed.Count == 0
            || !_call.Overloads.Any(constructor => constructor.Parameters.IsEmpty))
            return [];
        var settings = Numbered().Select(numbered => SettingOf(numbered.Argument)).OfType<string>().ToList();
        return settings.Count < Passed.Count || settings.Distinct().Count() < Passed.Count
            ? []
            : [new Suggestion($"{_call.Place} {{ {string.Join(", ", settings)} }}", 1)];
    }

    /// <summary>The setting of the one property that can be meant; null where there is no such one.</summary>
    private string? SettingOf(ArgumentSyntax argument)
    {
        if (TypeOf(argument) is not { } type) return null;
        var properties = SettableProperties().ToList();
        var same = properties.Where(property => SymbolEqualityComparer.Default.Equals(property.Type, type)).ToList();
        if (same.FirstOrDefault(property => IsNamedBy(argument, property)) is { } named) same = [named];
        if (same.Count > 0) return same.Count == 1 ? $"{same[0].Name} = {argument.Expression}" : null;
        var made = properties.SelectMany(property => FormsOf(argument, type, property.Type)
            .Where(form => form.StartsWith("new ", StringComparison.Ordinal))
            .Select(form => $"{property.Name} = {form}")).Take(2).ToList();
        return made.Count == 1 ? made[0] : null;
    }

    private IEnumerable<IPropertySymbol> SettableProperties() =>
        TypeNames.SelfAndAncestors(_call.Owner)
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { IsStatic: false, IsIndexer: false, SetMethod: { } setter }
                && _model.IsAccessible(_whole.SpanStart, setter));

    private static bool IsNamedBy(ArgumentSyntax argument, IPropertySymbol property) =>
        argument.NameColon is { } name
            ? Spelling.Squash(name.Name.Identifier.ValueText) == Spelling.Squash(property.Name)
            : argument.Expression is IdentifierNameSyntax variable
                && Spelling.Squash(variable.Identifier.ValueText) == Spelling.Squash(property.Name);
}
