namespace AiAwareAnalyzers.ErrorHandling.Failures;

/// <summary>What a piece of code reaches for outside the process.</summary>
[Flags]
internal enum IoKinds
{
    None = 0,
    File = 1,
    Http = 1 << 1,
    Database = 1 << 2,
    Socket = 1 << 3,
    Process = 1 << 4,

    /// <summary>Text that came from elsewhere is read.</summary>
    Json = 1 << 5,

    /// <summary>The page in a browser, which may be gone or not there yet.</summary>
    Script = 1 << 6,

    /// <summary>Something is awaited that one cannot see into.</summary>
    Unknown = 1 << 7,

    /// <summary>Changes go to a database through Entity Framework.</summary>
    Save = 1 << 8,

    /// <summary>As <see cref="Json"/>, by the library that is older than the framework's.</summary>
    OtherJson = 1 << 9,

    /// <summary>As <see cref="Json"/>, of XML.</summary>
    Xml = 1 << 10,

    /// <summary>As <see cref="Json"/>, of YAML.</summary>
    Yaml = 1 << 11,

    /// <summary>Text becomes a number, a date or an id.</summary>
    Format = 1 << 12,

    /// <summary>As <see cref="Format"/>, of a number, which may be too large.</summary>
    Overflow = 1 << 13,

    /// <summary>A service is called by gRPC.</summary>
    Rpc = 1 << 14,

    /// <summary>Redis is asked, whose failures are no <c>DbException</c>.</summary>
    Redis = 1 << 15,

    /// <summary>As <see cref="Redis"/>, of MongoDB.</summary>
    Mongo = 1 << 16,
}
