using AiAwareAnalyzers.EdgeCases.CachedValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A value in a shared cache that was made for one caller, under a key that all callers have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CacheKeyGap() : Rule(Descriptor)
{
    /// <summary>The variables that the fix appends, separated by blanks.</summary>
    internal const string Appended = "Appended";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0926",
        title: "A cache key leaves out what the value depends on",
        messageFormat: "The value that is cached under '{0}' is made from {1}, which {2} not in the key, so one caller "
            + "gets what was made for another; put {3} into the key",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A cache gives all who ask by one key the value that was made for the first of them.",
        alsoKnownAs: "cache poisoning, cache key collision, data leak across tenants",
        cwe: [524]);

    /// <summary>Last words by which a thing is told from others of its kind.</summary>
    private static readonly ImmutableHashSet<string> Marks = WordSet.Of("id key code name slug number guid uuid");

    /// <summary>Words of a variable that stands for who calls.</summary>
    private static readonly ImmutableHashSet<string> Persons = WordSet.Of(
        "user tenant account member customer principal owner caller subject sub session viewer");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!TestCode.Of(start.Compilation).IsTestProject)
            start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (CacheEntry.Of((IInvocationOperation)context.Operation, context.Compilation) is not { } entry) return;

        var key = Dependencies.OfKey(entry, context.Compilation);
        if (IsMadeElsewhere(entry, key)) return;
        var value = Dependencies.OfValue(entry, context.Compilation);
        if (value.IsState || IsRegister(entry)) return;
        var settled = new SettledValues(entry);
        var missing = value.Found.Where(one => !IsCovered(one, key) && !settled.Contain(one)).ToList();
        if (missing.Count > 0) Report(context, entry, missing);
    }

    private static void Report(OperationAnalysisContext context, CacheEntry entry, IReadOnlyList<Dependency> missing)
    {
        var isAlone = missing.Count == 1;
        context.Report(Diagnostic.Create(
            Descriptor,
            entry.Key.Syntax.GetLocation(),
            missing.All(CanBeAppended) && (entry.Reads.Count == 0 || entry.Key is ILocalReferenceOperation)
                ? ImmutableDictionary<string, string?>.Empty.Add(
                    Appended, string.Join(" ", missing.Select(static one => one.Mention.Syntax)))
                : null,
            Quote.Of(entry.Key.Syntax),
            string.Join(" and ", missing.Select(static one => $"'{one.Name}'")),
            isAlone ? "is" : "are",
            isAlone ? "it" : "them"));
    }

    /// <summary>A parameter of a kind whose text tells it from others, whatever the culture.</summary>
    private static bool CanBeAppended(Dependency one) =>
        one is { Source: IParameterSymbol, Member: null, Mention.Syntax: IdentifierNameSyntax, Type: { } type }
        && (type.TypeKind == TypeKind.Enum
            || type.SpecialType is SpecialType.System_String
                or >= SpecialType.System_SByte and <= SpecialType.System_UInt64
            || type.Name == "Guid");

    /// <summary>A key that was handed over, or a type whose name says that it is all.</summary>
    private static bool IsMadeElsewhere(CacheEntry entry, Dependencies key) =>
        key.Found.Any(static one => CallerValues.AreKeys(one.Member?.Name ?? one.Source.Name))
        || (entry.Key.Type?.Name.EndsWith("Key", StringComparison.Ordinal) ?? false)
        && entry.Key is not (IObjectCreationOperation or ILocalReferenceOperation);

    /// <summary>
    /// A dictionary of objects that live on, as locks, rooms and players do: what they were made from is theirs.
    /// </summary>
    private static bool IsRegister(CacheEntry entry) =>
        entry.Cache.Type?.Name == "ConcurrentDictionary"
        && entry.Makers.Any(static maker =>
            (maker.Lambda()?.Result() ?? maker).Bare() is IObjectCreationOperation { Type.Name: not "Lazy" });

    private static bool IsCovered(Dependency one, Dependencies key) =>
        one.IsOfCaller || one.Source is IFieldSymbol or IPropertySymbol
            ? key.IsOpaque || key.Found.Any(part => part.IsSameAs(one) || part.IsOfCaller || IsPerson(part))
            : key.Found.Any(part => Tells(part, one));

    private static bool IsPerson(Dependency part) =>
        Words.Of(part.Member?.Name ?? part.Source.Name).Any(Persons.Contains);

    /// <summary>The same thing, the whole of it, its identity, or the list that it is taken from.</summary>
    private static bool Tells(Dependency part, Dependency one) =>
        SymbolEqualityComparer.Default.Equals(part.Source, one.Source)
        && (part.Member is null || one.Member is null || part.IsSameAs(one))
        || NounOf(part) == NounOf(one)
        || (part.Source is ILocalSymbol
            && one.Type is IArrayTypeSymbol or INamedTypeSymbol { Arity: 1, IsValueType: false });

    /// <summary>What a name is about: <c>order</c> of <c>orderId</c> and of <c>order</c>.</summary>
    private static string NounOf(Dependency one)
    {
        var words = Words.Of(one.Member?.Name ?? one.Source.Name);
        var length = words.Length > 1 && Marks.Contains(words[^1]) ? words.Length - 1 : words.Length;
        return string.Join(" ", words.Take(length));
    }
}
