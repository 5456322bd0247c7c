using AiAwareAnalyzers.ErrorHandling;

namespace AiAwareAnalyzers.Tests.ErrorHandling;

public sealed class BlanketSwallowingTests : RuleTests<BlanketSwallowing>
{
    private const string Get = "public async Task<Order?> GetAsync(int id) { try { return await _store.FindAsync(id); "
        + "} catch (Exception) { return null; } }";
    private const string Count = "public async Task<int> CountAsync() { try { return await _store.CountAsync(); } "
        + "catch (Exception) { return 0; } }";
    private const string List = "public async Task<List<Order>> ListAsync() { try { return await _store.AllAsync(); } "
        + "catch (Exception) { return new(); } }";
    private const string Save = "public async Task<bool> SaveAsync(Order order) { try { await _store.SaveAsync(order); "
        + "return true; } catch (Exception) { return false; } }";
    private const string Delete = "public async Task DeleteAsync(Order order) { try { await _store.SaveAsync(order); } "
        + "catch (Exception ex) { _log.LogError(ex, \"no\"); } }";
    private const string Honest = "public async Task<Order> LoadAsync(int id) => await _store.FindAsync(id);";

    [Test]
    public Task Three_methods_are_a_habit() => Flags(Service(Get, Count, List));

    [Test]
    public Task The_message_lists_the_methods() => Says(
        Service(Get, Count, List),
        "3 methods of 'Orders' hide every failure from their callers: 'GetAsync', 'CountAsync', 'ListAsync'; let the "
        + "exceptions through and catch them once, where something can be done about them");

    [Test]
    public Task A_long_list_is_cut() => Says(
        Service([.. Enumerable.Range(0, 8)
            .Select(number => Get.Replace("GetAsync", $"Get{number}", StringComparison.Ordinal))]),
        "8 methods of 'Orders' hide every failure from their callers: 'Get0', 'Get1', 'Get2', 'Get3', 'Get4', 'Get5' "
        + "and 2 more; let the exceptions through and catch them once, where something can be done about them");

    [Test]
    public Task Lost_changes_count_as_well() => Flags(Service(Save, Delete, Count));

    [TestCase("Publish")]
    public Task Methods_that_leave_it_to_a_namesake_say_whether_they_worked(string asked) =>
        Allows(Publishing(asked, isMarked: false));

    [TestCase("Ask")]
    public Task Methods_that_leave_it_to_a_question_do_not(string asked) => Suggests(Publishing(asked, isMarked: true));

    private static string Publishing(string asked, bool isMarked) => Service(isMarked, [
        "public interface IHub { Task<bool> Publish1(int id); Task<bool> Publish2(int id); "
        + "Task<bool> Publish3(int id); Task<bool> Ask1(int id); Task<bool> Ask2(int id); Task<bool> Ask3(int id); }",
        .. Enumerable.Range(1, 3).Select(number =>
            $"public async Task<bool> Publish{number}(IHub? hub, Order order) {{ if (hub is not null) return await "
            + $"hub.{asked}{number}(1); try {{ await _store.SaveAsync(order); return true; }} catch (Exception ex) {{ "
            + "_log.LogError(ex, \"no\"); return false; } }"),
    ]);

    [Test]
    public Task A_habit_of_which_each_failure_is_logged_is_known_to_some() => Suggests(Service(
        Logged(Get), Logged(Count), Logged(List)));

    private static string Logged(string method) => method.Replace(
        "catch (Exception) {", "catch (Exception ex) { _log.LogError(ex, \"no\");", StringComparison.Ordinal);

    [Test]
    public Task A_method_that_says_whether_it_worked_does_not_count() => Allows(Service(
        false,
        Get,
        Count,
        Save.Replace("catch (Exception) {", "catch (Exception ex) { _log.LogError(ex, \"no\");",
            StringComparison.Ordinal)));

    [Test]
    public Task Half_of_the_awaiting_methods_is_most() =>
        Flags(Service(Get, Count, List, Honest, Honest2("A"), Honest2("B")));

    [Test]
    public Task Methods_that_await_nothing_do_not_count_against() =>
        Flags(Service(Get, Count, List, Plain("A"), Plain("B"), Plain("C"), Plain("D")));

    [Test]
    public Task Files_without_await_are_a_habit_too() => Flags("""
        public class [|Settings|]
        {
            public string Theme() { try { return File.ReadAllText("theme"); } catch (Exception) { return ""; } }
            public string Name() { try { return File.ReadAllText("name"); } catch (Exception) { return ""; } }
            public string[] Recent() { try { return File.ReadAllLines("recent"); } catch (Exception) { return new string[0]; } }
        }
        """);

    [Test]
    public Task A_static_class_can_have_the_habit() => Flags(Shop.Beside("""
        public static class [|Stores|]
        {
            public static async Task<int> A(IStore store) { try { return await store.CountAsync(); } catch { return 0; } }
            public static async Task<int> B(IStore store) { try { return await store.CountAsync(); } catch { return 0; } }
            public static async Task<int> C(IStore store) { try { return await store.CountAsync(); } catch { return 0; } }
        }
        """));

    [Test]
    public Task A_record_can_have_the_habit() => Flags(Shop.Beside("""
        public record [|Stores|](IStore Store)
        {
            public async Task<int> A() { try { return await Store.CountAsync(); } catch { return 0; } }
            public async Task<int> B() { try { return await Store.CountAsync(); } catch { return 0; } }
            public async Task<int> C() { try { return await Store.CountAsync(); } catch { return 0; } }
        }
        """));

    [Test]
    public Task A_generic_type_can_have_the_habit() => Flags("""
        public interface ISource<T> { Task<T> GetAsync(); }
        public class [|Reader|]<T> where T : class
        {
            private readonly ISource<T> _source = null!;
            public async Task<T?> First() { try { return await _source.GetAsync(); } catch { return null; } }
            public async Task<T?> Second() { try { return await _source.GetAsync(); } catch { return default; } }
            public async Task<T?> Third() { try { return await _source.GetAsync(); } catch { return default(T); } }
        }
        """);

    [Test]
    public Task A_nested_type_answers_for_itself() => Flags(Shop.Beside("""
        public class Outer
        {
            private class [|Inner|]
            {
                private readonly IStore _store = null!;
                public async Task<int> A() { try { return await _store.CountAsync(); } catch { return 0; } }
                public async Task<int> B() { try { return await _store.CountAsync(); } catch { return 0; } }
                public async Task<int> C() { try { return await _store.CountAsync(); } catch { return 0; } }
            }
        }
        """));

    [Test]
    public Task The_parts_of_a_type_are_one_type() => Flags(Shop.Beside("""
        public partial class [|Orders|]
        {
            private readonly IStore _store = null!;
            public async Task<int> A() { try { return await _store.CountAsync(); } catch { return 0; } }
            public async Task<int> B() { try { return await _store.CountAsync(); } catch { return 0; } }
        }
        public partial class Orders
        {
            public async Task<int> C() { try { return await _store.CountAsync(); } catch { return 0; } }
        }
        """));

    [Test]
    public Task A_struct_can_have_the_habit() => Flags(Shop.Beside("""
        public readonly struct [|Stores|]
        {
            private static readonly IStore Store = null!;
            public async Task<int> A() { try { return await Store.CountAsync(); } catch { return 0; } }
            public async Task<int> B() { try { return await Store.CountAsync(); } catch { return 0; } }
            public async Task<int> C() { try { return await Store.CountAsync(); } catch { return 0; } }
        }
        """));

    [Test]
    public Task Properties_count_like_methods() => Flags("""
        public class [|Settings|]
        {
            public string Theme { get { try { return File.ReadAllText("theme"); } catch { return ""; } } }
            public string Name { get { try { return File.ReadAllText("name"); } catch { return ""; } } }
            public string Font { get { try { return File.ReadAllText("font"); } catch { return ""; } } }
        }
        """);

    [Test]
    public Task Local_functions_count_for_their_methods() => Flags(Shop.Beside("""
        public class [|Orders|]
        {
            private readonly IStore _store = null!;
            public Task<int> A() { return Load(); async Task<int> Load() { try { return await _store.CountAsync(); } catch { return 0; } } }
            public Task<int> B() { return Load(); async Task<int> Load() { try { return await _store.CountAsync(); } catch { return 0; } } }
            public Task<int> C() { return Load(); async Task<int> Load() { try { return await _store.CountAsync(); } catch { return 0; } } }
        }
        """));

    [Test]
    public Task Endpoints_of_a_controller_count() => Given.WithReferences(References.AspNetCore).Flags(Shop.Beside("""
        using Microsoft.AspNetCore.Mvc;

        public class [|OrdersController|] : ControllerBase
        {
            private readonly IStore _store = null!;
            public async Task<IActionResult> A() { try { return Ok(await _store.CountAsync()); } catch { return NotFound(); } }
            public async Task<IActionResult> B() { try { return Ok(await _store.CountAsync()); } catch { return NotFound(); } }
            public async Task<IActionResult> C() { try { return Ok(await _store.CountAsync()); } catch { return Ok(); } }
        }
        """));

    [Test]
    public Task Two_methods_are_reported_one_by_one() => Allows(Service(false, Get, Count));

    [Test]
    public Task One_method_with_three_catches_is_one_method() => Allows(Service(false, """
        public async Task<int> CountAsync(int way)
        {
            if (way == 1) { try { return await _store.CountAsync(); } catch (Exception) { return 0; } }
            if (way == 2) { try { return await _store.CountAsync(); } catch (Exception) { return 0; } }
            try { return await _store.CountAsync(); } catch (Exception) { return 0; }
        }
        """));

    [Test]
    public Task Three_among_many_honest_ones_are_slips() =>
        Allows(Service(false, Get, Count, List, Honest, Honest2("A"), Honest2("B"), Honest2("C")));

    [Test]
    public Task Probes_are_no_habit() => Allows(Service(false,
        Count.Replace("CountAsync()", "TryCount()", StringComparison.Ordinal)
            .Replace("_store.TryCount", "_store.CountAsync", StringComparison.Ordinal),
        Count.Replace("Task<int> CountAsync", "Task<int> CheckAsync", StringComparison.Ordinal),
        Get));

    [Test]
    public Task Results_that_carry_the_failure_are_no_habit() => Allows(Shop.Beside("""
        public class Result { public bool IsSuccess { get; set; } public string? Error { get; set; } public static Result Fail(string error) => new() { Error = error }; }
        public class Orders
        {
            private readonly IStore _store = null!;
            public async Task<Result> A() { try { await _store.CountAsync(); return new Result { IsSuccess = true }; } catch (Exception ex) { return Result.Fail(ex.Message); } }
            public async Task<Result> B() { try { await _store.CountAsync(); return new Result { IsSuccess = true }; } catch (Exception ex) { return Result.Fail(ex.Message); } }
            public async Task<Result> C() { try { await _store.CountAsync(); return new Result { IsSuccess = true }; } catch (Exception ex) { return Result.Fail(ex.Message); } }
        }
        """));

    [Test]
    public Task Methods_of_a_nested_type_do_not_count_for_the_outer() => Allows(Shop.Beside("""
        public class Outer
        {
            private readonly IStore _store = null!;
            public async Task<int> A() { try { return await _store.CountAsync(); } catch { return 0; } }
            public async Task<int> B() { try { return await _store.CountAsync(); } catch { return 0; } }
            private class Inner
            {
                private readonly IStore _store = null!;
                public async Task<int> C() { try { return await _store.CountAsync(); } catch { return 0; } }
            }
        }
        """));

    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception) { throw; }",
        TestName = "Rethrowing is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception ex) { throw new InvalidOperationException(\"no\", "
        + "ex); }",
        TestName = "Wrapping is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (HttpRequestException) { return 0; }",
        TestName = "Catching the expected is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception ex) when (ex is TimeoutException) { return 0; }",
        TestName = "Filtering the expected is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception ex) { Error = ex.Message; return 0; }",
        TestName = "Storing the error is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception) { Failures++; return 0; }",
        TestName = "Counting failures is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception ex) { Note(ex); return 0; }",
        TestName = "Handing the exception on is no habit of hiding")]
    [TestCase(
        "try { return await _store.CountAsync(); } catch (Exception) { return Failures; }",
        TestName = "Another source is no habit of hiding")]
    [TestCase(
        "try { return int.Parse(Error!); } catch (Exception) { return await Task.FromResult(0); }",
        TestName = "Hiding a computation is another matter")]
    [TestCase(
        "try { await Task.Delay(1); return 1; } catch (Exception) { return 0; }",
        TestName = "Hiding a pause is another matter")]
    [TestCase("return await _store.CountAsync();", TestName = "No catch at all")]
    [TestCase(
        "try { return await _store.CountAsync(); } finally { Failures = 0; }", TestName = "A finally catches nothing")]
    public Task Three_methods_that_do_something_else(string body) => Allows(Shop.With($$"""
        public string? Error { get; set; }
        public int Failures { get; set; }
        private void Note(Exception exception) { }
        public async Task<int> AAsync() { {{body}} }
        public async Task<int> BAsync() { {{body}} }
        public async Task<int> CAsync() { {{body}} }
        """));

    [Test]
    public Task Gates_that_close_are_no_habit() => Allows(Shop.With("""
        public async Task<bool> AuthorizeAsync() { try { return await _store.CountAsync() > 0; } catch (Exception) { return false; } }
        public async Task<bool> VerifyAsync() { try { return await _store.CountAsync() > 0; } catch (Exception) { return false; } }
        public async Task<bool> AllowAsync() { try { return await _store.CountAsync() > 0; } catch (Exception) { return false; } }
        """));

    [Test]
    public Task Commands_of_a_program_answer_with_exit_codes() => Allows(Shop.With("""
        public async Task<int> RunAsync() { try { return await _store.CountAsync(); } catch (Exception) { return 1; } }
        public async Task<int> ExecuteAsync() { try { return await _store.CountAsync(); } catch (Exception) { return 1; } }
        public async Task<int> InvokeAsync() { try { return await _store.CountAsync(); } catch (Exception) { return 1; } }
        """));

    private static string Plain(string name) => $"public int Plain{name}() => 1;";

    private static string Honest2(string name) =>
        $"public async Task<Order> Load{name}(int id) => await _store.FindAsync(id);";

    private static string Service(params string[] members) => Service(true, members);

    private static string Service(bool isMarked, params string[] members)
    {
        var code = Shop.With(string.Join('\n', members));
        return isMarked ? code.Replace("class Orders", "class [|Orders|]", StringComparison.Ordinal) : code;
    }
}
