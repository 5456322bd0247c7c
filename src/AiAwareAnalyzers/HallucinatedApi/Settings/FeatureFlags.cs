using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.HallucinatedApi.Settings;

/// <summary>Feature flags, which code asks for by name and the settings hold in a section of their own.</summary>
internal static class FeatureFlags
{
    private const string Section = "FeatureManagement";

    private static readonly ImmutableHashSet<string> Managers = WordSet.Of(
        "IFeatureManager IFeatureManagerSnapshot IVariantFeatureManager IVariantFeatureManagerSnapshot");

    /// <summary>What holds the name of a flag; null where an operation asks for none.</summary>
    public static IOperation? In(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "IsEnabledAsync" or "IsEnabled",
            Arguments: [{ Value: { ConstantValue: { HasValue: true, Value: string { Length: > 0 } } } name }, ..] } call
        && Managers.Contains(call.TargetMethod.ContainingType.Name)
            ? name
            : null;

    /// <summary>The flag of nearly this name; one with conditions is a section.</summary>
    public static NearKey? Near(string flag, SettingsKeys settings)
    {
        if (settings.Root[Section] is null) return null;
        return Beside(isSection: false) ?? Beside(isSection: true);

        // What is called so elsewhere is no flag.
        NearKey? Beside(bool isSection) =>
            NearKey.Of(ImmutableArray.Create(Section, flag), isSection, isFromRoot: true, settings)
                is { Key.Length: 2 } near
                ? near
                : null;
    }
}
