namespace AiAwareAnalyzers.Knowledge;

/// <summary>The names of database parameters and columns, wherever a type is given to them.</summary>
internal static class DbParameterName
{
    /// <summary>The name that stands beside the type of a parameter: in the same call, the same constructor or the same initializer.</summary>
    public static string? Beside(IOperation type) => Values.UserOf(type) switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => NameIn(call.Arguments),
        IArgumentOperation { Parent: IObjectCreationOperation creation } => NameIn(creation.Arguments),
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } initializer } =>
            NameIn(creation.Arguments) ?? NameIn(initializer),
        _ => null,
    };

    private static string? NameIn(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Select(argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault();

    private static string? NameIn(IObjectOrCollectionInitializerOperation initializer) =>
        initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => Values.SymbolOf(assignment.Target)?.Name == "ParameterName")
            .Select(assignment => assignment.Value.ConstantValue.Value).OfType<string>().FirstOrDefault();
}
