using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.AuthScope.Credentials;

/// <summary>
/// Strings that hold scopes, roles or permissions: of a claim, joined from several, or by their name.
/// </summary>
internal sealed class ScopeText
{
    private static readonly ImmutableHashSet<string> Nouns = WordSet.Of("permission role scope scp");

    /// <summary>Who has roles, and what tells so.</summary>
    private static readonly ImmutableHashSet<string> Bearers = WordSet.Of(
        "account assignment caller claim current grant identity membership permission principal role scope session "
        + "token user");

    /// <summary>Members of a string that give the same text in another form.</summary>
    private static readonly ImmutableHashSet<string> Forms = WordSet.Of(
        "ToLower ToLowerInvariant ToUpper ToUpperInvariant ToString Trim TrimEnd TrimStart Replace");

    private readonly INamedTypeSymbol? _claim;

    private ScopeText(Compilation compilation) =>
        _claim = compilation.GetTypeByMetadataName("System.Security.Claims.Claim");

    public static ScopeText Of(Compilation compilation) => Facts.Of(compilation, static c => new ScopeText(c));

    /// <summary>How a text holds scopes.</summary>
    public enum Form
    {
        /// <summary>It holds none, as far as can be seen.</summary>
        None,

        /// <summary>All of them, separated by blanks: the claim <c>scope</c> or <c>scp</c>.</summary>
        Scopes,

        /// <summary>Some of them, separated in a way that only their author knows.</summary>
        List,

        /// <summary>One of them: an element of a list.</summary>
        One,

        /// <summary>Joined from a list that is at hand.</summary>
        Joined,
    }

    public Form FormOf(IOperation text) => FormOf(text, Trail.Start);

    private Form FormOf(IOperation text, Trail trail)
    {
        foreach (var origin in Provenance.Of(text))
            if (FormOfOrigin(origin, trail) is not Form.None and var form) return form;
        return text is ILocalReferenceOperation local ? ByName(local.Local.Name, IsElement(local.Local)) : Form.None;
    }

    /// <summary><c>string.Join(…)</c>, of which the list can be asked instead.</summary>
    public static bool IsJoin(IOperation operation) =>
        operation
            is IInvocationOperation { TargetMethod: { Name: "Join",
                ContainingType.SpecialType: SpecialType.System_String }, Arguments.Length: 2 };

    /// <summary>
    /// The last word says what something is: <c>userRoles</c> and <c>RequiredScope</c>, not <c>roleName</c>.
    /// </summary>
    public static bool Speaks(string name) =>
        Words.StemsOf(name) is { Length: > 0 } words && Nouns.Contains(words[^1]);

    private Form FormOfOrigin(IOperation origin, Trail trail) => origin switch
    {
        IPropertyReferenceOperation { Property.Name: "Value" } claim when IsClaim(claim.Property.ContainingType) =>
            OfClaim(claim),
        IInvocationOperation { Instance: { } text,
            TargetMethod: { Name: var name, ContainingType.SpecialType: SpecialType.System_String } }
            when Forms.Contains(name) =>
            trail.TryPass(origin.Syntax, out var further)
                ? FormOf(Provenance.Receiver(text) ?? text, further)
                : Form.None,
        IInvocationOperation join when IsJoin(join) =>
            join.Syntax.DescendantTokens().Any(token => Speaks(token.ValueText)) ? Form.Joined : Form.None,
        IInvocationOperation lookup when IsPrincipal(lookup) => OfName(Asked(lookup)),
        IPropertyReferenceOperation property when IsOfOtherThing(property) => Form.None,
        IPropertyReferenceOperation property => ByName(property.Property.Name, false),
        IFieldReferenceOperation { Field.IsConst: false } field => ByName(field.Field.Name, false),
        IParameterReferenceOperation parameter => ByName(parameter.Parameter.Name, IsElement(parameter.Parameter)),
        _ => Form.None,
    };

    /// <summary>
    /// The role that a thing in a list plays, which is not what the caller may do: no list of grants, of claims or of
    /// what somebody has.
    /// </summary>
    private static bool IsOfOtherThing(IPropertyReferenceOperation property) =>
        Words.StemsOf(property.Property.Name) is ["role"]
        && Provenance.Receiver(property.Instance)?.Unconverted() is { } owner
        && ListBehind(owner) is { } list
        && !list.Syntax.DescendantTokens().Any(static token =>
            token.IsKind(SyntaxKind.IdentifierToken) && Words.StemsOf(token.ValueText).Any(Bearers.Contains));

    /// <summary>The list whose element a lambda or a loop looks at.</summary>
    private static IOperation? ListBehind(IOperation element) => element switch
    {
        ILocalReferenceOperation { Local: { IsForEach: true } item } =>
            element.Ancestors().OfType<IForEachLoopOperation>().FirstOrDefault(loop =>
                loop.Locals.Contains(item, SymbolEqualityComparer.Default))?.Collection,
        IParameterReferenceOperation { Parameter: var item } when IsElement(item) =>
            element.Ancestors().OfType<IDelegateCreationOperation>().FirstOrDefault()?.User()
                is IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" or "Queryable" or "List" } call
                ? call.Instance ?? call.Arguments[0].Value
                : null,
        _ => null,
    };

    private bool IsClaim(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _claim);

    /// <summary>Something that is asked for a claim by name: <c>FindFirstValue("scope")</c>.</summary>
    private static bool IsPrincipal(IInvocationOperation lookup) =>
        lookup.TargetMethod.Name.StartsWith("FindFirst", StringComparison.Ordinal);

    private static string? Asked(IInvocationOperation lookup) =>
        lookup.Arguments.Select(argument => argument.Value.ConstantValue)
            .Where(constant => constant.HasValue)
            .Select(constant => constant.Value)
            .OfType<string>()
            .FirstOrDefault();

    /// <summary>A claim is what was asked for, or what it is compared with beside the use.</summary>
    private Form OfClaim(IPropertyReferenceOperation value)
    {
        if (Provenance.Receiver(value.Instance) is not { } claim) return Form.None;

        var origin = Provenance.Of(claim).First();
        var place = origin is IParameterReferenceOperation or ILocalReferenceOperation ? Enclosing(origin) : origin;
        return place.Descendants().Prepend(place)
            .Select(operation =>
                operation.ConstantText() is { } name ? OfName(name) : Form.None)
            .FirstOrDefault(form => form != Form.None);
    }

    /// <summary>The lambda or the statement in which a claim of a loop is looked at.</summary>
    private static IOperation Enclosing(IOperation operation)
    {
        var outer = operation;
        while (outer.Parent is { } parent && outer is not (IAnonymousFunctionOperation or IForEachLoopOperation))
            outer = parent;
        return outer;
    }

    private static Form OfName(string? claim)
    {
        if (claim is null || !Speaks(claim)) return Form.None;

        var words = Words.StemsOf(claim);
        return words[^1] is "scope" or "scp" ? Form.Scopes : Form.List;
    }

    private static Form ByName(string name, bool isElement) =>
        !Speaks(name) ? Form.None : isElement ? Form.One : OfName(name);

    private static bool IsElement(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction };

    private static bool IsElement(ILocalSymbol local) => local.IsForEach;
}
