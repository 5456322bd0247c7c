using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Wiring;

/// <summary>A content type that is set before a call that sets its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverwrittenContentType() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1307",
        title: "A content type is set and never sent",
        messageFormat: "'{0}' is never sent: 'WriteAsJsonAsync' sets 'application/json; charset=utf-8' whatever stood "
            + "there before; give it to the call as 'contentType'",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "WriteAsJsonAsync sets the content type of the response: the one that it is given, or else that "
            + "of plain JSON, whatever was set before.",
        alsoKnownAs: "application/problem+json, WriteAsJsonAsync content type, RFC 9457");

    private const string Writer = "Microsoft.AspNetCore.Http.HttpResponseJsonExtensions";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(Writer) is not null)
            start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (ResponseOf(assignment) is { } response
            && assignment.Value.BareText().ConstantText() is { } type
            && !IsPlainJson(type)
            && CallAfter(assignment, response) is { } call)
            context.Report(Diagnostic.Create(
                Descriptor, assignment.Syntax.GetLocation(), [call.Syntax.GetLocation()], type));
    }

    /// <summary>The response whose content type is set; null where something else is.</summary>
    private static IOperation? ResponseOf(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        IPropertyReferenceOperation
            { Property: { Name: "ContentType", ContainingType.Name: "HttpResponse" }, Instance: { } response } =>
            response,
        IPropertyReferenceOperation
        {
            Property: { Name: "ContentType", ContainingType.Name: "IHeaderDictionary" },
            Instance: IPropertyReferenceOperation
                { Property.ContainingType.Name: "HttpResponse", Instance: { } response },
        } => response,
        _ => null,
    };

    private static bool IsPlainJson(string type) =>
        type.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The call that writes JSON after an assignment, where nothing else is written and no other type is set before.
    /// </summary>
    private static IInvocationOperation? CallAfter(ISimpleAssignmentOperation assignment, IOperation response) =>
        assignment.Parent is IExpressionStatementOperation { Parent: IBlockOperation block } statement
        && Bodies.Behind(statement, block)
            .SelectMany(Bodies.Own)
            .FirstOrDefault(other => SetsType(other, response) || Writes(other, response) || MayWrite(other))
            is IInvocationOperation call
        && call.TargetMethod is { Name: "WriteAsJsonAsync", ContainingType.Name: "HttpResponseJsonExtensions" }
        && Writes(call, response)
        && !call.Arguments.Any(static argument =>
            argument is { Parameter.Name: "contentType", ArgumentKind: ArgumentKind.Explicit })
            ? call
            : null;

    private static bool SetsType(IOperation operation, IOperation response) =>
        operation is ISimpleAssignmentOperation assignment
        && ResponseOf(assignment) is { } other
        && IsSame(other, response);

    /// <summary>What may begin to answer: a call of the response, or one that is given it, and its body.</summary>
    private static bool Writes(IOperation operation, IOperation response) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "OnStarting" or "OnCompleted" } => false,
        IInvocationOperation call =>
            (call.Instance is { } receiver && IsSame(receiver, response))
            || call.Arguments.Any(argument => IsSame(argument.Value, response)),
        IPropertyReferenceOperation { Property.Name: "Body" or "BodyWriter", Instance: { } receiver } =>
            IsSame(receiver, response),
        _ => false,
    };

    /// <summary>A call that is waited for and has the response in reach, under whatever name.</summary>
    private static bool MayWrite(IOperation operation) =>
        operation is IInvocationOperation call
        && call.IsAwaited()
        && (IsOfResponse(call.Instance) || call.Arguments.Any(static argument => IsOfResponse(argument.Value)));

    private static bool IsOfResponse(IOperation? value) => value?.Type?.Name is "HttpContext" or "HttpResponse";

    private static bool IsSame(IOperation one, IOperation other) =>
        SyntaxFactory.AreEquivalent(one.AsWritten().Syntax, other.AsWritten().Syntax);
}
