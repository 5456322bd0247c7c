using System.Xml.Linq;

namespace AiAwareAnalyzers.Field.Loading;

/// <summary>The global usings that the SDK writes for a project.</summary>
internal static class ImplicitUsings
{
    private static readonly string[] Plain =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] InTheBrowser =
    [
        .. Plain, "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Logging", "System.Net.Http.Json",
    ];

    private static readonly string[] Worker =
    [
        .. Plain, "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly string[] Web =
    [
        .. Worker, "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
    ];

    public static string Of(ProjectText project)
    {
        var removed = project.Items("Using", "Remove").ToHashSet();
        var unasked = project.Says("ImplicitUsings", "true", "enable") ? OfSdk(project.Sdk) : [];
        var directives = unasked.Where(name => !removed.Contains(name)).Select(name => $"using global::{name};");
        return string.Concat(directives.Concat(project.Elements("Using").Select(Directive)).Select(Global));
    }

    private static string[] OfSdk(string sdk) => sdk switch
    {
        "Microsoft.NET.Sdk.Web" => Web,
        "Microsoft.NET.Sdk.Worker" => Worker,
        "Microsoft.NET.Sdk.BlazorWebAssembly" => InTheBrowser,
        _ => Plain,
    };

    private static string Global(string directive) => directive.Length > 0 ? $"global {directive}\n" : "";

    private static string Directive(XElement item)
    {
        var name = (string?)item.Attribute("Include");
        if (name is null) return "";
        if (item.Attribute("Alias") is { } alias) return $"using {alias.Value} = global::{name};";
        return item.Attribute("Static") is null ? $"using global::{name};" : $"using static global::{name};";
    }
}
