using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>The values that an expression chooses from.</summary>
internal static class Alternatives
{
    /// <summary>The branches of conditionals, switches and <c>??</c>, without the conversions around them.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        var open = new Stack<IOperation>();
        open.Push(value);
        while (open.Count > 0)
        {
            var current = open.Pop().Without(Wrappers.Parentheses | Wrappers.Conversions);
            switch (current)
            {
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    open.Push(otherwise);
                    open.Push(choice.WhenTrue);
                    break;
                case ICoalesceOperation choice:
                    open.Push(choice.WhenNull);
                    break;
                case ISwitchExpressionOperation choice:
                    foreach (var arm in choice.Arms) open.Push(arm.Value);
                    break;
                default:
                    yield return current;
                    break;
            }
        }
    }
}
