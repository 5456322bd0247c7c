using AiAwareAnalyzers.Testing.Assertions;

namespace AiAwareAnalyzers.Testing.Properties;

/// <summary>The libraries that check a property with values of their own making.</summary>
internal sealed class PropertyTools
{
    private PropertyTools(Compilation compilation) =>
        Name = compilation.GetTypeByMetadataName("FsCheck.Property") is not null ? "FsCheck"
            : compilation.GetTypeByMetadataName("CsCheck.Check") is not null ? "CsCheck"
            : null;

    /// <summary>The one that a project refers to; null where there is none.</summary>
    public string? Name { get; }

    public static PropertyTools Of(Compilation compilation) =>
        Facts.Of(compilation, static c => new PropertyTools(c));

    /// <summary>Whether a type belongs to one of them.</summary>
    public static bool Have(ITypeSymbol? type) =>
        type is not null && Libraries.RootOf(type) is ("FsCheck" or "CsCheck");
}
