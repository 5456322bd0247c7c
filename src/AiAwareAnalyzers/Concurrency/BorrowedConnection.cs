using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Resources;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>The connection of a context is disposed of, and the context goes on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BorrowedConnection() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1022",
        title: "The connection of a context is disposed of while the context is in use",
        messageFormat: "'{0}' belongs to '{1}', which {2} and finds it disposed of; leave out 'using', and "
            + "close what was opened here",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "GetDbConnection lends the connection of the context, which disposes of it itself: after an "
            + "earlier Dispose its next query fails.",
        alsoKnownAs: "ObjectDisposedException, double dispose, The ConnectionString property has not been initialized",
        cwe: [672],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (EntityFramework.Of(start.Compilation).Context is null || TestCode.Of(start.Compilation).IsTestProject)
            return;

        var contexts = new ContextUses(start.Compilation);
        LookInBodies(start, context => Look(context, contexts), OperationKind.VariableDeclarator);
    }

    private static Diagnostic? Look(OperationAnalysisContext context, ContextUses contexts)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        return Ownership.IsInUsing(declarator)
            && declarator.GetVariableInitializer()?.Value.Bare() is IInvocationOperation
                { TargetMethod: { Name: "GetDbConnection" } } call
            && call.Arguments.FirstOrDefault()?.Value is { } database
            && contexts.ContextBehind(database) is { } owner
            && LaterUse(owner, declarator) is { } use
                ? Diagnostic.Create(
                    Descriptor,
                    declarator.Syntax.GetLocation(),
                    use.IsSeen ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                    additionalLocations: null,
                    properties: null,
                    declarator.Symbol.Name, owner.Name, use.Phrase)
                : null;
    }

    /// <summary>When the context is needed again, as a message says it; null where it is not.</summary>
    private static (string Phrase, bool IsSeen)? LaterUse(ISymbol owner, IVariableDeclaratorOperation connection)
    {
        var end = EndOf(connection);
        if (connection.Root().DescendantsAndSelf().Any(mention =>
            mention.Syntax.SpanStart >= end
            && SymbolEqualityComparer.Default.Equals(Values.VariableOrPropertyOf(mention), owner)))
            return ("is used afterwards", true);
        return owner switch
        {
            IFieldSymbol or IPropertySymbol
                or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } =>
                ("may be used by others of the same scope", false),
            IParameterSymbol => ("may be used by the caller", false),
            _ => null,
        };
    }

    /// <summary>Where the block of the connection ends.</summary>
    private static int EndOf(IOperation connection) =>
        connection.Ancestors()
            .First(static around => around is IBlockOperation or IUsingOperation or { Parent: null })
            .Syntax.Span.End;
}
