using AiAwareAnalyzers.Knowledge.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.Requests;

/// <summary>What calls send and read as JSON.</summary>
internal static class WireValues
{
    /// <summary>The value that <c>PostAsJsonAsync</c>, or a call with JSON as its content, sends.</summary>
    public static WireValue? SentBy(IInvocationOperation call, Locals locals) =>
        HttpRequests.ArgumentOf(call.Arguments, "value") is { } value ? Sent(call, value, Serialization.Web, value)
        : HttpRequests.ArgumentOf(call.Arguments, "content") is { } content ? InContent(content, locals)
        : null;

    /// <summary>
    /// <c>JsonContent.Create(value)</c>, <c>new StringContent(JsonSerializer.Serialize(value), …)</c>, at once or in
    /// locals.
    /// </summary>
    public static WireValue? InContent(IOperation content, Locals locals)
    {
        var made = locals.Follow(content);
        if (made is IObjectCreationOperation { Type.Name: "StringContent", Arguments: { Length: > 0 } written })
            made = locals.Follow(written[0].Value);
        if (made is not IInvocationOperation call) return null;
        return call.TargetMethod switch
        {
            { Name: "Create", ContainingType.Name: "JsonContent" } =>
                Sent(call, HttpRequests.ArgumentOf(call.Arguments, "inputValue"), Serialization.Web, content),
            { Name: "Serialize", ContainingType.Name: "JsonSerializer" } =>
                Sent(call, HttpRequests.ArgumentOf(call.Arguments, "value"), Serialization.Plain, content),
            _ => null,
        };
    }

    /// <summary>What <c>GetFromJsonAsync</c> and kin make of a response.</summary>
    public static WireValue? ReadBy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.TypeArguments.Length != 1) return null;
        var usual = (method.Name, method.ContainingType.Name) switch
        {
            ("GetFromJsonAsync" or "DeleteFromJsonAsync", "HttpClientJsonExtensions") => Serialization.Web,
            ("ReadFromJsonAsync", "HttpContentJsonExtensions") => Serialization.Web,
            ("Deserialize" or "DeserializeAsync", "JsonSerializer") => Serialization.Plain,
            _ => Serialization.Unknown,
        };
        return usual == Serialization.Unknown
            ? null
            : new(method.TypeArguments[0], SerializationOf(call, usual), TypeArgumentOf(call));
    }

    /// <summary>The response, its content or its text, that is read.</summary>
    public static IOperation? SourceOf(IInvocationOperation read) =>
        read.TargetMethod.ContainingType.Name == "HttpClientJsonExtensions" ? read
        : read.Instance ?? read.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static WireValue? Sent(
        IInvocationOperation call, IOperation? value, Serialization usual, IOperation place)
    {
        if (value is null) return null;
        var declared = call.TargetMethod.TypeArguments.FirstOrDefault();
        var type = declared is null or { SpecialType: SpecialType.System_Object } ? value.AsWritten().Type : declared;
        return type is null ? null : new(type, SerializationOf(call, usual), place.Syntax);
    }

    private static Serialization SerializationOf(IInvocationOperation call, Serialization usual)
    {
        foreach (var argument in call.Arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit
                && argument.Parameter?.Type.Name is "JsonSerializerOptions" or "JsonTypeInfo" or "JsonSerializerContext"
                && argument.Value.AsWritten() is not { ConstantValue: { HasValue: true, Value: null } })
                return argument.Value.AsWritten()
                    is IPropertyReferenceOperation
                        { Property: { Name: "Web", ContainingType.Name: "JsonSerializerOptions" } }
                    ? Serialization.Web
                    : Serialization.Unknown;
        return usual;
    }

    /// <summary>The type that a call is told to read; the whole call where it is not written.</summary>
    public static SyntaxNode TypeArgumentOf(IInvocationOperation call)
    {
        var called = (call.Syntax as InvocationExpressionSyntax)?.Expression;
        var name = (called as MemberAccessExpressionSyntax)?.Name ?? (called as MemberBindingExpressionSyntax)?.Name;
        return name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments[0] : call.Syntax;
    }
}
