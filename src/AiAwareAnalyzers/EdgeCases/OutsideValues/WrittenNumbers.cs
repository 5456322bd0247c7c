using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.OutsideValues;

/// <summary>Numbers with decimals in a text that is put together by the rules of the host's culture.</summary>
internal static class WrittenNumbers
{
    /// <summary>
    /// The numbers of an interpolated text or of a sum of texts, with the format that each is part of.
    /// </summary>
    public static IEnumerable<(IOperation Number, string Format)> In(IOperation text)
    {
        var parts = PartsOf(text);
        if (!parts.Exists(IsNumber)) yield break;
        var all = string.Concat(parts.Select(part => part.ConstantText() ?? ""));
        for (var index = 0; index < parts.Count; index++)
            if (IsNumber(parts[index])
                && MachineFormats.Around(TextAt(parts, index - 1), TextAt(parts, index + 1), all) is { } format)
                yield return (parts[index], format);
    }

    private static List<IOperation> PartsOf(IOperation text) => text switch
    {
        IInterpolatedStringOperation interpolated when !IsTold(interpolated) =>
            interpolated.Parts.Select(PartOf).ToList(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum
            when !IsPartOfSum(sum) => TermsOf(sum),
        _ => new(),
    };

    private static IOperation PartOf(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation { Text: var literal } => literal,
        IInterpolationOperation { FormatString: { } format } when IsWhole(format) => part,
        IInterpolationOperation { Expression: var value } => value,
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } values } } =>
            values[0].Value,
        _ => part,
    };

    /// <summary>A format without decimals.</summary>
    private static bool IsWhole(IOperation format) => format.ConstantText() is "F0" or "f0" or "0" or "D";

    /// <summary>The terms of a sum, from left to right.</summary>
    private static List<IOperation> TermsOf(IBinaryOperation sum)
    {
        var terms = new List<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add,
            Type.SpecialType: SpecialType.System_String } next)
        {
            terms.Add(next.RightOperand.Unconverted());
            left = next.LeftOperand.Unconverted();
        }

        terms.Add(left);
        terms.Reverse();
        return terms;
    }

    private static bool IsPartOfSum(IBinaryOperation sum) => Values.UserOf(sum)
        is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    /// <summary>A number, or the text that <c>ToString</c> makes of one without being told how.</summary>
    private static bool IsNumber(IOperation part)
    {
        var value = part.Unconverted();
        if (value.ConstantValue.HasValue) return false;
        return value is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } number } call
            ? CulturedParsers.HaveDecimals(number.Type)
                && !call.Arguments.Any(CulturedParsers.TellsCulture)
                && !(call.Arguments.Length == 1 && IsWhole(call.Arguments[0].Value))
            : CulturedParsers.HaveDecimals(value.Type);
    }

    /// <summary>Whether somebody who knows the culture puts the text together.</summary>
    private static bool IsTold(IInterpolatedStringOperation text)
    {
        var outer = text.Parent;
        while (outer is IInterpolatedStringHandlerCreationOperation or IParenthesizedOperation
            or IInterpolatedStringAdditionOperation) outer = outer.Parent;
        return outer switch
        {
            IConversionOperation { Type.Name: "FormattableString" or "IFormattable" } => true,
            IArgumentOperation { Parent: IInvocationOperation call } =>
                call.Arguments.Any(CulturedParsers.TellsCulture),
            _ => false,
        };
    }

    private static string TextAt(List<IOperation> parts, int index) =>
        index >= 0 && index < parts.Count ? parts[index].ConstantText() ?? "" : "";
}
