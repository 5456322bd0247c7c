using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A secret in the code: known by its shape, by what it is given to, or by the name it bears.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardcodedSecret() : Rule(Descriptor)
{
    /// <summary>The property of a finding that names what the secret is given to.</summary>
    internal const string Taker = nameof(Taker);

    private const int ShortestKey = 16;

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0803",
        title: "A secret is hard-coded",
        messageFormat: "{0} is hard-coded, so everyone who can read the repository or its history knows it; read it "
            + "from configuration, and rotate it",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A hard-coded secret is known to everyone who can read the repository, its history, its "
            + "packages or its build logs.",
        alsoKnownAs: "hard-coded credentials, leaked API key",
        cwe: [798],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        LookInBodies(start, AskText, OperationKind.Literal, OperationKind.Utf8String, OperationKind.Binary);
        LookInBodies(start, AskBytes, OperationKind.ArrayCreation, NewerSyntax.CollectionExpression);
    }

    /// <summary>A table of accounts has one mistake, and not one in each row.</summary>
    private static (string Cause, Diagnostic Finding)? AskText(OperationAnalysisContext context)
    {
        if (TextOf(context.Operation) is not { Length: >= 4 } text
            || IsPartOfText(context.Operation)
            || IsFallback(context.Operation)
            || OnlyHere.Connects(text)
            || OnlyHere.IsDesignTime(context.ContainingSymbol))
            return null;

        if (SecretText.ShapeOf(text) is { } shape)
            return (text, Finding(
                context,
                $"This is {shape}: it",
                Destinations.OfText(context.Operation).FirstOrDefault(),
                DiagnosticSeverity.Warning));
        return !SecretText.IsPlaceholder(text)
            && SecretText.CouldBeOne(text)
            && TakerOf(context.Operation, text) is { } taker
            && !ErrorCodes.Include(context.Operation, text)
            && !SettingNames.AreListedWith(context.Operation)
            && !RefusedSecrets.IsOne(context.Operation, context.Compilation)
                ? UnlessForDevelopers(context, taker)
                : null;
    }

    private static string? TextOf(IOperation operation) =>
        operation is IUtf8StringOperation utf8 ? utf8.Value : operation.ConstantText();

    /// <summary>Of texts that the compiler joins, the whole is looked at.</summary>
    private static bool IsPartOfText(IOperation operation) =>
        Values.UserOf(operation) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        && sum.ConstantText() is not null;

    /// <summary>A key that is written out byte by byte.</summary>
    private static (string Cause, Diagnostic Finding)? AskBytes(OperationAnalysisContext context) =>
        AreKey(Elements.Of(context.Operation).ToList())
        && !OnlyHere.IsDesignTime(context.ContainingSymbol)
        && (SecretUses.Of(context.Operation) ?? Destinations.OfText(context.Operation)
            .FirstOrDefault(SecretNames.IsSecret)) is { } taker
            ? UnlessForDevelopers(context, taker)
            : null;

    /// <summary>As many constant bytes as the shortest key has; all alike, they only fill the place of one.</summary>
    private static bool AreKey(List<IOperation> elements) =>
        elements.Count >= ShortestKey
        && elements.TrueForAll(static element => element.ConstantValue is { HasValue: true, Value: byte })
        && elements.Select(static element => element.ConstantValue.Value).Distinct().Skip(1).Any();

    /// <summary>By use first, whatever the name; then by the names that the value takes on.</summary>
    private static string? TakerOf(IOperation literal, string text) =>
        text.Length >= 8 && SecretUses.Of(literal) is { } use && !use.Equals(text, StringComparison.OrdinalIgnoreCase)
            ? use
            : Destinations.OfText(literal)
                .FirstOrDefault(name => SecretNames.IsSecret(name) && SecretText.IsMoreThanAName(text, name));

    /// <summary>What stands in for a missing setting is another rule's finding.</summary>
    private static bool IsFallback(IOperation literal)
    {
        var user = Values.UserOf(literal);
        return user is ICoalesceOperation
            or ICoalesceAssignmentOperation
            or IConditionalOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }
            or INameOfOperation
            || user is IArgumentOperation { Parameter.Name: "defaultValue" }
            || user is IPropertyInitializerOperation { InitializedProperties: var properties }
                && properties.FirstOrDefault() is { } property
                && SecretFallback.IsBound(property.ContainingType);
    }

    /// <summary>
    /// An account that a seeder makes for developers is theirs; where the seeder is called in another project, it may
    /// be called for developers only.
    /// </summary>
    private static (string Cause, Diagnostic Finding)? UnlessForDevelopers(
        OperationAnalysisContext context, string taker)
    {
        var runs = Deployment.Of(context.Operation.Syntax, context.Compilation);
        if (runs == Runs.InDevelopment
            || Deployment.IsKeptForDevelopment(context.Operation, context.Compilation)
            || (runs == Runs.OutOfSight && OnlyHere.IsForDevelopers(context.ContainingSymbol.ContainingType)))
            return null;

        var isForOthersToSay =
            runs == Runs.OutOfSight && Seeders.Contain(context.Operation, context.ContainingSymbol);
        return (CauseOf(context.Operation, taker), Finding(
            context,
            $"The secret for '{taker}'",
            taker,
            isForOthersToSay ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning));
    }

    /// <summary>What takes the secrets, and what is made or called with them again and again.</summary>
    private static string CauseOf(IOperation literal, string taker) => Values.UserOf(literal) switch
    {
        IArgumentOperation { Parameter.ContainingSymbol: { } called } => $"{taker}|{called.ToDisplayString()}",
        _ => $"{taker}|{literal.Syntax.SpanStart}",
    };

    private static Diagnostic Finding(
        OperationAnalysisContext context, string what, string? taker, DiagnosticSeverity severity) =>
        Diagnostic.Create(
            Descriptor,
            context.Operation.Syntax.GetLocation(),
            severity,
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(Taker, taker),
            what);
}
