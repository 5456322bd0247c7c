using System.Text.RegularExpressions;
using AiAwareAnalyzers.ErrorHandling.Catches;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Outcomes;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A catch of all that can go wrong with a save, which takes it for a row that is there already.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssumedDuplicate() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0515",
        title: "Every failure to save is taken for a duplicate",
        messageFormat: "'{0}' also stands for values that are too long, missing references, timeouts and lost "
            + "connections, and all of them {1}; ask {2} for its code in a 'when'{3}, and let the rest through",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Only the code of the database tells a value that is there already from all the other reasons "
            + "for which a row cannot be saved.",
        alsoKnownAs: "unique constraint violation, misleading error message, swallowed exception",
        cwe: [755],
        customTags: LowersOwnFindings);

    /// <summary>The exceptions of databases, and where they say that a unique index was violated.</summary>
    private static readonly ImmutableArray<(string Exception, string Code)> Providers = ImmutableArray.Create(
        ("Npgsql.PostgresException", "'PostgresException.SqlState' is \"23505\""),
        ("Microsoft.Data.SqlClient.SqlException", "'SqlException.Number' is 2601 or 2627"),
        ("System.Data.SqlClient.SqlException", "'SqlException.Number' is 2601 or 2627"),
        ("Microsoft.Data.Sqlite.SqliteException", "'SqliteException.SqliteExtendedErrorCode' is 2067 or 1555"),
        ("MySqlConnector.MySqlException", "'MySqlException.Number' is 1062"),
        ("MySql.Data.MySqlClient.MySqlException", "'MySqlException.Number' is 1062"));

    private static readonly ImmutableHashSet<string> OfDatabases = WordSet.Of(
        "DbException SqlException NpgsqlException PostgresException SqliteException MySqlException OracleException");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var catches = CatchClauses.Of(start.Compilation);
        var code = new Lazy<string>(() => CodeIn(start.Compilation));
        start.RegisterOperationAction(context => Analyze(context, catches, code), OperationKind.CatchClause);
    }

    private static void Analyze(OperationAnalysisContext context, CatchClauses catches, Lazy<string> code)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (FailureOf(clause) is { } failure
            && !ComesAfterQuestion(clause)
            && catches.Of(clause, context.ContainingSymbol) is { Reaction.Throws: false } caught
            && !caught.Promises(Promise.Test)
            && caught.GravestDefect() is null
            && Claims.In(caught) is { } claim)
            context.Report(Diagnostic.Create(
                Descriptor,
                caught.Place,
                Zones.Raised(SeverityOf(claim), context),
                additionalLocations: null,
                properties: null,
                failure.Name,
                claim,
                AskedIn(failure),
                code.Value));
    }

    /// <summary>The exception that says no more than that a statement failed; null where one says more.</summary>
    private static ITypeSymbol? FailureOf(ICatchClauseOperation clause)
    {
        var type = clause.ExceptionType.Name == "Exception"
            ? CatchClauses.AskedBy(clause.Filter)
            : clause.ExceptionType;
        return type is { Name: "DbUpdateException" } || (type is not null && OfDatabases.Contains(type.Name))
            ? type
            : null;
    }

    /// <summary>A clause in front has taken what the database calls by its code.</summary>
    private static bool ComesAfterQuestion(ICatchClauseOperation clause) =>
        clause.Parent is ITryOperation statement
        && statement.Catches.TakeWhile(other => other != clause)
            .Any(static other => other.Filter is not null && FailureOf(other) is not null);

    private static DiagnosticSeverity SeverityOf(string claim) =>
        claim == Claims.OfComment ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity;

    private static string AskedIn(ITypeSymbol failure) =>
        failure.Name == "DbUpdateException" ? "its inner exception" : "it";

    private static string CodeIn(Compilation compilation) =>
        Providers.FirstOrDefault(provider => !compilation.GetTypesByMetadataName(provider.Exception).IsEmpty).Code
            is { } code
            ? $" ({code})"
            : "";

    /// <summary>How a handler says that a row was there already.</summary>
    private static class Claims
    {
        /// <summary>What nobody is told, and a reader of the code only.</summary>
        public const string OfComment = "are taken for a duplicate";

        private const int Conflict = 409;

        private static readonly Regex InText = new(
            @"\balready (a|an|added|assigned|been|claimed|created|exists?|has|have|in|inserted|present|processed|"
            + @"received|recorded|registered|seeded|stored|taken|there|used)\b|\bduplicates?\b"
            + @"|\bunique (constraint|index|key|violation)|\b(must be|not|isn't) unique\b",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

        private static readonly Regex InComment = new(
            @"\brac(e|es|ed|ing)\b|\bconcurrent(ly)?\b|\b(another|other|parallel) "
            + @"(call|caller|instance|process|replica|request|thread|worker)\b|\b(someone|somebody) else\b",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

        private static readonly ImmutableHashSet<string> InNames = WordSet.Of(
            "already conflict conflicts duplicate duplicated duplicates");

        /// <summary>
        /// What finds nothing where the row is not there; others throw then, and hide the cause only.
        /// </summary>
        private static readonly ImmutableHashSet<string> Searches = WordSet.Of(
            "Find FindAsync FirstOrDefault FirstOrDefaultAsync SingleOrDefault SingleOrDefaultAsync");

        private static readonly Regex OfVersions = new(
            @"\bconcurren|\b(changed|modified|updated) by\b|\bstale\b",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

        /// <summary>What a handler makes of every failure; null where it looks, or claims nothing.</summary>
        public static string? In(CatchClause caught)
        {
            var parts = caught.Clause.Handler.Descendants().ToList();
            return parts.Exists(Decides) || parts.Exists(SpeaksOfVersions) || IsOfStructure(caught) ? null
                : parts.Exists(IsConflict) ? OfConflict(caught)
                : parts.Exists(part => Tells(part, caught)) ? "are told as a duplicate"
                : AreInComment(caught) ? OfComment
                : ReadsAgain(caught) ? "are taken for a row that somebody else has added"
                : null;
        }

        /// <summary>The handler looks at the cause, or at what is there now.</summary>
        private static bool Decides(IOperation part) => part switch
        {
            IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation => true,
            ILocalReferenceOperation { Local.Type: var type } =>
                type.SelfAndBases().Any(static one => one is { Name: "Exception", ContainingNamespace.Name: "System" }),
            _ => false,
        };

        /// <summary>
        /// Somebody else has changed the row meanwhile: that is another exception, derived from this one.
        /// </summary>
        private static bool SpeaksOfVersions(IOperation part) =>
            part is ILiteralOperation && part.ConstantText() is { } text && OfVersions.IsMatch(text);

        /// <summary>A column or a table that is there already.</summary>
        private static bool IsOfStructure(CatchClause caught) =>
            caught.Statement.Body.Descendants().Any(static part =>
                part.ConstantText()?.TrimStart() is { } text
                && (text.StartsWith("ALTER ", StringComparison.OrdinalIgnoreCase)
                    || text.StartsWith("CREATE ", StringComparison.OrdinalIgnoreCase)));

        private static bool IsConflict(IOperation part) => part switch
        {
            IInvocationOperation { TargetMethod.Name: "Conflict" } => true,
            IObjectCreationOperation { Type.Name: "ConflictResult" or "ConflictObjectResult" } => true,
            ILiteralOperation or IFieldReferenceOperation =>
                part.ConstantValue is { HasValue: true, Value: Conflict },
            _ => false,
        };

        /// <summary>What cannot be deleted has another reason, and another code.</summary>
        private static string? OfConflict(CatchClause caught)
        {
            var calls = Bodies.Own(Bodies.Around(caught.Clause)).OfType<IInvocationOperation>()
                .Select(static call => Words.Of(call.TargetMethod.Name).FirstOrDefault())
                .ToList();
            return calls.Exists(static word => word is "remove" or "delete")
                && !calls.Exists(static word => word is "add" or "update" or "create")
                    ? null
                    : "are answered as a conflict";
        }

        private static bool Tells(IOperation part, CatchClause caught) =>
            (part switch
            {
                ILiteralOperation => part.ConstantText() is { } text && InText.IsMatch(text),
                IFieldReferenceOperation { Field: { IsStatic: true } field } => IsNamed(field),
                IPropertyReferenceOperation { Property: { IsStatic: true } property } => IsNamed(property),
                IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method } =>
                    IsNamed(method),
                IObjectCreationOperation { Type: { } type } => IsNamed(type),
                ISimpleAssignmentOperation assignment =>
                    ReturnValues.IsTrue(assignment.Value)
                    && Values.VariableOrPropertyOf(assignment.Target) is { } target
                    && IsNamed(target),
                IArgumentOperation { Parameter: { } parameter } argument =>
                    ReturnValues.IsTrue(argument.Value) && IsNamed(parameter),
                _ => false,
            })
            && !IsForLog(part, caught);

        private static bool IsNamed(ISymbol symbol) => Words.Of(symbol.Name).Any(InNames.Contains);

        private static bool IsForLog(IOperation part, CatchClause caught) =>
            part.Ancestors()
                .TakeWhile(around => around != caught.Clause.Handler)
                .Any(static around => around is IInvocationOperation call && LogCalls.IsLogger(call));

        /// <summary>A comment says so, and the work is not tried again with another value.</summary>
        private static bool AreInComment(CatchClause caught) =>
            !(caught.Reaction.CanComplete && Continuations.LoopAround(caught.Statement) is not
                (null or IForEachLoopOperation))
            && caught.Clause.Syntax.DescendantTrivia().Any(static trivia =>
                (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                && trivia.ToString() is var comment
                && (InText.IsMatch(comment) || InComment.IsMatch(comment)));

        /// <summary><c>return await users.SingleAsync(…);</c>, also by way of a local.</summary>
        private static bool ReadsAgain(CatchClause caught) =>
            caught.Reaction.Returns.Any(static answer =>
                answer.ReturnedValue is { } value
                && value.DescendantsAndSelf().Any(static part => IsSearch(
                    part is ILocalReferenceOperation local ? Values.InitialValueOf(local)?.Bare() : part)));

        private static bool IsSearch(IOperation? part) =>
            part is IInvocationOperation { TargetMethod: { ContainingType.Name: var home, Name: var name } }
            && Searches.Contains(name)
            && home is "EntityFrameworkQueryableExtensions" or "Queryable" or "QueryableExtensions" or "DbSet";
    }
}
