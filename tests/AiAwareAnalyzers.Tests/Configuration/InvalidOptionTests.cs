using System.Diagnostics.CodeAnalysis;
using AiAwareAnalyzers.Configuration;
using AiAwareAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAwareAnalyzers.Tests.Configuration;

public sealed class InvalidOptionTests : RuleTests<InvalidOption>
{
    private const string Code = "class Anything { }";

    [Test]
    public Task No_option_is_fine() => Allows(Code);

    [Test]
    public Task Options_of_others_are_none_of_our_business() =>
        WithOption("dotnet_sort_system_directives_first", "maybe").Allows(Code);

    [Test]
    public Task An_option_that_nobody_reads_is_reported() =>
        WithOption("ai_aware.nothing.at_all", "1").Reports(Code, "AIA0001");

    [Test]
    public Task An_option_of_a_file_that_is_no_code_is_read_too() =>
        WithOption("ai_aware.nothing.at_all", "1").ForFiles("*.csproj").WithHandedFile("/0/Shop.csproj", "<Project />")
            .Reports(Code, "AIA0001");

    [Test]
    public Task The_same_setting_for_two_files_is_reported_once() =>
        WithOption("ai_aware.nothing.at_all", "1").WithFile("/0/Other.cs", "class Other { }").Reports(Code, "AIA0001");

    /// <summary>The class that hosts derive from throws where they do not list their keys.</summary>
    [TestCase(typeof(NotImplementedException))]
    [TestCase(typeof(NotSupportedException))]
    public async Task A_host_that_cannot_list_its_options_is_left_alone(Type failure)
    {
        var compilation = CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText(Code)]);
        var options = new AnalyzerOptions([], new Unlisted(() => (Exception)Activator.CreateInstance(failure)!));
        Assert.That(await Workshop.Findings(compilation, options, new InvalidOption()), Is.Empty);
    }

    [TestCase("[*.cs]\nai_aware.nothing = 1\n", 1)]
    [TestCase("root = true\n\n[*.cs]\n  AI_AWARE.nothing : 1 # why\n", 3)]
    [TestCase("[*.cs]\nai_aware.nothing = 2\n", -1, TestName = "Another value is another line")]
    [TestCase("[*.cs]\n", -1, TestName = "It is in a file that was not handed over")]
    public async Task It_is_reported_at_its_line(string settings, int line)
    {
        var compilation = CSharpCompilation.Create("Code", [CSharpSyntaxTree.ParseText(Code)]);
        var options = new AnalyzerOptions(
            [new Handed("/0/.editorconfig", settings)], new Listed("ai_aware.nothing", "1"));
        var finding = (await Workshop.Findings(compilation, options, new InvalidOption())).Single();
        Assert.That(
            finding.Location == Location.None ? -1 : finding.Location.GetLineSpan().StartLinePosition.Line,
            Is.EqualTo(line));
    }

    private sealed class Handed(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Listed(string key, string value) : AnalyzerConfigOptionsProvider
    {
        private readonly One _one = new(key, value);

        public override AnalyzerConfigOptions GlobalOptions => _one;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _one;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _one;

        private sealed class One(string key, string value) : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => [key];

            public override bool TryGetValue(string asked, [NotNullWhen(true)] out string? found)
            {
                found = asked == key ? value : null;
                return found is not null;
            }
        }
    }

    private sealed class Unlisted(Func<Exception> failure) : AnalyzerConfigOptionsProvider
    {
        private readonly Nothing _nothing = new(failure);

        public override AnalyzerConfigOptions GlobalOptions => _nothing;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _nothing;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _nothing;

        private sealed class Nothing(Func<Exception> failure) : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => throw failure();

            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = null;
                return false;
            }
        }
    }
}
