using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class TruncatedPageCountTests : RuleTests<TruncatedPageCount, TruncatedPageCountFix>
{
    [TestCase("int Pages() => (int)Math.Ceiling((double)([|total / size|]));", TestName = "A double")]
    [TestCase("int Pages() => (int)Math.Ceiling((decimal)([|total / size|]));", TestName = "A decimal")]
    [TestCase("int Boxes() => (int)decimal.Ceiling([|total / size|]);", TestName = "The method of decimal")]
    [TestCase("int Boxes() => (int)MathF.Ceiling([|total / size|]);", TestName = "A float that nobody wrote")]
    [TestCase("int Boxes() => (int)Math.Ceiling((double)([|(total - 1) / size|]));", TestName = "What was reckoned")]
    [TestCase("int Boxes() => (int)Math.Ceiling((double)([|bytes / 1024|]));", TestName = "A volume")]
    [TestCase("double Days(long hours) => Math.Ceiling((double)([|hours / 24|]));", TestName = "Long numbers")]
    public Task What_is_rounded_up_too_late(string member) => Flags(Code(member));

    [TestCase("int Pages() => [|total / size|];", TestName = "A method")]
    [TestCase("int PageCount => [|total / size|];", TestName = "A property")]
    [TestCase("int PageCount { get { return [|total / size|]; } }", TestName = "A getter")]
    [TestCase("int Last() { var totalPages = [|total / size|]; return totalPages; }", TestName = "A local")]
    [TestCase("int Last() { int pages; pages = [|total / size|]; return pages; }", TestName = "An assignment")]
    [TestCase("object Last() => new { total, totalPages = [|total / size|] };", TestName = "An anonymous object")]
    [TestCase("object Last() => new Answer { PageCount = [|total / size|] };", TestName = "An initializer")]
    [TestCase("object Last() => new Page(rows, [|rows.Count / size|]);", TestName = "An argument")]
    [TestCase("long Pages(long totalCount) => [|totalCount / 20|];", TestName = "A literal")]
    [TestCase("int Pages() => [|rows.Count() / size|];", TestName = "A call that counts")]
    [TestCase("int NumberOfPages() => (int)([|rows.LongCount() / size|]);", TestName = "A cast")]
    [TestCase("async Task<int> Pages() => [|await CountAsync() / size|];", TestName = "A count that is awaited")]
    [TestCase("double Pages() => [|total / size|];", TestName = "Fractions that come too late")]
    [TestCase("int Pages() => size == 0 ? 0 : [|total / size|];", TestName = "A guard against zero")]
    public Task A_number_of_pages_without_the_last(string member) => Flags(Code(member));

    [TestCase("int Pages() => (total + size - 1) / size;", TestName = "Rounded up in whole numbers")]
    [TestCase("int Pages() => (total - 1) / size + 1;", TestName = "Rounded up by one")]
    [TestCase("int Pages() => (int)Math.Ceiling(total / (double)size);", TestName = "A cast before the division")]
    [TestCase("int Pages() => (int)Math.Ceiling((double)total / size);", TestName = "A cast of the dividend")]
    [TestCase("int Pages() => (int)Math.Ceiling(total * 1.0 / size);", TestName = "A factor with a fraction")]
    [TestCase("int Pages() => total / size + (total % size == 0 ? 0 : 1);", TestName = "The remainder is asked for")]
    [TestCase("int Pages() { var pages = total / size; if (total % size > 0) pages++; return pages; }",
        TestName = "The remainder is asked for later")]
    [TestCase("int Pages() { var pages = total / size; if (pages * size < total) pages += 1; return pages; }",
        TestName = "One more is added")]
    [TestCase("int Pages() { var pages = total / size; Math.DivRem(total, size, out var rest); return pages + rest; }",
        TestName = "Both at once")]
    [TestCase("int Pages() { var totalUp = total + size - 1; return totalUp / size; }",
        TestName = "A local that was reckoned")]
    [TestCase("int CurrentPage() => total / size;", TestName = "The number of a page")]
    [TestCase("int PageIndex(int count) => count / size;", TestName = "The index of a page")]
    [TestCase("int PagesPerSheet(int count) => count / size;", TestName = "So many for each")]
    [TestCase("long MemoryPages(long total) => total / 4096;", TestName = "Pages of memory")]
    [TestCase("long Pages(long bytes) => bytes / 4096;", TestName = "Pages of a file")]
    [TestCase("long Pages(long totalBytes) => totalBytes / 4096;", TestName = "All bytes")]
    [TestCase("int Pages(int sheets) => sheets / 2;", TestName = "Something that is not counted rows")]
    [TestCase("int Groups() => total / size;", TestName = "Something that is no page")]
    [TestCase("int Average(int sum, int count) => sum / count;", TestName = "An average")]
    [TestCase("decimal Pages(decimal total) => total / 20;", TestName = "Decimals")]
    [TestCase("double Pages(double total) => total / 20;", TestName = "Doubles")]
    [TestCase("const int Pages = 100 / 20;", TestName = "Constants")]
    [TestCase("double Whole() => Math.Floor((double)(total / size));", TestName = "Rounded down")]
    [TestCase("double Whole() => Math.Ceiling((double)(100 / 7));", TestName = "A constant that is rounded")]
    [TestCase("double Whole() => Own.Ceiling(total / size);", TestName = "A method of the same name")]
    public Task What_knows_of_the_rest_or_has_none(string member) => Allows(Code(member));

    [Test]
    public Task Silent_in_a_test_project() =>
        Given.WithReferences(References.Testing).Allows(Code("int PageCount => total / size;"));

    [Test]
    public Task The_message_shows_how_to_round_up() => Says(
        Code("int PageCount => [|total / size|]; int Boxes => (int)Math.Ceiling((double)([|bytes / 1024|]));"),
        "'total / size' is an integer division, so 'PageCount' leaves out the last page unless it is full; "
        + "round up: '(total + size - 1) / size'",
        "'bytes / 1024' is an integer division, so nothing is left for 'Math.Ceiling' to round up, and a rest is lost; "
        + "cast one side before the division, not its result");

    [TestCase("int Pages() => [|total / size|];", "int Pages() => (total + size - 1) / size;", TestName = "Rounds up")]
    [TestCase("int Pages() => [|rows.Count / this.size|]; // all",
        "int Pages() => (rows.Count + this.size - 1) / this.size; // all",
        TestName = "Rounds up by a member")]
    [TestCase("int Pages() => size == 0 ? 0 : [|total / 20|];", "int Pages() => size == 0 ? 0 : (total + 20 - 1) / 20;",
        TestName = "Rounds up by a literal")]
    [TestCase("int Pages() => (int)Math.Ceiling((double)([|total / size|]));",
        "int Pages() => (int)Math.Ceiling((double)total / size);", TestName = "Casts first")]
    [TestCase("int Pages() => (int)Math.Ceiling((decimal)([|(total - 1) / size|]));",
        "int Pages() => (int)Math.Ceiling((decimal)(total - 1) / size);", TestName = "Casts what is reckoned")]
    public Task The_fix_keeps_the_last_page(string member, string repaired) => Fixes(Code(member), Code(repaired));

    [TestCase("int Pages() => [|total / Next()|];", TestName = "A divisor that is called")]
    [TestCase("int Pages() => [|total /* rows */ / size|];", TestName = "A comment inside")]
    [TestCase("int Boxes() => (int)decimal.Ceiling([|total / size|]);", TestName = "No cast at all")]
    public Task No_fix(string member) => OffersNoFix(Code(member));

    private static string Code(string member) => $$"""
        public class Pager
        {
            private int total = 45;
            private int size = 20;
            private int bytes = 4000;
            private List<int> rows = new();
            {{member}}
            private static Task<int> CountAsync() => Task.FromResult(45);
            private static int Next() => 20;
            private static class Own { public static double Ceiling(int value) => value; }
            private sealed class Answer { public int PageCount { get; set; } }
            private sealed record Page(List<int> Rows, int TotalPages);
        }
        """;
}
