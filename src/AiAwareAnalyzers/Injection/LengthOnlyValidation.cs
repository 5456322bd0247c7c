using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>
/// Text whose length somebody checked, whose content nobody did, and which goes where content matters.
/// </summary>
/// <remarks>It speaks where the rule about the use itself stays silent: one cause, one report.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LengthOnlyValidation() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0704",
        title: "Only the length of a value is validated",
        messageFormat: "'{0}' is validated for {1} only and becomes part of {2}; check what it contains, or {3}",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A value whose length is checked and whose content is not can still be any text, and some texts "
            + "do harm where it goes.",
        alsoKnownAs: "insufficient input validation",
        cwe: [20]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var uses = new Uses(start.Compilation);
        if (HeaderSinks.Of(start.Compilation).AreReferenced)
            LookInBodies(
                start,
                context => Look(context, uses),
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.SimpleAssignment);
    }

    private static Diagnostic? Look(OperationAnalysisContext context, Uses uses)
    {
        if (uses.At(context.Operation) is not var (use, place, wayOut)) return null;
        foreach (var hole in use.Free)
        {
            if (!uses.IsOpen(use, hole) || uses.CheckOf(use, hole) is not { } check) continue;
            return Diagnostic.Create(
                Descriptor, use.LocationOf(hole), Quote.Of(hole.Value.Syntax), check, place, wayOut);
        }

        return null;
    }

    /// <summary>The sensitive uses, and what each of them leaves to this rule.</summary>
    private sealed class Uses(Compilation compilation)
    {
        private readonly HeaderSinks _headers = HeaderSinks.Of(compilation);
        private readonly AddressSinks _addresses = AddressSinks.Of(compilation);
        private readonly PathSinks _paths = PathSinks.Of(compilation);
        private readonly CommandSinks _commands = CommandSinks.Of(compilation);
        private readonly Validation _validation = Validation.Of(compilation);

        public (SinkUse Use, string Place, string WayOut)? At(IOperation operation)
        {
            if (_headers.At(operation) is { } header) return (header, "a header", "encode it there");
            if (_addresses.At(operation) is { } address)
                return (address, "an address", "put 'Uri.EscapeDataString' around it");
            if (_paths.At(operation) is { } path) return (path, "a path", "put 'Path.GetFileName' around it");
            return _commands.At(operation) is { } command
                ? (command, "a command line", "add it to 'ArgumentList'")
                : null;
        }

        /// <summary>Whether nothing is known of the content, and no other rule of the family says so.</summary>
        public bool IsOpen(SinkUse use, Hole hole)
        {
            if (_headers.At(use.Sink) is not null) return hole.Origin is TextOrigin.Input or TextOrigin.Parameter;
            if (_addresses.At(use.Sink) is not null)
                return hole.Origin is TextOrigin.Input or TextOrigin.Parameter
                    && AddressSinks.HostOf(use.Template) is not { Origin: TextOrigin.Input };
            if (_paths.At(use.Sink) is not null)
                return hole.Origin == TextOrigin.Parameter && !IsWhole(use.Template) && !_paths.IsConfined(use, hole);
            return hole.Origin == TextOrigin.Parameter && !CommandSinks.StartsShell(use);
        }

        /// <summary>A path that comes whole is what the parameter is for: no part of it may be taken away.</summary>
        private static bool IsWhole(Template path) => path.Parts is [Hole];

        /// <summary>
        /// What is checked of it. That a parameter is there says nothing about where it comes from: there the length
        /// has to be checked.
        /// </summary>
        public string? CheckOf(SinkUse use, Hole hole)
        {
            var key = TextOperations.Key(hole.Value);
            var kinds = use.Body.KindsBefore(key, use.Sink.Syntax).ToList();
            if (kinds.Any(kind => kind is not (CheckKind.Size or CheckKind.Presence))) return null;
            if (kinds.Contains(CheckKind.Size)
                || MemberOf(hole.Value) is { } member && _validation.Of(member) == Validated.Size)
                return "its length";
            return kinds.Contains(CheckKind.Presence) && hole.Origin == TextOrigin.Input ? "being there" : null;
        }

        private static ISymbol? MemberOf(IOperation value) => TextOperations.WithoutForm(value) switch
        {
            IPropertyReferenceOperation { Property: var property } => property,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            _ => null,
        };
    }
}
