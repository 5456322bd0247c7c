namespace AiAwareAnalyzers.Tests.Wiring;

/// <summary>Programs that the tests of the family write a part of.</summary>
internal static class Program
{
    private const string Imports = """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        """;

    /// <summary>A shop whose services a test adds.</summary>
    public static string With(string services, string types) => With(services, "", types);

    /// <summary>As above, with a pipeline of its own.</summary>
    public static string With(string services, string pipeline, string types) => $$"""
        {{Imports}}
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddSingleton<IDesk, Desk>();
        {{services}}
        var app = builder.Build();
        {{pipeline}}
        app.MapControllers();
        app.Run();

        public interface IDesk { }
        public class Desk : IDesk { }
        {{types}}
        """;

    /// <summary>A program that puts together what another project declares.</summary>
    public static string WithWarehouse(string services, string pipeline = "") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Warehouse;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<Desk>();
        {{services}}
        var app = builder.Build();
        {{pipeline}}
        app.Run();

        public class Desk { public Desk(IServiceProvider all) { Console.Write(all); } }
        """;

    /// <summary>The same services, added by a library.</summary>
    public static string Library(string services, string types) => $$"""
        {{Imports}}
        public static class Setup
        {
            public static void AddShop(this IServiceCollection services)
            {
                {{services.Replace("builder.Services", "services", StringComparison.Ordinal)}}
            }
        }

        {{types}}
        """;
}
