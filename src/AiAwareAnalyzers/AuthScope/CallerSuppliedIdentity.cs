using AiAwareAnalyzers.AuthScope.Endpoints;
using AiAwareAnalyzers.AuthScope.Guards;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Who the caller is, taken from what the caller sends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallerSuppliedIdentity() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0310",
        title: "The caller's identity is taken from the request",
        messageFormat: "'{0}' is what the caller sent, so every caller chooses {1}; take it from the claims of the "
            + "authenticated user",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A user, role or tenant that is taken from a header, query, body or hidden field is whatever the "
            + "caller wants it to be.",
        alsoKnownAs: "identity spoofing, impersonation, tenant spoofing",
        cwe: [290]);

    internal static readonly Option<ImmutableHashSet<string>> TrustedHeaders = new(
        "ai_aware.auth_scope.trusted_headers",
        "names of headers (X-User-Id), separated by commas, or * for all",
        "",
        "Headers that a gateway in front of the application sets, and that no caller can send past it.",
        TryReadHeaders);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        EndpointVisit.Register(start, JudgeEndpoint);
        var application = WebApplication.Of(start.Compilation);
        if (!application.IsPossible || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterSemanticModelAction(context => JudgeFile(context, application));
    }

    private static bool TryReadHeaders(string raw, out ImmutableHashSet<string> headers)
    {
        var names = raw.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        headers = ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, names);
        return names.TrueForAll(name =>
            name == "*" || name.All(character => char.IsLetterOrDigit(character) || character is '-' or '_'));
    }

    private static bool IsTrusted(string header, SyntaxTree tree, AnalyzerOptions options, Compilation compilation) =>
        TrustedHeaders.In(tree, options, compilation) is var trusted
        && (trusted.Contains("*") || trusted.Contains(header));

    /// <summary>A header counts in every place of an application that could ask its claims.</summary>
    private static void JudgeFile(SemanticModelAnalysisContext context, WebApplication application)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (!Calls.AreMentioned(tree, "Headers")) return;

        foreach (var node in tree.GetRoot(context.CancellationToken).DescendantNodes())
            if (CallerNames.HeaderRead(node) is { } header && CallerNames.IsHeader(header) && IsBelieved(node)
                && application.Authenticates
                && !IsTrusted(header, tree, context.Options, context.SemanticModel.Compilation))
                context.Report(
                    Diagnostic.Create(Descriptor, node.GetLocation(), Quote.Of(node), Chosen(header)));
    }

    private static bool IsBelieved(SyntaxNode read) =>
        read.FirstAncestorOrSelf<SyntaxNode>(IsMember) is { } home && !CallerUse.In(home) && !IsOnlyShown(read);

    private static bool IsMember(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
        || (node is AnonymousFunctionExpressionSyntax
            && node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null);

    private static bool IsOnlyShown(SyntaxNode node) => node.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(call =>
            call.ArgumentList.Span.Contains(node.Span)
            && (Calls.NameOf(call).StartsWith("Log", StringComparison.Ordinal)
                || Calls.NameOf(call) is "WriteLine" or "BeginScope"));

    /// <summary>
    /// Members of what was sent count where the endpoint knows its caller, asks no more, and never looks at the claims.
    /// </summary>
    private static void JudgeEndpoint(EndpointVisit visit)
    {
        var endpoint = visit.Endpoint;
        if (endpoint is not { IsWrite: true, IsForEverybody: false, UsesCaller: false, Granted: Protection.Presence,
            Handler: { } handler }
            || CallerNames.ActsForOthers(endpoint))
            return;
        if (Bodies.BodyOf(handler) is not { } body) return;

        var sent = Sent(handler, endpoint);
        var first = body.DescendantNodes().FirstOrDefault(node =>
            IsSent(node, sent, visit)
            && DecidesOrIsWritten(node)
            && !IsAskedAbout(node, endpoint)
            && !CallerNames.IsGrant(node));
        if (first is not null)
            visit.Report(Diagnostic.Create(
                Descriptor, first.GetLocation(), Quote.Of(first), Chosen(first.ToString().Split('.').Last())));
        else JudgeHeaderParameter(visit, handler, body);
    }

    /// <summary><c>[FromHeader(Name = "X-User-Id")] string user</c>.</summary>
    private static void JudgeHeaderParameter(EndpointVisit visit, SyntaxNode handler, SyntaxNode body)
    {
        foreach (var parameter in Bodies.ParametersOf(handler))
        {
            var header = parameter.AttributeLists.SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => attribute.Name.ToString() == "FromHeader")
                ?.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault()?.Token.ValueText;
            if (header is null
                || !CallerNames.IsHeader(header)
                || IsTrusted(header, handler.SyntaxTree, visit.Options, visit.Compilation))
                continue;
            if (!body.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == parameter.Identifier.ValueText)) continue;

            visit.Report(Diagnostic.Create(Descriptor, parameter.GetLocation(), Quote.Of(parameter), Chosen(header)));
            return;
        }
    }

    /// <summary>
    /// Parameters that come from a query, a form or a body; a part of the route is the address of a thing.
    /// </summary>
    private static HashSet<string> Sent(SyntaxNode handler, Endpoint endpoint) => new(
        Bodies.ParametersOf(handler)
            .Where(parameter => !parameter.AttributeLists.ToString().Contains("FromRoute")
                && !parameter.AttributeLists.ToString().Contains("FromServices"))
            .Select(parameter => parameter.Identifier.ValueText)
            .Where(name => endpoint.Route.IndexOf("{" + name, StringComparison.OrdinalIgnoreCase) < 0));

    private static bool IsSent(SyntaxNode node, HashSet<string> sent, EndpointVisit visit) => node switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax parameter } member =>
            sent.Contains(parameter.Identifier.ValueText) && CallerNames.IsMember(Calls.NameOf(member)),
        IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax and not NameColonSyntax } name =>
            CallerNames.IsMember(name.Identifier.ValueText)
            && (sent.Contains(name.Identifier.ValueText) || IsBoundProperty(name, visit)),
        _ => false,
    };

    /// <summary>A hidden field of a page.</summary>
    private static bool IsBoundProperty(IdentifierNameSyntax name, EndpointVisit visit) =>
        char.IsUpper(name.Identifier.ValueText[0])
        && visit.Endpoint.Container is INamedTypeSymbol type
        && type.GetMembers(name.Identifier.ValueText).Any(member => member is IPropertySymbol
            && member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BindPropertyAttribute"));

    /// <summary>Compared, tested, stored, or handed to something that stores or decides.</summary>
    private static bool DecidesOrIsWritten(SyntaxNode node) => node.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right == node,
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax =>
            !node.Parent.ToString().Contains("null"),
        IfStatementSyntax or ConditionalExpressionSyntax => true,
        ArgumentSyntax => !IsOnlyShown(node),
        _ => false,
    };

    /// <summary>A service that decides may know its caller by itself.</summary>
    private static bool IsAskedAbout(SyntaxNode node, Endpoint endpoint) =>
        endpoint.Checked == Protection.Demand && node.Parent is ArgumentSyntax;

    private static string Chosen(string name) =>
        Words.StemsOf(name) is var words && words.Contains("tenant") ? "the tenant"
            : words.Contains("role") || words.Contains("admin") ? "the role"
            : "the user";
}
