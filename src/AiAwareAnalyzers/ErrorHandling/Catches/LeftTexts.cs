using AiAwareAnalyzers.Knowledge.Outcomes;

namespace AiAwareAnalyzers.ErrorHandling.Catches;

/// <summary>Texts that a handler makes of a failure and hands on: to a member, a call, a caller.</summary>
internal static class LeftTexts
{
    /// <summary>The first that gets a part of the exception; null where nothing does.</summary>
    public static ExceptionUse? In(CatchClause caught) => caught.Reaction.Uses.FirstOrDefault(static use =>
        use.Destination is ExceptionSink.Stored or ExceptionSink.Returned or ExceptionSink.HandedOver);

    /// <summary>How a message speaks of the one who gets it.</summary>
    public static string Taker(ExceptionUse use) => use.At switch
    {
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } } =>
            member is IPropertySymbol { IsIndexer: true } ? "what is stored" : $"'{member.Name}'",
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.Name: var name } } => $"'{name}'",
        IInvocationOperation { TargetMethod.Name: var name } => $"'{name}'",
        _ => "what is returned",
    };
}
