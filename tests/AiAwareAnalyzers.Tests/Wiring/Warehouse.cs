namespace AiAwareAnalyzers.Tests.Wiring;

/// <summary>
/// Another project of the same solution, which the tests see as the compiler does: as an assembly without source.
/// </summary>
internal static class Warehouse
{
    private const string Code = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        namespace Warehouse
        {
            public interface IRacks { }
            public interface IForklift { }
            public class Racks : IRacks { public Racks(IForklift forklift) { } }
            public class Forklift : IForklift { }

            public static class Setup
            {
                public static IServiceCollection AddWarehouse(this IServiceCollection services) => services;
                public static WebApplication MapDefaultEndpoints(this WebApplication app) => app;
                public static void UseWarehouse(this WebApplicationBuilder builder) { }
            }
        }
        """;

    private static readonly Lazy<string> Built = new(Build);

    public static ReferenceSet WithAspNetCore => References.AspNetCore.AndFile(Built.Value);

    private static string Build()
    {
        var compilation = CSharpCompilation.Create(
            "Warehouse",
            [CSharpSyntaxTree.ParseText(Code)],
            References.AspNetCore.Metadata,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var folder = Directory.CreateDirectory(Path.Combine(
            AppContext.BaseDirectory,
            "warehouse",
            Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var path = Path.Combine(folder.FullName, "Warehouse.dll");
        Assert.That(
            compilation.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            Is.Empty);
        return path;
    }
}
