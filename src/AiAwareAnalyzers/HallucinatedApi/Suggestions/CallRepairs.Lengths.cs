using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Calls that pass too little or too much, one value for several, or what a property keeps.</content>
internal sealed partial class CallRepairs
{
    /// <summary>What is done with two at a time, whatever their order.</summary>
    private static readonly ImmutableHashSet<string> PairsUp = WordSet.Of("concat max min union");

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
        foreach (var method in _call.Overloads.Where(method => method.Parameters.Length > Passed.Count))
            foreach (var parameter in method.Parameters.Take(Passed.Count + 1).Reverse().Where(IsDemanded))
                if (parameter.RefKind == RefKind.None)
                {
                    var arguments = Passed.ToList();
                    arguments.Insert(parameter.Ordinal, DefaultOf(parameter));
                    yield return new Change(arguments, parameter);
                }
    }

    /// <summary>Arguments for one or two parameters that get none, where it is plain what is usual there.</summary>
    private IEnumerable<Change> CompletedAsUsual(Func<IParameterSymbol, string?> usual) =>
        !IsByPosition || Passed.Count == 0
        ? []
        : from more in new[] { 1, 2 }
            from method in _call.Overloads
            where method.Parameters.Length >= Passed.Count + more
                && method.Parameters.Skip(Passed.Count + more).All(parameter => !IsDemanded(parameter))
            from skipped in Choices(method.Parameters.Take(Passed.Count + more).Where(IsDemanded).ToList(), more)
            let change = AsUsual(method, skipped, usual)
            where change is not null
            select change.Value;

    private static IEnumerable<IReadOnlyList<IParameterSymbol>> Choices(
        IReadOnlyList<IParameterSymbol> all, int many) =>
        many == 1
            ? all.Select(one => new[] { one })
            : all.SelectMany((one, at) => all.Skip(at + 1).Select(other => new[] { one, other }));

    /// <summary>Null where an argument fits nowhere, or nothing is usual; at most one is written otherwise.</summary>
    private Change? AsUsual(
        IMethodSymbol method, IReadOnlyList<IParameterSymbol> skipped, Func<IParameterSymbol, string?> usual)
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
                : misfits++ == 0 && TypeOf(Passed[next]) is { } type
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
        ?? CustomaryValues.Of(_model.Compilation).For(parameter)
        ?? (parameter.Type.SpecialType == SpecialType.System_Int32 && Words.Of(parameter.Name).Any(Lengths.Contains)
            && Passed.FirstOrDefault(argument => TypeOf(argument) is IArrayTypeSymbol) is { } array
            ? $"{array.Expression}.Length"
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

    private ArgumentSyntax DefaultOf(IParameterSymbol parameter) => Parsed($"default({Written(parameter.Type)})!");

    private static bool IsDemanded(IParameterSymbol parameter) => parameter is { IsOptional: false, IsParams: false };

    /// <summary>One argument too many, the last ones first, or the last two.</summary>
    private IEnumerable<Change> Shortened()
    {
        for (var i = Passed.Count - 1; i >= 0; i--) yield return new Change(Passed.RemoveAt(i).ToList());
        if (Passed.Count > 2) yield return new Change(Passed.Take(Passed.Count - 2).ToList());
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
            var change = new Change([.. Passed.Take(kept), Parsed($"new[] {{ {string.Join(", ", items)} }}")]);
            if (Bound(With(change.Arguments)) is { } method
                && IsExact(ParameterAt(method.OriginalDefinition, kept)))
                yield return new Suggestion(Shown(change), 1);
        }
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
    private IEnumerable<Suggestion> Initialized()
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
