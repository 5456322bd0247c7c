using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Requests of <c>HttpClient</c> whose response tells whether they worked: no handler of this project throws before.
/// </summary>
internal sealed class SentRequests
{
    private static readonly ImmutableHashSet<string> Writes = WordSet.Of(
        "PostAsync PutAsync PatchAsync DeleteAsync PostAsJsonAsync PutAsJsonAsync PatchAsJsonAsync",
        "DeleteFromJsonAsync");

    private static readonly ImmutableHashSet<string> Verbs = WordSet.IgnoringCase("post put patch delete");

    private readonly Compilation _compilation;
    private readonly Lazy<bool> _areThrown;

    private SentRequests(Compilation compilation)
    {
        _compilation = compilation;
        _areThrown = new(() => compilation.SyntaxTrees.Any(HasThrowingHandler));
    }

    public static SentRequests Of(Compilation compilation) => Facts.Of(compilation, static c => new SentRequests(c));

    /// <summary>A request by the name of its method, which changes something on the other side.</summary>
    public static bool IsWrite(IMethodSymbol method) => Writes.Contains(method.Name);

    /// <summary>Whether a call changes something on the other side, and tells by its response alone.</summary>
    public bool Change(IInvocationOperation call) =>
        IsTold(call) && (IsWrite(call.TargetMethod) || IsWriteSent(call)) && !_areThrown.Value;

    /// <summary>As above, or a call sends any other request that somebody put together.</summary>
    public bool AreSent(IInvocationOperation call) =>
        IsTold(call) && (IsWrite(call.TargetMethod) || IsSending(call.TargetMethod)) && !_areThrown.Value;

    private static bool IsTold(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: "HttpClient" or "HttpClientJsonExtensions" }
        && call.Type is { } type
        && Tasks.Unwrap(type).Name == "HttpResponseMessage";

    private static bool IsSending(IMethodSymbol method) => method.Name is "Send" or "SendAsync";

    private bool IsWriteSent(IInvocationOperation call) =>
        IsSending(call.TargetMethod)
        && call.Arguments is [{ Value: var request }, ..]
        && Locals.Around(call, _compilation).Follow(request) is IObjectCreationOperation made
        && MethodOf(made) is { } method
        && Verbs.Contains(VerbOf(method.AsWritten()) ?? "");

    /// <summary>What is given to the constructor, or else set between braces.</summary>
    private static IOperation? MethodOf(IObjectCreationOperation made) =>
        made.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "method")?.Value
        ?? made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(static set => set.Target is IPropertyReferenceOperation { Property.Name: "Method" })
            ?.Value;

    /// <summary><c>HttpMethod.Post</c>, or <c>new HttpMethod("POST")</c>.</summary>
    private static string? VerbOf(IOperation method) => method switch
    {
        IPropertyReferenceOperation { Property.Name: var name } => name,
        IObjectCreationOperation { Arguments: [{ Value: var name }] } => name.ConstantText(),
        _ => null,
    };

    /// <summary>A <c>DelegatingHandler</c> that lets no failure through.</summary>
    private static bool HasThrowingHandler(SyntaxTree file) =>
        Calls.AreMentioned(file, "DelegatingHandler")
        && Calls.AreMentioned(file, "SuccessStatusCode")
        && file.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Any(static type =>
            type.BaseList is { } bases
            && bases.Types.Any(static parent => parent.Type.ToString().EndsWith("DelegatingHandler"))
            && type.DescendantNodes().Any(static node => node is IdentifierNameSyntax
                    { Identifier.ValueText: "EnsureSuccessStatusCode" }
                || node is ThrowStatementSyntax or ThrowExpressionSyntax));
}
