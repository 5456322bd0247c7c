using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAwareAnalyzers.Fuzz;

/// <summary>All that ships: every rule, generator and fix.</summary>
internal static class House
{
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = [.. New<DiagnosticAnalyzer>(typeof(Rule))];

    public static ImmutableArray<IIncrementalGenerator> Generators { get; } =
        [.. New<IIncrementalGenerator>(typeof(Rule))];

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = [.. New<CodeFixProvider>(typeof(Fix))];

    public static ImmutableArray<DiagnosticAnalyzer> RulesFor(Order order)
    {
        var rules = Rules.Where(rule => !rule.SupportedDiagnostics.Any(finding => order.Without.Contains(finding.Id)));
        return order.Plant.Length > 0 ? [.. rules, new Planted(order.Plant)] : [.. rules];
    }

    private static IEnumerable<T> New<T>(Type home) =>
        from type in home.Assembly.GetTypes()
        where type.IsAssignableTo(typeof(T)) && !type.IsAbstract
        orderby type.FullName
        select (T)Activator.CreateInstance(type)!;
}
