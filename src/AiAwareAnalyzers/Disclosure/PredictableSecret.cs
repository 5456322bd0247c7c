using System.Collections.Concurrent;
using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A token, code or password made from <c>Random</c>, a clock or a Guid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PredictableSecret() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0808",
        title: "A secret is predictable",
        messageFormat: "'{0}' makes '{1}', {2}; draw it from 'RandomNumberGenerator'",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A secret that is drawn from 'Random' or from a clock can be computed by anyone who saw a few "
            + "others or knows when it was made.",
        alsoKnownAs: "weak random, insecure randomness, predictable token",
        cwe: [338],
        customTags: LowersOwnFindings);

    private const string OfRandom = "but a few numbers of a 'Random' are enough to compute the others";
    private const string OfClock = "but anyone who knows roughly when it was made can try every possible time";
    private const string OfGuid =
        "which has 122 random bits today, but a Guid is only promised to be unique, not secret";

    private const string OfDatedGuid =
        "which has 74 random bits today behind the time, but a Guid is only promised to be unique, not secret";

    /// <summary>What is said about a secret, but is none: its length may be drawn by any means.</summary>
    private static readonly ImmutableHashSet<string> Measures = WordSet.Of(
        "length count size delay second minute millisecond ms timeout");

    /// <summary>
    /// The last words of names of what tells requests, conversations and their answers apart; a number that is used
    /// once has to be unique, and no more.
    /// </summary>
    private static readonly ImmutableHashSet<string> Tellers = WordSet.Of("id identifier state nonce");

    private static readonly ImmutableHashSet<string> Entries = WordSet.Of("code number reference");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var chance = RandomSources.Of(start.Compilation);
        var functions = RandomFunctions.Of(start.Compilation);
        start.RegisterOperationBlockStartAction(block =>
        {
            var found = new ConcurrentBag<Secret>();
            block.RegisterOperationAction(
                context => AskCall(context, chance, functions, found), OperationKind.Invocation);
            block.RegisterOperationAction(context => AskClock(context, found), OperationKind.PropertyReference);
            block.RegisterOperationBlockEndAction(context => Report(context, found));
        });
    }

    private static void AskCall(
        OperationAnalysisContext context, RandomSources chance, RandomFunctions functions, ConcurrentBag<Secret> found)
    {
        var call = (IInvocationOperation)context.Operation;
        if (chance.IsDraw(call)) Analyze(context, OfRandom, DiagnosticSeverity.Warning, found);
        else if (chance.IsNewGuid(call)) AskGuid(context, call, found);
        else AskFunction(context, call, functions, found);
    }

    private static void AskGuid(
        OperationAnalysisContext context, IInvocationOperation guid, ConcurrentBag<Secret> found)
    {
        if (!IsLabel(guid))
            Analyze(
                context,
                guid.TargetMethod.Name == "CreateVersion7" ? OfDatedGuid : OfGuid,
                DiagnosticSeverity.Info,
                found);
    }

    /// <summary>
    /// What a Guid is made for: to tell conversations or requests apart, or entries that a word says the kind of
    /// (<c>$"Manual_{guid}"</c>).
    /// </summary>
    private static bool IsLabel(IOperation guid)
    {
        var names = Destinations.Of(guid)
            .Select(static name => Words.StemsOf(name).LastOrDefault())
            .OfType<string>()
            .ToList();
        return names.Exists(Tellers.Contains) || names.Exists(Entries.Contains) && StandsBehindWord(guid);
    }

    private static bool StandsBehindWord(IOperation guid)
    {
        var part = guid;
        while (part.Parent is IInvocationOperation or IConversionOperation or IInterpolationOperation)
            part = part.Parent;
        return part.Parent switch
        {
            IInterpolatedStringOperation text => text.Parts[0] is IInterpolatedStringTextOperation,
            IBinaryOperation sum => sum.RightOperand == part && sum.LeftOperand.ConstantValue.HasValue,
            _ => false,
        };
    }

    /// <summary>
    /// <c>var password = Draw(12)</c>: where the function itself is named after a secret, its draws are reported.
    /// </summary>
    private static void AskFunction(
        OperationAnalysisContext context, IInvocationOperation call, RandomFunctions functions,
        ConcurrentBag<Secret> found)
    {
        if (functions.Contain(call.TargetMethod) && !SecretNames.IsUnguessable(call.TargetMethod.Name))
            Analyze(context, OfRandom, DiagnosticSeverity.Warning, found);
    }

    private static void AskClock(OperationAnalysisContext context, ConcurrentBag<Secret> found)
    {
        if (RandomSources.IsClock((IPropertyReferenceOperation)context.Operation))
            Analyze(context, OfClock, DiagnosticSeverity.Warning, found);
    }

    /// <summary>
    /// Does the value end in something that nobody may guess? The last name decides, or the function that makes it.
    /// </summary>
    private static void Analyze(
        OperationAnalysisContext context, string harm, DiagnosticSeverity severity, ConcurrentBag<Secret> found)
    {
        if (SecretIn(context) is { } secret)
            found.Add(new(context.Operation, secret, harm, Zones.Raised(severity, context)));
    }

    private static string? SecretIn(OperationAnalysisContext context)
    {
        var names = Destinations.Of(context.Operation).ToList();
        if (names.Any(IsMeasure)) return null;

        if (names.Any(name => IsIdentity(name, context.Operation)) || IsClaim(context.Operation)) return null;

        var secret = names.FirstOrDefault(SecretNames.IsUnguessable)
            ?? Destinations.FunctionAround(context.Operation, context.ContainingSymbol);
        return SecretNames.IsUnguessable(secret) && !StandIns.Contain(context.ContainingSymbol.ContainingType)
            ? secret
            : null;
    }

    /// <summary>What tells things apart, and gives no access: kept as a Guid, it is the key of a row.</summary>
    private static bool IsIdentity(string name, IOperation draw) => Words.StemsOf(name) switch
    {
        [.., "jti"] or [.., "key", "id"] => true,
        [.., "id" or "identifier" or "key"] =>
            draw.Type?.Name == "Guid" && draw.Parent is not (IInvocationOperation or IInterpolationOperation),
        _ => false,
    };

    /// <summary>A claim is signed with the token around it; its <c>jti</c> only has to be unique.</summary>
    private static bool IsClaim(IOperation draw)
    {
        for (var parent = draw.Parent; parent is not (null or IBlockOperation); parent = parent.Parent)
            if (parent is IObjectCreationOperation { Type.Name: "Claim" }) return true;
        return false;
    }

    private static bool IsMeasure(string name) =>
        Words.StemsOf(name).LastOrDefault() is { } last && Measures.Contains(last);

    /// <summary>A password is one secret, however many draws it takes: the first in the text is reported.</summary>
    private static void Report(OperationBlockAnalysisContext context, ConcurrentBag<Secret> found)
    {
        if (found.IsEmpty) return;
        foreach (var secret in found.OrderBy(secret => secret.Draw.Syntax.SpanStart)
            .GroupBy(secret => (secret.Name, secret.Severity))
            .Select(draws => draws.First()))
            context.Report(Diagnostic.Create(
                Descriptor,
                secret.Draw.Syntax.GetLocation(),
                secret.Severity,
                additionalLocations: null,
                properties: null,
                Quote.Of(secret.Draw.Syntax), secret.Name, secret.Harm));
    }

    private sealed record Secret(IOperation Draw, string Name, string Harm, DiagnosticSeverity Severity);
}
