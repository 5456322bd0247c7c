using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>
/// A constraint of NUnit, taken apart: <c>Is.EqualTo(a).Or.EqualTo(b)</c> is the path "EqualTo.Or.EqualTo" with two
/// values.
/// </summary>
internal sealed record Constraint(string Path, ImmutableArray<IOperation> Values)
{
    private static readonly ImmutableDictionary<string, Claim> Claims = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Claim>
        {
            ["True"] = Claim.True,
            ["False"] = Claim.False,
            ["Not.False"] = Claim.True,
            ["Not.True"] = Claim.False,
            ["EqualTo"] = Claim.Equal,
            ["EqualTo.Within"] = Claim.Equal,
            ["EqualTo.IgnoreCase"] = Claim.Equal,
            ["EqualTo.Or.EqualTo"] = Claim.OneOf,
            ["EquivalentTo"] = Claim.Equal,
            ["SameAs"] = Claim.Same,
            ["Not.Null"] = Claim.NotNull,
            ["Not.Empty"] = Claim.NotEmpty,
            ["Not.Null.And.Not.Empty"] = Claim.NotEmpty,
            ["Not.Null.Or.Empty"] = Claim.NotEmpty,
            ["InstanceOf"] = Claim.Type,
            ["TypeOf"] = Claim.Type,
            ["AssignableTo"] = Claim.Type,
            ["GreaterThanOrEqualTo"] = Claim.AtLeast,
            ["AtLeast"] = Claim.AtLeast,
            ["GreaterThan"] = Claim.MoreThan,
            ["InRange"] = Claim.InRange,
            ["Not.EqualTo"] = Claim.NotEqual,
            ["AnyOf"] = Claim.OneOf,
            ["Nothing"] = Claim.NoThrow,
        });

    public Claim Claim => Claims.TryGetValue(Path, out var claim) ? claim : Claim.Other;

    /// <summary>Reads it from its end, which is where the tree begins.</summary>
    public static Constraint Read(IOperation constraint)
    {
        var names = new List<string>();
        var values = new List<IOperation>();
        for (var part = (IOperation?)constraint.Unconverted(); part is not null; part = Before(part)?.Unconverted())
        {
            if (NameOf(part) is not { } name) break;
            names.Add(name);
            if (part is IInvocationOperation { Arguments: { IsEmpty: false } arguments })
                values.AddRange(arguments.SelectMany(argument => ValuesOf(argument, name)).Reverse());
        }

        names.Reverse();
        values.Reverse();
        return new(string.Join(".", names), values.ToImmutableArray());
    }

    /// <summary>An array is one value, unless it is written around several.</summary>
    private static IEnumerable<IOperation> ValuesOf(IArgumentOperation argument, string constraint) =>
        constraint == "AnyOf" ? Elements.Of(argument.Value) : [argument.Value];

    private static string? NameOf(IOperation part) => part switch
    {
        IInvocationOperation call => call.TargetMethod.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => null,
    };

    private static IOperation? Before(IOperation part) => part switch
    {
        IInvocationOperation call => call.Instance,
        IPropertyReferenceOperation property => property.Instance,
        _ => null,
    };
}
