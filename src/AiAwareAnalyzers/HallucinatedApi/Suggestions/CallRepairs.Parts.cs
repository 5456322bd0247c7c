using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>One value for several, several for one, and what a property keeps.</content>
internal sealed partial class CallRepairs
{
    /// <summary>What is done with two at a time, whatever their order.</summary>
    private static readonly ImmutableHashSet<string> PairsUp = WordSet.Of("concat max min union");

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
                .Concat(PartsAsked())
                .Select(parts => new Change([.. parts.Select(part => Parsed($"{variable}.{part}"))])),
            _ => [],
        };
    }

    /// <summary>Properties that are called like what is asked for: <c>DaysInMonth(date.Year, date.Month)</c>.</summary>
    private IEnumerable<IEnumerable<string>> PartsAsked() =>
        TypeOf(Passed[0]) is not { } type
            ? []
            : from method in _call.Overloads
                let asked = method.Parameters.Where(IsDemanded).ToList()
                where asked.Count > 1
                let parts = asked.Select(parameter => TypeNames.SelfAndAncestors(type)
                    .SelectMany(each => each.GetMembers().OfType<IPropertySymbol>())
                    .FirstOrDefault(part => part is { IsStatic: false, IsIndexer: false }
                        && Spelling.Squash(part.Name) == Spelling.Squash(parameter.Name)
                        && MemberFit.Converts(part.Type, parameter.Type, _model.Compilation))?.Name)
                    .OfType<string>()
                    .ToList()
                where parts.Count == asked.Count
                select parts;

    private static IEnumerable<IEnumerable<string>> PartsOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } =>
            [elements.Select(element => element.Name)],
        { Name: "KeyValuePair" } => [["Key", "Value"]],
        _ => [],
    };

    /// <summary>
    /// What a constructor does not take, and its collection does: <c>new List&lt;int&gt; { 1, 2 }</c>.
    /// </summary>
    private IEnumerable<Suggestion> Collected() =>
        _whole is ObjectCreationExpressionSyntax { Initializer: null }
        && Passed.Count > 1
        && IsByPosition
        && _call.Overloads.Any(constructor => constructor.Parameters.IsEmpty)
        && TypeNames.SelfAndAncestors(_call.Owner)
            .Where(type => type.TypeKind == TypeKind.Class)
            .SelectMany(type => type.GetMembers("Add").OfType<IMethodSymbol>())
            .Any(add => add is { IsStatic: false, Parameters: [var item] }
                && Passed.All(argument => MayTake(item, argument)))
            ? [new Suggestion($"{_call.Place} {{ {string.Join(", ", Passed)} }}", 1)]
            : [];

    /// <summary>Several values of one type as the one list that is asked for, behind what stays as it is.</summary>
    private IEnumerable<Suggestion> Gathered()
    {
        if (!IsByPosition) yield break;
        for (var kept = 0; kept < Passed.Count - 1; kept++)
        {
            var items = Passed.Skip(kept).ToList();
            if (TypeOf(items[0]) is not { SpecialType: not SpecialType.System_Void } type
                || !items.All(item => SymbolEqualityComparer.Default.Equals(TypeOf(item), type)))
                continue;
            var gathered = Passed.Take(kept).Append(Parsed($"new[] {{ {string.Join(", ", items)} }}")).ToList();
            foreach (var change in new[] { new Change(gathered) }.Concat(WithUsualEnd(gathered)))
                if (Bound(With(change.Arguments)) is { } method
                    && IsExact(ParameterAt(method.OriginalDefinition, kept)))
                    yield return new Suggestion(Shown(change), 1, Remark: change.Remark);
        }
    }

    /// <summary>What is usual as the one thing more that an overload asks for.</summary>
    private IEnumerable<Change> WithUsualEnd(IReadOnlyList<ArgumentSyntax> arguments) =>
        from method in _call.Overloads
        where method.Parameters.Length == arguments.Count + 1 && IsDemanded(method.Parameters[^1])
        let usual = UsualFor(method.Parameters[^1])
        where usual is not null
        select new Change([.. arguments, Parsed(usual)], Remark: $"with '{usual}' as '{method.Parameters[^1].Name}'");

    /// <summary>Texts of one letter as letters, all of them at once: <c>Trim('a', 'b')</c>.</summary>
    private IEnumerable<Suggestion> AsLetters()
    {
        var letters = Passed.Select(argument =>
            argument.Expression is LiteralExpressionSyntax { Token.Value: string { Length: 1 } text }
                ? Parsed(SymbolDisplay.FormatLiteral(text[0], quote: true))
                : argument).ToList();
        return letters.Count(letter => !Passed.Contains(letter)) > 1
            && Bound(With(letters)) is { Parameters: [var only] }
            && only.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char }
                ? [new Suggestion(Shown(new Change(letters)), 1)]
                : [];
    }

    /// <summary>
    /// Everything that is passed as the one object that is asked for, or as a tuple:
    /// <c>SendAsync(new HttpRequestMessage(…))</c>.
    /// </summary>
    private IEnumerable<Change> Packed() =>
        Passed.Count < 2 || !IsByPosition
            ? []
            : from method in _call.Overloads
                where method.Parameters is [{ Type: INamedTypeSymbol { SpecialType: SpecialType.None } }, ..]
                    && method.Parameters.Skip(1).All(parameter => !IsDemanded(parameter))
                let type = (INamedTypeSymbol)method.Parameters[0].Type
                from order in new IEnumerable<ArgumentSyntax>[] { Passed, Passed.Reverse() }
                let made = Made(type, [.. order])
                where made is not null
                select new Change([Parsed(made)]);

    private string? Made(INamedTypeSymbol type, IReadOnlyList<ArgumentSyntax> values)
    {
        var parts = string.Join(", ", values);
        if (type.IsTupleType) return type.TupleElements.Length == values.Count ? $"({parts})" : null;
        return type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
            && type.InstanceConstructors.Any(made => made.DeclaredAccessibility == Accessibility.Public
                && made.Parameters.Length == values.Count
                && made.Parameters.Zip(values, MayTake).All(takes => takes))
                ? $"new {Written(type)}({parts})"
                : null;
    }

    /// <summary>Two at a time: <c>Max(1, Math.Max(2, 3))</c>.</summary>
    private IEnumerable<Change> Nested() =>
        _whole is InvocationExpressionSyntax { Expression: var callee }
        && Passed.Count == 3
        && IsByPosition
        && Words.Of(_call.Method.Name).Any(PairsUp.Contains)
            ? [new Change([Passed[0], Parsed($"{callee}({Passed[1]}, {Passed[2]})")])]
            : [];

    /// <summary>
    /// What a constructor does not take, and a property does: <c>new HttpClient { BaseAddress = new Uri(url) }</c>.
    /// </summary>
    public IEnumerable<Suggestion> Initialized()
    {
        if (_whole is not ObjectCreationExpressionSyntax { Initializer: null }
            || Passed.Count == 0
            || !_call.Overloads.Any(constructor => constructor.Parameters.IsEmpty))
            return [];
        var settings = Numbered().Select(numbered => SettingOf(numbered.Argument)).OfType<string>().ToList();
        if (settings.Count < Passed.Count && IsDeclaredHere(_call.Owner)) settings = InOrder().ToList();
        return settings.Count < Passed.Count || settings.Distinct().Count() < Passed.Count
            ? []
            : [new Suggestion($"{_call.Place} {{ {string.Join(", ", settings)} }}", 1)];
    }

    /// <summary>The properties of the project's own types are passed as they are declared.</summary>
    private IEnumerable<string> InOrder()
    {
        var left = _call.Owner.GetMembers().OfType<IPropertySymbol>().Where(CanBeSet).ToList();
        foreach (var argument in Passed)
            if (TypeOf(argument) is { } type
                && left.FirstOrDefault(property => MemberFit.Converts(type, property.Type, _model.Compilation))
                    is { } next)
            {
                left.RemoveRange(0, left.IndexOf(next) + 1);
                yield return $"{next.Name} = {argument.Expression}";
            }
    }

    private bool IsDeclaredHere(ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _model.Compilation.Assembly);

    /// <summary>The setting of the one property that can be meant; null where there is no such one.</summary>
    private string? SettingOf(ArgumentSyntax argument)
    {
        if (TypeOf(argument) is not { } type) return null;
        var properties = SettableOf(_call.Owner).ToList();
        var same = properties.Where(property => SymbolEqualityComparer.Default.Equals(property.Type, type)).ToList();
        if (same.FirstOrDefault(property => IsNamedBy(argument, property)) is { } named) same = [named];
        if (same.Count > 0) return same.Count == 1 ? $"{same[0].Name} = {argument.Expression}" : null;
        var made = properties.SelectMany(property => KnownForms(new Need(argument, type, property.Type, property.Name))
            .Where(form => form.StartsWith("new ", StringComparison.Ordinal))
            .Select(form => $"{property.Name} = {form}")).Take(2).ToList();
        return made.Count == 1 ? made[0] : null;
    }

    private IEnumerable<IPropertySymbol> SettableOf(ITypeSymbol owner) =>
        TypeNames.SelfAndAncestors(owner)
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(CanBeSet);

    private bool CanBeSet(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, SetMethod: { } setter }
        && _model.IsAccessible(_whole.SpanStart, setter);

    private static bool IsNamedBy(ArgumentSyntax argument, IPropertySymbol property) =>
        argument.NameColon is { } name
            ? Spelling.Squash(name.Name.Identifier.ValueText) == Spelling.Squash(property.Name)
            : argument.Expression is IdentifierNameSyntax variable
                && Spelling.Squash(variable.Identifier.ValueText) == Spelling.Squash(property.Name);
}
