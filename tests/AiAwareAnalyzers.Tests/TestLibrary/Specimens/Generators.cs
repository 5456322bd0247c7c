using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.TestLibrary.Specimens;

#pragma warning disable RS1041, RS1038, RS1042 // These generators run in tests only.

/// <summary>Adds nothing, and reports every class.</summary>
[Generator]
internal sealed class ReportingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => ((ClassDeclarationSyntax)found.Node).Identifier);
        context.RegisterSourceOutput(classes, static (output, name) =>
            output.ReportDiagnostic(Diagnostic.Create(LowerCaseClass.Descriptor, name.GetLocation(), name.Text, name.Text[0])));
    }
}

/// <summary>Adds a class.</summary>
[Generator]
internal sealed class AddingGenerator : IIncrementalGenerator
{
    internal const string Code = "class Added { }";

    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(static output => output.AddSource("Added.g.cs", Code));
}
