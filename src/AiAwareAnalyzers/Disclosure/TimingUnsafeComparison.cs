using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>
/// A secret, a signature or the hash of a secret compared in a time that tells how much of it was right.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TimingUnsafeComparison() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0807",
        title: "A secret is compared in variable time",
        messageFormat: "'{0}' stops at the first difference, so the time it takes reveals how much of '{1}' was "
            + "guessed right; {2}",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A comparison that stops at the first difference takes longer the more of a secret was guessed "
            + "right, and so leaks it to anyone who measures.",
        alsoKnownAs: "timing attack, non-constant-time comparison",
        cwe: [208]);

    private const string FixedTime = "compare with 'CryptographicOperations.FixedTimeEquals'";
    private const string AllBytes = "compare all bytes, and answer only after the last one";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var wayOut =
            start.Compilation.GetTypeByMetadataName("System.Security.Cryptography.CryptographicOperations") is null
                ? AllBytes
                : FixedTime;
        start.RegisterOperationAction(
            context => Analyze(context, wayOut), OperationKind.Binary, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, string wayOut)
    {
        if (Comparison.In(context.Operation) is not { } comparison) return;
        if (SecretIn(comparison) is { } secret && !IsMeant(comparison, context))
            context.Report(
                Diagnostic.Create(
                    Descriptor,
                    context.Operation.Syntax.GetLocation(),
                    Quote.Of(context.Operation.Syntax),
                    secret,
                    wayOut));
    }

    /// <summary>What is given away: the side with a telling name, or the one that was computed with a key.</summary>
    private static string? SecretIn(Comparison comparison) => SecretIn(comparison.Left) ?? SecretIn(comparison.Right);

    private static string? SecretIn(IOperation operand) =>
        NameOf(operand) is { } name && (SecretNames.IsWorthTiming(name) || SecretNames.IsProof(name)) ? name
        : KeyedHash.IsMade(operand) ? NameOf(operand) ?? Quote.Of(operand.Syntax)
        : null;

    /// <summary>
    /// A form that asks twice, a search for changes, something public, equality of our own, a query that the database
    /// answers, or a type that only stands in for another.
    /// </summary>
    private static bool IsMeant(Comparison comparison, OperationAnalysisContext context) =>
        new[] { comparison.Left, comparison.Right }
            .Any(operand => IsRemembered(operand)
                || NameOf(operand) is { } name && (SecretNames.IsTwin(name) || IsPublic(name)))
        || context.ContainingSymbol is IMethodSymbol { Name: "Equals" or "op_Equality" or "op_Inequality" }
        || IsLikeItself(comparison)
        || IsOfHashes(comparison)
        || ProvenText.IsIn(comparison.Left, context.Compilation)
        || ProvenText.IsIn(comparison.Right, context.Compilation)
        || IsReplaced(comparison)
        || IsTranslated(context.Operation)
        || StandIns.Contain(context.ContainingSymbol.ContainingType);

    /// <summary>It says that it is no secret, or where something lies.</summary>
    private static bool IsPublic(string name) =>
        Words.Of(name).Any(static word => word is "public" or "path" or "route" or "url" or "folder");

    /// <summary>Settings that a program keeps on the machine of the one who uses it: nobody guesses at them.</summary>
    private static bool IsRemembered(IOperation operand)
    {
        for (IOperation? part = operand; part is not null;)
        {
            if (Values.SymbolOf(part) is { } named
                && (SpeaksOfLocal(named.Name) || SpeaksOfLocal(part.Type?.Name ?? "")))
                return true;
            part = (part.Unconverted() as IMemberReferenceOperation)?.Instance;
        }

        return false;
    }

    private static bool SpeaksOfLocal(string name)
    {
        var words = Words.StemsOf(name);
        return words.Contains("remembered")
            || (words.Any(static word => word == "local")
                && words.Any(static word => word is "setting" or "storage" or "preference"));
    }

    /// <summary>
    /// The hash of a token beside the hash of another: no caller chooses how a hash begins. A password is too short to
    /// hide behind one.
    /// </summary>
    private static bool IsOfHashes(Comparison comparison) =>
        IsHashOfToken(comparison.Left) && IsHashOfToken(comparison.Right);

    private static bool IsHashOfToken(IOperation operand) =>
        NameOf(operand) is { } name
        && Words.StemsOf(name) is var words
        && words.Contains("hash")
        && words.Contains("token")
        && !words.Any(static word => word is "hmac" or "mac" or "password");

    /// <summary>
    /// An object that asks whether another one is like itself; two others may be a user and who wants to be that user.
    /// </summary>
    private static bool IsLikeItself(Comparison comparison) =>
        comparison is { Left: IMemberReferenceOperation left, Right: IMemberReferenceOperation right }
        && SymbolEqualityComparer.Default.Equals(left.Member, right.Member)
        && (left.Instance is IInstanceReferenceOperation || right.Instance is IInstanceReferenceOperation);

    /// <summary><c>if (Password != password) Password = password;</c></summary>
    private static bool IsReplaced(Comparison comparison) =>
        comparison.Left is IMemberReferenceOperation { Instance: IInstanceReferenceOperation or null } own
        && Branch(own) is { } branch
        && branch.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(assignment =>
            assignment.Target is IMemberReferenceOperation target
            && SymbolEqualityComparer.Default.Equals(target.Member, own.Member));

    private static IOperation? Branch(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or IConditionalOperation or IBlockOperation)) outer = outer.Parent;
        return outer is IConditionalOperation choice ? choice.WhenTrue : null;
    }

    /// <summary>Inside a lambda that becomes an expression tree.</summary>
    private static bool IsTranslated(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent
                is IAnonymousFunctionOperation { Parent: IConversionOperation { Type.Name: "Expression" }
                    or IDelegateCreationOperation { Type.Name: "Expression" } })
                return true;
        return false;
    }

    private static string? NameOf(IOperation operand) => operand switch
    {
        _ when CallStack.IsNearlyFull => null,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: var owner } }
            when IsResource(owner)
                || Words.StemsOf(owner.Name).Any(static word => word is "name" or "header" or "constant") => null,
        IMemberReferenceOperation member => member.Member.Name,
        IConditionalAccessOperation access => NameOf(access.WhenNotNull.Unconverted()),
        IInvocationOperation { TargetMethod: var method }
            when method.Name.StartsWith("Get", StringComparison.Ordinal) => method.Name,
        _ => null,
    };

    /// <summary>The class that is generated from a file of resources: texts that everybody has.</summary>
    private static bool IsResource(INamedTypeSymbol type) =>
        type.GetMembers("ResourceManager").Any(static member => member.IsStatic);
}
