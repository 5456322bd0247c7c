using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Functions whose names promise that they decide, and what they are to decide by.</summary>
internal static class PromisedDecisions
{
    /// <summary>First words of names that promise a decision.</summary>
    private static readonly ImmutableHashSet<string> Deciding = WordSet.Of(
        "validate verify authorize authorise authenticate check charge refund capture debit withdraw");

    /// <summary>
    /// Those that no kind of thing can leave out: a constant answer is wrong even where a contract asks for the method.
    /// </summary>
    private static readonly ImmutableHashSet<string> Vital = WordSet.Of(
        "verify authorize authorise authenticate charge refund capture debit withdraw");

    /// <summary>What can be asked behind <c>Is</c>, <c>Has</c> and <c>Can</c>.</summary>
    private static readonly ImmutableHashSet<string> Asked = WordSet.Of(
        "valid authorized authorised authenticated allowed permitted permission access verified trusted signature",
        "role scope eligible owner approved");

    /// <summary>Names that say that nothing is refused.</summary>
    private static readonly ImmutableHashSet<string> Open = WordSet.Of(
        "nothing any all always anything everything no none default dummy");

    /// <summary>Whether a name promises a decision.</summary>
    public static bool AreMadeBy(string name)
    {
        var words = Words.StemsOf(SimpleName(name));
        return words.Length > 0
            && (Deciding.Contains(words[0])
                || (words[0] is "is" or "has" or "can" && words.Any(Asked.Contains) && !words.Contains("not")));
    }

    /// <summary>The parameters that a decision could depend on.</summary>
    public static List<IParameterSymbol> InputsOf(IMethodSymbol function) => function.Parameters
        .Where(static parameter =>
            parameter.RefKind != RefKind.Out
            && !Cancellations.IsToken(parameter.Type)
            && parameter.Type.Name != "ILogger"
            && !parameter.IsThis)
        .ToList();

    /// <summary>
    /// A contract asks every kind of thing the same question, and for this one the answer may be constant.
    /// </summary>
    public static bool AreImposedOn(IMethodSymbol function) =>
        function.IsVirtual
        || ((function.IsOverride || Implements(function)) && !Vital.Contains(Words.Of(SimpleName(function.Name))[0]));

    /// <summary>
    /// The name says so, a parameter is named as one that is not needed, or another rule speaks about certificates.
    /// </summary>
    public static bool AreOpenOnPurpose(IMethodSymbol function, List<IParameterSymbol> inputs) =>
        Words.Of(function.Name).Any(Open.Contains)
        || Words.Of(function.ContainingType.Name).Any(Open.Contains)
        || inputs.Exists(static parameter => parameter.Name.StartsWith("_", StringComparison.Ordinal)
            || parameter.Type.Name is "X509Certificate" or "X509Certificate2");

    private static bool Implements(IMethodSymbol function) =>
        !function.ExplicitInterfaceImplementations.IsEmpty
        || (function.ContainingType is { } type
            && type.AllInterfaces.SelectMany(contract => contract.GetMembers(function.Name)).Any(member =>
                SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), function)));

    private static string SimpleName(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
