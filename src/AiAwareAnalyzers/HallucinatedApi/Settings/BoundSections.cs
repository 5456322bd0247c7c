using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.HallucinatedApi.Settings;

/// <summary>Sections that are bound to a type of options, and are not there under that name.</summary>
internal static class BoundSections
{
    /// <summary>So many names of a type make its section.</summary>
    private const int LeastNames = 2;

    private static readonly ImmutableHashSet<string> Binders = WordSet.Of("Bind BindConfiguration Configure Get");

    /// <summary>The only section that holds what the type wants, and that the code names nowhere.</summary>
    public static NearKey? Near(
        ConfigurationRead read, IOperation operation, SettingsKeys settings, Compilation compilation)
    {
        if (!read.IsSection
            || !read.IsFromRoot
            || read.Path.Any(static part => part.Length == 0)
            || settings.Root.Find(read.Path) is not null
            || NearKey.IsArrayItem(read.Path, settings)
            || TypeBoundBy(operation) is not { } type)
            return null;

        var names = NamesOf(type);
        var fitting = settings.All
            .Where(key => !NearKey.Foreign.Contains(key.Path[0])
                && !key.Path.Any(NearKey.IsNumber)
                && Fits(key.Section, names))
            .Take(2)
            .ToList();
        return fitting.Count == 1 && !IsNamed(fitting[0].Section, compilation) ? new(0, fitting[0].Path) : null;
    }

    /// <summary>
    /// <c>Configure&lt;Mail&gt;(GetSection("Mail"))</c>, <c>GetSection("Mail").Get&lt;Mail&gt;()</c>,
    /// <c>BindConfiguration("Mail")</c>.
    /// </summary>
    private static ITypeSymbol? TypeBoundBy(IOperation section) =>
        (section is IInvocationOperation { TargetMethod.Name: "BindConfiguration" } bound
            ? bound
            : (Values.UserOf(section) as IArgumentOperation)?.Parent as IInvocationOperation)
            is { TargetMethod: { TypeArguments: [var type], Name: var name } }
        && Binders.Contains(name)
            ? type
            : null;

    private static HashSet<string> NamesOf(ITypeSymbol type) => new(
        type.SelfAndBases()
            .SelectMany(static each => each.GetMembers())
            .OfType<IPropertySymbol>()
            .Where(static property => property is { IsStatic: false, IsIndexer: false, SetMethod: not null })
            .Select(static property => property.Name),
        StringComparer.OrdinalIgnoreCase);

    private static bool Fits(SettingsSection section, HashSet<string> names)
    {
        var known = section.Children.Count(child => names.Contains(child.Name));
        return known >= LeastNames && known == section.Children.Count();
    }

    /// <summary>Somebody reads it already, or a part of it: as a text, in a longer one, by <c>nameof</c>.</summary>
    private static bool IsNamed(SettingsSection section, Compilation compilation)
    {
        var name = section.Name;
        var spellings = ImmutableArray.Create(
            $"\"{name}\"", $"\"{name}:", $":{name}\"", $":{name}:", $"nameof({name})", $".{name})");
        return compilation.SyntaxTrees.Any(tree => Calls.AreMentioned(tree, spellings));
    }
}
