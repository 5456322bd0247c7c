namespace AiAwareAnalyzers.Knowledge.Container;

/// <summary>How long the container keeps what it makes; the numbers are those of the framework.</summary>
internal enum Lifetime
{
    Singleton = 0,
    Scoped = 1,
    Transient = 2,
}

/// <summary>One thing that the container is told.</summary>
/// <param name="Service">What can be asked for.</param>
/// <param name="Implementation">What the container makes for it by a constructor; null where somebody else makes
/// it.</param>
/// <param name="Lifetime">How long it is kept.</param>
internal sealed record Registration(ITypeSymbol Service, INamedTypeSymbol? Implementation, Lifetime Lifetime)
{
    /// <summary>Any key, or one that only shows at run time.</summary>
    public const string AnyKey = "*";

    /// <summary>The key that it is asked for with; null where it has none.</summary>
    public string? Key { get; init; }

    /// <summary>The function that makes it.</summary>
    public IOperation? Factory { get; init; }

    /// <summary>The call or creation that says so.</summary>
    public SyntaxNode? Syntax { get; init; }

    /// <summary>The key that a value is, as text.</summary>
    public static string? KeyOf(object? value) => value is null ? null : $"{value.GetType().Name} {value}";

    /// <summary>Whether it may be what is asked for with a key, or without one.</summary>
    public bool HasKey(string? key) =>
        Key == key || (Key is not null && key is not null && (Key is AnyKey || key is AnyKey));
}
