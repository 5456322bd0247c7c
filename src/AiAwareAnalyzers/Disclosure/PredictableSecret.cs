using System.Collections.Concurrent;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A token, code or password made from <c>Random</c>, a clock or a Guid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PredictableSecret() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0808",
        title: "A secret can be predicted",
        messageFormat: "'{0}' makes '{1}', {2}; draw it from 'RandomNumberGenerator'",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A secret that is drawn from 'Random' or from a clock can be computed by somebody who saw a few others or knows when it was made.",
        customTags: LowersOwnFindings);

    private const string OfRandom = "but whoever has seen a few numbers of a 'Random' can compute the others";
    private const string OfClock = "but whoever knows about when it was made can try all the times there are";
    private const string OfGuid = "which has 122 random bits today, but a Guid promises to be unique, not to be secret";

    /// <summary>What is said about a secret, but is none: its length may be drawn by any means.</summary>
    private static readonly ImmutableHashSet<string> Measures = ImmutableHashSet.Create(StringComparer.Ordinal, "length", "count", "size", "delay", "second", "minute", "millisecond", "ms", "timeout");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var chance = Chance.Of(start.Compilation);
        start.RegisterOperationBlockStartAction(block =>
        {
            var found = new ConcurrentBag<Secret>();
            block.RegisterOperationAction(context => AskCall(context, chance, found), OperationKind.Invocation);
            block.RegisterOperationAction(context => AskClock(context, found), OperationKind.PropertyReference);
            block.RegisterOperationBlockEndAction(context => Report(context, found));
        });
    }

    private static void AskCall(OperationAnalysisContext context, Chance chance, ConcurrentBag<Secret> found)
    {
        var call = (IInvocationOperation)context.Operation;
        if (chance.IsDraw(call)) Ask(context, OfRandom, DiagnosticSeverity.Warning, found);
        else if (chance.IsNewGuid(call)) Ask(context, OfGuid, DiagnosticSeverity.Info, found);
    }

    private static void AskClock(OperationAnalysisContext context, ConcurrentBag<Secret> found)
    {
        if (Chance.IsClock((IPropertyReferenceOperation)context.Operation)) Ask(context, OfClock, DiagnosticSeverity.Warning, found);
    }

    /// <summary>Does the value end in something that nobody may guess? The last name decides, or the function that makes it.</summary>
    private static void Ask(OperationAnalysisContext context, string harm, DiagnosticSeverity severity, ConcurrentBag<Secret> found)
    {
        var names = Destinations.Of(context.Operation).ToList();
        if (names.Any(IsMeasure)) return;

        var secret = names.FirstOrDefault(SecretNames.IsUnguessable) ?? Destinations.FunctionAround(context.Operation, context.ContainingSymbol);
        if (SecretNames.IsUnguessable(secret)) found.Add(new(context.Operation, secret, harm, severity));
    }

    private static bool IsMeasure(string name) => Words.StemsOf(name).LastOrDefault() is { } last && Measures.Contains(last);

    /// <summary>A password is one secret, however many draws it takes: the first in the text is reported.</summary>
    private static void Report(OperationBlockAnalysisContext context, ConcurrentBag<Secret> found)
    {
        if (found.IsEmpty) return;
        foreach (var secret in found.OrderBy(secret => secret.Draw.Syntax.SpanStart).GroupBy(secret => (secret.Name, secret.Severity)).Select(draws => draws.First()))
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor,
                secret.Draw.Syntax.GetLocation(),
                secret.Severity,
                additionalLocations: null,
                properties: null,
                Quote.Of(secret.Draw.Syntax), secret.Name, secret.Harm));
    }

    private sealed record Secret(IOperation Draw, string Name, string Harm, DiagnosticSeverity Severity);
}
