using System.Collections.Immutable;
using AiAwareAnalyzers.Injection.Sql;
using AiAwareAnalyzers.Knowledge.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Injection.Sql;

/// <summary>What a hole stands for in a statement. A tilde is a hole.</summary>
[TestFixture]
public sealed class SqlReadingTests
{
    [TestCase("SELECT * FROM t WHERE a = ~", "Value")]
    [TestCase("SELECT * FROM t WHERE a >= ~ AND b < ~", "Value Value")]
    [TestCase("SELECT * FROM t WHERE a BETWEEN ~ AND ~", "Value Value")]
    [TestCase("SELECT * FROM t WHERE LOWER(a) = LOWER(~)", "Value")]
    [TestCase("SELECT * FROM t WHERE a = '~'", "Quoted")]
    [TestCase("SELECT * FROM t WHERE a LIKE '%~%'", "LikePattern")]
    [TestCase("select * from t where a ilike '~%'", "LikePattern")]
    [TestCase("SELECT * FROM t WHERE a LIKE ~", "Value")]
    [TestCase("SELECT * FROM t WHERE a IN (~)", "InList")]
    [TestCase("SELECT * FROM t WHERE a IN (1, ~)", "InList")]
    [TestCase("SELECT * FROM t WHERE a IN (SELECT b FROM u WHERE c = ~)", "Value")]
    [TestCase("INSERT INTO t (a, b) VALUES (~, '~')", "Value Quoted")]
    [TestCase("INSERT INTO t (a, ~) VALUES (1, 2)", "Column")]
    [TestCase("INSERT INTO ~ (a) VALUES (1)", "Table")]
    [TestCase("UPDATE t SET a = ~, ~ = 2 WHERE c = 1", "Value Column")]
    [TestCase("UPDATE ~ SET a = 1", "Table")]
    [TestCase("DELETE FROM ~ WHERE a = 1", "Table")]
    [TestCase("SELECT ~ FROM t", "Column")]
    [TestCase("SELECT a, ~ FROM t", "Column")]
    [TestCase("SELECT DISTINCT ~ FROM t", "Column")]
    [TestCase("SELECT COUNT(~) FROM t", "Column")]
    [TestCase("SELECT * FROM ~.t", "Table")]
    [TestCase("SELECT * FROM dbo.~", "Table")]
    [TestCase("SELECT * FROM [~]", "Table")]
    [TestCase("SELECT * FROM t ORDER BY \"~\"", "OrderBy")]
    [TestCase("SELECT * FROM t WHERE a = \"~\"", "Quoted")]
    [TestCase("SELECT * FROM t WHERE a LIKE \"%~%\"", "LikePattern")]
    [TestCase("SELECT * FROM t WHERE a IN (\"~\", \"~\")", "Quoted Quoted")]
    [TestCase("INSERT INTO t (\"~\") VALUES (\"~\")", "Column Quoted")]
    [TestCase("UPDATE t SET \"~\" = \"~\"", "Column Quoted")]
    [TestCase("SELECT \"~\" FROM \"~\" WHERE \"~\" = 1", "Column Table Column")]
    [TestCase("SELECT * FROM t JOIN u ON t.a = u.\"~\"", "Column")]
    [TestCase("SELECT * FROM t WHERE a = [~] AND b = `~`", "Column Column")]
    [TestCase("SELECT * FROM t JOIN ~ u ON u.a = t.a", "Table")]
    [TestCase("SELECT * FROM t WHERE ~ = 1", "Column")]
    [TestCase("SELECT * FROM t WHERE t.~ = 1", "Column")]
    [TestCase("SELECT * FROM t WHERE [~] LIKE 'a'", "Column")]
    [TestCase("SELECT * FROM t WHERE ~", "Condition")]
    [TestCase("SELECT * FROM t WHERE a = 1 AND ~", "Condition")]
    [TestCase("SELECT * FROM t WHERE a = 1 ~", "Fragment")]
    [TestCase("SELECT * FROM t ~", "Fragment")]
    [TestCase("SELECT * FROM t ORDER BY ~", "OrderBy")]
    [TestCase("SELECT * FROM t ORDER BY a, ~ ~", "OrderBy Direction")]
    [TestCase("SELECT * FROM t ORDER BY a ~", "Direction")]
    [TestCase("SELECT * FROM t ORDER BY ~ LIMIT ~ OFFSET ~", "OrderBy Limit Limit")]
    [TestCase("SELECT TOP ~ * FROM t", "Limit")]
    [TestCase("SELECT TOP 5 ~ FROM t", "Fragment")]
    [TestCase("SELECT * FROM t ORDER BY a OFFSET ~ ROWS FETCH NEXT ~ ROWS ONLY", "Limit Limit")]
    [TestCase("SELECT a FROM t GROUP BY ~ HAVING COUNT(*) > ~", "GroupBy Value")]
    [TestCase("EXEC ~", "Procedure")]
    [TestCase("EXEC p ~, '~'", "Value Quoted")]
    [TestCase("CALL p(~, 1)", "Value")]
    [TestCase("~", "Statement")]
    [TestCase("SELECT 1; SELECT * FROM ~", "Table")]
    [TestCase("SELECT * FROM t -- WHERE a = ~\n WHERE b = ~", "None Value")]
    [TestCase("SELECT * FROM t /* ~ */ WHERE b = ~", "None Value")]
    [TestCase("SELECT * FROM t WHERE a = @p~", "None")]
    [TestCase("SELECT CASE WHEN a = 1 THEN ~ ELSE ~ END FROM t WHERE b = 1", "Value Value")]
    [TestCase("SELECT * FROM t WHERE a = 'it''s' AND b = ~", "Value")]
    public void A_hole_has_its_place(string statement, string places) =>
        Assert.That(
            string.Join(" ", new SqlReading(Template(statement)).Holes.Select(hole => hole.Place)), Is.EqualTo(places));

    [TestCase("SELECT * FROM t WHERE a = @a", true)]
    [TestCase("SELECT * FROM t WHERE a = :a", true)]
    [TestCase("SELECT * FROM t WHERE a = $1", true)]
    [TestCase("SELECT * FROM t WHERE a = ?", true)]
    [TestCase("SELECT * FROM t WHERE a = {0}", true)]
    [TestCase("SELECT a::text FROM t", false, TestName = "A cast is no parameter")]
    [TestCase("SELECT @@version", false, TestName = "A variable of the server is no parameter")]
    [TestCase("SELECT 'a@b.c' FROM t", false, TestName = "An address in quotes is no parameter")]
    public void A_statement_has_parameters(string statement, bool has) =>
        Assert.That(new SqlReading(Template(statement)).HasParameters, Is.EqualTo(has));

    [Test]
    public void Every_hole_of_any_text_has_one_place() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            text => new SqlReading(Template(text.Get)).Holes.Count == text.Get.Count(character => character == '~'))
                .QuickCheckThrowOnFailure();

    private static Template Template(string statement)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var text in statement.Split('~'))
        {
            if (parts.Count > 0) parts.Add(new Hole(null!, HoleKind.Free, TextOrigin.Unknown));
            parts.Add(new Literal(text));
        }

        return new(parts.ToImmutable());
    }
}
