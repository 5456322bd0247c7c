using AiAwareAnalyzers.AuthScope;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Tests.AuthScope;

/// <summary>
/// The secured applications of ValidCode: no rule of the family speaks about them, and each guard that is taken away
/// makes exactly one finding.
/// </summary>
public sealed class SecuredApplicationsTests
{
    private static readonly string[] Applications = ["Clinic", "Library", "Parcels"];

    private static IEnumerable<TestCaseData> Guards =>
        from application in Applications
        from file in FilesOf(application)
        let root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()
        from guard in root.DescendantNodes().Where(IsGuard)
        select new TestCaseData(application, file, guard.Span.Start, guard.Span.Length)
            .SetArgDisplayNames(
                application,
                $"{Path.GetFileName(file)}:{root.SyntaxTree.GetLineSpan(guard.Span).StartLinePosition.Line + 1}");

    [TestCaseSource(nameof(Applications))]
    public async Task Nothing_is_said_about_an_application_that_is_secured(string application) =>
        Assert.That(await Findings(FilesOf(application).Select(file => (file, File.ReadAllText(file)))), Is.Empty);

    [TestCaseSource(nameof(Applications))]
    public void An_application_has_guards_to_take_away(string application) =>
        Assert.That(Guards.Count(guard => guard.Arguments[0] as string == application), Is.AtLeast(8));

    [TestCaseSource(nameof(Applications))]
    public void An_application_has_at_least_fifteen_endpoints(string application) =>
        Assert.That(FilesOf(application)
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes())
            .Count(IsEndpoint), Is.AtLeast(15));

    [TestCaseSource(nameof(Guards))]
    public async Task Each_guard_that_is_taken_away_makes_one_finding(
        string application, string file, int position, int length)
    {
        var files = FilesOf(application).Select(path =>
            (path, path == file ? Without(File.ReadAllText(path), position, length) : File.ReadAllText(path)));
        Assert.That(await Findings(files), Has.Count.EqualTo(1));
    }

    /// <summary>A check that is taken away also leaves a credential unread, and a suggestion says so.</summary>
    private static bool IsGap(Diagnostic finding) => finding.Id != IgnoredCredential.Descriptor.Id;

    private static bool IsEndpoint(SyntaxNode node) => node switch
    {
        AttributeSyntax attribute =>
            attribute.Name.ToString() is "HttpGet" or "HttpPost" or "HttpPut" or "HttpPatch" or "HttpDelete",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            access.Name.Identifier.ValueText is "MapGet" or "MapPost" or "MapPut" or "MapPatch" or "MapDelete",
        MethodDeclarationSyntax method =>
            method.Identifier.ValueText is "OnGet" or "OnGetAsync" or "OnPost" or "OnPostAsync",
        _ => false,
    };

    /// <summary>
    /// What keeps somebody from changing something; what only keeps them from reading is another matter.
    /// </summary>
    private static bool IsGuard(SyntaxNode node) => node switch
    {
        AttributeSyntax attribute => attribute.Name.ToString() is "Authorize" or "RequireScope" && !IsOnRead(attribute),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            access.Name.Identifier.ValueText is "RequireAuthorization" or "AddEndpointFilter" or "AuthorizeFolder"
            && !access.Expression.ToString().Contains("MapGet(\"", StringComparison.Ordinal),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } =>
            assignment.Left.ToString().EndsWith("FallbackPolicy", StringComparison.Ordinal),
        IfStatementSyntax choice =>
            choice.Statement.ToString() is "return Unauthorized();" or "return Forbid();"
                or "return Results.Unauthorized();"
            && !IsLogin(choice),
        _ => false,
    };

    private static bool IsOnRead(AttributeSyntax attribute) =>
        attribute.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method
        && method.AttributeLists.ToString().Contains("HttpGet", StringComparison.Ordinal);

    private static bool IsLogin(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText == "Login";

    private static string Without(string text, int position, int length)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var guard = root.DescendantNodes()
            .First(node => node.Span.Start == position && node.Span.Length == length && IsGuard(node));
        return (guard switch
        {
            AttributeSyntax { Parent: AttributeListSyntax { Attributes.Count: 1 } list } =>
                root.RemoveNode(list, SyntaxRemoveOptions.KeepExteriorTrivia)!,
            InvocationExpressionSyntax
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AuthorizeFolder" } } =>
                root.ReplaceNode(guard, SyntaxFactory.ParseExpression("options.ToString()")),
            InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: GlobalStatementSyntax statement } }
                when guard.ToString().StartsWith("me.", StringComparison.Ordinal) =>
                root.RemoveNode(statement, SyntaxRemoveOptions.KeepExteriorTrivia)!,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
                root.ReplaceNode(guard, access.Expression.WithTrailingTrivia()),
            _ => root.RemoveNode(guard, SyntaxRemoveOptions.KeepExteriorTrivia)!,
        }).ToFullString();
    }

    private static async Task<List<string>> Findings(IEnumerable<(string Path, string Text)> files)
    {
        var workshop = new Workshop(new Setting(References.All));
        var document = await workshop.DocumentOf([.. files]);
        Assert.That(await Workshop.Errors(document.Project), Is.Empty, "an application compiles without its guard");
        var rules = typeof(UnprotectedWrite).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Rule)) && type.Namespace == typeof(UnprotectedWrite).Namespace)
            .Select(type => (Rule)Activator.CreateInstance(type)!);
        return [
            .. (await Workshop.Findings(document.Project, rules)).Where(IsGap).Select(finding => finding.ToString())
        ];
    }

    private static string[] FilesOf(string application) =>
        [.. Repository.SourcesIn("tests", "ValidCode", "AuthScope", application)];
}
