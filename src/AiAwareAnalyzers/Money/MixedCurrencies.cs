using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;

namespace AiAwareAnalyzers.Money;

/// <summary>Amounts added up or written out as if all of them were in one currency.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedCurrencies() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0210",
        title: "Amounts of several currencies are taken for one",
        messageFormat: "'{0}' {1} whatever '{2}' says, and the amounts of '{3}' need not be in one currency; {4}",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "An amount means something only together with its currency.",
        alsoKnownAs: "currency mismatch, mixed currencies",
        cwe: [682]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Numbers.HaveDecimal(start.Compilation) || TestCode.Of(start.Compilation).IsTestProject) return;

        var question = new Analysis(start.Compilation);
        LookInBodies(
            start,
            question.Ask,
            OperationKind.Invocation,
            OperationKind.CompoundAssignment,
            OperationKind.Binary,
            OperationKind.Interpolation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly Currencies _currencies = Currencies.Of(compilation);
        private readonly AmountSources _sources = AmountSources.Of(compilation);

        /// <summary>Whoever adds up one amount in several places has one mistake in mind.</summary>
        public (string Cause, Diagnostic Finding)? Ask(OperationAnalysisContext context) => context.Operation switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString" } call => OfText(context, call.Instance, call),
            IInvocationOperation call => OfSum(context, SummedBy(call)),
            IInterpolationOperation { FormatString: { } format } hole when IsCurrencyFormat(format)
                && !HasCulture(hole) =>
                OfText(context, hole.Expression),
            ICompoundAssignmentOperation addition => OfSum(context, SummedBy(addition)),
            IBinaryOperation pair => OfPair(context, pair),
            _ => null,
        };

        private (string, Diagnostic)? OfSum(
            OperationAnalysisContext context, (IPropertyReferenceOperation Amount, IOperation Rows)? sum)
        {
            if (sum is not var (amount, rows)
                || !IsMoney(amount, context)
                || Currencies.Beside(amount) is not { } currency
                || CurrencyLooks.AreTakenAt(context.Operation)
                || !_sources.AreUntold(rows))
                return null;
            return Finding(
                context, amount, currency, $"adds up '{amount.Property.Name}'",
                $"group or filter by '{currency.Name}' first");
        }

        /// <summary>An operator, or a method of the type itself, that takes one object with another.</summary>
        private (string, Diagnostic)? OfPair(OperationAnalysisContext context, IBinaryOperation pair) =>
            pair.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract
            && pair.LeftOperand.Bare() is IPropertyReferenceOperation { Arguments.IsEmpty: true } one
            && pair.RightOperand.Bare() is IPropertyReferenceOperation other
            && SymbolEqualityComparer.Default.Equals(one.Property, other.Property)
            && SymbolEqualityComparer.Default.Equals(
                one.Property.ContainingType, context.ContainingSymbol.ContainingType)
            && IsMoney(one, context)
            && Currencies.Beside(one) is { } currency
            && !CurrencyLooks.AreTakenAt(pair)
            && !AsksElsewhere(pair)
                ? Finding(
                    context, one, currency, $"takes one '{one.Property.Name}' with another",
                    $"compare '{currency.Name}' of both first, and throw where they differ")
                : null;

        /// <summary><c>payment.Amount.ToString("C")</c></summary>
        private (string, Diagnostic)? OfText(
            OperationAnalysisContext context, IOperation? written, IInvocationOperation? call = null) =>
            (call is null || call.Arguments is { Length: 1 } format && IsCurrencyFormat(format[0].Value))
            && written is not null
            && AmountIn(written) is { } amount
            && IsMoney(amount, context)
            && Currencies.Beside(amount) is { } currency
            && !CurrencyLooks.AreComparedAt(context.Operation)
                ? Finding(
                    context, amount, currency,
                    $"writes '{amount.Property.Name}' with the currency sign of the host's culture",
                    $"write the number alone, as with 'N2', and '{currency.Name}' beside it")
                : null;

        private (string, Diagnostic)? Finding(
            OperationAnalysisContext context,
            IPropertyReferenceOperation amount,
            ISymbol currency,
            string deed,
            string remedy) =>
            !_currencies.IsAlwaysOne(currency)
                ? (deed + amount.Property.ContainingType.Name, Diagnostic.Create(
                    Descriptor,
                    context.Operation.Called(),
                    Quote.Of(context.Operation.Syntax),
                    deed,
                    currency.Name,
                    amount.Property.ContainingType.Name,
                    remedy))
                : null;

        private bool IsMoney(IPropertyReferenceOperation amount, OperationAnalysisContext context) =>
            MoneyFacts.In(amount.Syntax.SyntaxTree, context.Options, compilation).Is(amount.Property);

        /// <summary>A method of the program that is called beside, and that speaks of currencies.</summary>
        private static bool AsksElsewhere(IOperation pair) =>
            pair.Root().Descendants().OfType<IInvocationOperation>()
                .Any(static call => Currencies.AreSpokenOfIn(call.TargetMethod));
    }

    /// <summary><c>payments.Sum(payment => payment.Amount)</c>, <c>payments.Select(…).Sum()</c></summary>
    private static (IPropertyReferenceOperation Amount, IOperation Rows)? SummedBy(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Sum" or "SumAsync" or "Average" or "AverageAsync")
            || !AmountSources.IsOperator(call.TargetMethod))
            return null;

        var rows = call.Arguments[0].Value;
        var selector = SelectorOf(call)
            ?? (rows.Bare() is IInvocationOperation { TargetMethod.Name: "Select" } select ? SelectorOf(select) : null);
        return selector?.Result() is { } result
            && AmountIn(result) is { Instance: { } row } amount
            && IsOfRow(row, selector)
                ? (amount, rows)
                : null;
    }

    /// <summary><c>foreach (var payment in payments) total += payment.Amount;</c></summary>
    private static (IPropertyReferenceOperation Amount, IOperation Rows)? SummedBy(ICompoundAssignmentOperation sum) =>
        sum.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract
        && sum.Target is ILocalReferenceOperation
        && AmountIn(sum.Value) is { Instance: { } instance } amount
        && instance.Bare() is ILocalReferenceOperation { Local: var row }
        && sum.Ancestors().OfType<IForEachLoopOperation>().FirstOrDefault(around =>
            around.Locals.Contains(row, SymbolEqualityComparer.Default)) is { } loop
            ? (amount, loop.Collection)
            : null;

    private static IAnonymousFunctionOperation? SelectorOf(IInvocationOperation call) =>
        call.Arguments.Skip(1).Select(static argument => argument.Value.Lambda()).FirstOrDefault(
            static lambda => lambda is not null);

    private static bool IsOfRow(IOperation instance, IAnonymousFunctionOperation selector) =>
        instance.DescendantsAndSelf().Any(part => part is IParameterReferenceOperation { Parameter: var parameter }
            && SymbolEqualityComparer.Default.Equals(parameter, selector.Symbol.Parameters[0]));

    /// <summary>The amount that is added, also with a sign, a choice or a number of pieces.</summary>
    private static IPropertyReferenceOperation? AmountIn(IOperation value) => value.Bare() switch
    {
        _ when CallStack.IsNearlyFull => null,
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable }
            when Numbers.IsNullable(nullable.Type) => AmountIn(nullable),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } amount => amount,
        IUnaryOperation negative => AmountIn(negative.Operand),
        ICoalesceOperation choice => AmountIn(choice.Value),
        IConditionalOperation { WhenFalse: { } otherwise } choice => AmountIn(choice.WhenTrue) ?? AmountIn(otherwise),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product =>
            IsNumberOfPieces(product.RightOperand) ? AmountIn(product.LeftOperand)
            : IsNumberOfPieces(product.LeftOperand) ? AmountIn(product.RightOperand)
            : null,
        _ => null,
    };

    private static bool IsNumberOfPieces(IOperation factor) => Numbers.IsInteger(factor.Bare().Type);

    private static bool IsCurrencyFormat(IOperation format) =>
        format.ConstantText() is { Length: 1 or 2 } text && text[0] is 'c' or 'C';

    /// <summary>A text that is put together in a culture that somebody names.</summary>
    private static bool HasCulture(IOperation hole) =>
        hole.Ancestors().TakeWhile(static around => around is not IBlockOperation).Any(static around => around switch
        {
            IConversionOperation { Type.Name: "FormattableString" or "IFormattable" } => true,
            IInvocationOperation call => call.Arguments.Any(static argument =>
                argument.Parameter?.Type.Name == "IFormatProvider"),
            _ => false,
        });
}
