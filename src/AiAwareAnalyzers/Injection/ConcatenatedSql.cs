using AiAwareAnalyzers.Injection.Sql;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Injection;

/// <summary>A value that is spliced into SQL.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConcatenatedSql() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0702",
        title: "A value is concatenated into SQL",
        messageFormat: "{0} part of the SQL text, where a quote in it rewrites the statement (SQL injection); {1}",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that is concatenated into the text of a statement can end its literal and continue as "
            + "SQL; as a parameter it stays a value.",
        alsoKnownAs: "SQL injection, SQLi",
        cwe: [89]);

    private static readonly Version WarnsAboutInterpolation = new(8, 0);
    private static readonly Version WarnsAboutConcatenation = new(10, 0);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (SqlSinks.Of(start.Compilation).AreReferenced) LookInBodies(start, Look, SqlMethods.Kinds);
    }

    private static Diagnostic? Look(OperationAnalysisContext context) =>
        SqlMethods.StatementIn(context) is { OpenClauses.IsEmpty: true, OpenValues.IsEmpty: false } statement
            && !SaysEntityFramework(statement, SqlSinks.Of(context.Compilation).EntityFrameworkCore)
            ? Finding(statement)
            : null;

    /// <summary>EF1002 and EF1003 speak about text that is put together inside the call itself.</summary>
    private static bool SaysEntityFramework(SqlStatement statement, Version? version) =>
        statement.Idiom == SqlIdiom.EntityFrameworkCore
        && version is not null
        && statement.Text.BareText() switch
        {
            IInterpolatedStringOperation => version >= WarnsAboutInterpolation,
            IBinaryOperation => version >= WarnsAboutConcatenation,
            _ => false,
        };

    private static Diagnostic Finding(SqlStatement statement) =>
        Diagnostic.Create(
            Descriptor,
            statement.LocationOf(statement.OpenValues),
            SqlFacts.Write(statement, statement.OpenValues),
            Subject(statement.OpenValues),
            WayOut(statement));

    private static string Subject(ImmutableArray<SqlHole> holes) =>
        string.Join(" and ", holes.Select(hole => $"'{Quote.Of(hole.Hole.Value.Syntax)}'"))
        + (holes.Length == 1 ? " becomes" : " become");

    private static string WayOut(SqlStatement statement) => statement.OpenValues[0].Place switch
    {
        SqlPlace.InList when statement.Idiom == SqlIdiom.Dapper =>
            "write 'IN @values' and pass the list in the parameter object",
        SqlPlace.InList => "write one parameter for each value of the list",
        SqlPlace.LikePattern => "write 'LIKE @pattern' and put the '%' into the value of the parameter",
        _ => statement.Idiom switch
        {
            SqlIdiom.Ado => "pass it as a parameter of the command",
            SqlIdiom.Dapper => "pass it in the parameter object",
            SqlIdiom.EntityFrameworkCore when Interpolated(statement.Sink) is { } safe =>
                $"pass the interpolated string itself to '{safe}'",
            _ => "pass it as a parameter",
        },
    };

    /// <summary>The sibling of a raw method that makes parameters of what is interpolated.</summary>
    private static string? Interpolated(IOperation sink)
    {
        if (sink is not IInvocationOperation { TargetMethod: { } raw }) return null;

        var type = (raw.ReducedFrom ?? raw).ContainingType;
        return new[] { raw.Name.Replace("Raw", ""), raw.Name.Replace("Raw", "Interpolated") }
            .FirstOrDefault(name => type.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Any(static method => method.Parameters.Any(static given => given.Type.Name == "FormattableString")));
    }
}
