using AiAwareAnalyzers.Configuration;

namespace AiAwareAnalyzers.Tests.Configuration;

public sealed class InvalidOptionTests : RuleTests<InvalidOption>
{
    private const string Code = "class Anything { }";

    [Test]
    public Task No_option_is_fine() => Allows(Code);

    [Test]
    public Task Options_of_others_are_none_of_our_business() => WithOption("dotnet_sort_system_directives_first", "maybe").Allows(Code);

    [Test]
    public Task An_option_that_nobody_reads_is_reported() => WithOption("ai_aware.nothing.at_all", "1").Reports(Code, "AIA0001");

    [Test]
    public Task An_option_of_a_file_that_is_no_code_is_read_too() =>
        WithOption("ai_aware.nothing.at_all", "1").ForFiles("*.csproj").WithHandedFile("/0/Shop.csproj", "<Project />").Reports(Code, "AIA0001");

    [Test]
    public Task The_same_setting_for_two_files_is_reported_once() =>
        WithOption("ai_aware.nothing.at_all", "1").WithFile("/0/Other.cs", "class Other { }").Reports(Code, "AIA0001");
}
