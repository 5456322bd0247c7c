namespace AiAwareAnalyzers.Testing.Doubles;

/// <summary>The libraries that make doubles.</summary>
internal static class DoubleLibraries
{
    public static bool AreUsed(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly =>
            assembly.Name is "Moq" or "NSubstitute" or "FakeItEasy");
}
