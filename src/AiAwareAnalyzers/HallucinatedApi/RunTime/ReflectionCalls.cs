using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Calls that ask reflection for a member by its name.</summary>
internal static class ReflectionCalls
{
    /// <summary>
    /// What each method of <c>Type</c>, <c>TypeInfo</c> and <c>RuntimeReflectionExtensions</c> looks for.
    /// </summary>
    private static readonly ImmutableDictionary<string, MemberSort> Sorts = new Dictionary<string, MemberSort>
    {
        ["GetMethod"] = MemberSort.Method,
        ["GetRuntimeMethod"] = MemberSort.Method,
        ["GetDeclaredMethod"] = MemberSort.Method,
        ["GetDeclaredMethods"] = MemberSort.Method,
        ["GetProperty"] = MemberSort.Property,
        ["GetRuntimeProperty"] = MemberSort.Property,
        ["GetDeclaredProperty"] = MemberSort.Property,
        ["GetField"] = MemberSort.Field,
        ["GetRuntimeField"] = MemberSort.Field,
        ["GetDeclaredField"] = MemberSort.Field,
        ["GetEvent"] = MemberSort.Event,
        ["GetRuntimeEvent"] = MemberSort.Event,
        ["GetDeclaredEvent"] = MemberSort.Event,
        ["GetNestedType"] = MemberSort.NestedType,
        ["GetDeclaredNestedType"] = MemberSort.NestedType,
        ["GetMember"] =
            MemberSort.Method
            | MemberSort.Property
            | MemberSort.Field
            | MemberSort.Event
            | MemberSort.NestedType
            | MemberSort.Constructor,
        ["GetConstructor"] = MemberSort.Constructor,
        ["InvokeMember"] = 0,
        ["CreateDelegate"] = MemberSort.Method,
    }.ToImmutableDictionary();

    public static IEnumerable<string> Names => Sorts.Keys;

    /// <summary>Null where the call finds what it asks for, asks for nothing certain, or is none of these.</summary>
    public static RunTimeLookup? Of(IInvocationOperation call, Compilation compilation)
    {
        var method = call.TargetMethod;
        if (!Sorts.TryGetValue(method.Name, out var sort)) return null;
        return method.ContainingType switch
        {
            { Name: "Type" or "TypeInfo", ContainingNamespace.Name: "System" or "Reflection" }
                when method.Name != "CreateDelegate" => OfType(call, call.Instance, sort, compilation),
            { Name: "RuntimeReflectionExtensions" } => OfType(call, call.Arguments[0].Value, sort, compilation),
            { Name: "Delegate", SpecialType: SpecialType.System_Delegate } => OfDelegate(call, compilation),
            _ => null,
        };
    }

    /// <summary>The type of the value of the only member that a call finds.</summary>
    public static ITypeSymbol? ValueTypeOf(IInvocationOperation call, Compilation compilation, Trail trail)
    {
        if (!Sorts.TryGetValue(call.TargetMethod.Name, out var sort)
            || call.Instance is null
            || QueryOf(call, sort, compilation, trail) is not { Types: null, Arity: null } query)
            return null;
        if (KnownValues.TypeOf(call.Instance, compilation, trail) is not { } type
            || TypeMembers.Of(type, compilation) is not { } members)
            return null;
        var found = members.All.Where(member => member.Sort == query.Sort && query.IsNamed(member)).ToList();
        return found.Count == 1 ? TypeNames.TypeOf(found[0].Symbol) : null;
    }

    private static RunTimeLookup? OfType(
        IInvocationOperation call, IOperation? owner, MemberSort sort, Compilation compilation)
    {
        if (owner is null
            || QueryOf(call, sort, compilation, Trail.Start) is not { } query
            || KnownValues.TypeOf(owner, compilation) is not { } type)
            return null;
        if (MemberSearch.For(query, type, compilation) is not { } miss) return null;
        var place = query.Sort == MemberSort.Constructor ? null : NameIn(call);
        return new RunTimeLookup(call, place, miss.IsAmbiguous
            ? LookupResult.Throws
            : FailureOf(call.TargetMethod.Name), miss, RunTimeLookup.IsOwnType(type, compilation))
        {
            Within = type as INamedTypeSymbol,
        };
    }

    private static LookupResult FailureOf(string method) => method switch
    {
        "GetMember" or "GetDeclaredMethods" => LookupResult.Nothing,
        "InvokeMember" => LookupResult.Throws,
        _ => LookupResult.Null,
    };

    private static IOperation? NameIn(IInvocationOperation call) =>
        RunTimeLookup.ArgumentOf(call, "name", "method", "fullName");

    private static MemberQuery? QueryOf(
        IInvocationOperation call, MemberSort sort, Compilation compilation, Trail trail)
    {
        if (RangeOf(call, sort, compilation) is not { } range) return null;
        var types = RunTimeLookup.ArgumentOf(call, "types", "parameters") is { } list
            ? KnownValues.TypesIn(list, compilation, trail)
            : null;
        if (sort == MemberSort.Constructor)
            return types is null ? null : new MemberQuery(sort, MemberQuery.ConstructorName, range) { Types = types };

        var name = NameIn(call) is { } place ? KnownValues.TextOf(place, compilation, trail) : null;
        if (string.IsNullOrEmpty(name)) return null;
        if (call.TargetMethod.Name == "InvokeMember") return InvocationOf(call, name!, range, compilation);
        if (call.TargetMethod.Name == "GetMember")
            return name!.EndsWith("*", StringComparison.Ordinal) ? null : new MemberQuery(sort, name, range);
        return new MemberQuery(sort, name!, range)
        {
            Types = types,
            MustBeOnly = RunTimeLookup.ArgumentOf(call, "types", "parameters") is null
                && call.TargetMethod.Name is "GetMethod" or "GetProperty" or "GetDeclaredMethod",
            Arity = RunTimeLookup.ArgumentOf(call, "genericParameterCount") is { } arity
                ? KnownValues.ConstantOf(arity, compilation) as int?
                : null,
            ValueType = RunTimeLookup.ArgumentOf(call, "returnType") is { } wanted
                ? KnownValues.TypeOf(wanted, compilation, trail)
                : null,
        };
    }

    private static BindingRange? RangeOf(IInvocationOperation call, MemberSort sort, Compilation compilation)
    {
        if (RunTimeLookup.ArgumentOf(call, "bindingAttr", "invokeAttr") is { } flags)
            return KnownValues.ConstantOf(flags, compilation) is int known ? new BindingRange(known) : null;
        if (call.TargetMethod.Name.StartsWith("GetDeclared", StringComparison.Ordinal)) return BindingRange.Declared;
        return sort == MemberSort.Constructor ? BindingRange.PublicInstance : BindingRange.Default;
    }

    /// <summary>
    /// <c>InvokeMember</c> looks among the sorts that its flags name; without the others it looks at all that is
    /// public.
    /// </summary>
    private static MemberQuery? InvocationOf(
        IInvocationOperation call, string name, BindingRange range, Compilation compilation)
    {
        const int InvokeMethod = 0x100,
            CreateInstance = 0x200,
            GetField = 0x400,
            SetField = 0x800,
            GetProperty = 0x1000,
            SetProperty = 0x2000;
        if ((range.Flags & CreateInstance) != 0) return null;
        var sorts = (MemberSort)0;
        if ((range.Flags & InvokeMethod) != 0) sorts |= MemberSort.Method;
        if ((range.Flags & (GetField | SetField)) != 0) sorts |= MemberSort.Field;
        if ((range.Flags & (GetProperty | SetProperty)) != 0) sorts |= MemberSort.Property;
        if (sorts == 0) return null;
        var count = sorts == MemberSort.Method && RunTimeLookup.ArgumentOf(call, "args") is { } arguments
            ? KnownValues.ElementsOf(arguments, compilation)?.Count
            : null;
        return new MemberQuery(sorts, name, range.IsUnsaid
            ? new BindingRange(range.Flags | BindingRange.Default.Flags)
            : range) { MayTakeFewer = true, Count = count };
    }

    /// <summary><c>Delegate.CreateDelegate(typeof(Action), typeof(T), "Name")</c>.</summary>
    private static RunTimeLookup? OfDelegate(IInvocationOperation call, Compilation compilation)
    {
        if (NameIn(call) is not { } place || KnownValues.TextOf(place, compilation) is not { Length: > 0 } name)
            return null;
        var isStatic = call.TargetMethod.Parameters[1].Name == "target"
            && call.TargetMethod.Parameters[1].Type.Name == "Type";
        var owner = call.Arguments.First(argument => argument.Parameter?.Ordinal == 1).Value;
        var type = isStatic ? KnownValues.TypeOf(owner, compilation) : KnownValues.ExactTypeOf(owner, compilation);
        var ignoresCase = RunTimeLookup.ArgumentOf(call, "ignoreCase") is { } ignored
            && KnownValues.ConstantOf(ignored, compilation) is not false;
        var range = isStatic ? BindingRange.AnyStatic : BindingRange.AnyInstance;
        if (type is null
            || MemberSearch.For(
                new MemberQuery(MemberSort.Method, name, ignoresCase ? range.IgnoringCase : range),
                type,
                compilation) is not { } miss)
            return null;
        var answersNull = RunTimeLookup.ArgumentOf(call, "throwOnBindFailure") is not null;
        return new RunTimeLookup(call, place, answersNull
            ? LookupResult.Null
            : LookupResult.Throws, miss, RunTimeLookup.IsOwnType(type, compilation));
    }
}
