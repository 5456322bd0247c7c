namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>What a call asks reflection for.</summary>
/// <param name="Sort">The sorts of members that would do.</param>
/// <param name="Name">The name, as it is known at compile time.</param>
/// <param name="Range">Where it is looked for.</param>
internal sealed record MemberQuery(MemberSort Sort, string Name, BindingRange Range)
{
    public const string ConstructorName = ".ctor";

    /// <summary>
    /// The types of the parameters; null where overloads are not told apart by them, or where nobody knows them.
    /// </summary>
    public ImmutableArray<ITypeSymbol?>? Types { get; init; }

    /// <summary>Whether two members of the name are one too many.</summary>
    public bool MustBeOnly { get; init; }

    /// <summary>How many type parameters a method must have; null where any will do.</summary>
    public int? Arity { get; init; }

    /// <summary>How many parameters, where types do not tell.</summary>
    public int? Count { get; init; }

    /// <summary>Whether a member may take what is not passed: optional parameters, and lists of any length.</summary>
    public bool MayTakeFewer { get; init; }

    /// <summary>Whether somebody who looks at all members surely means a public one.</summary>
    public bool IsMeantPublic { get; init; }

    /// <summary>The exact type of a property.</summary>
    public ITypeSymbol? ValueType { get; init; }

    public StringComparison Comparison =>
        Range.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public bool IsNamed(RunTimeMember member) => string.Equals(member.Name, Name, Comparison);

    /// <summary>How a message speaks of what is looked for.</summary>
    public string Noun => Sort switch
    {
        MemberSort.Method => "method",
        MemberSort.Property => "property",
        MemberSort.Field => "field",
        MemberSort.Event => "event",
        MemberSort.NestedType => "nested type",
        MemberSort.Constructor => "constructor",
        MemberSort.Property | MemberSort.Field => "property or field",
        _ => "member",
    };
}
