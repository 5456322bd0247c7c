using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Whether two expressions can only give the same.</summary>
internal static class SameValue
{
    /// <summary>Written alike and without any call, or two names of the same object.</summary>
    public static bool Are(IOperation one, IOperation other, Locals locals) =>
        (AreWrittenAlike(one, other) && IsOnlyRead(one))
        || (IsObject(one) && IsObject(other) && AreNamesOfOne(one, other, locals));

    public static bool AreWrittenAlike(IOperation one, IOperation other) =>
        SyntaxFactory.AreEquivalent(one.Bare().Syntax, other.Bare().Syntax);

    /// <summary>Locals, parameters, fields and properties of objects: to read them twice gives the same.</summary>
    private static bool IsOnlyRead(IOperation value) => value.Bare().DescendantsAndSelf().All(static part => part switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation => true,
        IFieldReferenceOperation field => !field.Field.IsConst,
        IPropertyReferenceOperation { Instance: not null, Arguments.IsEmpty: true } => true,
        IConversionOperation { OperatorMethod: null } or IParenthesizedOperation => true,
        _ => false,
    });

    /// <summary>A copy of a struct goes its own way.</summary>
    private static bool IsObject(IOperation value) => value.Bare().Type is { IsReferenceType: true };

    private static bool AreNamesOfOne(IOperation one, IOperation other, Locals locals) =>
        locals.Follow(one) is { ConstantValue.HasValue: false } origin && origin == locals.Follow(other);
}
