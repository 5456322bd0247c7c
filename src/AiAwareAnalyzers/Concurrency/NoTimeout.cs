using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Processes;
using AiAwareAnalyzers.Concurrency.Tokens;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>A wait for another program, a service or a database that nothing ever ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoTimeout() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1013",
        title: "A wait for something else has no end",
        messageFormat: "{0}, so {1}; {2}",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What waits for another program without a limit hangs with it, and takes threads, connections and "
            + "callers along.",
        alsoKnownAs: "missing timeout, missing deadline, infinite timeout, unbounded wait",
        cwe: [1088]);

    private const string CallerHangs =
        "a caller waits as long as the other side hangs, and so does all that waits for this caller";

    private const string ServiceHangs =
        "this service does nothing more when the other side hangs, and the host waits for it to stop";

    /// <summary>Work that is known to take its time, and that no request waits for.</summary>
    private static readonly ImmutableHashSet<string> LongWork = WordSet.Of(
        "archive backup batch bulk cleanup export index job maintenance migration rebuild reindex report restore",
        "vacuum worker");

    /// <summary>Programs of the system that say or set one thing, and end.</summary>
    private static readonly ImmutableHashSet<string> BriefTools = WordSet.Of(
        "chmod chown echo hdparm hostname id ip ln ls lsblk stat uname which whoami");

    /// <summary>Calls that come back when a program has closed its output.</summary>
    private static readonly ImmutableHashSet<string> AllReading = WordSet.Of(
        "ReadToEnd ReadToEndAsync CopyTo CopyToAsync");

    private static readonly ImmutableHashSet<string> CommandLimits = WordSet.Of(
        "CommandTimeout BulkCopyTimeout SetCommandTimeout");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var limit }) return;

        if (CommandLimits.Contains(limit.Name) && IsZero(assignment.Value) && MattersTo(context))
            ReportCommand(context, limit.Name);
        else if (limit.Name == "Timeout" && IsEndless(assignment.Value))
            AnalyzeClient(context, assignment, limit);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsWait(call)) AnalyzeProcess(context, call, call);
        else if (AllReading.Contains(call.TargetMethod.Name)) AnalyzeRead(context, call);
        else if (RemoteCalls.IsEndless(call, context.Compilation))
            Report(
                context,
                $"'{call.TargetMethod.Name}' is called without a deadline and without a token",
                "give it a 'deadline'");
        else if (LimitOf(call) is { } limit && MattersTo(context)) ReportCommand(context, limit);
    }

    /// <summary><c>db.Database.SetCommandTimeout(0)</c>, and a <c>commandTimeout: 0</c> among other values.</summary>
    private static string? LimitOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit
                && argument.Parameter?.Name is "commandTimeout" or "timeout"
                && (argument.Parameter.Name == "commandTimeout" || CommandLimits.Contains(call.TargetMethod.Name))
                && IsZero(argument.Value))
                return call.TargetMethod.Name;
        return null;
    }

    private static void ReportCommand(OperationAnalysisContext context, string limit) =>
        Report(
            context,
            $"'{limit}' of 0 lets a command run without end",
            "leave the default, or set the seconds that it may take at most");

    /// <summary>No single caller, and no work of which it is known that it takes long.</summary>
    private static bool MattersTo(OperationAnalysisContext context) =>
        !SingleCaller.HasAllOf(context.Compilation)
        && !SingleCaller.Has(context.ContainingSymbol)
        && !SaysLong(context.ContainingSymbol.Name)
        && !SaysLong(context.ContainingSymbol.ContainingType?.Name ?? "");

    private static bool SaysLong(string name) => Words.StemsOf(name).Any(LongWork.Contains);

    /// <summary>A client whose calls are not given a token either; a request of the older kind takes none.</summary>
    private static void AnalyzeClient(
        OperationAnalysisContext context, ISimpleAssignmentOperation assignment, IPropertySymbol limit)
    {
        if (limit.ContainingType.Name is "WebRequest" or "HttpWebRequest")
            Report(context, "This request never times out", "set a 'Timeout'");
        else if (limit.ContainingType.Name == "HttpClient"
            && (ClientRequests.WithoutToken(assignment, context.Compilation) ?? SuppliedTo(context, assignment))
                is { } endless)
            Report(
                context,
                SuppliedClients.HasToken(endless)
                    ? $"This client never times out, and the token of '{endless.TargetMethod.Name}' ends it only when "
                        + "a caller gives up"
                    : $"This client never times out, and '{endless.TargetMethod.Name}' is given no token",
                "set a 'Timeout', or give each call a token that ends it");
    }

    /// <summary>A token of a caller says that nobody waits any more, and not that it takes too long.</summary>
    private static IInvocationOperation? SuppliedTo(
        OperationAnalysisContext context, ISimpleAssignmentOperation assignment) =>
        SingleCaller.HasAllOf(context.Compilation)
            ? null
            : SuppliedClients.Of(context.Compilation).EndlessWith(assignment);

    private static bool IsWait(IInvocationOperation call) =>
        call.TargetMethod.Name is "WaitForExit" or "WaitForExitAsync";

    /// <summary>The wait behind it finds a program that is over.</summary>
    private static void AnalyzeRead(OperationAnalysisContext context, IInvocationOperation read)
    {
        if (IsOfProgram(read)
            && Bodies.Own(Bodies.Around(read)).OfType<IInvocationOperation>()
                .FirstOrDefault(call => IsWait(call) && call.Syntax.SpanStart > read.Syntax.SpanStart) is { } wait)
            AnalyzeProcess(context, wait, read);
    }

    /// <summary>Whether a pipe is read, by its name or by a local that was given it.</summary>
    private static bool IsOfProgram(IInvocationOperation read)
    {
        var reader = read.Instance is IPropertyReferenceOperation { Property.Name: "BaseStream", Instance: { } inner }
            ? inner
            : read.Instance;
        return reader is not null
            && ProcessUses.IsAt(reader is ILocalReferenceOperation local
                ? Values.InitialValueOf(local)?.AsWritten() ?? reader
                : reader);
    }

    /// <summary>
    /// A program whose window no user sees, in an application that has callers or in a service of its host.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="wait">The wait for the program.</param>
    /// <param name="asked">The wait, or a read before it: what is looked at here.</param>
    private static void AnalyzeProcess(
        OperationAnalysisContext context, IInvocationOperation wait, IInvocationOperation asked)
    {
        if (wait.Arguments.Any(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
            || !ProcessUses.IsAt(wait)
            || StartUp.Holds(wait.Syntax))
            return;

        var isHosted = IsHosted(context.ContainingSymbol);
        if (!isHosted && !HasCallers(context)
            || EndlessBehind(wait, isUnseen: isHosted || IsHandled(context, wait)) != asked
            || wait.Root().Descendants().Any(IsBriefTool))
            return;

        ReportProcess(context, wait, isHosted ? ServiceHangs : CallerHangs);
    }

    /// <summary>At the wait, or at the read that has waited for the program before.</summary>
    private static void ReportProcess(OperationAnalysisContext context, IInvocationOperation wait, string harm)
    {
        var name = ((IInvocationOperation)context.Operation).TargetMethod.Name;
        var isRead = context.Operation != wait;
        var limit = name.EndsWith("Async", StringComparison.Ordinal) ? "give it a token that ends the wait"
            : isRead ? "read beside a wait that has a limit"
            : "give it the time that the program may take";
        Report(
            context,
            isRead
                ? $"'{name}' waits until the program closes its output, without a limit, and "
                    + $"'{wait.TargetMethod.Name}' comes after that"
                : $"'{name}' waits for a program without a limit",
            $"{limit}, and kill the program after that",
            harm);
    }

    /// <summary><c>FileName = "chmod"</c>, <c>Process.Start("/usr/bin/chmod", …)</c></summary>
    private static bool IsBriefTool(IOperation operation) =>
        operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: string path } }
        && BriefTools.Contains(path[(path.LastIndexOf('/') + 1)..])
        && Values.UserOf(operation) is ISimpleAssignmentOperation
            { Target: IPropertyReferenceOperation { Property.Name: "FileName" } } or IArgumentOperation
            { Parameter.Name: "fileName" };

    private static bool HasCallers(OperationAnalysisContext context) =>
        !SingleCaller.HasAllOf(context.Compilation)
        && AspNetCore.Of(context.Compilation).IsThere
        && !SingleCaller.Has(context.ContainingSymbol);

    /// <summary>What the host keeps running; what it runs once, at the start, is named so.</summary>
    private static bool IsHosted(ISymbol member) =>
        !StartUp.IsNamedSo(member.Name)
        && member.ContainingType is { } type
        && !StartUp.IsNamedSo(type.Name)
        && HostedServices.Contain(type);

    private static bool IsHandled(OperationAnalysisContext context, IOperation wait) =>
        wait.SemanticModel is { } model
        && model.GetEnclosingSymbol(wait.Syntax.SpanStart) is IMethodSymbol function
        && Inputs.Of(context.Compilation).IsHandler(function, model);

    /// <summary>
    /// The call that nothing ends: the wait, or the read before it; null where something has ended the program.
    /// </summary>
    /// <param name="wait">The wait.</param>
    /// <param name="isUnseen">Whether no user sits before the program, whatever window it has.</param>
    private static IInvocationOperation? EndlessBehind(IInvocationOperation wait, bool isUnseen)
    {
        if (!isUnseen && !IsCaptured(wait)
            || wait.Outermost().Parent is IInvocationOperation { TargetMethod.Name: "WaitAsync" })
            return null;
        if (ProcessUses.Around(wait) is not { } uses) return isUnseen && IsOfNoName(wait) ? wait : null;
        if (uses.All.Find(use => use.Place == wait) is not { } waiting || uses.IsOver(waiting)) return null;

        var before = uses.All.TakeWhile(use => use != waiting).ToList();
        if (before.Exists(static use => use.Step == ProcessStep.Waits)) return null;
        return before.Where(static use => use.Step == ProcessStep.ReadsToEnd)
            .Select(static use => use.Place)
            .OfType<IInvocationOperation>()
            .FirstOrDefault(static read => AllReading.Contains(read.TargetMethod.Name)) is not { } reading
                ? wait
                : IsLimited(reading) ? null : reading;
    }

    private static bool IsLimited(IInvocationOperation reading) =>
        reading.Outermost().Parent is IInvocationOperation { TargetMethod.Name: "WaitAsync" }
        || reading.Arguments.Any(static argument =>
            argument is { ArgumentKind: ArgumentKind.Explicit, Value.Type.Name: nameof(CancellationToken) });

    /// <summary><c>Process.Start("git")!.WaitForExit()</c>: what has no name cannot be killed.</summary>
    private static bool IsOfNoName(IInvocationOperation wait) =>
        (wait.TargetMethod.Name == "WaitForExit" || wait.IsAwaited())
        && ProcessUses.StartedBy(wait) is { TargetMethod: { Name: "Start", IsStatic: true } };

    private static bool IsCaptured(IOperation wait) =>
        wait.Root().Descendants().Any(static operation => operation is IPropertyReferenceOperation
            { Property.Name: "RedirectStandardOutput" or "RedirectStandardError" or "CreateNoWindow"
                or "StandardOutput" or "StandardError" });

    private static bool IsZero(IOperation value) => value.Unconverted().ConstantValue is { HasValue: true, Value: 0 };

    private static bool IsEndless(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: -1 }
        || value.AsWritten() switch
        {
            IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", ContainingType.Name: "Timeout" } } => true,
            IInvocationOperation { TargetMethod: { Name: "FromMilliseconds", ContainingType.Name: "TimeSpan" },
                Arguments: { Length: > 0 } given } =>
                given[0].Value.ConstantValue is { HasValue: true, Value: -1 or -1L or -1.0 },
            _ => false,
        };

    private static void Report(
        OperationAnalysisContext context, string observation, string wayOut, string harm = CallerHangs) =>
        context.Report(Diagnostic.Create(Descriptor, context.Operation.CalledName(), observation, harm, wayOut));
}
