namespace AiAwareAnalyzers.Tool;

/// <summary>What was asked for cannot be done: said in one line, without a stack.</summary>
internal sealed class Complaint(string message, int exitCode = ExitCode.Unusable) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
