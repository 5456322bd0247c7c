using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>Looks for a constructor as the runtime does, and says why it is not found.</summary>
internal static class ConstructorSearch
{
    /// <summary>Null where it is found, or where nobody can know.</summary>
    public static LookupFailure? For(MemberQuery query, ITypeSymbol type, Compilation compilation)
    {
        if (query.Types is not { } types
            || TypeMembers.Of(type, compilation) is not { } members
            || query.Range.IncludesStatic && !query.Range.IncludesInstance)
            return null;
        if (!members.IsOwn && query.Range.IncludesNonPublic) return null;

        var constructors = members.All.Where(member =>
            member.Sort == MemberSort.Constructor && !member.IsStatic && !members.IsInherited(member)).ToList();
        var fitting = constructors.Where(constructor => Signatures.MayTake(constructor, types, compilation)).ToList();
        if (fitting.Any(constructor => query.Range.Includes(constructor, isInherited: false))) return null;
        return fitting.Count > 0
            ? OutOfRange(fitting[0], query, types)
            : None(
                members.Type,
                constructors.Where(constructor => query.Range.Includes(constructor, isInherited: false)).ToList(),
                types);
    }

    /// <summary>
    /// As above, for what <c>Activator</c> makes of arguments: a struct needs no constructor to be made from nothing.
    /// </summary>
    public static LookupFailure? ForCreation(
        ITypeSymbol type, ImmutableArray<ITypeSymbol?> arguments, bool includesNonPublic, Compilation compilation)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named
            || TypeMembers.Of(type, compilation) is null)
            return null;
        if (arguments.IsEmpty && type.IsValueType) return null;
        if (named.IsStatic)
            return new LookupFailure(
                $"'{TypeNames.Written(type)}' is static, so it cannot be instantiated", "call its members on the type");
        if (named.IsAbstract)
            return new LookupFailure(
                $"'{TypeNames.Written(type)}' is "
                + $"{(named.TypeKind == TypeKind.Interface ? "an interface" : "abstract")}, so it cannot be "
                + "instantiated",
                "name a type that implements it");
        if (named.Constructors.Any(constructor => constructor.Parameters.LastOrDefault() is { IsParams: true }))
            return null;
        var range = includesNonPublic
            ? new BindingRange(BindingRange.PublicInstance.Flags | BindingRange.AnyInstance.Flags)
            : BindingRange.PublicInstance;
        return For(
            new MemberQuery(MemberSort.Constructor, MemberQuery.ConstructorName, range) { Types = arguments },
            type,
            compilation) is { } miss
            ? miss with
            {
                MissingFlags = null,
                AllFlags = null,
                WayOut = miss.MissingFlags is null ? miss.WayOut : "make it public, or pass 'nonPublic: true'"
            }
            : null;
    }

    private static LookupFailure OutOfRange(
        RunTimeMember constructor, MemberQuery query, ImmutableArray<ITypeSymbol?> types) =>
        new($"the constructor of '{TypeNames.Written(constructor.Owner)}' that "
            + $"takes {Signatures.Shown(types)} is {(constructor.IsPublic ? "public" : "not public")}, and that is not "
            + "looked at",
            $"pass '{FlagsFor(constructor)}'")
        {
            MissingFlags = query.Range.MissingFor(constructor, isInherited: false),
            AllFlags = BindingRange.For(constructor, isInherited: false),
        };

    private static string FlagsFor(RunTimeMember constructor) =>
        string.Join(
            " | ",
            BindingRange.For(constructor, isInherited: false).Split('|').Select(flag => "BindingFlags." + flag));

    private static LookupFailure None(
        INamedTypeSymbol type, List<RunTimeMember> visible, ImmutableArray<ITypeSymbol?> types)
    {
        var shown = TypeNames.Written(type);
        if (type.IsValueType && types.IsEmpty)
            return new LookupFailure(
                $"the struct '{shown}' has no constructor without parameters that reflection could find",
                $"use 'Activator.CreateInstance(typeof({shown}))'");
        return new LookupFailure(
            $"'{shown}' has no constructor that "
            + $"takes {Signatures.Shown(types)}{(visible.Count == 0 ? ", and none that is looked at" : "")}",
            visible.Count == 0 ? "make it by other means" : $"it takes {MemberSearch.SignaturesOf(visible)}");
    }
}
