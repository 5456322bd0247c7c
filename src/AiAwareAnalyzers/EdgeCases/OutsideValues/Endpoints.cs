using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Whether a project can answer requests at all.</summary>
internal static class Endpoints
{
    private static readonly ImmutableArray<string> Assemblies = ImmutableArray.Create(
        "Microsoft.AspNetCore.Mvc.Core", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Http.Abstractions",
        "Microsoft.AspNetCore", "Grpc.AspNetCore.Server",
        "MediatR", "MediatR.Contracts", "MassTransit.Abstractions", "System.Web");

    public static bool ArePossible(Compilation compilation) =>
        !TestCode.Of(compilation).IsTestProject
        && compilation.ReferencedAssemblyNames.Any(assembly => Assemblies.Contains(assembly.Name));
}
