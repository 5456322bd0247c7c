using System.Collections.Immutable;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// A fix writes only what the target has; every fix case is run again for netstandard2.0, and that run sees a fix that
/// does not.
/// </summary>
public sealed class OldTargetLaws
{
    [Test]
    public void A_fix_that_writes_newer_syntax_is_seen() =>
        Assert.That(
            () => OldTarget.Accepts<Marking, Modernizing>("class C { }"),
            Throws.InstanceOf<AssertionException>().With.Message.Contains("netstandard2.0"));

    [Test]
    public void A_case_that_is_newer_itself_is_left_out() =>
        Assert.That(() => OldTarget.Accepts<Marking, Modernizing>("record C(int X);"), Throws.Nothing);

    private sealed class Marking : Rule
    {
        private static readonly DiagnosticDescriptor Descriptor = new(
            "AIA9995", "Marking", "Marking", "Elsewhere", DiagnosticSeverity.Warning, true);

        public Marking()
            : base(Descriptor)
        {
        }

        private protected override void Start(CompilationStartAnalysisContext start) =>
            start.RegisterSymbolAction(
                symbol => symbol.ReportDiagnostic(Diagnostic.Create(Descriptor, symbol.Symbol.Locations[0])),
                SymbolKind.NamedType);
    }

    /// <summary>No <see cref="Fix"/>: that would withdraw what does not compile.</summary>
    private sealed class Modernizing : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["AIA9995"];

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
            var old = root.FindNode(context.Span);
            var record = SyntaxFactory.ParseMemberDeclaration("record struct C(int X);")!;
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Modernize",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, record))),
                    "Modernize"),
                context.Diagnostics);
        }
    }
}
