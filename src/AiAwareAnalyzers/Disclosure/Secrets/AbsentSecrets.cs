using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>Secrets that an object does not have at a place: a question around it has said so.</summary>
internal static class AbsentSecrets
{
    /// <summary>The members that may be there; who was given no token was given none of its kind.</summary>
    public static ImmutableArray<string> Without(ImmutableArray<string> members, IOperation whole)
    {
        if (members.IsEmpty || Values.SymbolOf(whole) is not { } owner) return members;

        var absent = whole.Ancestors().OfType<IConditionalOperation>()
            .Where(choice => choice.Type is null && whole.IsInside(choice.WhenTrue))
            .SelectMany(static choice => Values.Conjuncts(choice.Condition))
            .Select(part => AbsentIn(part, owner))
            .OfType<string>()
            .ToList();
        return absent.Count == 0
            ? members
            : members.RemoveAll(member => absent.Contains(member) || (IsToken(member) && absent.Exists(IsToken)));
    }

    private static bool IsToken(string name) => Words.Of(name).LastOrDefault() == "token";

    /// <summary><c>x.Token is null</c>, <c>x?.Token == null</c>, <c>string.IsNullOrEmpty(x.Token)</c>.</summary>
    private static string? AbsentIn(IOperation part, ISymbol owner) => part switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } test when IsNull(constant) =>
            MemberOf(test.Value, owner),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when IsNull(equality.RightOperand) =>
            MemberOf(equality.LeftOperand, owner),
        IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", Arguments: [var asked] } =>
            MemberOf(asked.Value, owner),
        _ => null,
    };

    private static bool IsNull(IOperation value) =>
        value.Unconverted().ConstantValue is { HasValue: true, Value: null };

    private static string? MemberOf(IOperation value, ISymbol owner) => value.Unconverted() switch
    {
        IConditionalAccessOperation
            { Operation: var asked, WhenNotNull: IMemberReferenceOperation { Member: var member } }
            when IsOwner(asked, owner) => member.Name,
        IMemberReferenceOperation { Instance: { } instance, Member: var member } when IsOwner(instance, owner) =>
            member.Name,
        _ => null,
    };

    private static bool IsOwner(IOperation value, ISymbol owner) =>
        SymbolEqualityComparer.Default.Equals(Values.SymbolOf(value), owner);
}
