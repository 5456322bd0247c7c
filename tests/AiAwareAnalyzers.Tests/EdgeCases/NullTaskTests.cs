using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class NullTaskTests : RuleTests<NullTask, NullTaskFix>
{
    [TestCase("public Task<string> Find(int id) { if (id < 0) return [|null|]; return Task.FromResult(\"\"); }",
        TestName = "A result")]
    [TestCase("public Task Save(int id) { if (id < 0) return [|null|]; return Task.CompletedTask; }",
        TestName = "No result")]
    [TestCase("public Task<string> Find(int id) => [|null|];", TestName = "An expression")]
    [TestCase("""public Task<string> Find(int id) => id > 0 ? Task.FromResult("") : [|null|];""", TestName = "One of two")]
    [TestCase("public Task<string> Find(int id) => id > 0 ? [|null|] : Task.FromResult(\"\");",
        TestName = "The other of two")]
    [TestCase("public Task<string> Find(int id) => (id > 0) ? (Task.FromResult(\"\")) : ([|null|]);",
        TestName = "In parentheses")]
    [TestCase("public Task<string> Find(int id) { return [|default|]; }", TestName = "The default")]
    [TestCase("public Task<string> Find(int id) { return [|default(Task<string>)|]; }",
        TestName = "The default of a type")]
    [TestCase("public Task<int> Count(int id) { if (id < 0) return [|null|]; return Task.FromResult(1); }",
        TestName = "A number")]
    [TestCase("public Task<int?> Count(int id) { if (id < 0) return [|null|]; return Task.FromResult((int?)1); }",
        TestName = "A number that may be missing")]
    [TestCase("public Task<List<string>> All(int id) { try { return Load(); } catch (Exception) { return [|null|]; } }",
        TestName = "Where something failed")]
    [TestCase("""public Task<string> Find(int id) { switch (id) { case 1: return Task.FromResult(""); default: return [|null|]; } }""",
        TestName = "In a switch")]
    [TestCase("public Func<int, Task<string>> Finder => id => [|null|];", TestName = "A lambda")]
    [TestCase("""public void Act() { Use(Find(1)); Task<string> Find(int id) => [|null|]; }""", TestName = "A local function")]
    [TestCase("public Task<string> Found { get { return [|null|]; } }", TestName = "A property")]
    [TestCase("public virtual Task<string> Find(int id) { return [|null|]; }", TestName = "To be overridden")]
    public Task No_task_is_there(string members) => Flags(Code(members));

    [Test]
    public Task The_compiler_was_told_to_be_silent() => Flags(
        "public class A { public Task<string?> Find(int id) => [|null|]!; }");

    [TestCase("public Task<string> Find(int id) => Task.FromResult<string>(null);", TestName = "A finished task")]
    [TestCase("public async Task<string> Find(int id) { await Task.Yield(); return null; }", TestName = "Async")]
    [TestCase("public ValueTask<string> Find(int id) => default;", TestName = "A ValueTask is never null")]
    [TestCase("public ValueTask Close() => default;", TestName = "A ValueTask without a result")]
    [TestCase("public string Find(int id) => null;", TestName = "No task at all")]
    [TestCase("public Task<string> Find(int id) => throw new NotSupportedException();", TestName = "Thrown")]
    [TestCase("public Func<int, Task<string>> Finder => async id => { await Task.Yield(); return null; };",
        TestName = "An async lambda")]
    [TestCase("public Func<int, string> Finder => id => null;", TestName = "A lambda without a task")]
    [TestCase("public Func<int, Task<string>> Finder => null;", TestName = "No function")]
    [TestCase("public object Find(int id) => null;", TestName = "An object")]
    [TestCase("public Task<string> Find(int id) { var found = Task.FromResult(\"\"); return found; }",
        TestName = "A local")]
    [TestCase("Task<string> Find(int id) => null; public async Task Act() { var t = Find(1); if (t != null) await t; }",
        TestName = "Kept and asked")]
    [TestCase("Task<string> Find(int id) => null; public Task<string> Act() => Find(1) ?? Task.FromResult(\"\");",
        TestName = "With another to fall back on")]
    [TestCase("Task<string> Find(int id) => null; public Task Act() => Find(1)?.ContinueWith(t => t);",
        TestName = "Behind a question mark")]
    [TestCase("public class NullStore { public Task<string> Find(int id) => null; }", TestName = "A null object")]
    [TestCase("public class FakeStore { public Task<string> Find(int id) => null; }", TestName = "A double")]
    [TestCase("public System.Linq.Expressions.Expression<Func<int, Task<string>>> Finder => id => null;",
        TestName = "In an expression tree")]
    [TestCase("public interface IStore { Task<string> Find(int id); }", TestName = "Nothing is answered")]
    public Task A_task_is_there(string members) => Allows(Code(members));

    [TestCase("public Task<string>? Find(int id) => null;", TestName = "The type says so")]
    public Task Whose_caller_is_told(string members) => Allows("public class A { " + members + " }");

    [Test]
    public Task The_compiler_says_it() => Allows("public class A { public Task<string> Find(int id) => null; }");

    [Test]
    public Task The_message_says_what_to_return() => Says(
        Code("public Task<string> Find(int id) { if (id < 0) return [|null|]; return Task.FromResult(\"\"); }"),
        """'Find' is not async, so 'null' is the task itself and each 'await' of it throws a NullReferenceException; return """
        + "'Task.FromResult<string>(null)'");

    [TestCase(
        "public Task<string> Find(int id) { if (id < 0) return [|null|]; return Task.FromResult(\"\"); }",
        """public Task<string> Find(int id) { if (id < 0) return Task.FromResult<string>(null); return Task.FromResult(""); }""",
        TestName = "A result")]
    [TestCase(
        "public Task Save(int id) { if (id < 0) return [|null|]; return Task.CompletedTask; }",
        "public Task Save(int id) { if (id < 0) return Task.CompletedTask; return Task.CompletedTask; }",
        TestName = "No result")]
    [TestCase(
        "public Task<List<string>> All(int id) { try { return Load(); } catch (Exception) { return [|null|]; } }",
        """public Task<List<string>> All(int id) { try { return Load(); } catch (Exception) { return Task.FromResult<List<string>>(null); } }""",
        TestName = "A list")]
    [TestCase(
        "public Task<int?> Count(int id) { if (id < 0) return [|null|]; return Task.FromResult((int?)1); }",
        """public Task<int?> Count(int id) { if (id < 0) return Task.FromResult<int?>(null); return Task.FromResult((int?)1); }""",
        TestName = "A number that may be missing")]
    public Task A_task_that_has_ended(string members, string repaired) => Fixes(Code(members), Code(repaired));

    [TestCase("public Task<int> Count(int id) { if (id < 0) return [|null|]; return Task.FromResult(1); }",
        TestName = "A number has no null")]
    public Task What_is_to_be_thought_over(string members) => OffersNoFix(Code(members));

    private static string Code(string members) => $$"""
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        public class Books
        {
            {{members}}
            private static Task<List<string>> Load() => Task.FromResult(new List<string>());
            private static void Use(object value) { }
        }
        """;
}
