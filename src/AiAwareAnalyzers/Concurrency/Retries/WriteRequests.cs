using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Retries;

/// <summary>Requests that a server does once for each time that they arrive.</summary>
internal sealed class WriteRequests(Compilation compilation)
{
    /// <summary>How many methods of this project stand between a call and what it sends.</summary>
    private const int Patience = 2;

    private static readonly ImmutableHashSet<string> Posting = WordSet.Of(
        "PostAsync PostAsJsonAsync PatchAsync PatchAsJsonAsync");

    /// <summary>Calls that fail where a request may have been answered already.</summary>
    private static readonly ImmutableHashSet<string> Mailing = WordSet.Of("SendMailAsync SendMail");

    /// <summary>What is posted and only asks, or may arrive twice.</summary>
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "ai analyze auth authenticate authorize calculate chat check completion compute convert embed embedding",
        "estimate exist filter find generate generation get graphql health heartbeat hook list llm log login lookup",
        "mcp metric model oauth ollama openai ping predict preview probe query quote read refresh render resolve rpc",
        "search session signin status telemetry token trace translate validate verify webhook");

    private static readonly ImmutableHashSet<string> Doing = WordSet.Of(
        "add book booking capture charge checkout create deposit donate donation enqueue import insert invoice notify",
        "order pay payment place publish purchase refund register reservation reserve send ship submit",
        "subscribe transfer upload withdraw");

    /// <summary>What leaves the same behind if it is done twice.</summary>
    private static readonly ImmutableHashSet<string> Settling = WordSet.Of(
        "abort acknowledge activate approve archive cancel clear close confirm deactivate delete disable enable event",
        "ingest init initialize job lock logout mark message open ping prompt ready rebuild register reject reload",
        "remove replace report reset restart restore revoke score seed set setup shutdown signout start stop",
        "summarize sync synchronize touch track transcribe unlock unsubscribe update upsert warmup");

    /// <summary>Calls by which money goes, whoever is asked for it.</summary>
    private static readonly ImmutableArray<string> Paying = ImmutableArray.Create(
        "charge", "debit", "pay", "payout", "refund");

    private static readonly ImmutableArray<string> Guarding = ImmutableArray.Create(
        "EXISTS", "ON CONFLICT", "ON DUPLICATE");

    private readonly MethodSummaries _summaries = MethodSummaries.Of(compilation);

    /// <summary>
    /// Whether an operation sends something of which it is said that it is done again if it is sent again.
    /// </summary>
    public bool Is(IOperation operation) => Sends(operation, Does) && !IsMadeRepeatable(operation.Syntax);

    /// <summary>As above, or something of which nothing is said that would make it harmless.</summary>
    public bool MayBe(IInvocationOperation call) =>
        (Sends(call, MayDo)
            || IsPayment(call)
            || IsInsertion(call))
        && (!IsMadeRepeatable(call.Syntax) || HasNewKey(call));

    /// <summary>Whether a method of this project sends such a thing, and lets out that it has failed.</summary>
    public bool IsBehind(IInvocationOperation call) =>
        !IsMadeRepeatable(call.Syntax) && IsBehind(call, Trail.OfSteps(Patience));

    private bool IsBehind(IInvocationOperation call, Trail trail) =>
        !CallStack.IsNearlyFull
        && !call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && trail.TryPass(call.TargetMethod.OriginalDefinition, out var further)
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
        && bodies[0].Body is { } body
        && Bodies.Own(body).OfType<IInvocationOperation>().Any(inner =>
            (MayBe(inner) || IsBehind(inner, further)) && !IsRescued(inner));

    /// <summary>A failure ends in the method that has seen it.</summary>
    private static bool IsRescued(IOperation call) =>
        call.Ancestors().OfType<ITryOperation>().Any(attempt =>
            call.IsInside(attempt.Body)
            && attempt.Catches.Any(static clause =>
                !clause.Handler.Descendants().Any(static part => part is IThrowOperation)));

    private bool Sends(IOperation operation, Func<IInvocationOperation, IOperation, bool> does) =>
        operation is IInvocationOperation call
        && (IsMail(call) || (AddressIn(call) is { } address && does(call, address)));

    private static bool IsMail(IInvocationOperation call) =>
        Mailing.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingType?.Name == "SmtpClient";

    /// <summary>The address that something is posted to; null where a call posts nothing.</summary>
    private IOperation? AddressIn(IInvocationOperation call) =>
        !IsOfClient(call.TargetMethod) ? null
        : Posting.Contains(call.TargetMethod.Name)
            ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "requestUri")?.Value
        : call.TargetMethod.Name is "SendAsync" or "Send" && call.Arguments.Length > 0
            ? AddressOf(Locals.Around(call, compilation).Follow(call.Arguments[0].Value))
        : null;

    private static bool IsOfClient(IMethodSymbol method) =>
        method.ContainingType?.Name is "HttpClient" or "HttpClientJsonExtensions" or "HttpMessageInvoker";

    /// <summary><c>new HttpRequestMessage(HttpMethod.Post, address)</c>.</summary>
    private IOperation? AddressOf(IOperation request) =>
        MakingOf(request) is IObjectCreationOperation { Type.Name: "HttpRequestMessage" } made
        && PartOf(made, 0, "Method") is { } method
        && IsPosting(method)
            ? PartOf(made, 1, "RequestUri")
            : null;

    /// <summary>Where a request is made, also where a method of this project does nothing else.</summary>
    private IOperation MakingOf(IOperation request) =>
        request is IInvocationOperation { Type: { } type } call
        && Tasks.Unwrap(type).Name == "HttpRequestMessage"
        && _summaries.Behind(call.TargetMethod) is { Length: 1 } bodies
        && bodies[0].Answers.Take(2).ToList() is { Count: 1 } answers
            ? Locals.Around(answers[0], compilation).Follow(answers[0])
            : request;

    /// <summary>What is given to the constructor, or else set between braces.</summary>
    private static IOperation? PartOf(IObjectCreationOperation made, int ordinal, string property) =>
        made.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value
        ?? made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(assignment =>
                assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && name == property)
            ?.Value;

    /// <summary><c>HttpMethod.Post</c>, or <c>new HttpMethod("PATCH")</c>.</summary>
    private static bool IsPosting(IOperation method) => method.AsWritten() switch
    {
        IPropertyReferenceOperation { Property.Name: "Post" or "Patch" } => true,
        IObjectCreationOperation { Arguments: { Length: 1 } names } =>
            names[0].Value.ConstantText()?.ToUpperInvariant() is "POST" or "PATCH",
        _ => false,
    };

    /// <summary>An address that says what it is for and asks nothing, or else a name that says that it does.</summary>
    private static bool Does(IInvocationOperation call, IOperation address) =>
        WordsIn(address) is var path
        && WordsAround(call.Syntax) is var names
        && !AreAsking(path, names)
        && AreDoing(path, names);

    /// <summary>As above, or an address that is known, and names nothing that may well be done twice.</summary>
    private static bool MayDo(IInvocationOperation call, IOperation address) =>
        WordsIn(address) is var path
        && WordsAround(call.Syntax) is var names
        && !AreAsking(path, names)
        && (AreDoing(path, names)
            || (path.Count > 0 && !path.Exists(Settling.Contains) && !names.Exists(Settling.Contains)));

    private static bool AreAsking(List<string> path, List<string> names) =>
        path.Exists(Asking.Contains) || names.Exists(Asking.Contains);

    private static bool AreDoing(List<string> path, List<string> names) =>
        path.Exists(Doing.Contains) || names.Exists(Doing.Contains);

    private static List<string> WordsIn(IOperation address) =>
        address.DescendantsAndSelf()
            .Select(static part => part.ConstantText())
            .Where(static text => text is not null)
            .SelectMany(static text => Words.StemsOf(text!))
            .Where(static word => word.Length > 2 && !char.IsDigit(word[0]))
            .ToList();

    private static bool IsPayment(IInvocationOperation call) =>
        Tasks.IsTask(call.TargetMethod.ReturnType)
        && Words.AreIn(call.TargetMethod.Name, Paying)
        && Paying.Contains(Words.Of(call.TargetMethod.Name)[0]);

    /// <summary>A row that is put in by its statement, and by nothing that would find it there.</summary>
    private static bool IsInsertion(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal)
        && call.Arguments.Select(static argument => argument.Value.ConstantText()).FirstOrDefault(static text =>
            text is not null) is { } statement
        && statement.TrimStart().StartsWith("INSERT INTO", StringComparison.OrdinalIgnoreCase)
        && !Guarding.Any(guard => statement.IndexOf(guard, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Of the method and the type that a request is sent by.</summary>
    private static List<string> WordsAround(SyntaxNode call) =>
        call.Ancestors()
            .Select(static around => around switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                TypeDeclarationSyntax type => type.Identifier.ValueText,
                _ => "",
            })
            .SelectMany(static name => Words.StemsOf(name))
            .ToList();

    /// <summary>A key by which the server knows what it has done, or a condition that holds once only.</summary>
    private static bool IsMadeRepeatable(SyntaxNode call) =>
        call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantTokens().Any(static token =>
            token.RawKind is (int)SyntaxKind.IdentifierToken or (int)SyntaxKind.StringLiteralToken
            && (token.Text.IndexOf("idempoten", StringComparison.OrdinalIgnoreCase) >= 0
                || token.Text.IndexOf("If-Match", StringComparison.OrdinalIgnoreCase) >= 0
                || token.Text.IndexOf("IfMatch", StringComparison.OrdinalIgnoreCase) >= 0
                || token.Text.IndexOf("dedup", StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>A key that is made for each attempt tells the server of another request each time.</summary>
    private static bool HasNewKey(IOperation call) =>
        (RetryLoops.LoopAround(call) ?? Bodies.Around(call)).Syntax
            .DescendantNodes()
            .OfType<ArgumentListSyntax>()
            .Any(static list =>
                list.Arguments.Any(static given => given.Expression is LiteralExpressionSyntax { Token.Text: var key }
                    && key.IndexOf("idempoten", StringComparison.OrdinalIgnoreCase) >= 0)
                && list.DescendantNodes().OfType<IdentifierNameSyntax>()
                    .Any(static name => name.Identifier.ValueText == "NewGuid"));
}
