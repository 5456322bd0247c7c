using AiAwareAnalyzers.EdgeCases;

namespace AiAwareAnalyzers.Tests.EdgeCases;

public sealed class LooseFallbackTests : RuleTests<LooseFallback, LooseFallbackFix>
{
    [TestCase("long? Sum() => [|a ?? 0 + b|];", TestName = "A sum")]
    [TestCase("long Sum() => [|a ?? 0 + b ?? 0|];", TestName = "A sum of two that may be missing")]
    [TestCase("int Left() => [|c ?? 0 - d|];", TestName = "A difference")]
    [TestCase("int Product() => [|c ?? 1 * d|];", TestName = "A product")]
    [TestCase("int Product() => [|c ?? 0 * d|];", TestName = "A product with zero")]
    [TestCase("decimal Sum() => [|price ?? 0m + fee|];", TestName = "Decimals")]
    [TestCase("double Sum() => [|rate ?? 0.0 + d|];", TestName = "Doubles")]
    [TestCase("string Name() => [|first ?? \"\" + last|];", TestName = "Texts")]
    [TestCase("string Name() => [|first ?? \"\" + \" \" + last|];", TestName = "Texts with a blank between")]
    [TestCase("int Sum() => [|c ?? 0 + d + d|];", TestName = "A longer sum")]
    [TestCase("bool Both() => [|flag ?? false && other|];", TestName = "And")]
    [TestCase("bool Either() => [|flag ?? false || other|];", TestName = "Or")]
    [TestCase("bool Same() => [|flag ?? false == other|];", TestName = "A comparison")]
    [TestCase("bool Other() => [|flag ?? true != other|];", TestName = "A difference of truths")]
    [TestCase("int Sum() => [|list?.Count ?? 0 + d|];", TestName = "A member that may be missing")]
    [TestCase("int Sum() { var sum = [|c ?? 0 + d|]; return sum; }", TestName = "In a local")]
    public Task A_fallback_that_takes_the_rest(string member) => Flags(Code(member));

    [TestCase("long? Sum() => (a ?? 0) + b;", TestName = "Parentheses")]
    [TestCase("long Sum() => (a ?? 0) + (b ?? 0);", TestName = "Parentheses twice")]
    [TestCase("long Sum() => a ?? 0;", TestName = "A fallback alone")]
    [TestCase("long Sum() => a ?? b ?? 0;", TestName = "A chain of fallbacks")]
    [TestCase("int Sum() => c ?? (0 + d);", TestName = "Parentheses that say so")]
    [TestCase("int Sum() => c ?? d + 1;", TestName = "A fallback that is reckoned")]
    [TestCase("int Sum() => c ?? 10 + d;", TestName = "A number that changes something")]
    [TestCase("int Product() => c ?? 2 * d;", TestName = "A factor that changes something")]
    [TestCase("int Left() => c ?? -d;", TestName = "A sign")]
    [TestCase("string Name() => first ?? \"Mr \" + last;", TestName = "A text that changes something")]
    [TestCase("string Name() => first ?? last + \"\";", TestName = "A text at the end")]
    [TestCase("bool Either() => flag ?? other || c > 3;", TestName = "A fallback of two questions")]
    [TestCase("bool Either() => flag ?? c > 3;", TestName = "A fallback that asks")]
    [TestCase("bool Same() => flag ?? c == d;", TestName = "A fallback that compares")]
    [TestCase("int Sum() => d + (c ?? 0);", TestName = "The fallback is last")]
    [TestCase("int? Sum() => c + d ?? 0;", TestName = "The sum is what may be missing")]
    [TestCase("int Sum() => c ?? Reckon(0 + d);", TestName = "An argument")]
    [TestCase("int Sum() => c is null ? 0 + d : c.Value;", TestName = "A conditional")]
    [TestCase("void Set() { c ??= 0 + d; }", TestName = "An assignment")]
    [TestCase("int Sum() => c ?? throw new System.InvalidOperationException(\"\" + d);", TestName = "An exception")]
    public Task A_fallback_that_is_meant(string member) => Allows(Code(member));

    [Test]
    public Task The_message_tells_what_binds() => Says(
        Code("long? Sum() => [|a ?? 0 + b|];"),
        "'??' binds more loosely than '+': the fallback is '0 + b', and 'b' is left out where 'a' is there; "
        + "write '(a ?? 0) + …'");

    [TestCase("long? Sum() => [|a ?? 0 + b|];", "long? Sum() => (a ?? 0) + b;", TestName = "One")]
    [TestCase("long Sum() => [|a ?? 0 + b ?? 0|];", "long Sum() => (a ?? 0) + (b ?? 0);", TestName = "Two")]
    [TestCase("string Name() => [|first ?? \"\" + \" \" + last|];", "string Name() => (first ?? \"\") + \" \" + last;",
        TestName = "Three texts")]
    [TestCase("bool Either() => [|flag ?? false || other|];", "bool Either() => (flag ?? false) || other;",
        TestName = "Truths")]
    [TestCase("int Sum() => /* all */ [|c ?? 0 + d|]; // done", "int Sum() => /* all */ (c ?? 0) + d; // done",
        TestName = "Comments")]
    public Task Parentheses(string member, string repaired) => Fixes(Code(member), Code(repaired));

    private static string Code(string member) => $$"""
        public class Reckoner
        {
            private long? a = 1;
            private long? b = 2;
            private int? c = 3;
            private int d = 4;
            private decimal? price = 5;
            private decimal fee = 6;
            private double? rate = 7;
            private string? first = "";
            private string? last = "";
            private bool? flag = true;
            private bool other = true;
            private System.Collections.Generic.List<int>? list = null;
            {{member}}
            private static int Reckon(int value) => value;
        }
        """;
}
