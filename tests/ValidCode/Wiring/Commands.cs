using System.Diagnostics;

namespace ValidCode.Wiring;

/// <summary>Programs that get their arguments one by one, and one that reads a command line itself.</summary>
public static class Commands
{
    public static ProcessStartInfo Status() => new("git") { ArgumentList = { "status", "--short" } };

    public static ProcessStartInfo Commit(string message) => new("git") { ArgumentList = { "commit", "-m", message } };

    public static ProcessStartInfo Remote(string host) => new("ssh") { ArgumentList = { host, "ls -la" } };

    public static ProcessStartInfo Script() => new("/bin/sh") { ArgumentList = { "-c", "ls -la | wc -l" } };

    public static ProcessStartInfo Whole() => new("git", "log --oneline -n 5");
}
