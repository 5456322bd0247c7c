using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>
/// A variable, and the members that lead from it to a value: <c>answer.Items</c>, with or without question marks.
/// </summary>
internal readonly struct Place
{
    private const int MaxMembers = 6;

    private Place(ISymbol root, string members)
    {
        Root = root;
        Members = members;
    }

    /// <summary>The local, the parameter, or the member of this object that the path begins with.</summary>
    public ISymbol Root { get; }

    private string Members { get; }

    /// <summary>A variable itself.</summary>
    public static Place At(ISymbol root) => new(root, "");

    /// <summary>The path that a value is read by; null where it is computed.</summary>
    public static Place? Of(IOperation value)
    {
        var members = "";
        for (var step = 0; step < MaxMembers; step++)
        {
            value = Inside(value);
            switch (value)
            {
                case ILocalReferenceOperation local: return new(local.Local, members);
                case IParameterReferenceOperation parameter: return new(parameter.Parameter, members);
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member:
                    return new(member.Member, members);
                case IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } property:
                    members = "." + property.Property.Name + members;
                    value = instance;
                    break;
                case IFieldReferenceOperation { Instance: { } instance } field:
                    members = "." + field.Field.Name + members;
                    value = instance;
                    break;
                default: return null;
            }
        }

        return null;
    }

    /// <summary>The path to a member of what stands here.</summary>
    public Place Member(string name) => new(Root, Members + "." + name);

    /// <summary>Whether a value is read from here.</summary>
    public bool IsReadBy(IOperation value) => Of(value) is { } seen && seen.Is(this);

    public bool Is(Place other) => SymbolEqualityComparer.Default.Equals(Root, other.Root) && Members == other.Members;

    /// <summary>Whether the other path leads through this one.</summary>
    public bool LeadsTo(Place other) =>
        SymbolEqualityComparer.Default.Equals(Root, other.Root)
        && (Members == other.Members || other.Members.StartsWith(Members + ".", StringComparison.Ordinal));

    /// <summary>
    /// What a value is without conversions and awaits, and what a question mark before it stands for.
    /// </summary>
    public static IOperation Inside(IOperation value)
    {
        for (var step = 0; step < MaxMembers; step++)
        {
            value = value.Bare();
            if (value is IConditionalAccessInstanceOperation instance && AccessAround(instance) is { } access)
                value = access.Operation;
            else if (value is IConditionalAccessOperation { WhenNotNull: var rest }) value = rest;
            else return value;
        }

        return value;
    }

    /// <summary>As above, also past conversions of other making: those of the types of requests and of spans.</summary>
    public static IOperation InsideText(IOperation text)
    {
        var value = Inside(text);
        while (value is IConversionOperation { Operand: var operand }) value = Inside(operand);
        return value;
    }

    /// <summary>The question mark that the first member after it belongs to.</summary>
    private static IConditionalAccessOperation? AccessAround(IOperation instance)
    {
        for (var (inner, outer) = (instance, instance.Parent);
            outer is not null;
            (inner, outer) = (outer, outer.Parent))
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner) return access;
        return null;
    }
}
