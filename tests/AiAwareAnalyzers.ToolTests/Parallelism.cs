// Most of the time is spent waiting for processes in folders of their own.
[assembly: Parallelizable(ParallelScope.Fixtures)]
