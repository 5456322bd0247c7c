using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Sql;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>A value that is spliced into SQL.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConcatenatedSql() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0702",
        title: "A value is spliced into SQL",
        messageFormat: "{0} part of the SQL text, so a quote in what is spliced in rewrites the statement; {1}",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that is spliced into the text of a statement can end its literal and continue as SQL; as a parameter it stays a value.");

    private static readonly Version WarnsAboutInterpolation = new(8, 0);
    private static readonly Version WarnsAboutConcatenation = new(10, 0);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (SqlSinks.Of(start.Compilation).AreReferenced) start.RegisterOperationAction(Look, SqlMethods.Kinds);
    }

    private static void Look(OperationAnalysisContext context)
    {
        if (SqlMethods.StatementIn(context) is { OpenClauses.IsEmpty: true, OpenValues.IsEmpty: false } statement
            && !SaysEntityFramework(statement, SqlSinks.Of(context.Compilation).EntityFrameworkCore))
            context.ReportDiagnostic(Finding(statement));
    }

    /// <summary>EF1002 and EF1003 speak about text that is put together inside the call itself.</summary>
    private static bool SaysEntityFramework(SqlStatement statement, Version? version) =>
        statement.Idiom == SqlIdiom.EntityFrameworkCore
        && version is not null
        && Written.Bare(statement.Text) switch
        {
            IInterpolatedStringOperation => version >= WarnsAboutInterpolation,
            IBinaryOperation => version >= WarnsAboutConcatenation,
            _ => false,
        };

    private static Diagnostic Finding(SqlStatement statement) =>
        Diagnostic.Create(
            Descriptor,
            statement.LocationOf(statement.OpenValues),
            statement.FactsAbout(statement.OpenValues),
            Subject(statement.OpenValues),
            WayOut(statement));

    private static string Subject(ImmutableArray<SqlHole> holes) =>
        string.Join(" and ", holes.Select(hole => $"'{Quote.Of(hole.Hole.Value.Syntax)}'")) + (holes.Length == 1 ? " becomes" : " become");

    private static string WayOut(SqlStatement statement) => statement.OpenValues[0].Place switch
    {
        SqlPlace.InList when statement.Idiom == SqlIdiom.Dapper => "write 'IN @values' and pass the list in the parameter object",
        SqlPlace.InList => "write one parameter for each value of the list",
        SqlPlace.LikePattern => "write 'LIKE @pattern' and put the '%' into the value of the parameter",
        _ => statement.Idiom switch
        {
            SqlIdiom.Ado => "pass it as a parameter of the command",
            SqlIdiom.Dapper => "pass it in the parameter object",
            SqlIdiom.EntityFrameworkCore => "hand an interpolated string to the method without 'Raw' in its name",
            _ => "pass it as a parameter",
        },
    };
}
