namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Methods without a body that the runtime binds to a member by name: <c>[UnsafeAccessor]</c>.</summary>
internal static class UnsafeAccess
{
    public const string AttributeName = "System.Runtime.CompilerServices.UnsafeAccessorAttribute";

    private const int Method = 1, StaticMethod = 2, Field = 3, StaticField = 4;

    public static AttributeData? AttributeOf(IMethodSymbol method, INamedTypeSymbol attribute) =>
        method.IsExtern ? method.GetAttributes()
            .FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)) : null;

    /// <summary>Only the type itself is looked at, not what it derives from.</summary>
    public static LookupFailure? In(IMethodSymbol method, AttributeData attribute, Compilation compilation)
    {
        if (attribute.ConstructorArguments.FirstOrDefault().Value is not int known) return null;
        var given = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
        if (given is null && known != 0 && method.MethodKind == MethodKind.LocalFunction)
            return new LookupFailure(
                $"a local function is not called '{method.Name}' any more",
                $"write 'Name = \"{method.Name}\"', or make it a method");

        var name = given ?? method.Name;
        return known switch
        {
            0 => method.ReturnType is INamedTypeSymbol made ? ForConstructor(method, made, compilation) : null,
            _ => method.Parameters.FirstOrDefault() is { } target
                && !target.GetAttributes().Any(data => data.AttributeClass?.Name == "UnsafeAccessorTypeAttribute")
                ? ForMember(method, name, known, target.Type, compilation)
                : null,
        };
    }

    private static LookupFailure? ForConstructor(IMethodSymbol method, INamedTypeSymbol made, Compilation compilation)
    {
        if (!RunTimeLookup.IsOwnType(made, compilation)
            || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return null;
        var query = new MemberQuery(MemberSort.Constructor, MemberQuery.ConstructorName, BindingRange.AnyInstance)
        {
            Types = method.Parameters.Select(parameter => (ITypeSymbol?)parameter.Type).ToImmutableArray()
        };
        return ConstructorSearch.For(query, made.OriginalDefinition, compilation);
    }

    private static LookupFailure? ForMember(
        IMethodSymbol method, string name, int kind, ITypeSymbol target, Compilation compilation)
    {
        if (!RunTimeLookup.IsOwnType(target, compilation)) return null;
        var range = kind is StaticMethod or StaticField ? BindingRange.AnyStatic : BindingRange.AnyInstance;
        var query = new MemberQuery(
            kind is Field or StaticField ? MemberSort.Field : MemberSort.Method, name, range.OnlyDeclared)
        {
            Count = kind is Method or StaticMethod ? method.Parameters.Length - 1 : null,
        };
        return MemberSearch.For(query, target.OriginalDefinition, compilation) is { } miss
            ? miss with
            {
                MissingFlags = null,
                AllFlags = null,
                WayOut = miss.MissingFlags is null ? miss.WayOut : $"use another kind than '{KindOf(kind)}'"
            }
            : null;
    }

    private static string KindOf(int kind) =>
        kind switch { Method => "Method", StaticMethod => "StaticMethod", Field => "Field", _ => "StaticField" };
}
