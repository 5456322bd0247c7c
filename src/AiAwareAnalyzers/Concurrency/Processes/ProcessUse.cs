namespace AiAwareAnalyzers.Concurrency.Processes;

/// <summary>What code does with a program that it has started.</summary>
internal enum ProcessStep
{
    /// <summary>From here on something reads a pipe, and the code goes on.</summary>
    Reads,

    /// <summary>The code goes on when the program has closed the pipe.</summary>
    ReadsToEnd,

    /// <summary>The code goes on when the program is done, or the patience is at its end.</summary>
    Waits,

    /// <summary>The program is told to stop.</summary>
    Kills,
}

/// <summary>One thing that code does with a program, at one place.</summary>
/// <param name="Place">The call, or the mention of a pipe.</param>
/// <param name="Extent">What has to end first: the place, or the loop that reads line by line.</param>
/// <param name="Pipe">The property that the pipe is read from; null where none is.</param>
/// <param name="Step">What is done.</param>
internal sealed record ProcessUse(IOperation Place, IOperation Extent, string? Pipe, ProcessStep Step)
{
    /// <summary>Whether the code stands still until the program does something.</summary>
    public bool Blocks => Step is ProcessStep.ReadsToEnd or ProcessStep.Waits;
}
