using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Concurrency.Overlaps;

/// <summary>Code that nobody else is in at the same time.</summary>
internal static class SingleCaller
{
    /// <summary>A test, a tool on a console or a desktop has one caller.</summary>
    public static bool HasAllOf(Compilation compilation) =>
        TestCode.Of(compilation).IsTestProject
        || (compilation.Options.OutputKind is not OutputKind.DynamicallyLinkedLibrary
            && !AspNetCore.Of(compilation).IsThere);

    /// <summary>What runs at the start, in a loop of its own, as an actor or as the step of a workflow.</summary>
    public static bool Has(ISymbol member) =>
        StartUp.IsNamedSo(member.Name)
        || (member.ContainingType is { } type
            && (StartUp.IsNamedSo(type.Name)
                || HostedServices.Contain(type)
                || type.AllInterfaces.Any(static face => face.Name is "IGrain" or "IJob")
                || type.SelfAndBases().Any(static ancestor => ancestor.Name is "Actor" or "ReceiveActor"
                    or "WorkflowActivity" or "TaskActivity")));
}
