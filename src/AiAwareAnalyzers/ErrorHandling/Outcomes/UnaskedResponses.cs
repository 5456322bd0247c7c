using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;

namespace AiAwareAnalyzers.ErrorHandling.Outcomes;

/// <summary>
/// Responses whose content is read as if the request had worked, or whose status is told the log alone.
/// </summary>
internal sealed class UnaskedResponses(Compilation compilation)
{
    private readonly SentRequests _requests = SentRequests.Of(compilation);

    /// <summary>What is done with a response.</summary>
    private enum Look
    {
        /// <summary>It is put away, or nothing else.</summary>
        None,

        /// <summary>A log gets it.</summary>
        Logged,

        /// <summary>Its content is taken for the answer.</summary>
        Read,

        /// <summary>It is asked, or leaves our sight.</summary>
        Asked,
    }

    /// <summary>
    /// What a message says of the response that a local gets; null where the local is asked, or may be.
    /// </summary>
    public string? ObservationOn(IInvocationOperation call, ILocalSymbol response)
    {
        if (!_requests.AreSent(call)) return null;
        var looks = Locals.Around(call, compilation).MentionsOf(response).Select(LookBy).ToList();
        return looks.Contains(Look.Asked) ? null
            : looks.Contains(Look.Read) ? $"the content of '{response.Name}' is read as if it had"
            : !_requests.Change(call) ? null
            : looks.Contains(Look.Logged) ? $"only the log gets to know what '{response.Name}' says"
            : looks.Count > 0 ? $"nothing checks '{response.Name}'"
            : null;
    }

    /// <summary>The same, of a response whose content is read where it arrives.</summary>
    public string? ObservationOn(IInvocationOperation call, IPropertyReferenceOperation content) =>
        _requests.AreSent(call) && LookAt(content) == Look.Read ? "its content is read as if it had" : null;

    /// <summary>Whether a response is only logged, and no part of it used.</summary>
    private Look LookBy(IOperation mention)
    {
        if (IsLogged(mention)) return Look.Logged;
        return Values.UserOf(mention) switch
        {
            IPropertyReferenceOperation { Property.Name: "Content" } content => LookAt(content),
            IPropertyReferenceOperation
                { Property.Name: "StatusCode" or "IsSuccessStatusCode" or "ReasonPhrase" } status =>
                IsLogged(status) || IsLoggedLater(status) ? Look.Logged : Look.Asked,
            IInvocationOperation { TargetMethod.Name: "Dispose" } => Look.None,
            ISimpleAssignmentOperation assignment when !mention.IsInside(assignment.Value) => Look.None,
            _ => Look.Asked,
        };
    }

    /// <summary>What becomes of a content, and of all that is made from it.</summary>
    private Look LookAt(IOperation content)
    {
        if (IsQuestion(content) || IsThrown(content)) return Look.Asked;
        var locals = Locals.Around(content, compilation);
        var open = new Stack<ILocalSymbol>(HoldersOf(content));
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var isRead = open.Count == 0 && !IsLogged(content);
        while (open.Count > 0)
        {
            var holder = open.Pop();
            if (!seen.Add(holder)) continue;
            foreach (var mention in locals.MentionsOf(holder))
            {
                if (IsQuestion(mention) || IsThrown(mention)) return Look.Asked;
                isRead |= !IsLogged(mention);
                foreach (var next in HoldersOf(mention)) open.Push(next);
            }
        }

        return isRead ? Look.Read : Look.Logged;
    }

    /// <summary>The local that gets what a value goes into.</summary>
    private static IEnumerable<ILocalSymbol> HoldersOf(IOperation value) =>
        value.Ancestors()
            .TakeWhile(static around => around is not (IBlockOperation or IAnonymousFunctionOperation))
            .Select(static around => around switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
                IForEachLoopOperation { Locals: [var element, ..] } => element,
                _ => null,
            })
            .OfType<ILocalSymbol>();

    /// <summary>A member or a part of it decides how things go on; that it is there at all says nothing.</summary>
    private static bool IsQuestion(IOperation mention)
    {
        var child = mention;
        foreach (var around in mention.Ancestors())
        {
            if (around is IConditionalOperation choice && choice.Condition == child
                || around is ISwitchOperation sections && sections.Value == child
                || around is ISwitchExpressionOperation arms && arms.Value == child
                || around is IIsPatternOperation
                    { Pattern: IRecursivePatternOperation { PropertySubpatterns.Length: > 0 } })
                return !IsNullTest(mention);
            if (around is IBlockOperation or IAnonymousFunctionOperation) return false;
            child = around;
        }

        return false;
    }

    private static bool IsNullTest(IOperation mention) => Values.UserOf(mention) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } pair =>
            pair.LeftOperand.AsWritten().ConstantValue is { HasValue: true, Value: null }
            || pair.RightOperand.AsWritten().ConstantValue is { HasValue: true, Value: null },
        IIsPatternOperation { Pattern: INegatedPatternOperation or IConstantPatternOperation } => true,
        IIsPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns.Length: 0 } } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } =>
            name is "IsNullOrEmpty" or "IsNullOrWhiteSpace",
        _ => false,
    };

    private static bool IsThrown(IOperation value) => value.Ancestors().Any(static around => around is IThrowOperation);

    private static bool IsLogged(IOperation value) =>
        value.Ancestors()
            .TakeWhile(static around => around is not (IBlockOperation or IAnonymousFunctionOperation))
            .Any(static around => around is IInvocationOperation call && LogCalls.IsLogger(call));

    /// <summary>A status in a local that only logs get.</summary>
    private bool IsLoggedLater(IOperation status) =>
        HoldersOf(status).ToList() is [var holder]
        && Locals.Around(status, compilation).MentionsOf(holder) is { Count: > 0 } mentions
        && mentions.All(IsLogged);
}
