using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Messages that are filled in, handed to nobody and logged as sent, beside other work.</summary>
internal sealed class UnsentMessages(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Filling = WordSet.Of("add dispose set try with");

    private readonly Efforts _efforts = Efforts.Of(compilation);

    /// <summary>The message, and the line that says that it was sent; null where it goes somewhere.</summary>
    public (ILocalSymbol Message, string Claim)? Of(IObjectCreationOperation creation, ISymbol member)
    {
        if (!LoggedClaims.IsMessage(creation.Type)
            || Values.TakerOf(creation) is not ILocalSymbol message
            || Bodies.FunctionOf(creation, member) is not { } function
            || StandIns.Contain(member.ContainingType))
            return null;

        var body = Bodies.Around(creation);
        return LoggedClaims.OfSending(function, body.Syntax, TextsLoggedIn(body)) is { } claim
            && !_efforts.Of(body).IsNone
            && !Bodies.Own(body).OfType<IInvocationOperation>().Any(call => HandsOn(call, message))
            && Locals.Around(creation, compilation).MentionsOf(message).All(IsFilledIn)
                ? (message, claim)
                : null;
    }

    private static IEnumerable<string> TextsLoggedIn(IOperation body) =>
        Bodies.Own(body).OfType<IInvocationOperation>()
            .Where(static call => LogCalls.LoudnessOf(call) is not null)
            .SelectMany(LogLines.TextsIn);

    /// <summary>A call that may send what is told in other words, and is not the message's own.</summary>
    private static bool HandsOn(IInvocationOperation call, ILocalSymbol message) =>
        LogCalls.LoudnessOf(call) is null
        && LoggedClaims.HandsOn(call.TargetMethod.Name)
        && !SymbolEqualityComparer.Default.Equals(HolderOf(call.Instance), message);

    /// <summary>The local whose member, or whose member's member, a value is.</summary>
    private static ISymbol? HolderOf(IOperation? value)
    {
        while (value is IMemberReferenceOperation { Instance: { } owner }) value = owner;
        return value is ILocalReferenceOperation local ? local.Local : null;
    }

    /// <summary>A member is set, something is added to it, it is disposed of, or all ends in a log.</summary>
    private static bool IsFilledIn(IOperation mention)
    {
        if (mention.Ancestors().OfType<IInvocationOperation>()
            .Any(static call => LogCalls.LoudnessOf(call) is not null))
            return true;

        var value = mention;
        while (value.Parent is IMemberReferenceOperation member && member.Instance == value) value = member;
        return value.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == value && value != mention,
            IInvocationOperation call => call.Instance == value
                && call.Parent is IExpressionStatementOperation
                && Words.Of(call.TargetMethod.Name).FirstOrDefault() is { } verb
                && Filling.Contains(verb),
            _ => false,
        };
    }
}
