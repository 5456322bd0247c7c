using NUnit.Framework;

namespace ValidCode.Testing;

public readonly record struct Version(int Major, int Minor)
{
    public static Version Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is no version.");

    public static bool TryParse(string text, out Version version)
    {
        var parts = text.Split('.');
        version = default;
        if (parts.Length != 2 || !int.TryParse(parts[0], out var major) || !int.TryParse(parts[1], out var minor))
            return false;
        version = new Version(major, minor);
        return true;
    }

    public override string ToString() => $"{Major}.{Minor}";
}

[TestFixture]
public sealed class ParserTests
{
    private static readonly string[] Wrong = { "", "1", "a.b", "1.2.3" };

    [TestCase("1.2", ExpectedResult = "1.2")]
    [TestCase("01.2", ExpectedResult = "1.2")]
    public string A_version_is_read(string text) => Version.Parse(text).ToString();

    [Test]
    public void Whatever_is_wrong_is_refused()
    {
        foreach (var text in Wrong) Assert.That(Version.TryParse(text, out _), Is.False, text);
    }

    [Test]
    public void A_version_equals_itself()
    {
        var version = Version.Parse("1.2");
        Assert.That(version.Equals(version), Is.True);
        Assert.That(version, Is.EqualTo(new Version(1, 2)));
    }

    [Test]
    public void Parsing_does_not_throw_on_long_texts() => Version.TryParse(new string('1', 10_000), out _);

    [Test]
    public void A_hand_written_expectation_of_an_exception()
    {
        FormatException? caught = null;
        try
        {
            Version.Parse("x");
        }
        catch (FormatException exception)
        {
            caught = exception;
        }

        Assert.That(caught, Is.Not.Null);
    }

    [Test]
    public void On_this_platform_only()
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.That(Version.Parse("1.2").Minor, Is.EqualTo(2));
    }

    [Test, Ignore("#31: the grammar is not decided")]
    public void Later() => Version.Parse("1.2-beta");
}
