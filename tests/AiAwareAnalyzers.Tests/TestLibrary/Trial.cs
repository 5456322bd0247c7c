using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>A test whose verdict is itself under test.</summary>
internal sealed class Trial<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public Trial() => ReferenceAssemblies = References.Net10;
}

/// <summary>A test of a fix whose verdict is itself under test.</summary>
internal sealed class Trial<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public Trial() => ReferenceAssemblies = References.Net10;
}

/// <summary>A test of a generator whose verdict is itself under test.</summary>
internal sealed class GeneratorTrial<TGenerator> : CSharpSourceGeneratorTest<TGenerator, DefaultVerifier>
    where TGenerator : new()
{
    public GeneratorTrial() => ReferenceAssemblies = References.Net10;
}
