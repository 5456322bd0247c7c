using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Calls that ask for a type by its name, or make an object of it.</summary>
internal static class TypeNameCalls
{
    public static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "GetType", "CreateInstance", "GetInterface");

    /// <summary>Null where the call finds what it asks for, asks for nothing certain, or is none of these.</summary>
    public static RunTimeLookup? Of(IInvocationOperation call, Compilation compilation) =>
        (call.TargetMethod.Name, call.TargetMethod.ContainingType.Name) switch
        {
            ("GetType", "Type") => OfTypeName(call, compilation),
            ("GetType" or "CreateInstance", "Assembly") => OfAssembly(call, compilation),
            ("CreateInstance", "Activator") => OfActivator(call, compilation),
            ("GetInterface", "Type") => OfInterface(call, compilation),
            _ => null,
        };

    /// <summary>The type that a call finds by a name that is known.</summary>
    public static ITypeSymbol? FoundBy(IInvocationOperation call, Compilation compilation, Trail trail)
    {
        if (RunTimeLookup.ArgumentOf(call, "typeName", "name") is not { } place
            || KnownValues.TextOf(place, compilation, trail) is not { Length: > 0 } text)
            return null;
        if (call.TargetMethod.Name == "GetNestedType")
            return call.Instance is { } outer ? KnownValues.TypeOf(outer, compilation, trail)
                ?.GetTypeMembers()
                .FirstOrDefault(nested => nested.MetadataName == text) : null;
        if (!call.TargetMethod.IsStatic)
            return call.Instance is { } home ? AssemblyOf(home, compilation, trail)?.GetTypeByMetadataName(text) : null;
        return compilation.Assembly.GetTypeByMetadataName(text.Split(',')[0]);
    }

    private static bool IsTrue(IInvocationOperation call, string parameter, Compilation compilation) =>
        RunTimeLookup.ArgumentOf(call, parameter) is { } value
        && KnownValues.ConstantOf(value, compilation) is not false;

    private static RunTimeLookup? OfTypeName(IInvocationOperation call, Compilation compilation)
    {
        if (!call.TargetMethod.IsStatic
            || RunTimeLookup.ArgumentOf(call, "typeResolver", "assemblyResolver") is not null)
            return null;
        if (RunTimeLookup.ArgumentOf(call, "typeName") is not { } place
            || KnownValues.TextOf(place, compilation) is not { } text)
            return null;
        return TypeNameSearch.ForQualified(text, IsTrue(call, "ignoreCase", compilation), compilation) is { } miss
            ? new RunTimeLookup(call, place, IsTrue(call, "throwOnError", compilation)
                ? LookupResult.Throws
                : LookupResult.Null, miss, IsOwn: true)
            : null;
    }

    private static RunTimeLookup? OfAssembly(IInvocationOperation call, Compilation compilation)
    {
        if (RunTimeLookup.ArgumentOf(call, "name", "typeName") is not { } place
            || KnownValues.TextOf(place, compilation) is not { } text)
            return null;
        if (call.Instance is null || AssemblyOf(call.Instance, compilation, Trail.Start) is not { } assembly)
            return null;
        return TypeNameSearch.ForNameIn(
            assembly, text, IsTrue(call, "ignoreCase", compilation), compilation) is { } miss
            ? new RunTimeLookup(call, place, IsTrue(call, "throwOnError", compilation)
                ? LookupResult.Throws
                : LookupResult.Null, miss, SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            : null;
    }

    /// <summary>The assembly of a type that is known, or the one that the code is in.</summary>
    private static IAssemblySymbol? AssemblyOf(IOperation value, Compilation compilation, Trail trail) =>
        KnownValues.Only(value, compilation) switch
        {
            IPropertyReferenceOperation { Property.Name: "Assembly", Instance: { } type } =>
                KnownValues.TypeOf(type, compilation, trail)?.ContainingAssembly,
            IInvocationOperation { TargetMethod: { Name: "GetExecutingAssembly", ContainingType.Name: "Assembly" } } =>
                compilation.Assembly,
            IInvocationOperation
                { TargetMethod: { Name: "Load", ContainingType.Name: "Assembly" }, Arguments: { Length: 1 } named } =>
                AssemblyNamed(KnownValues.TextOf(named[0].Value, compilation, trail), compilation),
            IInvocationOperation { TargetMethod: { Name: "GetAssembly", ContainingType.Name: "Assembly" },
                Arguments: { Length: 1 } arguments } =>
                KnownValues.TypeOf(arguments[0].Value, compilation, trail)?.ContainingAssembly,
            _ => null,
        };

    /// <summary>By the simple name or the full one.</summary>
    private static RunTimeLookup? OfInterface(IInvocationOperation call, Compilation compilation)
    {
        if (RunTimeLookup.ArgumentOf(call, "name") is not { } place
            || KnownValues.TextOf(place, compilation) is not { Length: > 0 } name
            || name.IndexOf('[') >= 0)
            return null;
        if (call.Instance is not { } owner
            || KnownValues.TypeOf(owner, compilation) is not INamedTypeSymbol type
            || !RunTimeLookup.IsOwnType(type, compilation)
            || Receiver.HasMissingAncestor(type))
            return null;
        var comparison = IsTrue(call, "ignoreCase", compilation)
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;
        var known = type.AllInterfaces.Select(contract => contract.OriginalDefinition)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .ToList();
        if (known.Any(contract => string.Equals(contract.MetadataName, name, comparison)
            || string.Equals(TypeNameSearch.RunTimeName(contract), name, comparison)))
            return null;
        var suggestions = NameSuggestions.For(
            name, known.Select(contract => (contract.MetadataName, (ISymbol?)contract)), compilation);
        return new RunTimeLookup(
            call,
            place,
            LookupResult.Null,
            LookupFailure.Named($"'{TypeNames.Written(type)}' implements no interface '{name}'", suggestions),
            IsOwn: true) { Within = type };
    }

    /// <summary>By its full name, of which the first part counts.</summary>
    private static IAssemblySymbol? AssemblyNamed(string? name, Compilation compilation) =>
        name is null ? null : TypeNameSearch.AssemblyNamed(name.Split(',')[0].Trim(), compilation);

    private static RunTimeLookup? OfActivator(IInvocationOperation call, Compilation compilation)
    {
        if (call.TargetMethod is { TypeArguments: { Length: 1 } made, Parameters.IsEmpty: true })
            return OfCreation(call, made[0], ImmutableArray<ITypeSymbol?>.Empty, false, compilation);
        if (RunTimeLookup.ArgumentOf(call, "type") is { } type) return OfType(call, type, compilation);

        if (RunTimeLookup.ArgumentOf(call, "typeName") is not { } place
            || KnownValues.TextOf(place, compilation) is not { } text)
            return null;
        if (RunTimeLookup.ArgumentOf(call, "assemblyName") is not { } home
            || KnownValues.TextOf(home, compilation) is not { } assemblyName)
            return null;
        if (AssemblyNamed(assemblyName, compilation) is not { } assembly)
            return TypeNameSearch.ForQualified($"{text}, {assemblyName}", ignoresCase: false, compilation) is { } stray
                ? new RunTimeLookup(
                    call,
                    home,
                    LookupResult.Throws,
                    stray with { Suggestions = ImmutableArray<Suggestion>.Empty },
                    IsOwn: true)
                : null;
        return TypeNameSearch.ForNameIn(
            assembly, text, IsTrue(call, "ignoreCase", compilation), compilation) is { } miss
            ? new RunTimeLookup(
                call,
                place,
                LookupResult.Throws,
                miss,
                SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            : null;
    }

    private static RunTimeLookup? OfType(IInvocationOperation call, IOperation type, Compilation compilation)
    {
        var parameters = call.TargetMethod.Parameters;
        if (parameters.Skip(1).Any(parameter => parameter.Name is not ("args" or "nonPublic"))
            || KnownValues.TypeOf(type, compilation) is not { } made)
            return null;
        if (made is INamedTypeSymbol { IsUnboundGenericType: true }) return null;
        if (RunTimeLookup.ArgumentOf(call, "args") is not { } list)
            return OfCreation(
                call, made, ImmutableArray<ITypeSymbol?>.Empty, IsTrue(call, "nonPublic", compilation), compilation);
        return KnownValues.ElementsOf(list, compilation) is { } arguments
            ? OfCreation(
                call,
                made,
                arguments.Select(argument => KnownValues.ExactTypeOf(argument, compilation)).ToImmutableArray(),
                false,
                compilation)
            : null;
    }

    private static RunTimeLookup? OfCreation(
        IInvocationOperation call,
        ITypeSymbol made,
        ImmutableArray<ITypeSymbol?> arguments,
        bool includesNonPublic,
        Compilation compilation) =>
        ConstructorSearch.ForCreation(made, arguments, includesNonPublic, compilation) is { } miss
            ? new RunTimeLookup(
                call, Place: null, LookupResult.Throws, miss, RunTimeLookup.IsOwnType(made, compilation))
            : null;
}
