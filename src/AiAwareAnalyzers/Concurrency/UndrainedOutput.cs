using AiAwareAnalyzers.Concurrency.Processes;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A program that is waited for while nothing reads what it writes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndrainedOutput() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1012",
        title: "A program is waited for while nothing reads what it writes",
        messageFormat: "'{0}' waits while nothing reads {1}: once the pipe is full the program waits for a reader, and "
            + "each waits for the other; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A pipe holds a few kilobytes: a program that has filled it waits until it is read, and code that "
            + "waits for the program first waits for ever.",
        alsoKnownAs: "deadlock, hanging process, redirected output, WaitForExit hangs",
        cwe: [833]);

    /// <summary>The pipes that are read too late, for the fix.</summary>
    internal const string Pipes = "Pipes";

    private protected override void Start(CompilationStartAnalysisContext start) => LookInBodies(
        start,
        context => ProcessUses.IsAt(context.Operation)
            && ProcessUses.Around(context.Operation) is { } uses
            && uses.First == context.Operation
                ? FindingIn(uses, context.Compilation)
                : null,
        OperationKind.Invocation,
        OperationKind.PropertyReference);

    /// <summary>One finding for a process: at the first place that may never end.</summary>
    private static Diagnostic? FindingIn(ProcessUses uses, Compilation compilation)
    {
        foreach (var use in uses.All.Where(static use => use.Blocks))
        {
            if (uses.ReadTooLateFor(use).ToList() is { Count: > 0 } late)
                return Finding(use, late, "start 'ReadToEndAsync' on it before, and take the text afterwards",
                    ImmutableDictionary<string, string?>.Empty.Add(Pipes, string.Join(",", late)));
            if (NeverRead(uses, use, compilation).ToList() is { Count: > 0 } left)
                return Finding(use, left, "read it, or do not redirect it", null);
        }

        return null;
    }

    private static Diagnostic Finding(
        ProcessUse use, List<string> pipes, string wayOut, ImmutableDictionary<string, string?>? properties) =>
        Diagnostic.Create(
            Descriptor,
            use.Place.Syntax.GetLocation(),
            properties,
            Quote.Of(use.Place.Syntax),
            string.Join(" and ", pipes.Select(static pipe => $"'{pipe}'")),
            wayOut);

    /// <summary>The pipes of a process that only this body has, which are redirected and never named.</summary>
    private static IEnumerable<string> NeverRead(ProcessUses uses, ProcessUse use, Compilation compilation) =>
        uses.Process is ILocalSymbol local
        && !uses.IsOver(use)
        && Locals.Around(use.Place, compilation) is var locals
        && locals.InitializerOf(local) is { } made
        && Creations(made).Any()
        && Creations(use.Place.Root()).Take(2).Count() == 1
        && locals.MentionsOf(local).All(StaysHere)
            ? ProcessUses.Pipes.Where(pipe =>
                pipe != use.Pipe
                && !uses.All.Exists(each => each.Pipe == pipe)
                && !uses.IsNamedElsewhere(pipe)
                && IsRedirected("Redirect" + pipe, use.Place.Root()))
            : [];

    /// <summary><c>Process.Start(…)</c>, <c>new Process { … }</c>.</summary>
    private static IEnumerable<IOperation> Creations(IOperation root) =>
        root.DescendantsAndSelf().Where(static operation => operation is
            IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Start", ContainingType.Name: "Process" } }
            or IObjectCreationOperation { Type: { Name: "Process", ContainingNamespace.Name: "Diagnostics" } });

    private static bool StaysHere(IOperation mention) => mention.Outermost().Parent switch
    {
        IMemberReferenceOperation or IConditionalAccessOperation or IUsingOperation => true,
        IInvocationOperation call => call.Instance == mention.Outermost(),
        IBinaryOperation or IIsPatternOperation => true,
        _ => false,
    };

    private static bool IsRedirected(string property, IOperation root) =>
        root.Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IPropertyReferenceOperation { Property: var set }
                && set.Name == property
                && set.ContainingType.Name == "ProcessStartInfo")
            .ToList() is { Count: > 0 } told
        && told.TrueForAll(static assignment => assignment.Value.ConstantValue is { HasValue: true, Value: true });
}
