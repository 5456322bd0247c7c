using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A project with references and no code, alone in its solution.</summary>
/// <remarks>
/// To read some hundred referenced assemblies takes longer than to compile the code of a test. So tests with the same
/// references start from the same project: the compiler has read the assemblies for its compilation, which is kept.
/// </remarks>
internal sealed record EmptyProject(Solution Solution, ProjectId Id, Compilation? Compilation)
{
    private static readonly ConcurrentDictionary<Key, Lazy<Task<EmptyProject>>> Known = new();

    internal static Task<EmptyProject> GetAsync(ProjectState state, ImmutableArray<MetadataReference> references)
    {
        var key = new Key(state.Name, state.AssemblyName, state.Language, references);
        return Known.GetOrAdd(key, static key => new Lazy<Task<EmptyProject>>(() => CreateAsync(key))).Value;
    }

    internal static ProjectInfo Describe(ProjectState state, ImmutableArray<MetadataReference> references) =>
        Describe(new Key(state.Name, state.AssemblyName, state.Language, references));

    private static async Task<EmptyProject> CreateAsync(Key key)
    {
        var info = Describe(key);
        var solution = TestHost.EmptySolution.AddProject(info);
        var compilation = await solution.GetProject(info.Id)!.GetCompilationAsync(CancellationToken.None).ConfigureAwait(false);
        return new EmptyProject(solution, info.Id, compilation);
    }

    private static ProjectInfo Describe(Key key) => ProjectInfo.Create(
        ProjectId.CreateNewId(key.Name),
        VersionStamp.Default,
        key.Name,
        key.AssemblyName,
        key.Language,
        metadataReferences: key.References);

    /// <summary>Arrays are equal if they are the same one, as those of equal reference assemblies are.</summary>
    private sealed record Key(string Name, string AssemblyName, string Language, ImmutableArray<MetadataReference> References);
}
