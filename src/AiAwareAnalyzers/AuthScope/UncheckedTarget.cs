using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>Permission is asked for one thing, and another one is read or changed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedTarget() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0315",
        title: "Permission is asked for one id, and another one is used",
        messageFormat: "'{0}' asks for permission on '{1}', and '{2}' then works on '{3}', which nothing compares with "
            + "it: a user who may do this with a thing of their own does it with every user's (IDOR); {4}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A permission that is asked for one id, while the row is found by another, lets a user who has "
            + "it anywhere reach every user's rows.",
        alsoKnownAs: "IDOR, BOLA, insecure direct object reference",
        cwe: [639]);

    private static readonly ImmutableHashSet<string> Deciding = WordSet.Of(
        "access allowed authorize authorized permission permitted");

    private static readonly ImmutableHashSet<string> Acting = WordSet.Of(
        "delete edit fetch find get load modify patch put read remove replace save set update");

    private static readonly ImmutableHashSet<string> Replacing = WordSet.Of(
        "edit modify patch put replace save update");

    /// <summary>Who asks is no place that a thing may stand in.</summary>
    private static readonly ImmutableHashSet<string> Askers = WordSet.Of(
        "actor caller current me member operator owner principal requester requesting role site tenant user");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationBlockAction(Judge);
    }

    private static void Judge(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { Parameters.Length: > 0 } method
            || !method.Parameters.Any(parameter => IsId(parameter) || IsObject(parameter))
            || StandIns.Contain(method.ContainingType))
            return;

        foreach (var block in context.OperationBlocks)
            if (GateIn(block) is { } gate && Asked(gate) is { } asked) JudgeBehind(gate, asked, block, method, context);
    }

    private static void JudgeBehind(
        IInvocationOperation gate, IOperation asked, IOperation block, IMethodSymbol method,
        OperationBlockAnalysisContext context)
    {
        var calls = block.Descendants().OfType<IInvocationOperation>()
            .Where(call => call.Syntax.SpanStart > gate.Syntax.Span.End && IsAction(call))
            .ToList();
        if (asked is IParameterReferenceOperation container) JudgeIds(gate, container.Parameter);
        else if (asked is IPropertyReferenceOperation { Instance: IParameterReferenceOperation posted } member)
            JudgePosted(gate, posted.Parameter, member.Property);
        return;

        void JudgeIds(IInvocationOperation question, IParameterSymbol checkedId)
        {
            var given = IdsIn(question);
            if (calls.Find(call => TargetOf(call, given) is not null) is not { } action
                || TargetOf(action, given) is not { } target
                || AreTied(block, checkedId, target, question))
                return;
            Report(
                action, checkedId.Name, target.Name, $"load it, and compare its own '{Upper(checkedId.Name)}' first");
        }

        void JudgePosted(IInvocationOperation question, IParameterSymbol posted, IPropertySymbol owner)
        {
            if (calls.Find(call => Replaces(call, posted)) is not { } action || IsReadFromStored(block, posted, owner))
                return;
            Report(
                action, $"{posted.Name}.{owner.Name}", posted.Name,
                $"load the stored one, and ask for its '{owner.Name}'");
        }

        void Report(IInvocationOperation action, string question, string target, string wayOut) =>
            context.Report(Diagnostic.Create(
                Descriptor,
                action.Syntax.GetLocation(),
                method.Name,
                question,
                action.TargetMethod.Name,
                target,
                wayOut));
    }

    /// <summary>A question or demand that names a permission.</summary>
    private static IInvocationOperation? GateIn(IOperation block) =>
        block.Descendants().OfType<IInvocationOperation>().FirstOrDefault(call => IsGate(call.TargetMethod));

    private static bool IsGate(IMethodSymbol method) =>
        Words.StemsOf(method.Name) is { Length: > 1 } words
        && words[0] is "is" or "has" or "can" or "check" or "ensure" or "demand" or "require" or "verify" or "authorize"
        && (words[0] == "can" || words.Any(Deciding.Contains));

    /// <summary>The one thing that permission is asked for: a parameter, or a member of one.</summary>
    private static IOperation? Asked(IInvocationOperation gate)
    {
        var things = gate.Arguments.Select(argument => argument.Value.Bare()).Where(IsThing).ToList();
        return things.Count == 1 ? things[0] : null;
    }

    private static bool IsThing(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsId(parameter) && !IsAsker(parameter.Name),
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation, Property: var member } =>
            IsIdName(member.Name) && !IsAsker(member.Name),
        _ => false,
    };

    private static bool IsAction(IInvocationOperation call) =>
        call.TargetMethod is { ReducedFrom: null }
        && call.Instance is not null and not IInstanceReferenceOperation { Type: null }
        && Words.StemsOf(call.TargetMethod.Name) is { Length: > 0 } words
        && Acting.Contains(words[0]);

    /// <summary>The id that an action works on, where it is given none of those that were asked for.</summary>
    private static IParameterSymbol? TargetOf(IInvocationOperation action, HashSet<ISymbol> asked)
    {
        var ids = IdsIn(action);
        return ids.Overlaps(asked)
            || ids.Count != 1
            || ids.First() is not IParameterSymbol target
            || IsAsker(target.Name)
            ? null
            : target;
    }

    private static HashSet<ISymbol> IdsIn(IOperation operation) => new(
        operation.Descendants().OfType<IParameterReferenceOperation>()
            .Select(reference => reference.Parameter)
            .Where(IsId),
        SymbolEqualityComparer.Default);

    /// <summary>Some comparison, query or call speaks of what was asked for once more.</summary>
    private static bool AreTied(
        IOperation block, IParameterSymbol asked, IParameterSymbol target, IInvocationOperation gate) =>
        block.Descendants().OfType<IParameterReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, asked)
                && !gate.Syntax.Span.Contains(reference.Syntax.Span))
            .Any(reference => reference.Ancestors().Any(outer => outer is IBinaryOperation or IIsPatternOperation
                || (outer is IInvocationOperation call
                    && (Mentions(call, target) || call.TargetMethod.Name == "Equals"))))
        || IsAskedOfRow(block, asked);

    /// <summary>A member of that name of something that was loaded is looked at.</summary>
    private static bool IsAskedOfRow(IOperation block, IParameterSymbol asked) =>
        block.Descendants().OfType<IPropertyReferenceOperation>()
            .Any(member => string.Equals(member.Property.Name, asked.Name, StringComparison.OrdinalIgnoreCase));

    private static bool Mentions(IOperation operation, IParameterSymbol parameter) =>
        operation.Descendants().OfType<IParameterReferenceOperation>()
            .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));

    private static bool Replaces(IInvocationOperation call, IParameterSymbol posted) =>
        Words.StemsOf(call.TargetMethod.Name) is { Length: > 0 } words
        && Replacing.Contains(words[0])
        && call.Arguments.Any(argument => argument.Value.Bare() is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, posted));

    private static bool IsReadFromStored(IOperation block, IParameterSymbol posted, IPropertySymbol owner) =>
        block.Descendants().OfType<IPropertyReferenceOperation>()
            .Any(member => member.Property.Name == owner.Name
                && !(member.Instance?.Bare() is IParameterReferenceOperation reference
                    && SymbolEqualityComparer.Default.Equals(reference.Parameter, posted)));

    private static bool IsId(IParameterSymbol parameter) => IsIdName(parameter.Name) && parameter.Type.SpecialType
        is not (SpecialType.System_Object or SpecialType.System_Boolean);

    private static bool IsIdName(string name) =>
        Words.Of(name) is { Length: > 0 } words && words[^1] is "id" or "guid" or "key" or "slug";

    private static bool IsObject(IParameterSymbol parameter) =>
        parameter.Type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None };

    private static bool IsAsker(string name) => Words.Of(name).Any(Askers.Contains);

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
