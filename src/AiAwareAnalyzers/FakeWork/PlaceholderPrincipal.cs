using AiAwareAnalyzers.FakeWork.Wording;
using AiAwareAnalyzers.FakeWork.Work;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A user, tenant or role that is written down in the code where the real one was not at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaceholderPrincipal() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0604",
        title: "A hard-coded user, tenant or role replaces the real one",
        messageFormat: "'{0}' is {1} for every caller, so all of them act and read as the same one; take it from the "
            + "authenticated caller",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A hard-coded user, tenant or role makes every caller act as that one, and what they write "
            + "belongs to a user who does not exist.",
        alsoKnownAs: "hard-coded identity, placeholder user");

    /// <summary>Places that fill a store, where somebody has to be made up.</summary>
    private static readonly ImmutableHashSet<string> Seeding = WordSet.Of(
        "seed initialize initializer migration migrate sample demo test example fixture import main onmodelcreating",
        "configure factory scheduler job worker");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        LookInBodies(
            start,
            Finding,
            OperationKind.VariableDeclarator,
            OperationKind.SimpleAssignment,
            OperationKind.Argument,
            OperationKind.Binary,
            OperationKind.Return,
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer);
    }

    /// <summary>What one member says of one user is one decision, however often it is written.</summary>
    private static (string What, Diagnostic Finding)? Finding(OperationAnalysisContext context)
    {
        if (PrincipalClaims.In(context.Operation, context.ContainingSymbol) is not var (name, meaning, value))
            return null;
        if (MadeUp(value, name, meaning, context) is not { } what
            || IsSeed(context.ContainingSymbol, context.Operation)
            || IsData(context.Operation)
            || IsNameOfProcess(value, context.ContainingSymbol)
            || OpenDoors.Of(context.Compilation).LeadTo(context.Operation, context.ContainingSymbol))
            return null;
        return (what, Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), name, what));
    }

    /// <summary>How a message speaks of a value that only somebody can be; null where it may be nobody.</summary>
    private static string? MadeUp(
        IOperation value, string name, PrincipalMeaning meaning, OperationAnalysisContext context) =>
        value.Settled() switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } =>
                PrincipalNames.IsSomebody(text, name) || IsAdmitted(text, context) ? Quoted(value) : null,
            { ConstantValue: { HasValue: true, Value: int or long } constant } =>
                constant.Value is > 0 or > 0L ? Quoted(value) : null,
            IFieldReferenceOperation =>
                context.Operation is IVariableDeclaratorOperation || meaning == PrincipalMeaning.Current
                    ? Quoted(value)
                    : null,
            IPropertyReferenceOperation =>
                AspNetCore.Of(context.Compilation).IsThere ? "the account of the server process" : null,
            IObjectCreationOperation creation =>
                creation.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string } ? Quoted(value) : null,
            IInvocationOperation parse =>
                parse.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string } ? Quoted(value) : null,
            _ => null,
        };

    /// <summary>
    /// Nobody in particular, in an endpoint that somebody calls, and a comment that the caller is still to be asked
    /// for.
    /// </summary>
    private static bool IsAdmitted(string text, OperationAnalysisContext context) =>
        PrincipalNames.StandsForNobody(text)
        && context.ContainingSymbol is IMethodSymbol { ContainingType: { } type } method
        && AspNetCore.CanBeAction(method)
        && AspNetCore.Of(context.Compilation).IsController(type)
        && context.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && Confessions.TextsBeside(statement).Any(PrincipalNames.PostponeTheCaller);

    /// <summary>
    /// The name of a worker or a channel, as in <c>ImportService</c>: who acts is the program itself.
    /// </summary>
    private static bool IsNameOfProcess(IOperation value, ISymbol member) =>
        value.Settled().ConstantText() is { } text
        && member.ContainingType is { } type
        && Words.StemsOf(text) is { Length: > 0 } said
        && Words.StemsOf(type.Name) is var own
        && said.All(word => own.Contains(word) && !PrincipalNames.IsPerson(word));

    private static string Quoted(IOperation value) => $"'{Quote.Of(value.Syntax)}'";

    /// <summary>
    /// A row of a list that the program brings with it: an object beside others of its kind, or one that a field or
    /// property begins with.
    /// </summary>
    private static bool IsData(IOperation operation) =>
        operation.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault(static row =>
            row.Type?.Name is not "Claim") is { } row
        && (operation.Root() is IFieldInitializerOperation or IPropertyInitializerOperation || IsOneOfSeveral(row));

    private static bool IsOneOfSeveral(IObjectCreationOperation row) => row.Outermost().Parent switch
    {
        IArrayInitializerOperation list => list.ElementValues.Length > 1,
        IArgumentOperation { Parent: IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation list } } =>
            list.Initializers.Length > 1,
        { } list => list.Kind == NewerSyntax.CollectionExpression && list.ChildOperations.Count > 1,
        null => false,
    };

    private static bool IsSeed(ISymbol member, IOperation operation)
    {
        for (var candidate = member;
            candidate is not (null or INamespaceSymbol);
            candidate = candidate.ContainingSymbol)
            if (Words.StemsOf(candidate.Name).Any(Seeding.Contains)
                || candidate.Name is "OnModelCreating" or "Main"
                || (candidate is INamedTypeSymbol && StandIns.IsNamedSo(candidate.Name)))
                return true;
        return StandIns.Contain(member.ContainingType)
            || operation.Syntax.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasData" });
    }
}
