using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Wiring.Container;

/// <summary>
/// Types that the framework makes without being told of each: it asks the container for what they need.
/// </summary>
internal static class FrameworkMade
{
    /// <summary>A controller, a page, a hub or a view component.</summary>
    public static bool Is(INamedTypeSymbol type, Compilation compilation)
    {
        var framework = AspNetCore.Of(compilation);
        return framework.IsController(type)
            || framework.IsPage(type)
            || framework.IsHub(type)
            || type.SelfAndBases().Any(static self => self.Name == "ViewComponent" && IsOfFramework(self));
    }

    private static bool IsOfFramework(ITypeSymbol type) =>
        type.ContainingAssembly?.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) ?? false;
}
