using System.Text.RegularExpressions;
using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <content>Arguments in another form: what a value must become, and lambdas of another shape.</content>
internal sealed partial class CallRepairs
{
    /// <summary><c>"de"</c>, <c>"en-US"</c>.</summary>
    private static readonly Regex CultureName = new("^\"[a-z]{2}(-[A-Z]{2})?\"$");

    private static readonly string[] Units = ["Milliseconds", "Seconds", "Minutes", "Hours", "Days"];

    /// <summary>A value that must become one of another type, and the name of the parameter that asks for it.</summary>
    private readonly record struct Need(ArgumentSyntax Argument, ITypeSymbol From, ITypeSymbol To, string Purpose)
    {
        public string Text => Argument.Expression.ToString();

        /// <summary>As it stands before a dot.</summary>
        public string Head => Argument.Expression
            is CastExpressionSyntax or BinaryExpressionSyntax or AwaitExpressionSyntax
            or ConditionalExpressionSyntax or AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax
            ? $"({Text})"
            : Text;
    }

    /// <summary>Lambdas that take too many, or too few.</summary>
    private IEnumerable<Change> Reshaped()
    {
        foreach (var (argument, at) in Numbered())
            if (argument.Expression is LambdaExpressionSyntax lambda && NamesOf(lambda) is { } names)
                foreach (var count in CountsAt(at).Where(count => count != names.Count))
                    if (Shaped(lambda, names, count) is { } shaped)
                        yield return Replaced(argument, Parsed(shaped));
    }

    /// <summary>
    /// A static method that makes such an object out of what is passed: <c>DateOnly.FromDateTime(date)</c>.
    /// </summary>
    private IEnumerable<Suggestion> ByFactory() =>
        _call.Method.MethodKind != MethodKind.Constructor || Passed.Count == 0
            ? []
            : from named in _call.Owner.GetMembers().OfType<IMethodSymbol>().GroupBy(method => method.Name)
                where named.Any(method => method is { IsStatic: true, MethodKind: MethodKind.Ordinary,
                    DeclaredAccessibility: Accessibility.Public }
                    && SymbolEqualityComparer.Default.Equals(method.ReturnType, _call.Owner))
                let text = $"{Written(_call.Owner)}.{named.Key}"
                where Bound(SyntaxFactory.ParseExpression(text + _list)) is not null
                select new Suggestion(text, 1, named.First());

    /// <summary>How many values the lambdas get that are asked for at a place.</summary>
    private IEnumerable<int> CountsAt(int at) =>
        ParametersAt(at)
            .Select(parameter => LambdaShape.AskedBy(parameter.Type)?.Parameters.Length)
            .OfType<int>()
            .Distinct()
            .OrderByDescending(count => count);

    private static IReadOnlyList<string>? NamesOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: var parameters }
            when parameters.All(parameter => parameter.Type is null) =>
            [.. parameters.Select(parameter => parameter.Identifier.ValueText)],
        _ => null,
    };

    /// <summary>What the body speaks of cannot be taken away.</summary>
    private static string? Shaped(LambdaExpressionSyntax lambda, IReadOnlyList<string> names, int count)
    {
        if (names.Skip(count).Any(name => Mentions(lambda.Body, name))) return null;
        var kept = names.Take(count).Concat(Enumerable.Repeat("_", Math.Max(0, count - names.Count))).ToList();
        var head = kept.Count == 1 ? kept[0] : $"({string.Join(", ", kept)})";
        return $"{(lambda.AsyncKeyword.IsKind(SyntaxKind.None) ? "" : "async ")}{head} => {lambda.Body}";
    }

    private static bool Mentions(SyntaxNode body, string name) =>
        body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(each => each.Identifier.ValueText == name);

    private IEnumerable<Change> Converted()
    {
        var forms =
            from numbered in Numbered()
            let type = TypeOf(numbered.Argument)
            where type is not null && !IsAskedFor(type)
            from parameter in ParametersAt(numbered.At)
            from target in TargetsOf(parameter)
            from form in FormsOf(new Need(numbered.Argument, type, target, parameter.Name))
            select (numbered.Argument, Form: form);
        return forms.Distinct().Select(each => Replaced(
            each.Argument, Parsed(each.Form).WithNameColon(each.Argument.NameColon)));
    }

    /// <summary>What some overload asks for just as it is, is not meant to become something else.</summary>
    private bool IsAskedFor(ITypeSymbol type) =>
        type.SpecialType == SpecialType.None
        && _call.Overloads.Any(method =>
            method.Parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type)));

    /// <summary>An open list of arguments takes each of them, and all at once.</summary>
    private static ITypeSymbol[] TargetsOf(IParameterSymbol parameter) =>
        parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? [array.ElementType, array] : [parameter.Type];

    private IEnumerable<string> FormsOf(Need need)
    {
        if (SymbolEqualityComparer.Default.Equals(need.From, need.To)) return [];
        if (IsNullable(need.From))
            return SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)need.From).TypeArguments[0], need.To)
                ? [need.Head + ".Value"]
                : [];
        return Rewritten(need)
            ?? [
                .. ValuesSaid(need), .. KnownForms(need), .. ValuesLike(need), .. PartOf(need), .. MadeFrom(need),
                .. Wrapped(need), .. AtHand(need)
            ];
    }

    /// <summary>What is usually written where a value of one type must become one of another.</summary>
    private IEnumerable<string> KnownForms(Need need) =>
        need.To.SpecialType == SpecialType.System_String
            ? [.. IsSwitch(need.Argument) ? [] : ToText(need.Head, need.From), .. ToJson(need)]
        : need.From.SpecialType == SpecialType.System_String ? FromText(need.Text, need.To)
        : [.. ToNumber(need), .. ToTime(need), .. ToCollection(need), .. ToStream(need.Head, need.From, need.To)];

    /// <summary>Only where the text says what the value is, and not which type it has.</summary>
    private static IEnumerable<string> ToText(string value, ITypeSymbol from) => from switch
    {
        { Name: "FileInfo" or "DirectoryInfo" or "FileSystemInfo" } => [value + ".FullName"],
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => [$"Encoding.UTF8.GetString({value})"],
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char } => [$"new string({value})"],
        _ when TypeNames.SelfAndAncestors(from).Any(type => type.Name == nameof(Exception)) => [value + ".Message"],
        { TypeKind: TypeKind.Enum }
            or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double }
            or { Name: "Guid" or "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri"
                or "StringBuilder" or "Version" or "Regex" or "IPAddress" } => [value + ".ToString()"],
        _ => [],
    };

    private IEnumerable<string> FromText(string text, ITypeSymbol to) => to switch
    {
        { TypeKind: TypeKind.Enum } => [$"Enum.Parse<{Written(to)}>({text})"],
        { SpecialType: (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_Boolean }
            or { Name: "Guid" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly"
                or "IPAddress" or "Version" } => [$"{Written(to)}.Parse({text})"],
        { Name: "Uri" or "Regex" or "StringBuilder" or "FileInfo" or "DirectoryInfo" or "HttpMethod" } =>
            [$"new {Written(to)}({text})"],
        { Name: "HttpContent" } => [$"new StringContent({text})"],
        { Name: "TextReader" } => [$"new StringReader({text})"],
        { Name: "IFormatProvider" or "CultureInfo" } when CultureName.IsMatch(text) =>
            [$"CultureInfo.GetCultureInfo({text})"],
        { Name: "ReadOnlyMemory" } when ElementOf(to)?.SpecialType == SpecialType.System_Char => [$"{text}.AsMemory()"],
        _ when ElementOf(to)?.SpecialType == SpecialType.System_Byte => [$"Encoding.UTF8.GetBytes({text})"],
        _ => [],
    };

    private IEnumerable<string> ToNumber(Need need)
    {
        var (value, from, to) = (need.Head, need.From, need.To);
        if (_model.Compilation.ClassifyConversion(from, to) is { IsExplicit: true } conversion
            && (conversion.IsNumeric
                || (conversion.IsEnumeration
                    && from.TypeKind != to.TypeKind
                    && (to.TypeKind == TypeKind.Enum || SharesWord(from.Name, need.Purpose)))))
            yield return $"({Written(to)}){value}";
        if (from is { Name: "TimeSpan" } && UnitFor(need) is { } unit)
            yield return to.SpecialType == SpecialType.System_Double
                ? $"{value}.Total{unit}"
                : $"({Written(to)}){value}.Total{unit}";
    }

    private static bool SharesWord(string name, string other) => Words.Of(name).Intersect(Words.Of(other)).Any();

    private IEnumerable<string> ToTime(Need need)
    {
        var (value, from, to) = (need.Head, need.From, need.To);
        if (from is { Name: "DateTime" } && to is { Name: "DateOnly" or "TimeOnly" })
            yield return $"{to.Name}.FromDateTime({value})";
        if (from is { Name: "DateTimeOffset" } && to is { Name: "DateTime" }) yield return value + ".DateTime";
        if (from is { Name: "DateOnly" } && to is { Name: "DateTime" })
            yield return value + ".ToDateTime(TimeOnly.MinValue)";
        if (!IsNumber(from) || to is not { Name: "TimeSpan" }) yield break;
        foreach (var unit in UnitFor(need) is { } known ? new[] { known } : ["Seconds", "Milliseconds"])
            yield return $"TimeSpan.From{unit}({need.Text})";
    }

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>The unit of time that a method, a parameter or a value is named after.</summary>
    private string? UnitFor(Need need) =>
        new[]
        {
            need.Argument.NameColon?.Name.Identifier.ValueText ?? "", _call.Method.Name, need.Purpose,
            NameOf(need.Argument.Expression) ?? "", IsDistanceToUtc(need) ? "hours" : "",
        }.Select(UnitIn).FirstOrDefault(unit => unit is not null);

    private bool IsDistanceToUtc(Need need) =>
        need.Purpose == "offset" && _call.Owner.Name == nameof(DateTimeOffset);

    private static string? UnitIn(string name) =>
        Units.FirstOrDefault(unit => Words.Of(name).Contains(unit.ToLowerInvariant()));

    /// <summary>Whether two names count in the same unit of time, as far as they say so.</summary>
    public static bool CountAlike(string name, string other) =>
        UnitIn(name) is not { } unit || UnitIn(other) is not { } otherUnit || unit == otherUnit;

    private IEnumerable<string> ToCollection(Need need)
    {
        var (value, from, to) = (need.Head, need.From, need.To);
        var isSequence = from is not IArrayTypeSymbol && TypeNames.SelfAndAncestors(from).Any(type =>
            type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        if (isSequence && to is IArrayTypeSymbol) yield return value + ".ToArray()";
        if (isSequence && to is { Name: "List", TypeKind: TypeKind.Class }) yield return value + ".ToList()";
        if (from is { Name: "MemoryStream" } && ElementOf(to)?.SpecialType == SpecialType.System_Byte)
            yield return value + ".ToArray()";
    }

    private static IEnumerable<string> ToStream(string value, ITypeSymbol from, ITypeSymbol to)
    {
        if (to is { Name: "Stream" } && ElementOf(from)?.SpecialType == SpecialType.System_Byte)
            yield return $"new MemoryStream({value})";
        if (TypeNames.SelfAndAncestors(from).All(type => type.Name != "Stream")) yield break;
        if (to is { Name: "TextReader" }) yield return $"new StreamReader({value})";
        if (to is { Name: "TextWriter" }) yield return $"new StreamWriter({value})";
    }

    /// <summary>What an array or a span holds.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol
            { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments: { Length: 1 } held } =>
            held[0],
        _ => null,
    };
}
