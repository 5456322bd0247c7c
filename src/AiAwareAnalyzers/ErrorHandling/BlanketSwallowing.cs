using AiAwareAnalyzers.ErrorHandling.Catches;

namespace AiAwareAnalyzers.ErrorHandling;

/// <summary>A type most of whose awaiting methods turn every failure into a value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlanketSwallowing() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0502",
        title: "A type hides the failures of most of its methods",
        messageFormat: "{0} methods of '{1}' hide every failure from their callers: {2}; let the exceptions through "
            + "and catch them once, where something can be done about them",
        category: Family.ErrorHandling,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A type that catches everything in method after method, and returns an empty value or nothing "
            + "each time, never appears to fail to its callers.",
        alsoKnownAs: "swallowed exception, catch-all",
        cwe: [755],
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        HidingCatches.Watch(start, static (swallowing, report) =>
        {
            if (!swallowing.IsHabit) return;
            var members = swallowing.Members;
            report(Diagnostic.Create(
                Descriptor,
                PlaceOf(swallowing),
                IsInTheLog(swallowing) ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity,
                additionalLocations: null,
                properties: null,
                members.Count,
                swallowing.Type.Name,
                Listed(members)));
        });

    /// <summary>Whoever runs the program reads of each failure, even though the callers do not.</summary>
    private static bool IsInTheLog(HidingCatches swallowing) =>
        swallowing.Catches.All(static caught => caught.Reaction.IsLogged);

    /// <summary>The type's name, where the first of its hiding catches stands.</summary>
    private static Location PlaceOf(HidingCatches swallowing)
    {
        var tree = swallowing.Catches[0].Clause.Syntax.SyntaxTree;
        return swallowing.Type.Locations.FirstOrDefault(place => place.SourceTree == tree)
            ?? swallowing.Type.Locations[0];
    }

    private static string Listed(IReadOnlyList<ISymbol> members)
    {
        const int Most = 6;
        var names = members.Select(member => $"'{((member as IMethodSymbol)?.AssociatedSymbol ?? member).Name}'")
            .Distinct()
            .ToList();
        var listed = string.Join(", ", names.Take(Most));
        return names.Count > Most ? $"{listed} and {names.Count - Most} more" : listed;
    }
}
