using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class AssumedDuplicateTests : RuleTests<AssumedDuplicate>
{
    private protected override ReferenceSet Framework => References.Sqlite;

    [TestCase("return Results.Conflict(\"no\");", TestName = "The answer of a conflict")]
    [TestCase("return Results.Conflict();", TestName = "The answer of a conflict without a word")]
    [TestCase("return TypedResults.Conflict(user.Email);", TestName = "The typed answer of a conflict")]
    [TestCase("return new ConflictObjectResult(\"no\");", TestName = "The result of a conflict")]
    [TestCase("return Results.StatusCode(409);", TestName = "The number of a conflict")]
    [TestCase("return Results.StatusCode(StatusCodes.Status409Conflict);", TestName = "The constant of a conflict")]
    [TestCase("return System.Net.HttpStatusCode.Conflict;", TestName = "The status of a conflict")]
    [TestCase("return Results.BadRequest(\"This e-mail already exists.\");", TestName = "A text that says it exists")]
    [TestCase("return Results.BadRequest($\"{user.Email} is already in use\");", TestName = "A text with a hole")]
    [TestCase("return \"Must be unique\";", TestName = "A text that asks for another value")]
    [TestCase("return new { Error = \"Duplicate e-mail\" };", TestName = "A text inside of an answer")]
    [TestCase("return UserErrors.DuplicateEmail;", TestName = "An error that is named after it")]
    [TestCase("return UserErrors.AlreadyRegistered(user.Email);", TestName = "An error that is made with its name")]
    [TestCase("return new DuplicateUser();", TestName = "An answer of a type that is named after it")]
    [TestCase("return new Saved { IsDuplicate = true };", TestName = "An answer that is marked as one")]
    [TestCase("return new Saved(isDuplicate: true);", TestName = "An answer that is told to be one")]
    [TestCase("return await shop.Users.SingleOrDefaultAsync(each => each.Email == user.Email);",
        TestName = "The other's row")]
    [TestCase(
        "return await shop.Users.FirstOrDefaultAsync(each => each.Email == user.Email).ConfigureAwait(false);",
        TestName = "The other's row, or none")]
    [TestCase(
        "shop.Entry(user).State = EntityState.Detached; var other = await shop.Users.FindAsync(user.Id); "
        + "return new { other };",
        TestName = "The other's row by way of a local")]
    [TestCase(
        "Console.WriteLine(\"not saved\"); return Results.Conflict();", TestName = "A word on the console is no log")]
    public Task What_is_made_of_every_failure(string handler) =>
        Flags(Saving("[|catch (DbUpdateException)|] { " + handler + "\n}"));

    [TestCase("return await shop.Users.SingleAsync(each => each.Email == user.Email);",
        TestName = "A row that has to be there now")]
    [TestCase("return Results.Conflict(\"The user was changed by somebody else\");",
        TestName = "A row that has changed")]
    public Task What_looks_again_or_speaks_of_versions(string handler) =>
        Allows(Saving("catch (DbUpdateException) { " + handler + "\n}"));

    [TestCase("return false; // another request was faster", TestName = "A comment about somebody else")]
    [TestCase("/* already added */ return user;", TestName = "A comment about a row that is there")]
    [TestCase("// Lost the race: nothing to do", TestName = "A comment alone")]
    public Task What_a_comment_makes_of_every_failure(string handler) =>
        Suggests(Saving("[|catch (DbUpdateException)|] { " + handler + "\n}"));

    [Test]
    public Task A_comment_where_the_risk_is_high() => WithOption("ai_aware.high_risk", "*.cs").Flags(
        Saving("[|catch (DbUpdateException)|] { return false; /* already there */ }"));

    [TestCase("[|catch (DbUpdateException failure)|]", TestName = "A name that nobody mentions")]
    [TestCase(
        "[|catch (DbUpdateException failure)|] when (failure.InnerException is SqliteException)",
        TestName = "A cause of the database, whichever")]
    [TestCase(
        "[|catch (DbUpdateException failure)|] when (failure.InnerException is SqliteException cause)",
        TestName = "A cause that is named and not looked at")]
    [TestCase(
        "[|catch (DbUpdateException failure)|] when (failure.InnerException is System.Data.Common.DbException)",
        TestName = "A cause of any database")]
    [TestCase("[|catch (Exception failure)|] when (failure is DbUpdateException)", TestName = "Asked for in a filter")]
    [TestCase("[|catch (SqliteException)|]", TestName = "The exception of one database")]
    [TestCase("[|catch (System.Data.Common.DbException)|]", TestName = "The exception of any database")]
    [TestCase(
        "catch (DbUpdateConcurrencyException) { throw; } [|catch (DbUpdateException)|]",
        TestName = "Another clause has taken what somebody else has changed")]
    public Task What_is_caught(string clause) => Flags(Saving(clause + " { return Results.Conflict(\"no\"); }"));

    [TestCase(
        "catch (DbUpdateException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: 19 }) "
        + "{ return Results.Conflict(); }",
        TestName = "A pattern asks for the code")]
    [TestCase(
        "catch (DbUpdateException failure) when (failure.InnerException is SqliteException cause "
        + "&& cause.SqliteExtendedErrorCode == 2067) { return Results.Conflict(); }",
        TestName = "A comparison asks for the code")]
    [TestCase(
        "catch (DbUpdateException failure) when (IsUniqueViolation(failure)) { return Results.Conflict(); }",
        TestName = "A function asks")]
    [TestCase(
        "catch (DbUpdateException failure) when (failure.InnerException!.Message.Contains(\"UNIQUE\")) "
        + "{ return Results.Conflict(); }",
        TestName = "The text is looked at")]
    [TestCase(
        "catch (DbUpdateException failure) { if (IsUniqueViolation(failure)) return Results.Conflict(); throw; }",
        TestName = "The handler asks, and lets the rest through")]
    [TestCase(
        "catch (DbUpdateException failure) { return IsUniqueViolation(failure) ? Results.Conflict() : Results.Ok(); }",
        TestName = "The handler has two answers")]
    [TestCase(
        "catch (DbUpdateException failure) when (failure.InnerException is SqliteException cause) "
        + "{ return cause.SqliteErrorCode switch { 19 => Results.Conflict(), _ => Results.StatusCode(500) }; }",
        TestName = "The handler asks for the code")]
    [TestCase(
        "catch (DbUpdateException failure) { return Told(failure, Results.Conflict()); }",
        TestName = "A function is given the exception")]
    [TestCase(
        "catch (DbUpdateException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: 19 }) "
        + "{ return 1; } catch (DbUpdateException) { return Results.Conflict(); }",
        TestName = "A clause in front asks")]
    [TestCase(
        "catch (DbUpdateConcurrencyException) { return Results.Conflict(\"changed by somebody else\"); }",
        TestName = "What another has changed is a conflict")]
    [TestCase("catch (UniqueConstraintException) { return Results.Conflict(); }", TestName = "A type that says it")]
    [TestCase("catch (InvalidOperationException) { return Results.Conflict(); }", TestName = "Another exception")]
    [TestCase("catch (Exception) { return Results.Conflict(); }", TestName = "Everything is another rule's business")]
    [TestCase("catch (DbUpdateException) { return Results.StatusCode(500); }", TestName = "An error is an error")]
    [TestCase("catch (DbUpdateException) { return false; }", TestName = "No without a reason")]
    [TestCase("catch (DbUpdateException) { return \"could not be saved\"; }", TestName = "A text that claims nothing")]
    [TestCase(
        "catch (DbUpdateException failure) { _logger.LogError(failure, \"not saved\"); return Results.Conflict(); }",
        TestName = "The cause is in the log")]
    [TestCase(
        "catch (DbUpdateException) { _logger.LogInformation(\"already there\"); return user; }",
        TestName = "What only the log claims")]
    [TestCase(
        "catch (DbUpdateException failure) { throw new InvalidOperationException(\"already exists\", failure); }",
        TestName = "The cause goes on")]
    [TestCase("catch (DbUpdateException) { shop.ChangeTracker.Clear(); throw; }", TestName = "It goes on itself")]
    [TestCase(
        "catch (DbUpdateException) { var other = await shop.Users.FirstOrDefaultAsync(each => each.Email == "
        + "user.Email); if (other is null) throw; return other; }",
        TestName = "The row is looked for, and its absence lets the failure through")]
    [TestCase(
        "catch (DbUpdateException) { return await shop.Users.AnyAsync(each => each.Email == user.Email) "
        + "? Results.Conflict() : Results.StatusCode(500); }",
        TestName = "The database is asked what it was")]
    [TestCase(
        "catch (DbUpdateException) { return await shop.Users.FirstOrDefaultAsync() ?? new User(); }",
        TestName = "Something else where there is none")]
    [TestCase(
        "catch (DbUpdateException) { return await shop.Users.CountAsync(); }", TestName = "Another question is no row")]
    [TestCase("catch (DbUpdateException) { await Task.Delay(410); return 0; }", TestName = "Any other number")]
    public Task What_looks_at_the_cause_or_claims_nothing(string clauses) => Allows(Saving(clauses));

    [Test]
    public Task What_cannot_be_deleted_has_another_code() => Allows(
        Saving("catch (DbUpdateException) { return Results.Conflict(\"still used\"); }").Replace("Add(", "Remove("));

    [Test]
    public Task What_is_replaced_may_be_a_duplicate() => Flags(
        Saving("[|catch (DbUpdateException)|] { return Results.Conflict(\"no\"); }")
            .Replace("shop.Users.Add(", "shop.Users.Remove(user); shop.Users.Add("));

    [Test]
    public Task A_column_that_is_there_already_is_no_row() => Allows(
        Saving("catch (SqliteException) { /* column already exists */ }")
            .Replace("SaveChangesAsync()", "Database.ExecuteSqlRawAsync(\"ALTER TABLE Users ADD COLUMN Age INT\")"));

    [Test]
    public Task Another_value_is_tried() => Allows(InLoop("// number already taken: the next one"));

    [Test]
    public Task Each_of_many_is_taken_for_a_duplicate() => Suggests(
        InLoop("// already imported")
            .Replace("while (true)", "foreach (var one in new[] { user })")
            .Replace("catch (DbUpdateException)", "[|catch (DbUpdateException)|]")
            .Replace("already imported", "already added"));

    [CSharp(12)]
    public Task In_a_controller() => Flags("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public class TeamsController(DbContext teams) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Create(string name)
            {
                teams.Add(name);
                try
                {
                    await teams.SaveChangesAsync();
                }
                [|catch (DbUpdateException)|]
                {
                    return Conflict("A team of this name already exists");
                }

                return Ok();
            }
        }
        """);

    [Test]
    public Task A_test_knows_its_database() => Allows(
        Saving("catch (DbUpdateException) { return Results.Conflict(); }")
            .Replace("public async", "[NUnit.Framework.Test] public async")
        + "namespace NUnit.Framework { public class TestAttribute : Attribute { } }");

    [Test]
    public Task The_message_names_the_claim_and_the_code() => Says(
        Saving("[|catch (DbUpdateException)|] { return Results.Conflict(); }"),
        "'DbUpdateException' also stands for values that are too long, missing references, timeouts and lost "
        + "connections, and all of them are answered as a conflict; ask its inner exception for its code in a 'when' "
        + "('SqliteException.SqliteExtendedErrorCode' is 2067 or 1555), and let the rest through");

    [TestCase("return \"already exists\";", "are told as a duplicate")]
    [TestCase(
        "return await shop.Users.FirstOrDefaultAsync();", "are taken for a row that somebody else has added")]
    public Task The_message_says_what_is_claimed(string handler, string claim) => Says(
        Saving("[|catch (SqliteException)|] { " + handler + "\n}"),
        $"'SqliteException' also stands for values that are too long, missing references, timeouts and lost "
        + $"connections, and all of them {claim}; ask it for its code in a 'when' "
        + "('SqliteException.SqliteExtendedErrorCode' is 2067 or 1555), and let the rest through");

    [Test]
    public Task Without_a_database_at_hand_the_message_names_no_code() =>
        Given.WithReferences(References.EntityFrameworkCore).Says(
            Saving("[|catch (DbUpdateException)|] { return Results.Conflict(); }")
                .Replace("using Microsoft.Data.Sqlite;", ""),
            "'DbUpdateException' also stands for values that are too long, missing references, timeouts and lost "
            + "connections, and all of them are answered as a conflict; ask its inner exception for its code in a "
            + "'when', and let the rest through");

    private static string InLoop(string comment) => Saving("catch (DbUpdateException)\n{\n" + comment + "\n}")
        .Replace("try", "while (true) try");

    private static string Saving(string clauses) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Logging;

        public class User { public int Id { get; set; } public string Email { get; set; } = ""; }
        public class Shop : DbContext { public DbSet<User> Users => Set<User>(); }
        public class UniqueConstraintException : DbUpdateException { }
        public class DuplicateUser { }
        public class Saved { public Saved(bool isDuplicate = false) { } public bool IsDuplicate { get; set; } }
        public static class UserErrors
        {
            public const string DuplicateEmail = "users.email";
            public static string AlreadyRegistered(string email) => email;
        }

        public class Registration
        {
            private readonly ILogger _logger = null!;

            public async Task<object?> RegisterAsync(Shop shop, User user)
            {
                shop.Users.Add(user);
                try
                {
                    await shop.SaveChangesAsync();
                }
                {{clauses}}

                return user.Id;
            }

            private static bool IsUniqueViolation(DbUpdateException failure) => failure.InnerException is not null;

            private static object Told(Exception failure, object answer) => answer;
        }
        """;
}
