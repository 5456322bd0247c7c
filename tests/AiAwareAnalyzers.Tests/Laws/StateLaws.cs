using System.Reflection;
using System.Runtime.CompilerServices;

namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>Nothing is remembered between compilations: the table of Facts is the only static state.</summary>
public sealed class StateLaws
{
    [Test]
    public void Only_Facts_remembers() =>
        Assert.That(StaticState(House.Real.Types), Is.EqualTo(new[] { "AiAwareAnalyzers.Facts.Known" }));

    [Test]
    public void Planted_state_is_seen() =>
        Assert.That(StaticState([typeof(Forgetful)]), Has.Exactly(2).Items);

    private static IEnumerable<string> StaticState(IEnumerable<Type> types) =>
        from type in types
        from field in type.GetFields(
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute))
            || field.Name.Contains("BackingField")
        where !field.IsInitOnly || IsMeantToChange(field.FieldType)
        select $"{type.FullName}.{field.Name}";

    /// <summary>Types that nobody makes static and readonly unless to fill them later.</summary>
    private static bool IsMeantToChange(Type type) =>
        type.Namespace == "System.Collections.Concurrent"
        || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>)
        || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)
        || type == typeof(System.Text.StringBuilder);

#pragma warning disable CS0169, CS0414, IDE0044 // planted
    private sealed class Forgetful
    {
        private static int s_count;
        private static readonly List<string> Seen = [];
        private static readonly string Fine = "";
    }
#pragma warning restore CS0169, CS0414, IDE0044
}
