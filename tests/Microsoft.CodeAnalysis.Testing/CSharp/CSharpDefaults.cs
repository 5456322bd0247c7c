namespace Microsoft.CodeAnalysis.CSharp.Testing;

/// <summary>How C# is parsed and compiled where a test does not say otherwise.</summary>
internal static class CSharpDefaults
{
    internal const string FileExtension = "cs";

    internal static CompilationOptions CompilationOptions { get; } =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    internal static ParseOptions ParseOptions { get; } =
        new CSharpParseOptions(LanguageVersion.Default, DocumentationMode.Diagnose);
}
