namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>What an assertion says of a value, in whatever library it is written.</summary>
internal enum Claim
{
    /// <summary>Something that no rule has a question about.</summary>
    Other,

    True,
    False,
    Equal,
    Same,
    NotNull,
    NotEmpty,

    /// <summary>It is of a type.</summary>
    Type,

    /// <summary>It is a number, or greater.</summary>
    AtLeast,

    /// <summary>It is a greater number.</summary>
    MoreThan,

    /// <summary>It is between two numbers, or is one of them.</summary>
    InRange,

    NotEqual,

    /// <summary>It is one of several values.</summary>
    OneOf,

    /// <summary>Nothing is thrown.</summary>
    NoThrow,
}
