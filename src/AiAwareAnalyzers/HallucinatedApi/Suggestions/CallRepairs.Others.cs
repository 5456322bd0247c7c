using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Members of other names that take what is passed.</content>
internal sealed partial class CallRepairs
{
    private const double SameSwitch = 0.7;

    private static readonly ImmutableHashSet<string> AsText = WordSet.Of("as from json to");

    private string Callee => _call.Method.Name;

    /// <summary>Whether another member of the receiver takes what is passed, be it anything.</summary>
    public bool Binds(string name) => BindsAs(name, Passed) is not null;

    /// <summary>Whether the call is taken once an argument has another name.</summary>
    public bool TakesNamed(IdentifierNameSyntax wrong, string name) =>
        Bound(With(Passed.Select(argument => argument.NameColon?.Name == wrong
            ? argument.WithNameColon(SyntaxFactory.NameColon(name))
            : argument))) is not null;

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
            && BindsAs(method.Name, Passed.Append(DefaultOf(method.Parameters[^1]))) is not null
        select new Suggestion(method.Name, 1, method, Remark: $"which also takes '{method.Parameters[^1].Name}'");

    /// <summary>Whether the call is taken with a value in the place of an argument and its name.</summary>
    public bool TakesValue(IdentifierNameSyntax wrong, string value) =>
        Bound(With(Passed.Select(each => each.NameColon?.Name == wrong ? Parsed(value) : each))) is not null;

    /// <summary>
    /// A method whose name goes on where this one ends, and that takes just what is passed:
    /// <c>DistinctBy(x => x.Id)</c>.
    /// </summary>
    public IEnumerable<Suggestion> ThatGoOn() =>
        LongerNames().Where(Takes).Select(name => new Suggestion(name, 1));

    /// <summary>
    /// The same with what is usual as the two things more that such a method asks for: <c>TryParseExact</c>.
    /// </summary>
    public IEnumerable<Suggestion> OfLongerNamesAsUsual() =>
        from name in LongerNames()
        from method in _call.Owner.GetMembers(name).OfType<IMethodSymbol>()
        where method.IsStatic == _call.Method.IsStatic && method.Parameters.Length == Passed.Count + 2 && IsByPosition
        from skipped in Choices(method.Parameters.Where(IsDemanded).ToList(), 2)
        let change = AsUsual(method, skipped, UsualFor, 0)
        where change is not null && BindsAs(name, change.Value.Arguments) is not null
        select new Suggestion($"{name}({string.Join(", ", change.Value.Arguments)})", 1, Remark: change.Value.Remark);

    /// <summary>
    /// What was switched on by an argument is another method: <c>OrderBy(by, true)</c> is <c>OrderByDescending(by)</c>.
    /// </summary>
    public IEnumerable<Suggestion> OfSwitches()
    {
        foreach (var switched in Passed.Where(each => each.Expression.IsKind(SyntaxKind.TrueLiteralExpression)))
        {
            var rest = Passed.Remove(switched);
            var flag = switched.NameColon?.Name.Identifier.ValueText;
            var others = flag is null
                ? LongerNames()
                : Names().Where(name => SaysBoth(name, flag) && IsAsync(name) == IsAsync(Callee));
            var names = others
                .Where(name => BindsAs(name, rest) is not null)
                .Take(2)
                .ToList();
            if (names.Count == 1) yield return new Suggestion(names[0], 1);
        }
    }

    /// <summary>
    /// Whether a name says what this one and a switch say: the words of both, or one of this one's words gives way.
    /// </summary>
    private bool SaysBoth(string name, string flag)
    {
        var (own, others) = (Words.Of(Callee), Words.Of(name));
        var more = others.Where(word => !own.Contains(word)).ToList();
        return more.Count > 0
            && own.Count(word => !others.Contains(word)) <= 1
            && others.Length - own.Length <= more.Count
            && LikenessOf(flag, string.Join("_", more)) >= SameSwitch;
    }

    private static bool IsAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal);

    private IEnumerable<string> LongerNames() => Names().Where(name =>
        name.Length > Callee.Length
        && name.StartsWith(Callee, StringComparison.Ordinal)
        && !IsAsync(name));

    /// <summary>Every method that can be asked of the receiver.</summary>
    private IEnumerable<string> Names() =>
        _call.Place is SimpleNameSyntax place && Receiver.Of(place, _model, _cancellation) is { } receiver
            ? _model.LookupSymbols(
                    _whole.SpanStart, receiver.Type, includeReducedExtensionMethods: !receiver.IsStatic)
                .OfType<IMethodSymbol>()
                .Select(method => method.Name)
                .Distinct()
            : [];

    private IMethodSymbol? BindsAs(string name, IEnumerable<ArgumentSyntax> arguments)
    {
        if (_call.Place is not SimpleNameSyntax || With(arguments) is not InvocationExpressionSyntax whole) return null;
        SimpleNameSyntax other = _call.Place is GenericNameSyntax generic
            ? generic.WithIdentifier(SyntaxFactory.Identifier(name))
            : SyntaxFactory.IdentifierName(name);
        return Bound(whole.WithExpression(whole.Expression is MemberAccessExpressionSyntax access
            ? access.WithName(other)
            : other));
    }

    /// <summary>What takes many, where one is asked for: <c>set.UnionWith(words)</c>.</summary>
    public IEnumerable<Suggestion> OfMany() =>
        _call.Place is IdentifierNameSyntax place
        && Receiver.Of(place, _model, _cancellation) is { } receiver
        && Numbered().Any(numbered => HoldsSeveral(numbered.Argument, numbered.At))
            ? Idioms.Of(_model.Compilation)
                .ForMissing(Callee + "Range", TypeNames.Of(receiver.Type))
                .Prepend(Callee + "Range")
                .Where(Binds)
                .Select(name => new Suggestion(name, 1))
            : [];

    private bool HoldsSeveral(ArgumentSyntax argument, int at) =>
        TypeOf(argument) is { } type && TypeNames.SelfAndAncestors(type)
            .Select(ItemOf)
            .OfType<ITypeSymbol>()
            .Any(item => ParametersAt(at).Any(one => SymbolEqualityComparer.Default.Equals(one.Type, item)));

    /// <summary>
    /// The static member of another type that takes just this: <c>Convert.ToString(number, 2)</c> for a number's
    /// <c>ToString(2)</c>, <c>Convert.ToInt32(text, 16)</c> for <c>int.Parse(text, 16)</c>.
    /// </summary>
    public IEnumerable<Suggestion> OfTwins()
    {
        if (_whole is not InvocationExpressionSyntax || _call.Place is not IdentifierNameSyntax) return [];
        var passed = _call.Method.IsStatic && !_call.Method.IsExtensionMethod || Asked is null
            ? Passed.ToString()
            : $"{Asked}, {Passed}";
        return from member in WellKnownOwners.Of(_model.Compilation).Members
            where !SymbolEqualityComparer.Default.Equals(member.Owner, _call.Owner) && IsTwin(member.Owner, member.Name)
            let text = $"{TypeNames.Written(member.Owner)}.{member.Name}({passed})"
            let method = Bound(SyntaxFactory.ParseExpression(text))
            where method is { ReturnsVoid: false } && IsExact(method) && AnswersAlike(method)
            select new Suggestion(text, 1, method);
    }

    /// <summary>What a method is asked of.</summary>
    private ExpressionSyntax? Asked =>
        ((_whole as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Expression;

    private bool IsTwin(INamedTypeSymbol owner, string name) =>
        name == Callee || (owner.Name == nameof(Convert) && Callee == "Parse" && name == "To" + _call.Owner.Name);

    private bool AnswersAlike(IMethodSymbol twin) =>
        SymbolEqualityComparer.Default.Equals(twin.ReturnType, _call.Method.ReturnType);

    private static bool IsExact(IMethodSymbol method) => method.OriginalDefinition.Parameters.All(IsExact);

    /// <summary>It takes neither anything nor whatever type is passed.</summary>
    private static bool IsExact(IParameterSymbol parameter) =>
        parameter.Type
            is { SpecialType: not SpecialType.System_Object }
            and not ITypeParameterSymbol { DeclaringMethod: not null };

    /// <summary>
    /// The same for an object as JSON, where one of the project's own is passed: <c>PostAsJsonAsync(url, order)</c>.
    /// </summary>
    public IEnumerable<Suggestion> OfJsonNames() =>
        !Passed.Any(argument => TypeOf(argument) is { TypeKind: TypeKind.Class } type && IsDeclaredHere(type))
        || _call.Place is not IdentifierNameSyntax place
        || Receiver.Of(place, _model, _cancellation) is not { } receiver
            ? []
            : from name in _model.LookupSymbols(_whole.SpanStart, receiver.Type, includeReducedExtensionMethods: true)
                    .Select(member => member.Name)
                    .Distinct()
                where Words.Of(name) is var words && words.Contains("json")
                    && words.Where(word => !AsText.Contains(word)).SequenceEqual(Words.Of(Callee))
                    && Binds(name)
                select new Suggestion(name, 1);
}
