using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Testing.Tests;

/// <summary>Which attributes keep a test from running, and whether they say why.</summary>
internal static class Skips
{
    /// <summary>Words that only repeat that it is skipped.</summary>
    private static readonly ImmutableHashSet<string> Hollow = WordSet.Of(
        "skip skipped skipping ignore ignored ignoring disable disabled todo tbd fix fixme fixed later temporary",
        "temporarily temp for now broken flaky flakey fail fails failed failing failure test tests wip not working",
        "work works doesn doesnt does currently sometimes often always to check why on in the ci build is this it and",
        "needs need be a of no yet until unstable explicit manual off reason n t");

    public static bool IsSkipped(AttributeData attribute) =>
        IsSkip(attribute)
        || attribute.NamedArguments.Any(static argument =>
            argument.Key is "Skip" or "Ignore" or "Explicit" && !argument.Value.IsNull);

    /// <summary>Whether an attribute skips a test and nobody learns why.</summary>
    public static bool IsSilent(AttributeData attribute) =>
        ReasonIn(attribute) is { } reason
        && !reason.Any(char.IsDigit)
        && Words.Of(reason).All(Hollow.Contains);

    private static bool IsSkip(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "IgnoreAttribute" or "ExplicitAttribute" or "SkipAttribute";

    /// <summary>The reason, which may be empty; null where nothing is skipped.</summary>
    private static string? ReasonIn(AttributeData attribute) =>
        IsSkip(attribute)
            ? attribute.ConstructorArguments.Select(TextIn).OfType<string>().FirstOrDefault() ?? ""
            : attribute.NamedArguments
                .Where(static argument => argument.Key is "Skip" or "Ignore" or "IgnoreReason")
                .Select(static argument => TextIn(argument.Value))
                .FirstOrDefault();

    /// <summary>An array has no value that could be asked for.</summary>
    private static string? TextIn(TypedConstant value) =>
        value.Kind == TypedConstantKind.Array ? null : value.Value as string;
}
