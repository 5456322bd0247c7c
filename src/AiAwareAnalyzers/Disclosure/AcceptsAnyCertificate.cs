using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>Server certificate validation that always agrees.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AcceptsAnyCertificate() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0809",
        title: "Every server certificate is accepted",
        messageFormat: "'{0}' accepts every certificate, so anyone between this program and the server can read and "
            + "alter the traffic; {1}",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A certificate check that always succeeds is no check: the connection is encrypted, but to an "
            + "unknown party.",
        alsoKnownAs: "man in the middle, disabled TLS validation",
        cwe: [295]);

    /// <summary>Words of a switch by which a user gives up the check of certificates.</summary>
    private static readonly ImmutableHashSet<string> Switching = WordSet.Of(
        "accept allow allows bypass disable ignore ignores insecure selfsigned skip trust untrusted unsafe");

    private const string Remove =
        "remove it, and trust a private authority by adding its certificate to the trusted roots";
    private const string Compare = "return 'true' only for the certificate that is expected";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var callbacks = CertificateCallbacks.Of(start.Compilation);
        if (!callbacks.AreThere || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(
            context => AskAssignment(context, callbacks),
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment);
        start.RegisterOperationAction(context => AskArgument(context, callbacks), OperationKind.Argument);
    }

    private static void AskAssignment(OperationAnalysisContext context, CertificateCallbacks callbacks)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IMemberReferenceOperation { Member: var member } && callbacks.IsCallback(member))
            Analyze(context, callbacks, assignment.Value, member.Name, Remove);
    }

    private static void AskArgument(OperationAnalysisContext context, CertificateCallbacks callbacks)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is { } parameter && callbacks.IsCallback(parameter.Type))
            Analyze(context, callbacks, argument.Value, parameter.Name, Compare);
    }

    /// <summary>Does the callback agree whatever it is shown, and is the code run where somebody may listen?</summary>
    private static void Analyze(
        OperationAnalysisContext context,
        CertificateCallbacks callbacks,
        IOperation callback,
        string name,
        string wayOut)
    {
        if (Agrees(callback, callbacks, context.Compilation)
            && !EnvironmentGuard.Surrounds(context.Operation.Syntax)
            && !IsAskedFor(context.Operation))
            context.Report(Diagnostic.Create(Descriptor, callback.Syntax.GetLocation(), name, wayOut));
    }

    /// <summary>
    /// Under a question about a switch that says so, <c>if (options.IgnoreCertificates)</c>, or behind one that has
    /// left the method: then it takes somebody to ask for it.
    /// </summary>
    private static bool IsAskedFor(IOperation use) =>
        use.Syntax.AncestorsAndSelf().Any(node => node.Parent switch
        {
            IfStatementSyntax choice => choice.Statement == node && IsSwitch(choice.Condition, use.SemanticModel),
            ConditionalExpressionSyntax choice =>
                choice.WhenTrue == node && IsSwitch(choice.Condition, use.SemanticModel),
            BlockSyntax block => block.Statements.TakeWhile(statement => statement != node)
                .OfType<IfStatementSyntax>()
                .Any(earlier => Leaves(earlier.Statement)
                    && earlier.Condition is PrefixUnaryExpressionSyntax { Operand: var asked }
                    && IsSwitch(asked, use.SemanticModel)),
            _ => false,
        });

    private static bool IsSwitch(ExpressionSyntax condition, SemanticModel? model) =>
        condition is not PrefixUnaryExpressionSyntax
        && condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            Words.Of(name.Identifier.ValueText).Any(Switching.Contains)
            && !IsOnByDefault(model?.GetSymbolInfo(name).Symbol));

    /// <summary>What is on unless somebody turns it off, nobody has asked for.</summary>
    private static bool IsOnByDefault(ISymbol? symbol) => symbol switch
    {
        IParameterSymbol { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } => true,
        IFieldSymbol { HasConstantValue: true, ConstantValue: true } => true,
        ILocalSymbol { HasConstantValue: true, ConstantValue: true } => true,
        _ => symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { Initializer.Value: var value } => IsTrue(value),
            VariableDeclaratorSyntax { Initializer.Value: var value } => IsTrue(value),
            _ => false,
        },
    };

    private static bool IsTrue(ExpressionSyntax value) => value.IsKind(SyntaxKind.TrueLiteralExpression);

    private static bool Leaves(StatementSyntax statement) =>
        (statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement)
            is ReturnStatementSyntax or ThrowStatementSyntax;

    private static bool Agrees(IOperation callback, CertificateCallbacks callbacks, Compilation compilation) =>
        callback.Unconverted() switch
        {
            IPropertyReferenceOperation { Property: var property } => callbacks.AcceptsAnything(property),
            var function => ReturnValues.BodyOf(function, compilation) is { } body && ReturnValues.AreAlwaysTrue(body),
        };

    /// <summary>Where a program may decide itself whether to trust the certificate of a server.</summary>
    private sealed class CertificateCallbacks
    {
        /// <summary>Members that take the decision, by their names: several frameworks call them alike.</summary>
        private static readonly ImmutableHashSet<string> Members = WordSet.Of(
            "ServerCertificateCustomValidationCallback ServerCertificateValidationCallback",
            "RemoteCertificateValidationCallback UserCertificateValidationCallback");

        private readonly INamedTypeSymbol? _callback;

        private CertificateCallbacks(Compilation compilation) =>
            _callback = compilation.GetTypeByMetadataName("System.Net.Security.RemoteCertificateValidationCallback");

        public bool AreThere => _callback is not null;

        public static CertificateCallbacks Of(Compilation compilation) =>
            Facts.Of(compilation, static c => new CertificateCallbacks(c));

        public bool IsCallback(ISymbol member) => Members.Contains(member.Name);

        public bool IsCallback(ITypeSymbol parameter) =>
            SymbolEqualityComparer.Default.Equals(
                parameter.WithNullableAnnotation(NullableAnnotation.NotAnnotated), _callback);

        /// <summary>The framework's own callback that agrees with everything.</summary>
        public bool AcceptsAnything(IPropertySymbol property) =>
            property
                is { Name: "DangerousAcceptAnyServerCertificateValidator", ContainingType.Name: "HttpClientHandler" };
    }
}
