using AiAwareAnalyzers.Injection.Sql;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Injection;

/// <summary>A name or a piece of SQL that is spliced into a statement where no parameter can stand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterpolatedClause() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0701",
        title: "A clause is concatenated into SQL",
        messageFormat: "{0}; names cannot be parameters, so a caller who controls that text can rewrite the "
            + "statement (SQL injection): choose it from constants with a switch or a lookup",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A column, a direction, a table or a limit that arrives as text and is concatenated into SQL "
            + "allows SQL injection, however many parameters the statement has beside it.",
        alsoKnownAs: "SQL injection, SQLi, dynamic ORDER BY",
        cwe: [89]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (SqlSinks.Of(start.Compilation).AreReferenced) LookInBodies(start, Look, SqlMethods.Kinds);
    }

    private static Diagnostic? Look(OperationAnalysisContext context) =>
        SqlMethods.StatementIn(context) is { OpenClauses.IsEmpty: false } statement
            ? Finding(statement)
            : null;

    private static Diagnostic Finding(SqlStatement statement)
    {
        var named = statement.OpenClauses.AddRange(statement.OpenValues);
        return Diagnostic.Create(
            Descriptor,
            statement.LocationOf(statement.OpenClauses),
            SqlFacts.Write(statement, statement.OpenClauses),
            string.Join(", ", named.Select(Describe)));
    }

    private static string Describe(SqlHole hole) =>
        $"'{Quote.Of(hole.Hole.Value.Syntax)}' is spliced in as {Noun(hole.Place)}";

    private static string Noun(SqlPlace place) => place switch
    {
        SqlPlace.Column => "a column",
        SqlPlace.OrderBy => "what to sort by",
        SqlPlace.Direction => "a sort direction",
        SqlPlace.GroupBy => "what to group by",
        SqlPlace.Table => "a table",
        SqlPlace.Limit => "a number of rows",
        SqlPlace.Procedure => "a procedure",
        SqlPlace.Condition => "a condition",
        SqlPlace.Statement => "the whole statement",
        SqlPlace.Fragment => "a piece of SQL",
        _ => "a value",
    };
}
