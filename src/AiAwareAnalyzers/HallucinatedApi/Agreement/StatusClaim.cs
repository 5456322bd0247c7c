using System.Globalization;
using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.HallucinatedApi.Agreement;

/// <summary>Code that takes one certain code of success for the answer.</summary>
/// <param name="Response">The response whose code is compared.</param>
/// <param name="Status">The member of <c>HttpStatusCode</c>.</param>
/// <param name="IsDenied">Whether it is asked for anything but this code.</param>
internal sealed record StatusClaim(IOperation Response, IFieldReferenceOperation Status, bool IsDenied)
{
    public string Code => Convert.ToString(Status.Field.ConstantValue, CultureInfo.InvariantCulture) ?? "";

    public SyntaxNode Place => Status.Syntax;

    /// <summary><c>HttpStatusCode.OK</c> for 200; the number where there is no name.</summary>
    public string NameOf(string code) =>
        Status.Field.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field =>
            Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture) == code) is { } named
            ? $"HttpStatusCode.{named.Name}"
            : code;

    /// <summary>Null where no code of success is compared.</summary>
    public static StatusClaim? Of(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            Of(
                comparison.LeftOperand,
                comparison.RightOperand,
                comparison.OperatorKind == BinaryOperatorKind.NotEquals),
        IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern =>
            Of(pattern.Value, constant.Value, isDenied: false),
        IIsPatternOperation
            { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } pattern =>
            Of(pattern.Value, constant.Value, isDenied: true),
        _ => null,
    };

    private static StatusClaim? Of(IOperation response, IOperation status, bool isDenied) =>
        response.AsWritten() is IPropertyReferenceOperation { Property.Name: "StatusCode" } read
        && status.AsWritten() is IFieldReferenceOperation
        {
            Field: { ContainingType.Name: "HttpStatusCode", ConstantValue: int and >= 200 and < 300 }
        } known
            ? new(read, known, isDenied)
            : null;
}
