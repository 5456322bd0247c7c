using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>
/// What a test has looked for by a condition or a selector of its own: that it is there is what the test says.
/// </summary>
internal static class Sought
{
    private static readonly ImmutableHashSet<string> Searches = WordSet.Of(
        "Find FindAll First FirstAsync FirstOrDefault FirstOrDefaultAsync Last LastOrDefault Single SingleAsync",
        "SingleOrDefault SingleOrDefaultAsync Where");

    private static readonly ImmutableHashSet<string> Selections = WordSet.Of(
        "Find FindAll QuerySelector QuerySelectorAll");

    /// <summary><c>rows.Where(row => row.Name == "a").FirstOrDefault()</c>, <c>page.FindAll(".menu")</c>.</summary>
    public static bool Is(IOperation value)
    {
        for (var found = value.Bare(); found is IInvocationOperation call; found = SourceOf(call)?.Bare())
            if (IsByCondition(call) || IsBySelector(call)) return true;
        return false;
    }

    private static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance
        ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);

    private static bool IsByCondition(IInvocationOperation call) =>
        Searches.Contains(call.TargetMethod.Name)
        && call.Arguments.Any(static argument =>
            argument.Value.Lambda() is { Symbol.ReturnType.SpecialType: SpecialType.System_Boolean });

    /// <summary>By a class, an id or an attribute; that a page has a heading says little.</summary>
    private static bool IsBySelector(IInvocationOperation call) =>
        Selections.Contains(call.TargetMethod.Name)
        && call.Arguments.Any(static argument =>
            argument.Value.ConstantText() is { Length: > 0 } selector && selector[0] is '.' or '#' or '[');
}
