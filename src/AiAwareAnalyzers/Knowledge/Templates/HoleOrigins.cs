using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Knowledge.Templates;

/// <summary>
/// What can be known of a value in a hole: by its type, by the call that made it, by where it comes from.
/// </summary>
/// <param name="inputs">Where text from outside enters.</param>
/// <param name="validation">What is known of members by their attributes and checks.</param>
/// <param name="isSent">Whether some caller fills a parameter with input.</param>
internal sealed class HoleOrigins(
    Inputs inputs, Validation validation, Func<IParameterSymbol, IOperation, bool> isSent)
{
    private const int Farthest = 30;

    private static readonly string[] Encoders =
        [
            "Encode", "HtmlEncode", "UrlEncode", "Escape", "Sanitize", "Quote", "Delimit", "Clean", "Purify", "Slug",
            "Hash", "Encrypt", "ToBase64", "ToHex", "GenerateSlug", "UrlPathEncode", "JavaScript"
        ];

    private static readonly string[] Choosers =
        ["Allow", "Map", "Resolve", "Whitelist", "Known", "Valid", "Safe", "Parse"];

    /// <summary>What the type of a value, or the call that made it, says about the text it becomes.</summary>
    public HoleKind KindOf(IOperation value)
    {
        value = value.BareText();
        if (IsHarmless(value.Type) || IsHarmless(ElementOf(value.Type))) return HoleKind.AllowListed;
        return value switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString" } text
                when TextOperations.Instance(text) is { Type: var type } && IsHarmless(type) => HoleKind.AllowListed,
            IInvocationOperation call when IsLookup(call) => HoleKind.AllowListed,
            IInvocationOperation call when Markdown.IsWithoutMarkup(call) => HoleKind.Encoded,
            IInvocationOperation { TargetMethod.IsStatic: true } call when TakesOnlyEnums(call) => HoleKind.AllowListed,
            IInvocationOperation call => KindByName(call.TargetMethod),
            IPropertyReferenceOperation { Property.IsIndexer: true } lookup when IsLookup(lookup) =>
                HoleKind.AllowListed,
            IArrayElementReferenceOperation { ArrayReference: var array } when IsOwn(array) => HoleKind.AllowListed,
            IMemberReferenceOperation { Member: { ContainingType: { } owner } } when IsAboutTheProgram(owner) =>
                HoleKind.AllowListed,
            IPropertyReferenceOperation { Property: var property } when validation.Of(property) == Validated.Content =>
                HoleKind.AllowListed,
            IParameterReferenceOperation { Parameter: var parameter }
                when validation.Of(parameter) == Validated.Content => HoleKind.AllowListed,
            INameOfOperation or ITypeOfOperation or ISizeOfOperation => HoleKind.AllowListed,
            _ => HoleKind.Free,
        };
    }

    /// <summary><c>direction.ToSql()</c>: of an enum nothing can be made but what the function itself says.</summary>
    private static bool TakesOnlyEnums(IInvocationOperation call) =>
        call.Arguments.Length > 0
        && call.Arguments.All(static argument =>
            argument.Value.Without(Wrappers.Conversions).Type is { TypeKind: TypeKind.Enum });

    /// <summary>What the name of a method promises about its result.</summary>
    public static HoleKind KindByName(IMethodSymbol method)
    {
        var name = method.Name;
        if (Encoders.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)
            || name.EndsWith(verb, StringComparison.Ordinal)
            || name.EndsWith(verb + "String", StringComparison.Ordinal))
            || name.EndsWith("Encoded", StringComparison.Ordinal)
            || name.EndsWith("Sanitized", StringComparison.Ordinal)
            || name.EndsWith("Escaped", StringComparison.Ordinal))
            return HoleKind.Encoded;
        if (method.ContainingType is { } type && IsAboutTheProgram(type)) return HoleKind.AllowListed;
        return method.DeclaringSyntaxReferences.IsEmpty
            || !Choosers.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0)
            ? HoleKind.Free
            : HoleKind.AllowListed;
    }

    /// <summary>Where a free value comes from, through the forms, members and calls it passes.</summary>
    public TextOrigin OriginOf(IOperation value, MethodFrame frame)
    {
        IOperation? current = value;
        for (var step = 0; step < Farthest && current is not null; step++)
        {
            current = current.BareText();
            switch (current)
            {
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return OriginOf(parameter, current, value, frame);
                case ILocalReferenceOperation { Local: var local }:
                    current = ValueOf(local, current, frame);
                    break;
                case IPropertyReferenceOperation { Property: var property } when inputs.Contains(property):
                case IInvocationOperation { TargetMethod: var method } when inputs.Contains(method):
                    return TextOrigin.Input;
                case IPropertyReferenceOperation
                    { Property.Name: "Model" or "ViewData" or "TempData", Instance: IInstanceReferenceOperation }:
                    return TextOrigin.Unknown;
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation }:
                    return TextOrigin.Member;
                case IPropertyReferenceOperation { Instance: { } builder } when IsOfConnection(builder.Type):
                    return OriginOf(builder, frame) == TextOrigin.Input ? TextOrigin.Input : TextOrigin.Member;
                case IObjectCreationOperation made when IsOfConnection(made.Type):
                    current = PartsOf(made).FirstOrDefault();
                    break;
                case IMemberReferenceOperation or IArrayElementReferenceOperation:
                    current = GivenTo(current, frame) ?? TextOperations.Instance(current);
                    break;
                case IInvocationOperation call when Passes(call):
                    current = TextOperations.Instance(call) ?? call.Arguments.FirstOrDefault()?.Value;
                    break;
                case IObjectCreationOperation
                    { Type.Name: "Uri" or "StringValues" or "String", Arguments: { Length: > 0 } arguments }:
                    current = arguments[^1].Value;
                    break;
                default:
                    return TextOrigin.Unknown;
            }
        }

        return TextOrigin.Unknown;
    }

    /// <summary>The name of a database or a user in a connection string is a setting, whoever cut it out.</summary>
    private static bool IsOfConnection(ITypeSymbol? type) =>
        type?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true;

    private static IEnumerable<IOperation> PartsOf(IObjectCreationOperation made) =>
        made.Arguments.Select(static argument => argument.Value)
            .Concat((made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
                .OfType<ISimpleAssignmentOperation>()
                .Select(static member => member.Value));

    /// <summary>What an <c>out</c> argument or a pattern receives.</summary>
    public Hole Received(IOperation source, IOperation use, MethodFrame frame)
    {
        if (IsHarmless(use.Type)) return new(use, HoleKind.AllowListed, TextOrigin.Unknown);
        if (source is not IInvocationOperation call) return new(use, KindOf(source), OriginOf(source, frame));
        if (call.TargetMethod.Name == "TryCreate" && call.Arguments.Length > 0)
            return new(use, HoleKind.Free, OriginOf(call.Arguments[0].Value, frame));
        var origin = TextOperations.Instance(call) is { } instance ? OriginOf(instance, frame) : TextOrigin.Unknown;
        return new(use, origin == TextOrigin.Input ? HoleKind.Free : HoleKind.AllowListed, origin);
    }

    /// <summary>A number, a truth, a date, an id, an enum: its text cannot carry anything.</summary>
    public static bool IsHarmless(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments })
            type = arguments[0];
        return type is
            { TypeKind: TypeKind.Enum }
            or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double
                or SpecialType.System_DateTime }
            or { IsValueType: true, Name: "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly"
                or "Int128" or "UInt128" or "BigInteger" or "Half" or "Index" }
            or { Name: "Version" or "Type" or "IPAddress" };
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } => arguments[0],
        _ => null,
    };

    /// <summary>A look into a table that the code itself filled.</summary>
    private static bool IsLookup(IInvocationOperation call) =>
        call.TargetMethod.Name is "GetValueOrDefault" or "GetValue" or "Get"
        && TextOperations.Instance(call) is { } table
        && IsOwn(table);

    private static bool IsLookup(IPropertyReferenceOperation lookup) =>
        TextOperations.Instance(lookup) is { } table
        && IsOwn(table)
        && !TextOperations.IsText(table.BareText().Type);

    private static bool IsOwn(IOperation table) => table.BareText() switch
    {
        IFieldReferenceOperation { Field.IsReadOnly: true } => true,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property.SetMethod: null } => true,
        ILocalReferenceOperation { Local: var local, Type: INamedTypeSymbol
            { Name: "Dictionary" or "IReadOnlyDictionary" or "ImmutableDictionary" or "FrozenDictionary" } } =>
            !local.IsForEach,
        _ => false,
    };

    /// <summary>Names of types, members and tables that the program consists of, not what someone typed.</summary>
    private static bool IsAboutTheProgram(INamedTypeSymbol type) =>
        type.Name is "Type" or "MemberInfo" or "PropertyInfo" or "MethodInfo" or "Environment" or "AppContext"
        && type.ContainingNamespace.ToString().StartsWith("System", StringComparison.Ordinal)
        || type.ContainingNamespace.ToString().StartsWith(EntityFramework.Space, StringComparison.Ordinal);

    /// <summary>Calls whose result is the text, or a part of the text, that they are called on.</summary>
    private static bool Passes(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (TextOperations.IsMereForm(method.Name)) return true;
        var name = method.ContainingType.ContainingNamespace.ToString();
        return method.Name is "FirstOrDefault" or "First" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault"
                or "ElementAt" or "Where" or "Select" or "Distinct" or "ToArray" or "ToList"
                or "Split" or "Concat" or "Join" or "Format" or "GetValueOrDefault" or "GetString" or "GetRawText"
                or "GetProperty" or "Combine" or "GetFullPath" or "Cast" or "OrderBy" or "Append"
                or "GetDisplayUrl" or "GetEncodedUrl" or "GetEnumerator" or "Take" or "Skip" or "GetValues"
                or "TryGetValue" or "AsEnumerable" or "Unescape" or "UrlDecode" or "HtmlDecode" or "UnescapeDataString"
            && (name.StartsWith("System", StringComparison.Ordinal)
                || name.StartsWith("Microsoft", StringComparison.Ordinal));
    }

    private TextOrigin OriginOf(
        IParameterSymbol parameter, IOperation use, IOperation value, MethodFrame frame)
    {
        if (inputs.Contains(parameter, use.SemanticModel)) return TextOrigin.Input;
        if (parameter.ContainingSymbol is not IMethodSymbol method) return TextOrigin.Unknown;
        if (method.MethodKind == MethodKind.Constructor) return TextOrigin.Member;
        if (frame.ArgumentFor(parameter) is { } argument) return OriginOf(argument, frame.Caller!);
        return method.MethodKind == MethodKind.AnonymousFunction
            ? LambdaSource(use, parameter) is { } source ? OriginOf(source, frame) : TextOrigin.Unknown
            : isSent(parameter, value) ? TextOrigin.Input : TextOrigin.Parameter;
    }

    /// <summary>The collection whose elements a lambda gets: <c>names.Select(name => …)</c>.</summary>
    private static IOperation? LambdaSource(IOperation use, IParameterSymbol parameter)
    {
        IOperation? operation = use;
        while (operation is not null
            && !(operation is IAnonymousFunctionOperation { Symbol: var lambda }
                && SymbolEqualityComparer.Default.Equals(lambda, parameter.ContainingSymbol)))
            operation = operation.Parent;
        while (operation is not null and not IInvocationOperation)
            operation = operation is IAnonymousFunctionOperation or IDelegateCreationOperation or IArgumentOperation
                or IConversionOperation
                ? operation.Parent
                : null;
        return operation is IInvocationOperation call ? TextOperations.Instance(call) : null;
    }

    /// <summary>What a member was given where the same method made the object that has it.</summary>
    private static IOperation? GivenTo(IOperation read, MethodFrame frame)
    {
        if (read is not IPropertyReferenceOperation { Property: var property }
            || TextOperations.Instance(read)?.BareText() is not ILocalReferenceOperation { Local: var local }
            || ValueOf(local, read, frame)?.BareText() is not IObjectCreationOperation made)
            return null;
        return made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(member => member.Target is IPropertyReferenceOperation { Property: var target }
                    && SymbolEqualityComparer.Default.Equals(target, property))?.Value
            ?? (made.Type is { IsRecord: true }
                ? made.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == property.Name)?.Value
                : null);
    }

    /// <summary>The last thing that was written to a local before it is used.</summary>
    private static IOperation? ValueOf(ILocalSymbol local, IOperation use, MethodFrame frame)
    {
        IOperation? value = null;
        foreach (var writing in frame.Body.WritingsTo(local))
            if (writing.End <= use.Syntax.SpanStart)
                value = writing.Value;
        return value;
    }
}
