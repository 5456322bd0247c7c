using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.FakeWork;

/// <summary>A user, tenant or role that is written down in the code where the real one was not at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaceholderPrincipal() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0604",
        title: "A made-up user, tenant or role stands for the real one",
        messageFormat: "'{0}' is {1} for everybody who runs this, so all callers act and read as that one; take it from the authenticated caller",
        category: Family.FakeWork,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A user, tenant or role that is written down in the code makes every caller act as that one, and what they write belongs to somebody who does not exist.");

    /// <summary>Places that fill a store, where somebody has to be made up.</summary>
    private static readonly ImmutableHashSet<string> Seeding = ImmutableHashSet.Create(
        StringComparer.Ordinal, "seed", "initialize", "initializer", "migration", "migrate", "sample", "demo", "test", "example", "fixture", "import", "main", "onmodelcreating", "configure", "factory", "scheduler", "job", "worker");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Surroundings.AreProductive(start.Compilation)) return;

        var servesRequests = start.Compilation.GetTypeByMetadataName(Promises.HttpContext) is not null;
        start.RegisterOperationAction(
            context => Judge(context, servesRequests),
            OperationKind.VariableDeclarator, OperationKind.SimpleAssignment, OperationKind.Argument, OperationKind.Binary, OperationKind.Return, OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
    }

    private static void Judge(OperationAnalysisContext context, bool servesRequests)
    {
        if (ClaimIn(context.Operation, context.ContainingSymbol) is not var (name, meaning, value)) return;
        if (MadeUp(value, name, meaning, context.Operation, servesRequests) is not { } what || IsSeed(context.ContainingSymbol, context.Operation)) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), name, what));
    }

    /// <summary>Who is said to be whom: a name of a principal, and the value that it gets.</summary>
    private static (string Name, PrincipalMeaning Meaning, IOperation Value)? ClaimIn(IOperation operation, ISymbol member) => operation switch
    {
        IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer => Claim(declarator.Symbol.Name, initializer.Value, value => IsUsed(declarator, value)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation } assignment => Claim(((IMemberReferenceOperation)assignment.Target).Member.Name, assignment.Value),
        IArgumentOperation { IsImplicit: false, ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter, Parent: IInvocationOperation or IObjectCreationOperation } argument => Claim(parameter.Name, argument.Value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => ClaimInEquality(equality),
        IReturnOperation { ReturnedValue: { } value } => Claim(OwnName(member), value, static _ => true, PrincipalMeaning.Current),
        IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } initializer when fields[0].IsConst || fields[0].IsReadOnly => Claim(fields[0].Name, initializer.Value, static _ => true, PrincipalMeaning.Current),
        IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } initializer when properties[0].SetMethod is null => Claim(properties[0].Name, initializer.Value, static _ => true, PrincipalMeaning.Current),
        _ => null,
    };

    private static (string, PrincipalMeaning, IOperation)? Claim(string name, IOperation value, Func<IOperation, bool>? counts = null, PrincipalMeaning least = PrincipalMeaning.Owner) =>
        IsWrittenDown(value) && PrincipalNames.MeaningOf(name) is var meaning && meaning >= least && (counts is null || counts(value)) ? (name, meaning, value) : null;

    private static (string, PrincipalMeaning, IOperation)? ClaimInEquality(IBinaryOperation equality)
    {
        var (left, right) = (EmptyValues.Inside(equality.LeftOperand), EmptyValues.Inside(equality.RightOperand));
        return left is IPropertyReferenceOperation property ? Claim(property.Property.Name, equality.RightOperand, _ => IsInQuery(equality))
            : right is IPropertyReferenceOperation other ? Claim(other.Property.Name, equality.LeftOperand, _ => IsInQuery(equality))
            : null;
    }

    /// <summary>A getter or a method that says who it is: <c>GetCurrentUserId</c>.</summary>
    private static string OwnName(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } => property.Name,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.Name,
        _ => "",
    };

    /// <summary>A cheap look before names are split.</summary>
    private static bool IsWrittenDown(IOperation value) => EmptyValues.Inside(value) switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string or int or long } } => true,
        IObjectCreationOperation { Type.Name: "Guid", Arguments.Length: 1 } => true,
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "Guid" } } => true,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.Name: "Guid" } } => true,
        IPropertyReferenceOperation { Property: { Name: "UserName", ContainingType.Name: "Environment" } } => true,
        _ => false,
    };

    /// <summary>How a message speaks of a value that only somebody can be; null where it may be nobody.</summary>
    private static string? MadeUp(IOperation value, string name, PrincipalMeaning meaning, IOperation place, bool servesRequests) => EmptyValues.Inside(value) switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => PrincipalNames.IsSomebody(text, name) ? Quoted(value) : null,
        { ConstantValue: { HasValue: true, Value: int or long } constant } => constant.Value is > 0 or > 0L ? Quoted(value) : null,
        IFieldReferenceOperation => place is IVariableDeclaratorOperation || meaning == PrincipalMeaning.Current ? Quoted(value) : null,
        IPropertyReferenceOperation => servesRequests ? "the account of the server process" : null,
        IObjectCreationOperation creation => creation.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string } ? Quoted(value) : null,
        IInvocationOperation parse => parse.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string } ? Quoted(value) : null,
        _ => null,
    };

    private static string Quoted(IOperation value) => $"'{Quote.Of(value.Syntax)}'";

    /// <summary>A local that keeps its value, and reaches a query, a call or something that is stored.</summary>
    private static bool IsUsed(IVariableDeclaratorOperation declarator, IOperation value)
    {
        var root = (IOperation)declarator;
        while (root.Parent is { } parent) root = parent;
        var references = root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol)).ToList();
        return !references.Exists(IsWritten) && (references.Exists(IsInQuery) || Departures.Leaves(value));
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => true,
        IIncrementOrDecrementOperation => true,
        _ => false,
    };

    /// <summary>In a lambda that is handed to a call.</summary>
    private static bool IsInQuery(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation lambda) return lambda.Parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation;
            else if (outer is IBlockOperation { Parent: not IAnonymousFunctionOperation }) return false;
        return false;
    }

    private static bool IsSeed(ISymbol member, IOperation operation)
    {
        for (var candidate = member; candidate is not (null or INamespaceSymbol); candidate = candidate.ContainingSymbol)
            if (Words.StemsOf(candidate.Name).Any(Seeding.Contains) || candidate.Name is "OnModelCreating" or "Main" || (candidate is INamedTypeSymbol && StandIns.IsNamedSo(candidate.Name))) return true;
        return StandIns.Contain(member.ContainingType)
            || operation.Syntax.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasData" });
    }
}
