using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>What stands in a line of the log.</summary>
internal static class LogLines
{
    /// <summary>What a call is given, and the text of a method whose body is written by a generator.</summary>
    public static IEnumerable<string> TextsIn(IInvocationOperation log) =>
        log.Arguments.SelectMany(static argument => Bodies.Own(argument.Value))
            .Select(static part => part.ConstantText())
            .Concat(log.TargetMethod.GetAttributes()
                .Where(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute")
                .SelectMany(static attribute => attribute.ConstructorArguments
                    .Concat(attribute.NamedArguments.Select(static named => named.Value)))
                .Select(static value => value.Kind == TypedConstantKind.Array ? null : value.Value as string))
            .OfType<string>();
}
