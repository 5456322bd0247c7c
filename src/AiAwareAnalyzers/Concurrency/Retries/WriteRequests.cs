using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Retries;

/// <summary>Requests that a server does once for each time that they arrive.</summary>
internal sealed class WriteRequests(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Posting = WordSet.Of(
        "PostAsync PostAsJsonAsync PatchAsync PatchAsJsonAsync");

    /// <summary>Calls that fail where a request may have been answered already.</summary>
    private static readonly ImmutableHashSet<string> Mailing = WordSet.Of("SendMailAsync SendMail");

    /// <summary>What is posted and only asks, or may arrive twice.</summary>
    private static readonly ImmutableHashSet<string> Asking = WordSet.Of(
        "ai analyze auth authenticate authorize calculate chat check completion compute convert embed embedding",
        "estimate exist filter find generate generation get graphql health heartbeat hook list llm log login lookup",
        "metric model oauth ollama openai ping predict preview query quote read refresh render resolve search session",
        "signin status telemetry token trace translate validate verify webhook");

    private static readonly ImmutableHashSet<string> Doing = WordSet.Of(
        "add book booking capture charge checkout create deposit donate donation enqueue import insert invoice notify",
        "order pay payment place publish purchase refund register reservation reserve send ship submit",
        "subscribe transfer upload withdraw");

    /// <summary>Whether an operation sends something that is done again if it is sent again.</summary>
    public bool Is(IOperation operation) =>
        operation is IInvocationOperation call
        && (IsMail(call) || (AddressIn(call) is { } address && Does(call, address)))
        && !IsMadeRepeatable(call.Syntax);

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
    private static IOperation? AddressOf(IOperation request) =>
        request is IObjectCreationOperation { Type.Name: "HttpRequestMessage", Arguments: { Length: 2 } arguments }
        && arguments[0].Value.AsWritten() is IPropertyReferenceOperation { Property.Name: "Post" or "Patch" }
            ? arguments[1].Value
            : null;

    /// <summary>An address that says what it is for and asks nothing, or else a name that says that it does.</summary>
    private static bool Does(IInvocationOperation call, IOperation address)
    {
        var path = address.DescendantsAndSelf()
            .Select(static part => part.ConstantText())
            .Where(static text => text is not null)
            .SelectMany(static text => Words.StemsOf(text!))
            .Where(static word => word.Length > 2 && !char.IsDigit(word[0]))
            .ToList();
        var names = NamesAround(call.Syntax).SelectMany(static name => Words.StemsOf(name)).ToList();
        return !path.Exists(Asking.Contains)
            && !names.Exists(Asking.Contains)
            && (path.Exists(Doing.Contains) || names.Exists(Doing.Contains));
    }

    /// <summary>The method and the type that a request is sent by.</summary>
    private static IEnumerable<string> NamesAround(SyntaxNode call) =>
        call.Ancestors().Select(static around => around switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            TypeDeclarationSyntax type => type.Identifier.ValueText,
            _ => "",
        });

    /// <summary>A key by which the server knows what it has done, or a condition that holds once only.</summary>
    private static bool IsMadeRepeatable(SyntaxNode call) =>
        call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantTokens().Any(static token =>
            token.RawKind is (int)SyntaxKind.IdentifierToken or (int)SyntaxKind.StringLiteralToken
            && (token.Text.IndexOf("idempoten", StringComparison.OrdinalIgnoreCase) >= 0
                || token.Text.IndexOf("If-Match", StringComparison.OrdinalIgnoreCase) >= 0
                || token.Text.IndexOf("IfMatch", StringComparison.OrdinalIgnoreCase) >= 0
                || token.Text.IndexOf("dedup", StringComparison.OrdinalIgnoreCase) >= 0));
}
