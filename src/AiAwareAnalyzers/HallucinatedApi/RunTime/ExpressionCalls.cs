using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Calls that build an expression tree out of the name of a member.</summary>
internal static class ExpressionCalls
{
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "Property", "Field", "PropertyOrField", "Call");

    /// <summary>How many nodes of a tree are followed to a type.</summary>
    private const int Patience = 7;

    /// <summary>
    /// Null where the member is there, where that is not certain, or where the call is none of these.
    /// </summary>
    public static RunTimeLookup? Of(IInvocationOperation call, Compilation compilation)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Expression", ContainingNamespace.Name: "Expressions" })
            return null;
        if (RunTimeLookup.ArgumentOf(
            call, "propertyName", "fieldName", "propertyOrFieldName", "methodName") is not { } place)
            return null;
        if (KnownValues.TextOf(place, compilation) is not { Length: > 0 } name
            || OwnerOf(call, compilation) is not { } owner)
            return null;
        var range = owner.IsStatic ? BindingRange.AnyStatic : BindingRange.AnyInstance;
        var query = new MemberQuery(
            SortOf(call.TargetMethod.Name), name, range.IgnoringCase) { IsMeantPublic = char.IsUpper(name[0]) };
        if (call.TargetMethod.Name == "Call") query = WithArguments(query, call, compilation);
        return MemberSearch.For(query, owner.Type, compilation) is { } miss
            ? new RunTimeLookup(
                call,
                place,
                LookupResult.Throws,
                miss with { MissingFlags = null, AllFlags = null },
                RunTimeLookup.IsOwnType(owner.Type, compilation))
            : null;
    }

    private static MemberSort SortOf(string method) => method switch
    {
        "Property" => MemberSort.Property,
        "Field" => MemberSort.Field,
        "Call" => MemberSort.Method,
        _ => MemberSort.Property | MemberSort.Field,
    };

    /// <summary>A type that is given stands for its static members where no expression comes with it.</summary>
    private static (ITypeSymbol Type, bool IsStatic)? OwnerOf(IInvocationOperation call, Compilation compilation)
    {
        var expression = RunTimeLookup.ArgumentOf(call, "expression", "instance");
        if (RunTimeLookup.ArgumentOf(call, "type") is not { } given)
            return expression is not null && TypeOf(expression, compilation, Trail.OfSteps(Patience)) is { } type
                ? (type, false)
                : null;
        if (KnownValues.TypeOf(given, compilation) is not { } known) return null;
        if (call.TargetMethod.Name == "Call") return (known, true);
        return expression is null
            ? null
            : KnownValues.Only(expression, compilation).ConstantValue is { HasValue: true, Value: null }
                ? (known, true)
                : (known, false);
    }

    /// <summary>Only methods with as many parameters and type parameters as are given come into question.</summary>
    private static MemberQuery WithArguments(MemberQuery query, IInvocationOperation call, Compilation compilation)
    {
        var typeArguments = RunTimeLookup.ArgumentOf(call, "typeArguments");
        var arity = typeArguments is null
            ? null
            : KnownValues.Only(typeArguments, compilation).ConstantValue is { HasValue: true, Value: null }
                ? 0
                : KnownValues.ElementsOf(typeArguments, compilation)?.Count;
        var count = RunTimeLookup.ArgumentOf(call, "arguments") is { } arguments
            ? KnownValues.ElementsOf(arguments, compilation)?.Count
            : null;
        return query with { Arity = arity, Count = count };
    }

    /// <summary>The type of the value that a node of an expression tree stands for.</summary>
    private static ITypeSymbol? TypeOf(IOperation node, Compilation compilation, Trail trail)
    {
        if (trail.IsOver
            || KnownValues.Only(node, compilation)
                is not IInvocationOperation { TargetMethod: { ContainingType.Name: "Expression" } method } made)
            return null;
        return method.Name switch
        {
            "Parameter" or "Variable" or "Convert" or "ConvertChecked" or "New" or "Default" or "TypeAs" or "Constant"
                when RunTimeLookup.ArgumentOf(made, "type") is { } type =>
                Closed(KnownValues.TypeOf(type, compilation)),
            "Constant" when RunTimeLookup.ArgumentOf(made, "value") is { } value =>
                KnownValues.ExactTypeOf(value, compilation),
            "Property" or "Field" or "PropertyOrField" when RunTimeLookup.ArgumentOf(made, "expression") is { } inner
                && TypeOf(inner, compilation, trail.Deeper()) is { } owner => ValueOf(made, owner, compilation),
            _ => null,
        };
    }

    private static ITypeSymbol? Closed(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsUnboundGenericType: true } ? null : type;

    private static ITypeSymbol? ValueOf(IInvocationOperation access, ITypeSymbol owner, Compilation compilation)
    {
        if (RunTimeLookup.ArgumentOf(access, "propertyName", "fieldName", "propertyOrFieldName") is not { } place
            || KnownValues.TextOf(place, compilation) is not { } name)
            return null;
        if (RunTimeLookup.ArgumentOf(access, "type") is not null
            || TypeMembers.Of(owner, compilation) is not { } members)
            return null;
        var named = members.All.Where(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)
            && (member.Sort & SortOf(access.TargetMethod.Name)) != 0).ToList();
        return named.Count == 0 ? null : named[0].Symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
    }
}
