using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>How a member is used on a dynamic value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">How many arguments it is called with; null where it is not called.</param>
/// <param name="TypeArguments">How many type arguments.</param>
/// <param name="IsWritten">Whether a value is assigned to it.</param>
internal sealed record DynamicUse(string Name, int? Arguments, int TypeArguments, bool IsWritten)
{
    public static DynamicUse Of(IDynamicMemberReferenceOperation member)
    {
        var call = member.Parent as IDynamicInvocationOperation is { } invocation && invocation.Operation == member
            ? invocation
            : null;
        return new(
            member.MemberName,
            call?.Arguments.Length,
            member.TypeArguments.Length,
            member.Parent is ISimpleAssignmentOperation assignment && assignment.Target == member);
    }
}

/// <summary>Looks for a member as the binder of dynamic calls does, and says why it is not found.</summary>
internal sealed class DynamicMembers(SemanticModel model, int position)
{
    private Compilation Compilation => model.Compilation;

    /// <summary>Null where it is found, or where nobody can know.</summary>
    public LookupFailure? Lacks(ITypeSymbol type, DynamicUse use)
    {
        var named = MembersOf(type).Where(member => member.Name == use.Name).ToList();
        if (named.Count == 0) return Extension(type, use.Name) ?? Missing(type, use.Name);
        var accessible = named.Where(IsAccessible).ToList();
        if (accessible.Count == 0) return Hidden(type, named[0]);
        if (accessible.All(member => member.IsStatic)) return null;
        return use.Arguments is { } count
            ? NotCallable(type, accessible, use, count)
            : use.IsWritten ? NotWritable(type, accessible[0]) : null;
    }

    public LookupFailure? LacksIndexer(ITypeSymbol type) =>
        type is IArrayTypeSymbol || Chain(type)
            .SelectMany(each => each.GetMembers())
            .Any(member => member is IPropertySymbol { IsIndexer: true })
            ? null
            : new LookupFailure($"'{TypeNames.Written(type)}' has no indexer", "read a member of it");

    private IEnumerable<ISymbol> MembersOf(ITypeSymbol type) =>
        Chain(type).SelectMany(each => each.GetMembers()).Where(member => member
            is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.DelegateInvoke }
            or IPropertySymbol { IsIndexer: false }
            or IFieldSymbol { IsImplicitlyDeclared: false } or IFieldSymbol { ContainingType.IsTupleType: true }
            or IEventSymbol);

    private IEnumerable<ITypeSymbol> Chain(ITypeSymbol type)
    {
        for (var each = type is IArrayTypeSymbol ? Compilation.GetSpecialType(SpecialType.System_Array) : type;
            each is not null;
            each = each.BaseType) yield return each;
    }

    private bool IsAccessible(ISymbol member) => model.IsAccessible(position, member);

    private static LookupFailure Hidden(ITypeSymbol type, ISymbol member) => new(
        $"'{TypeNames.Written(type)}.{member.Name}' is {member.DeclaredAccessibility.ToString().ToLowerInvariant()}, "
        + "and only what is accessible here can be called",
        "make it accessible, or use another member");

    private LookupFailure? Extension(ITypeSymbol type, string name)
    {
        var extension = model.LookupSymbols(position, type, name, includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.ReducedFrom is not null);
        return extension is null
            ? null
            : new LookupFailure(
                $"'{name}' is an extension method, and '{TypeNames.Written(type)}' has none of its own",
                $"call '{extension.ContainingType.Name}.{name}' with the value as its first argument");
    }

    private LookupFailure Missing(ITypeSymbol type, string name) => LookupFailure.Named(
        $"'{TypeNames.Written(type)}' has no '{name}'",
        NameSuggestions.For(
            name,
            MembersOf(type)
                .Where(member => !member.IsStatic && IsAccessible(member))
                .Select(member => (member.Name, (ISymbol?)member)),
            Compilation,
            symbol => symbol?.ContainingType.SpecialType == SpecialType.System_Object ? 0.12 : 0));

    private static LookupFailure? NotCallable(ITypeSymbol type, List<ISymbol> members, DynamicUse use, int count)
    {
        var methods = members.OfType<IMethodSymbol>().ToList();
        if (methods.Count == 0)
            return IsCallable(TypeNames.TypeOf(members[0])) ? null : new LookupFailure(
                $"'{TypeNames.Written(type)}.{use.Name}' is no method", "leave the parentheses out");
        if (methods.Any(method => Takes(method, count, use.TypeArguments))) return null;

        var generic = use.TypeArguments > 0 ? $" and {use.TypeArguments} type arguments" : "";
        return new LookupFailure(
            $"no '{use.Name}' of '{TypeNames.Written(type)}' takes {count} argument{(count == 1 ? "" : "s")}{generic}",
            $"it takes {string.Join(" or ", methods.Take(3).Select(Shown))}");
    }

    private static bool IsCallable(ITypeSymbol? type) =>
        type is null
            or { TypeKind: TypeKind.Delegate or TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Interface }
            or { SpecialType: SpecialType.System_Object };

    private static bool Takes(IMethodSymbol method, int count, int typeArguments) =>
        (typeArguments == 0 || method.Arity == typeArguments)
        && count >= method.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams)
        && (count <= method.Parameters.Length || method.Parameters.Any(parameter => parameter.IsParams));

    private static string Shown(IMethodSymbol method) =>
        $"({string.Join(", ", method.Parameters.Select(parameter => TypeNames.Written(parameter.Type)))})";

    private LookupFailure? NotWritable(ITypeSymbol type, ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { IsInitOnly: false } set } when IsAccessible(set) => null,
        IFieldSymbol { IsReadOnly: false, IsConst: false } => null,
        IPropertySymbol { ReturnsByRef: true } => null,
        IPropertySymbol or IFieldSymbol =>
            new LookupFailure(
                $"'{TypeNames.Written(type)}.{member.Name}' cannot be written", "make a new object with another value"),
        _ => null,
    };
}
