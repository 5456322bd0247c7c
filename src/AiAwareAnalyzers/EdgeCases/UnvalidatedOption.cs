using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>A setting that is used where not every value is good, and that nothing looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnvalidatedOption() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0924",
        title: "A setting is used without a look at its value",
        messageFormat: "'{0}' {1}{2}; {3}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A setting that is missing or out of range is bound like any other: where nothing looks at it, it "
            + "fails late, at a place that does not name it.",
        alsoKnownAs: "options validation, ValidateOnStart, misconfiguration, ArgumentOutOfRangeException",
        cwe: [1284]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject || !OptionTypes.ArePossible(start.Compilation)) return;

        var values = new OptionValues(start.Compilation);
        var checks = new OptionChecks(start.Compilation);
        LookInBodies(
            start,
            context => FindingOf(context, values, checks),
            OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment, OperationKind.Binary);
        start.RegisterOperationAction(context => AnalyzeStart(context, checks), OperationKind.Invocation);
    }

    /// <summary><c>ValidateOnStart</c> says when to ask, and adds nothing to be asked.</summary>
    private static void AnalyzeStart(OperationAnalysisContext context, OptionChecks checks)
    {
        var call = (IInvocationOperation)context.Operation;
        if (StartChecks.OptionsOf(call) is not { } options
            || checks.ExistFor(options)
            || StartChecks.HaveOther(call, options))
            return;

        var hasRules = options.GetMembers().OfType<IPropertySymbol>().Any(OptionChecks.HasRule);
        context.Report(Diagnostic.Create(
            Descriptor, call.CalledName(),
            call.TargetMethod.Name,
            $"checks nothing of '{options.Name}'",
            hasRules ? ": nothing reads its rules" : ": no 'Validate', rule or 'IValidateOptions' looks at it",
            hasRules ? "call 'ValidateDataAnnotations' before it"
                : "add 'Validate', or rules and 'ValidateDataAnnotations'"));
    }

    private static (string Option, Diagnostic Finding)? FindingOf(
        OperationAnalysisContext context, OptionValues values, OptionChecks checks)
    {
        if (OptionUses.Read(context.Operation) is not { } use || values.Behind(use.Value) is not { } read) return null;
        var option = read.Property;
        if (use.IsBadIfMissing && !StartsEmpty(option)) return null;
        if (StartsWell(option) && !OptionChecks.HasRule(option)) return null;
        if (checks.Exist(option) || !values.IsFirst(option, context.Operation)) return null;

        var name = $"{option.ContainingType.Name}.{option.Name}";
        return (name, Diagnostic.Create(
            Descriptor,
            (read.IsInside(context.Operation.Root()) ? read : use.Value).Syntax.GetLocation(),
            name,
            $"comes from configuration, and nothing checks it: {use.Harm}",
            EndOf(use, context),
            WayOut(option, checks)));
    }

    /// <summary>Where a failure ends; nothing where it is none, or somebody catches it.</summary>
    private static string EndOf(OptionUse use, OperationAnalysisContext context)
    {
        var member = context.ContainingSymbol;
        if (use.Exceptions.Length == 0
            || Rescue.IsOnEveryWay(context.Operation, context.Compilation, use.Exceptions))
            return "";
        if (HostedServices.Contain(member.ContainingType)) return ", and the host stops";
        return Bodies.FunctionAround(context.Operation) is IAnonymousFunctionOperation
            ? ""
            : $", and {Bodies.Named(Bodies.Around(context.Operation), member)} fails";
    }

    /// <summary>What is missing of a rule that names the setting when the program starts.</summary>
    private static string WayOut(IPropertySymbol option, OptionChecks checks)
    {
        if (OptionChecks.HasRule(option))
            return "let 'ValidateDataAnnotations' and 'ValidateOnStart' read its rule, which nothing reads";
        var rule = option.Type.SpecialType == SpecialType.System_String ? "'[Required]'" : "'[Range]'";
        return checks.AreRulesRead(option)
            ? $"give it {rule}, which 'ValidateDataAnnotations' then reads"
            : $"let {rule}, 'ValidateDataAnnotations' and 'ValidateOnStart' name it when the program starts";
    }

    /// <summary>
    /// More than nothing as long as no setting says otherwise: who writes a bad one there has asked for it.
    /// </summary>
    private static bool StartsWell(IPropertySymbol option) => InitialOf(option)?.Initializer?.Value switch
    {
        LiteralExpressionSyntax { Token.Value: var number } => IsPositive(number),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax
                { Expression: IdentifierNameSyntax { Identifier.ValueText: "TimeSpan" } },
            ArgumentList.Arguments: { Count: > 0 } parts } =>
            parts.All(static part => part.Expression is LiteralExpressionSyntax { Token.Value: var number }
                && IsPositive(number)),
        _ => false,
    };

    private static bool IsPositive(object? number) => number is > 0 or > 0L or > 0.0 or > 0f;

    private static PropertyDeclarationSyntax? InitialOf(IPropertySymbol option) =>
        option.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as PropertyDeclarationSyntax;

    /// <summary>A value that is nothing until a setting gives it.</summary>
    private static bool StartsEmpty(IPropertySymbol option) =>
        InitialOf(option) is { } declared
        && declared.Initializer?.Value is null or LiteralExpressionSyntax { Token.ValueText: "" or "null" or "default" }
            or PostfixUnaryExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" };
}
