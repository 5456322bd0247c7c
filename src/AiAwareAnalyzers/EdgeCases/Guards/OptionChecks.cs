using System.Collections.Concurrent;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>Whether anything in this program makes sure that an option is good.</summary>
internal sealed class OptionChecks(Compilation compilation)
{
    /// <summary>Methods by which options look at themselves.</summary>
    private static readonly ImmutableHashSet<string> Own = WordSet.Of("check ensure normalize throw valid validate");

    private static readonly ImmutableArray<string> ByHand = ImmutableArray.Create(
        "Validator.ValidateObject", "Validator.TryValidateObject", "MiniValidator.");

    private readonly ConcurrentDictionary<IPropertySymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _areValidatedByHand = new(() =>
        compilation.SyntaxTrees.Any(static tree => Calls.AreMentioned(tree, ByHand)));

    public bool Exist(IPropertySymbol option) => _known.GetOrAdd(option, Find);

    /// <summary>
    /// Whether anything is asked of all options of a type: by a validator, by rules that are read, or by the options.
    /// </summary>
    public bool ExistFor(INamedTypeSymbol options)
    {
        var types = OptionTypes.Of(compilation);
        return types.AreChecked(options)
            || types.AreAnnotated(options)
            || types.HaveOpenChecks
            || _areValidatedByHand.Value
            || LooksAtItself(options)
            || options.SelfAndBases().SelectMany(static type => type.GetMembers())
                .OfType<IPropertySymbol>()
                .Any(HasOwnSetter);
    }

    private static bool HasOwnSetter(IPropertySymbol property) =>
        property.SetMethod?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is AccessorDeclarationSyntax accessor
        && (accessor.Body is not null || accessor.ExpressionBody is not null);

    /// <summary>Whether something reads the rules at the options of that type.</summary>
    public bool AreRulesRead(IPropertySymbol option) =>
        OptionTypes.Of(compilation).AreAnnotated(option.ContainingType) || _areValidatedByHand.Value;

    /// <summary>A range of a number, any rule of a text.</summary>
    public static bool HasRule(IPropertySymbol option) => option.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { } rule
        && rule.SelfAndBases().Any(static type => type.Name == "ValidationAttribute")
        && (rule.Name != "RequiredAttribute" || option.Type.IsReferenceType));

    private bool Find(IPropertySymbol option) =>
        OptionTypes.Of(compilation).AreChecked(option.ContainingType)
        || HasRule(option) && AreRulesRead(option)
        || LooksAtItself(option.ContainingType)
        || OptionMentions.Of(compilation).Of(option).Any(IsCheck);

    private static bool LooksAtItself(INamedTypeSymbol options) =>
        options.AllInterfaces.Any(static face => face.Name == "IValidatableObject")
        || options.GetMembers().Any(static member =>
            member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false }
            && Words.Of(member.Name).Any(Own.Contains));

    /// <summary>A mention that is compared with something certain, matched, brought into a range, or tried.</summary>
    private bool IsCheck(SyntaxNode mention)
    {
        if (mention.Parent is not { } read || read is NameColonSyntax or ExpressionColonSyntax) return true;
        if (Semantics.Of(compilation).ModelOf(read.SyntaxTree)?.GetOperation(read) is not { } operation) return false;
        foreach (var outer in operation.Ancestors().Prepend(operation))
            switch (outer)
            {
                case IBinaryOperation sum when IsInProportion(sum, operation): break;
                case IBinaryOperation comparison:
                    return comparison.OperatorKind is >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan
                        && (IsCertain(comparison.LeftOperand) || IsCertain(comparison.RightOperand));
                case IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation: return true;
                case ICoalesceOperation choice: return operation.IsInside(choice.Value);
                case IInvocationOperation { TargetMethod.Name: var name } when IsCheck(name): return true;
                case IExpressionStatementOperation or IVariableDeclarationGroupOperation or IReturnOperation
                    or IBlockOperation:
                    return false;
            }

        return false;
    }

    /// <summary><c>settings.Minutes * 60</c>: who compares it knows what the option is.</summary>
    private static bool IsInProportion(IBinaryOperation sum, IOperation option) => sum.OperatorKind switch
    {
        BinaryOperatorKind.Multiply or BinaryOperatorKind.Add =>
            IsCertain(sum.LeftOperand) || IsCertain(sum.RightOperand),
        BinaryOperatorKind.Divide or BinaryOperatorKind.Subtract =>
            IsCertain(sum.RightOperand) && option.IsInside(sum.LeftOperand),
        _ => false,
    };

    private static bool IsCheck(string method) =>
        method is "Max" or "Min" or "Clamp" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals"
        || method.StartsWith("Try", StringComparison.Ordinal)
        || method.StartsWith("ThrowIf", StringComparison.Ordinal)
        || method.StartsWith("IsWellFormed", StringComparison.Ordinal)
        || method.IndexOf("Valid", StringComparison.Ordinal) >= 0
        || method.IndexOf("Ensure", StringComparison.Ordinal) >= 0
        || method.IndexOf("Require", StringComparison.Ordinal) >= 0;

    /// <summary>A constant, <c>TimeSpan.Zero</c>.</summary>
    private static bool IsCertain(IOperation limit) =>
        limit.ConstantValue.HasValue || limit.Unconverted() is IFieldReferenceOperation { Field.IsStatic: true };
}
