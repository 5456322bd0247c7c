using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Wiring.Pipelines;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring;

/// <summary>
/// What is set up for a middleware that is never put into the pipeline, or is put where it has no effect.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingMiddleware() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1304",
        title: "A middleware is missing from the pipeline, or stands where it has no effect",
        messageFormat: "{0}, so {1}; {2}",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What is set up for a middleware has no effect while the middleware is not in the pipeline, or "
            + "stands where it comes too late.",
        alsoKnownAs: "missing middleware, middleware order");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (AspNetCore.Of(start.Compilation).IsThere && !TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var name = call.TargetMethod.Name;
        if (Middleware.NeededBy(name) is { } need)
        {
            if (IsOfFramework(call) && IsMissing(need.Middleware, context.Compilation))
                Report(
                    $"'{name}' works by a middleware that nothing puts into the pipeline",
                    need.Harm,
                    $"call '{need.Middleware}' where the pipeline is built");
        }
        else if (Middleware.OrderOf(name) is { } order && IsOfFramework(call) && EarlierOf(call, order) is { } earlier)
        {
            Report($"'{name}' comes after '{earlier}'", order.Harm, "put it before");
        }
        else if (name == "UseAuthentication")
        {
            if (IsOfFramework(call) && UserReaderBefore(call, context.Compilation) is { } reader)
                Report(
                    $"'{name}' comes after '{reader}', which asks who the user is",
                    "it takes everybody for a stranger",
                    "put it before");
        }
        else if (Middleware.HarmWithout(name) is { } harm)
        {
            if (IsOfFramework(call) && IsForDevelopersOnly(call, context.Compilation))
                Report($"'{name}' is called in development only", harm, "call it outside of the condition");
        }
        else if (name == "AddHealthChecks")
        {
            if (IsOfFramework(call) && Pipeline.Of(context.Compilation).LacksHealthReader)
                Report(
                    "'AddHealthChecks' registers checks that no endpoint runs",
                    "no probe ever learns that the program is ill",
                    "call 'MapHealthChecks' where the endpoints are mapped");
        }
        else if (NamesNoPolicy(call) && Pipeline.Of(context.Compilation).LacksCorsPolicy)
        {
            Report(
                "'UseCors' names no policy, and none is the default",
                "browsers refuse every answer to another origin",
                "name the policy here, or declare it with 'AddDefaultPolicy'");
        }

        void Report(string observation, string harm, string wayOut) =>
            context.Report(Diagnostic.Create(Descriptor, call.CalledName(), observation, harm, wayOut));
    }

    /// <summary>Whether it stands where only developers get to, and nowhere else.</summary>
    private static bool IsForDevelopersOnly(IInvocationOperation call, Compilation compilation) =>
        EnvironmentGuard.Surrounds(call.Syntax) && !Pipeline.Of(compilation).HasInProduction(call.TargetMethod.Name);

    private static bool NamesNoPolicy(IInvocationOperation call) =>
        call is { TargetMethod.Name: "UseCors", Arguments.Length: 1 } && IsOfFramework(call);

    private static bool IsMissing(string middleware, Compilation compilation) =>
        Pipeline.Of(compilation) is { IsWhole: true } pipeline && !pipeline.Has(middleware);

    /// <summary>
    /// The call that it had to come before: both are statements of one block, on one builder, so that the first runs
    /// first.
    /// </summary>
    private static string? EarlierOf(IInvocationOperation call, Order order) =>
        StatementOf(call) is { } statement && BuilderOf(call.Syntax) is { } builder
            ? statement.Parent!.ChildNodes()
                .TakeWhile(other => other != statement)
                .Select(CallIn)
                .OfType<InvocationExpressionSyntax>()
                .Where(earlier => BuilderOf(earlier) == builder)
                .Select(Calls.NameOf)
                .FirstOrDefault(name => order.Others.Contains(name))
            : null;

    /// <summary>What asks for the user before anybody knows; null where somebody says it earlier.</summary>
    private static string? UserReaderBefore(IInvocationOperation call, Compilation compilation)
    {
        string? reader = null;
        var users = UserReaders.Of(compilation);
        foreach (var earlier in CallsBefore((InvocationExpressionSyntax)call.Syntax))
        {
            if (Calls.NameOf(earlier) == "UseAuthentication") return null;
            var deed = users.DeedOf(earlier);
            if (deed == UserDeed.Tells) return null;
            if (deed == UserDeed.Asks)
                reader ??= Quote.Of(earlier.Expression is MemberAccessExpressionSyntax { Name: var name }
                    ? name
                    : earlier.Expression);
        }

        return reader;
    }

    /// <summary>The calls on one builder that stand before another in its block, or in its chain.</summary>
    private static IEnumerable<InvocationExpressionSyntax> CallsBefore(InvocationExpressionSyntax call)
    {
        var statement = call.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        if (BeginningOf(call) is not { } builder || statement?.Parent is null) return [];
        var place = statement.Parent is GlobalStatementSyntax top ? top : (SyntaxNode)statement;
        return place.Parent!.ChildNodes()
            .TakeWhile(other => other != place)
            .Select(CallIn)
            .OfType<InvocationExpressionSyntax>()
            .Where(earlier => BeginningOf(earlier) == builder)
            .SelectMany(static earlier => ChainOf(earlier).Reverse())
            .Concat(ChainOf(call).Skip(1).Reverse());
    }

    /// <summary>A call, and those that it is made on the result of.</summary>
    private static IEnumerable<InvocationExpressionSyntax> ChainOf(InvocationExpressionSyntax call)
    {
        for (var link = call; link is not null; link = ReceiverOf(link) as InvocationExpressionSyntax)
            yield return link;
    }

    private static string? BeginningOf(InvocationExpressionSyntax call) =>
        (ReceiverOf(ChainOf(call).Last()) as IdentifierNameSyntax)?.Identifier.ValueText;

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    /// <summary>The statement that consists of the call alone.</summary>
    private static SyntaxNode? StatementOf(IInvocationOperation call) => call.Syntax.Parent switch
    {
        ExpressionStatementSyntax { Parent: GlobalStatementSyntax top } => top,
        ExpressionStatementSyntax { Parent: BlockSyntax } statement => statement,
        _ => null,
    };

    private static InvocationExpressionSyntax? CallIn(SyntaxNode statement) =>
        (statement is GlobalStatementSyntax top ? top.Statement : statement)
            is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call }
            ? call
            : null;

    private static string? BuilderOf(SyntaxNode call) =>
        call is InvocationExpressionSyntax
            { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax builder } }
            ? builder.Identifier.ValueText
            : null;

    private static bool IsOfFramework(IInvocationOperation call) =>
        call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.", StringComparison.Ordinal);
}
