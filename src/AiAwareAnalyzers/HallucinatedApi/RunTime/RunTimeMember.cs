using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>The sorts of members that reflection tells apart.</summary>
[Flags]
internal enum MemberSort
{
    Method = 1,
    Property = 2,
    Field = 4,
    Event = 8,
    NestedType = 16,
    Constructor = 32,
}

/// <summary>
/// A member as reflection sees it: accessors are methods, an event has a field, a struct has no constructor that nobody
/// wrote.
/// </summary>
internal sealed record RunTimeMember(MemberSort Sort, string Name, ISymbol Symbol, bool IsPublic, bool IsStatic)
{
    public const string EnumValue = "value__";

    private const string EndOfFieldName = ">k__BackingField";

    public INamedTypeSymbol Owner => Symbol.ContainingType ?? (INamedTypeSymbol)Symbol;

    /// <summary>Private members are not inherited: reflection on a derived type does not see them.</summary>
    public bool IsPrivate => Symbol is IPropertySymbol property
        ? Accessors(property).All(accessor => accessor.DeclaredAccessibility == Accessibility.Private)
        : Symbol.DeclaredAccessibility == Accessibility.Private || (Symbol is IEventSymbol && Sort == MemberSort.Field);

    public ImmutableArray<IParameterSymbol> Parameters => Symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    /// <summary>Whether C# can say it by <c>nameof</c>.</summary>
    public bool IsNameable =>
        Symbol is IFieldSymbol { IsImplicitlyDeclared: false }
            or IEventSymbol { CanBeReferencedByName: true }
            or INamedTypeSymbol { Arity: 0 }
            or IPropertySymbol { CanBeReferencedByName: true }
            or IMethodSymbol { MethodKind: MethodKind.Ordinary, CanBeReferencedByName: true };

    /// <summary>What a type itself declares.</summary>
    public static IEnumerable<RunTimeMember> DeclaredBy(INamedTypeSymbol type)
    {
        foreach (var symbol in type.GetMembers())
            if (Of(symbol) is { } member)
            {
                yield return member;
                if (symbol is IEventSymbol @event && HasField(@event))
                    yield return new(MemberSort.Field, @event.Name, @event, IsPublic: false, @event.IsStatic);
            }

        if (type is { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
            yield return new(MemberSort.Field, EnumValue, underlying, IsPublic: true, IsStatic: false);
    }

    /// <summary>The property whose value the compiler keeps in a field of this name.</summary>
    public static string? PropertyOfBackingField(string name) =>
        name.StartsWith("<", StringComparison.Ordinal) && name.EndsWith(EndOfFieldName, StringComparison.Ordinal)
            ? name.Substring(1, name.Length - 1 - EndOfFieldName.Length)
            : null;

    private static RunTimeMember? Of(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, Parameters.IsEmpty: true,
            ContainingType.IsValueType: true } =>
            null,
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor =>
            Plain(MemberSort.Constructor, constructor),
        IMethodSymbol method => Plain(MemberSort.Method, method),
        IPropertySymbol property => new(
            MemberSort.Property, property.MetadataName, property, Accessors(property).Any(IsSeen), property.IsStatic),
        IFieldSymbol field => Plain(MemberSort.Field, field),
        IEventSymbol @event => Plain(MemberSort.Event, @event),
        INamedTypeSymbol nested => Plain(MemberSort.NestedType, nested),
        _ => null,
    };

    private static RunTimeMember Plain(MemberSort sort, ISymbol symbol) =>
        new(sort, symbol.MetadataName, symbol, IsSeen(symbol), symbol.IsStatic);

    private static bool IsSeen(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public;

    private static IEnumerable<IMethodSymbol> Accessors(IPropertySymbol property)
    {
        if (property.GetMethod is { } get) yield return get;
        if (property.SetMethod is { } set) yield return set;
    }

    /// <summary>An event without accessors of its own keeps its handlers in a private field of the same name.</summary>
    private static bool HasField(IEventSymbol @event) =>
        !@event.IsAbstract
        && @event.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is VariableDeclaratorSyntax);
}
