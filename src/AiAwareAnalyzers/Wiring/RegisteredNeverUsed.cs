using AiAwareAnalyzers.Knowledge.Container;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Wiring;

/// <summary>A service that is registered and that nothing ever asks for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegisteredNeverUsed() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1305",
        title: "A service is registered, and nothing asks for it",
        messageFormat: "'{0}' is registered, and nothing in this program asks for it, so what it was written for never "
            + "happens; ask for it where it belongs, or remove it",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A service that nothing asks for is never made: the feature it was written for is off, or the "
            + "registration is left over.",
        alsoKnownAs: "dead registration, unused service");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (Services.ArePossible(start.Compilation)
            && start.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
            start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!RegistrationCalls.Registers(call.TargetMethod) || RegistrationCalls.Read(call) is not { } told) return;

        var services = Services.Of(context.Compilation);
        if (!services.IsWhole || !Services.IsOwn(told.Service) || !services.IsDeclaredHere(told.Service)) return;
        var uses = Facts.Of(context.Compilation, static c => new Uses(c));
        if (!uses.Contain(told.Service.Name))
            context.Report(Diagnostic.Create(
                Descriptor, call.Syntax.GetLocation(), Quote.Of(TypeNames.Written(told.Service))));
    }

    /// <summary>
    /// The names that stand anywhere but where a type is declared, implemented or registered: nothing is bound for
    /// them.
    /// </summary>
    private sealed class Uses
    {
        private readonly HashSet<string> _names;

        public Uses(Compilation compilation)
        {
            var services = Services.Of(compilation);
            var told = services.All.Select(static told => told.Service.Name).ToImmutableHashSet(StringComparer.Ordinal);
            var registrations = new HashSet<SyntaxNode>(services.All.Select(static told => told.Syntax!));
            _names = new(
                compilation.SyntaxTrees
                    .SelectMany(static tree => tree.GetRoot().DescendantNodes(static node => !IsMere(node)))
                    .OfType<SimpleNameSyntax>()
                    .Where(name => told.Contains(name.Identifier.ValueText)
                        && !IsRegistered(name, registrations)
                        && !IsItself(name))
                    .Select(static name => name.Identifier.ValueText),
                StringComparer.Ordinal);
        }

        public bool Contain(string name) => _names.Contains(name);

        /// <summary>What only says that something is there.</summary>
        private static bool IsMere(SyntaxNode node) => node is BaseListSyntax or UsingDirectiveSyntax;

        /// <summary><c>ILogger&lt;Shop&gt;</c> in the shop.</summary>
        private static bool IsItself(SimpleNameSyntax name) =>
            name.Ancestors()
                .OfType<TypeDeclarationSyntax>()
                .Any(around => around.Identifier.ValueText == name.Identifier.ValueText);

        /// <summary>The types that a registration names; what its factory does is another matter.</summary>
        private static bool IsRegistered(SimpleNameSyntax name, HashSet<SyntaxNode> registrations) =>
            name.Ancestors()
                .TakeWhile(static around => around is not AnonymousFunctionExpressionSyntax)
                .FirstOrDefault(static around => around is TypeArgumentListSyntax or TypeOfExpressionSyntax)
                ?.Ancestors()
                .TakeWhile(static around => around is not StatementSyntax)
                .OfType<InvocationExpressionSyntax>()
                .FirstOrDefault() is { } call
            && registrations.Contains(call);
    }
}
