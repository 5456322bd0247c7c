using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Suggestions;

/// <summary>How well a member fits the place where another name stands: its kind, its parameters, its value.</summary>
internal static class MemberFit
{
    /// <summary>Between about -0.6, where it cannot be, and 0.2, where all speaks for it.</summary>
    public static double Of(ISymbol member, NameUse usage) => member switch
    {
        IMethodSymbol method => OfMethods([method], usage),
        IPropertySymbol or IFieldSymbol or IEventSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol =>
            OfValue(member, usage),
        _ => -0.3,
    };

    /// <summary>The best overload speaks for a name.</summary>
    public static double OfMethods(IReadOnlyCollection<IMethodSymbol> overloads, NameUse usage)
    {
        if (usage.IsWritten) return overloads.Any(method => Sets(method, usage)) ? 0 : -0.5;
        if (IsGroup(usage)) return 0;
        return overloads.Max(method =>
            (usage.IsCalled ? OfCall(method, usage) : OfReadMethod(method)) + OfResult(method.ReturnType, usage));
    }

    /// <summary>Whether some overload of a name takes what is passed.</summary>
    public static bool TakesByName(IMethodSymbol method, NameUse usage) =>
        OfArguments(method, usage) >= 0 || method.ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .Any(overload => OfArguments(overload, usage) >= 0);

    /// <summary><c>database.CommandTimeout = 30</c> is <c>database.SetCommandTimeout(30)</c>.</summary>
    private static bool Sets(IMethodSymbol method, NameUse usage) =>
        method.Name.StartsWith("Set", StringComparison.Ordinal)
        && method.Parameters is { Length: > 0 } parameters
        && parameters.Skip(1).All(IsOptional)
        && Accepts(parameters[0], usage.Expected, usage.Compilation);

    /// <summary>Where a delegate is asked for, a method without parentheses is just right.</summary>
    private static bool IsGroup(NameUse usage) => !usage.IsCalled && usage.Expected?.TypeKind == TypeKind.Delegate;

    private static double OfReadMethod(IMethodSymbol method) => method.Parameters.All(IsOptional) ? 0 : -0.12;

    private static double OfCall(IMethodSymbol method, NameUse usage)
    {
        var arity = usage.TypeArguments == 0 || usage.TypeArguments == method.TypeParameters.Length ? 0 : -0.1;
        return OfArguments(method, usage) + arity + 0.03;
    }

    private static double OfArguments(IMethodSymbol method, NameUse usage)
    {
        var (passed, parameters) = (usage.ArgumentTypes, method.Parameters);
        var isOpen = parameters.Length > 0 && parameters[^1].IsParams;
        if (passed.Length < parameters.Count(parameter => !IsOptional(parameter))) return -0.1;
        if (passed.Length > parameters.Length && !isOpen) return -0.12;

        for (var i = 0; i < passed.Length; i++)
        {
            var parameter = parameters[Math.Min(i, parameters.Length - 1)];
            if (usage.IsOut(i)
                ? !Fills(parameter, passed[i])
                : parameter.RefKind == RefKind.Out || !Accepts(parameter, passed[i], usage.Compilation))
                return -0.1;
        }

        return IsTwin(method, usage) ? 0.35 : 0.05;
    }

    /// <summary>A variable that is declared where it is passed takes the type of what it receives.</summary>
    private static bool Fills(IParameterSymbol parameter, ITypeSymbol? passed) =>
        parameter.RefKind == RefKind.Out
        && (passed is null
            || parameter.Type.TypeKind == TypeKind.TypeParameter
            || SymbolEqualityComparer.Default.Equals(passed, parameter.Type));

    /// <summary>
    /// A name that begins alike and fills a variable of just this type: <c>Guid.TryCreate(text, out id)</c> is
    /// <c>Guid.TryParse(text, out id)</c>.
    /// </summary>
    private static bool IsTwin(IMethodSymbol method, NameUse usage) =>
        usage.ArgumentTypes.Where((type, at) => type is not null && usage.IsOut(at)).Any()
        && Words.Of(method.Name).FirstOrDefault() == Words.Of(usage.Name).FirstOrDefault();

    private static bool IsOptional(IParameterSymbol parameter) => parameter.IsOptional || parameter.IsParams;

    internal static bool Accepts(IParameterSymbol parameter, ITypeSymbol? passed, Compilation compilation)
    {
        if (passed is null)
            return parameter.Type is { TypeKind: TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Error }
                or INamedTypeSymbol { Name: "Expression" or "RequestDelegate" }
                or { SpecialType: SpecialType.System_Object };
        return Converts(passed, parameter.Type, compilation)
            || (parameter is { IsParams: true, Type: IArrayTypeSymbol array }
                && Converts(passed, array.ElementType, compilation));
    }

    /// <summary>An unbound type parameter may turn out to be anything of its shape.</summary>
    internal static bool Converts(ITypeSymbol from, ITypeSymbol to, Compilation compilation)
    {
        if (to.TypeKind == TypeKind.TypeParameter) return true;
        if (!IsOpen(to)) return compilation.ClassifyConversion(from, to).IsImplicit;
        if (to is IArrayTypeSymbol) return from is IArrayTypeSymbol;
        return TypeNames.SelfAndAncestors(from)
            .Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, to.OriginalDefinition));
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };

    private static double OfValue(ISymbol member, NameUse usage)
    {
        var type = TypeNames.TypeOf(member);
        if (usage.IsWritten && member is IPropertySymbol { SetMethod: null }) return -0.1;
        return OfCalledValue(type, usage) + OfResult(type, usage);
    }

    private static double OfCalledValue(ITypeSymbol? type, NameUse usage)
    {
        if (!usage.IsCalled) return 0.05;
        if (type?.TypeKind == TypeKind.Delegate) return 0.03;
        if (usage.IsStatement) return -0.1;
        return usage.ArgumentTypes.Length == 0 && usage.TypeArguments == 0 ? 0 : -0.12;
    }

    /// <summary>A sequence that nobody reads is never computed.</summary>
    internal static bool IsSequence(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool IsAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal);

    private static double OfResult(ITypeSymbol? type, NameUse usage)
    {
        if (type is null) return 0;
        var awaited = TypeNames.AwaitedType(type);
        if (usage.IsAwaited && awaited is null) return -0.15;
        var await = awaited is null ? 0 : usage.IsAwaited ? 0.08 : IsAsync(usage.Name) ? 0 : -0.06;
        var value = usage.IsAwaited ? awaited! : type;
        if (value.SpecialType == SpecialType.System_Void)
            return await + (usage.IsStatement ? 0.02 : usage.IsAwaited ? 0 : -0.25);
        if (usage.IsStatement && IsSequence(value)) return await - 0.2;
        if (usage.Expected is null) return await;
        return await + (Converts(value, usage.Expected, usage.Compilation) ? 0.08 : -0.08);
    }
}
