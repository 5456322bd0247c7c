using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A check, or a payment, that passes whatever it is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StubbedCheck() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0607",
        title: "A check passes whatever it is given",
        messageFormat: "{0} never looks at {1} and always says that all is well, so nothing is ever refused; {2}",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A check or a payment that ignores its parameters and always succeeds lets everything through while its name promises the opposite.");

    /// <summary>First words of names that promise a decision.</summary>
    private static readonly ImmutableHashSet<string> Deciding = ImmutableHashSet.Create(
        StringComparer.Ordinal, "validate", "verify", "authorize", "authorise", "authenticate", "check", "charge", "refund", "capture", "debit", "withdraw");

    /// <summary>Those that no kind of thing can leave out: a constant answer is wrong even where a contract asks for the method.</summary>
    private static readonly ImmutableHashSet<string> Vital = ImmutableHashSet.Create(
        StringComparer.Ordinal, "verify", "authorize", "authorise", "authenticate", "charge", "refund", "capture", "debit", "withdraw");

    /// <summary>What can be asked behind <c>Is</c>, <c>Has</c> and <c>Can</c>.</summary>
    private static readonly ImmutableHashSet<string> Asked = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "valid", "authorized", "authorised", "authenticated", "allowed", "permitted", "permission", "access", "verified", "trusted", "signature", "role", "scope", "eligible", "owner", "approved");

    /// <summary>Names that say that nothing is refused.</summary>
    private static readonly ImmutableHashSet<string> Open = ImmutableHashSet.Create(StringComparer.Ordinal, "nothing", "any", "all", "always", "anything", "everything", "no", "none", "default", "dummy");

    private protected override void Start(CompilationStartAnalysisContext start) =>
        Stubs.ReportEach(start, StubKind.Check, static (stub, place) => Diagnostic.Create(
            Descriptor, place, stub.Name, Listed(Inputs(stub.Function)), "check them, or throw 'NotImplementedException' until that is done"));

    /// <summary>Whether a function that does nothing is a check that lets all pass.</summary>
    internal static bool Holds(IMethodSymbol function, Effort effort, Confession? confession, SyntaxNode syntax, SuccessClaims claims)
    {
        var inputs = Inputs(function);
        if (inputs.Count == 0 || !IsCheck(function.Name) || inputs.Any(effort.Uses) || Promises.ReturnsNothing(function)) return false;
        if (effort.Answers.Count == 0 || !effort.Answers.All(claims.Says)) return false;
        return confession is not null || (!IsImposed(function) && !IsOpenOnPurpose(function, inputs) && !HasComment(syntax));
    }

    /// <summary>Whether a name promises a decision.</summary>
    internal static bool IsCheck(string name)
    {
        var words = Words.StemsOf(name.Substring(name.LastIndexOf('.') + 1));
        return words.Length > 0 && (Deciding.Contains(words[0]) || (words[0] is "is" or "has" or "can" && words.Any(Asked.Contains) && !words.Contains("not")));
    }

    /// <summary>The parameters that a decision could depend on.</summary>
    private static List<IParameterSymbol> Inputs(IMethodSymbol function) => function.Parameters
        .Where(static parameter => parameter.RefKind != RefKind.Out && parameter.Type.Name is not ("CancellationToken" or "ILogger") && !parameter.IsThis)
        .ToList();

    /// <summary>A contract asks every kind of thing the same question, and for this one the answer may be constant.</summary>
    private static bool IsImposed(IMethodSymbol function) =>
        function.IsVirtual || ((function.IsOverride || Implements(function)) && !Vital.Contains(Words.Of(function.Name.Substring(function.Name.LastIndexOf('.') + 1))[0]));

    private static bool Implements(IMethodSymbol function) =>
        !function.ExplicitInterfaceImplementations.IsEmpty
        || (function.ContainingType is { } type
            && type.AllInterfaces.SelectMany(contract => contract.GetMembers(function.Name)).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), function)));

    /// <summary>The name says so, a parameter is named as one that is not needed, or another rule speaks about certificates.</summary>
    private static bool IsOpenOnPurpose(IMethodSymbol function, List<IParameterSymbol> inputs) =>
        Words.Of(function.Name).Any(Open.Contains)
        || Words.Of(function.ContainingType.Name).Any(Open.Contains)
        || inputs.Exists(static parameter => parameter.Name.StartsWith("_", StringComparison.Ordinal) || parameter.Type.Name is "X509Certificate" or "X509Certificate2");

    /// <summary>A word of explanation.</summary>
    private static bool HasComment(SyntaxNode syntax) => syntax.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static string Listed(List<IParameterSymbol> inputs) => string.Join(", ", inputs.Select(static parameter => $"'{parameter.Name}'"));
}
