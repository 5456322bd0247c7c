// Most of the time is spent waiting for builds in folders of their own.
[assembly: Parallelizable(ParallelScope.Fixtures)]
