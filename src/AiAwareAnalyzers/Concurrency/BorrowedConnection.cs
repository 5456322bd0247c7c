using AiAwareAnalyzers.Concurrency.Overlaps;
using AiAwareAnalyzers.Concurrency.Resources;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency;

/// <summary>The connection of a context is disposed of, and the context goes on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BorrowedConnection() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1022",
        title: "The connection of a context is disposed of while the context is in use",
        messageFormat: "'{0}' belongs to '{1}', which {2} and finds it disposed of{3}; leave out 'using', and "
            + "close what was opened here",
        category: Family.Concurrency,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "GetDbConnection lends the connection of the context, which disposes of it itself: after an "
            + "earlier Dispose its next query fails.",
        alsoKnownAs: "ObjectDisposedException, double dispose, The ConnectionString property has not been initialized",
        cwe: [672],
        customTags: LowersOwnFindings);

    private static readonly ImmutableArray<string> OtherProviders = ImmutableArray.Create(
        "UseSqlServer(", "UseAzureSql(", "UseNpgsql(", "UseMySql(", "UseMySQL(", "UseOracle(", "UseFirebird(");

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
                ? Finding(declarator, owner, use.Phrase, use.IsSeen, IsOfSqlite(declarator, context.Compilation))
                : null;
    }

    private static Diagnostic Finding(
        IVariableDeclaratorOperation connection, ISymbol owner, string use, bool isSeen, bool isOfSqlite) =>
        Diagnostic.Create(
            Descriptor,
            connection.Syntax.GetLocation(),
            isSeen && !isOfSqlite ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            additionalLocations: null,
            properties: null,
            connection.Symbol.Name,
            owner.Name,
            use,
            isOfSqlite ? ", and only SQLite opens such a one again" : "");

    /// <summary>Behind a question for the provider, or in a project that names no other.</summary>
    private static bool IsOfSqlite(IOperation connection, Compilation compilation) =>
        connection.Ancestors().OfType<IConditionalOperation>().Any(choice =>
            connection.IsInside(choice.WhenTrue)
            && Values.Conjuncts(choice.Condition).Any(static part =>
                part is IInvocationOperation { TargetMethod.Name: "IsSqlite" }))
        || (IsMentioned(compilation, "UseSqlite(") && !OtherProviders.Any(other => IsMentioned(compilation, other)));

    private static bool IsMentioned(Compilation compilation, string call) =>
        compilation.SyntaxTrees.Any(tree => Calls.AreMentioned(tree, call));

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
