using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Sinks;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>A path that someone outside can lead out of its folder.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathFromInput() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0705",
        title: "A path is built from input",
        messageFormat: "'{0}' comes from outside and leads '{1}' wherever it says, '..' and rooted paths included; take 'Path.GetFileName' of it, or compare the full path with the folder before it is used",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A path that is built from input and never confined leads out of its folder, because '..' climbs and a rooted path replaces everything before it.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var sinks = PathSinks.Of(start.Compilation);
        if (sinks.AreReferenced) start.RegisterOperationAction(context => Look(context, sinks), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Look(OperationAnalysisContext context, PathSinks sinks)
    {
        if (sinks.At(context.Operation) is not { } use) return;
        if (use.Free.FirstOrDefault(hole => hole.Origin == TextOrigin.Input && !sinks.IsConfined(use, hole)) is not { } open) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, use.LocationOf(open), Quote.Of(open.Value.Syntax), use.Name));
    }
}
