using AiAwareAnalyzers.HallucinatedApi.Files;
using AiAwareAnalyzers.HallucinatedApi.Names;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>
/// The names that a schema or a sample gives to the members of a type: a JSON file among the additional files of the
/// project that is called like the type, or whose title is.
/// </summary>
internal sealed class JsonFileNames
{
    private const string Harm = "so nothing is read into it, and nothing asks for what it writes";
    private const string Attribute = "JsonPropertyNameAttribute";
    private const int MostLetters = 1_000_000;

    /// <summary>So many of a type's other members must be in a file before it is about the type.</summary>
    private const int Acquainted = 2;

    private static readonly string[] Kinds = ["schema", "sample", "example", "response", "request"];

    private readonly ILookup<string, JsonFile> _files;

    private JsonFileNames(AnalyzerOptions options) =>
        _files = options.AdditionalFiles
            .Where(file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && ProjectFiles.IsOwn(file, options))
            .Select(JsonFile.Read)
            .OfType<JsonFile>()
            .ToLookup(file => file.Subject, StringComparer.Ordinal);

    public static JsonFileNames Of(Compilation compilation, AnalyzerOptions options) =>
        Facts.Of(compilation, _ => new JsonFileNames(options));

    /// <summary>
    /// A name that the one file about its type does not have, beside a slip of it that no other member goes by.
    /// </summary>
    public IEnumerable<MissingName> In(AttributeSite site)
    {
        if (site.Home is not { } type
            || site.Positional.FirstOrDefault() is not { } text
            || site.TextOf(text) is not { Length: > 0 } name
            || FileOf(type) is not { } file
            || file.Names.Contains(name))
            return [];
        var others = MembersOf(type).Where(member => member != name).ToImmutableHashSet();
        if (others.Count(file.Names.Contains) < Acquainted) return [];
        var slips = file.Names
            .Where(there => Typos.IsSlip(name, there)
                && !string.Equals(name, there, StringComparison.OrdinalIgnoreCase)
                && !others.Contains(there))
            .ToList();
        return slips.Count != 1
            ? []
            : [
                new(text, name, file.Name, "property", Harm)
                {
                    Choices = [new(slips[0])],
                    IsText = true,
                },
            ];
    }

    private JsonFile? FileOf(INamedTypeSymbol type) =>
        new[] { type.Name, WithoutDto(type.Name) }
            .Select(Spelling.Squash)
            .Distinct()
            .SelectMany(subject => _files[subject])
            .ToList() is [var only] ? only : null;

    private static string WithoutDto(string name) =>
        name.EndsWith("dto", StringComparison.OrdinalIgnoreCase) ? name[..^"dto".Length] : name;

    /// <summary>What the members of a type are called in JSON, by an attribute or in camel case.</summary>
    private static IEnumerable<string> MembersOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, Name.Length: > 0, IsIndexer: false })
            .Select(property => property.GetAttributes()
                .FirstOrDefault(attribute => attribute.AttributeClass?.Name == Attribute)
                ?.ConstructorArguments.FirstOrDefault().Value as string
                ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1));

    /// <summary>A schema or a sample.</summary>
    /// <param name="Name">As a reader knows it: <c>order.schema.json</c>.</param>
    /// <param name="Subject">What it is about, squashed.</param>
    /// <param name="Names">Its properties.</param>
    private sealed record JsonFile(string Name, string Subject, ImmutableHashSet<string> Names)
    {
        public static JsonFile? Read(AdditionalText file)
        {
            if (file.GetText() is not { Length: <= MostLetters } text) return null;
            var value = JsonValue.Read(text.ToString());
            var name = file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1);
            var isSchema = value["$schema"] != JsonValue.Nothing;
            var subject = isSchema && value["title"].Text is { Length: > 0 } title ? title : SubjectOf(name);
            var names = isSchema ? value["properties"].Members : SampleOf(value);
            return new JsonFile(
                name, Spelling.Squash(subject), names.Select(member => member.Name).ToImmutableHashSet());
        }

        /// <summary>The members of an object, or of all objects in a list.</summary>
        private static IEnumerable<(string Name, JsonValue Value)> SampleOf(JsonValue value) =>
            value.Members.Count > 0 && value.Members[0].Name == "0"
                ? value.Members.SelectMany(element => element.Value.Members)
                : value.Members;

        private static string SubjectOf(string fileName) =>
            string.Concat(fileName.Split('.').Where((part, at) =>
                at == 0 || !(part == "json" || Kinds.Contains(part))));
    }
}
