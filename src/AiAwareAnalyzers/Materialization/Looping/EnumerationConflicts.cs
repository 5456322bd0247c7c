using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Materialization.Enumeration;

namespace AiAwareAnalyzers.Materialization.Looping;

/// <summary>
/// Whether what a loop does could disturb the sequence that it enumerates, so that a copy was taken for a reason.
/// </summary>
internal static class EnumerationConflicts
{
    /// <summary>Whether the loop that enumerates a sequence touches the place that the sequence is read from.</summary>
    public static bool IsPossible(IForEachLoopOperation loop, SequenceSource source, Compilation compilation) =>
        source.Origin switch
        {
            Origin.Query => TouchesDatabase(loop.Body, compilation),
            Origin.Disk => TouchesDisk(loop.Body),
            Origin.Stream => TouchesDatabase(loop.Body, compilation) || Mentions(loop.Body, source.Root),
            _ => Mentions(loop.Body, source.Root),
        };

    /// <summary>
    /// Another command on the connection whose reader is open: by the context itself, by another of its queries, or by
    /// code of the program that may share it.
    /// </summary>
    public static bool TouchesDatabase(IOperation body, Compilation compilation)
    {
        var ef = EntityFramework.Of(compilation);
        var sequences = Sequences.Of(compilation);
        return body.DescendantsAndSelf().Any(operation => operation switch
        {
            IInvocationOperation call =>
                ProgramCode.Holds(call.TargetMethod) || IsDatabase(call.TargetMethod.ContainingType),
            IObjectCreationOperation { Constructor: { } constructor } =>
                ProgramCode.Holds(constructor)
                && !constructor.IsImplicitlyDeclared
                && !constructor.ContainingType.IsRecord,
            IMemberReferenceOperation member => ef.IsContext(member.Type) || ef.IsContext(member.Instance?.Type),
            ILocalReferenceOperation or IParameterReferenceOperation =>
                ef.IsContext(operation.Type) || IsDatabase(operation.Type) || sequences.IsQuery(operation.Type),
            _ => false,
        });
    }

    /// <summary>Whether any file or folder may be changed: which one is compared by nobody.</summary>
    public static bool TouchesDisk(IOperation body) =>
        body.DescendantsAndSelf().Any(operation => operation switch
        {
            IInvocationOperation call => IsDisk(call.TargetMethod.ContainingType) && !OnlyReads(call.TargetMethod)
                || ProgramCode.Holds(call.TargetMethod) && call.Arguments.Any(argument => IsDisk(argument.Value.Type)),
            IObjectCreationOperation creation =>
                IsDisk(creation.Type)
                && creation.Type
                    is { Name: not ("FileInfo" or "DirectoryInfo" or "StreamReader" or "StringReader" or "StringWriter"
                        or "MemoryStream") },
            _ => false,
        });

    /// <summary>
    /// Whether the element of a loop is given to code of the program, which may do anything with the file of that name.
    /// </summary>
    public static bool GivesAway(IForEachLoopOperation loop) =>
        loop.Body.DescendantsAndSelf().Any(operation => operation is IInvocationOperation call
            && ProgramCode.Holds(call.TargetMethod)
            && call.Arguments.Any(argument =>
                argument.Value.DescendantsAndSelf().Any(value => value is ILocalReferenceOperation local
                    && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default))));

    /// <summary>Whether a body waits, while others may change what is enumerated.</summary>
    public static bool Waits(IOperation body) => Bodies.Own(body).Any(operation => operation is IAwaitOperation);

    /// <summary>
    /// Whether a loop changes its elements, by a property or by a call that gives nothing back: somebody keeps them in
    /// memory to save them then, or whoever gave them would notice.
    /// </summary>
    public static bool ChangesElements(IForEachLoopOperation loop) =>
        loop.Body.Descendants().Any(operation => operation switch
        {
            IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } changed } } =>
                IsElement(changed, loop),
            IInvocationOperation { Instance: { } changed, Parent: IExpressionStatementOperation } =>
                IsElement(changed, loop),
            _ => false,
        });

    private static bool IsElement(IOperation value, IForEachLoopOperation loop) =>
        value.Bare() is ILocalReferenceOperation row && loop.Locals.Contains(row.Local, SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a body names what a sequence starts with: the same local, parameter, field or property.
    /// </summary>
    public static bool Mentions(IOperation body, IOperation root)
    {
        var symbol = SymbolOf(root);
        return symbol is null
            ? root is not (IArrayCreationOperation or IInvocationOperation or IObjectCreationOperation)
                && root.Kind != NewerSyntax.CollectionExpression
            : body.DescendantsAndSelf()
                .Any(operation => SymbolEqualityComparer.Default.Equals(SymbolOf(operation), symbol));
    }

    /// <summary>What a root is known by; for <c>entries.Keys</c> that is <c>entries</c>.</summary>
    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        _ when CallStack.IsNearlyFull => null,
        IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } instance } =>
            SymbolOf(instance.Bare()),
        IPropertyReferenceOperation property => property.Property,
        _ => Values.VariableOf(operation),
    };

    private static bool IsDatabase(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace;
            space is { IsGlobalNamespace: false };
            space = space.ContainingNamespace)
            if (space.Name is "EntityFrameworkCore" or "Dapper" or "Npgsql" or "SqlClient" or "NHibernate"
                || space is { Name: "Data", ContainingNamespace.Name: "System" })
                return true;
        return false;
    }

    private static bool OnlyReads(IMethodSymbol method) =>
        method.Name is "Exists" or "OpenRead" or "OpenText" or "Dispose" or "ToString" or "Close"
        || method.Name.StartsWith("Read", StringComparison.Ordinal)
        || method.Name.StartsWith("Get", StringComparison.Ordinal)
        || method.Name.StartsWith("Enumerate", StringComparison.Ordinal)
        || method.ContainingType.Name is "TextReader" or "StringReader" or "StringWriter" or "MemoryStream";

    private static bool IsDisk(ITypeSymbol? type) =>
        type is { Name: not "Path", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
        && !type.Name.EndsWith("Exception", StringComparison.Ordinal);
}
