using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Money kept in <c>double</c>, <c>float</c> or <c>Half</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FloatingPointMoney() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0201",
        title: "Money is kept in a floating-point type",
        messageFormat: "'{0}' {1} money in '{2}', which cannot hold most decimal fractions and adds up to wrong cents; "
            + "use '{3}'",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A binary floating-point type cannot hold most decimal fractions, so money that is kept in one is "
            + "wrong by a little at first and by cents after a few sums.",
        alsoKnownAs: "floating-point money, rounding error",
        cwe: [1339]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Numbers.HaveDecimal(start.Compilation)) return;

        start.RegisterSymbolAction(
            context => Analyze(
                context.Symbol, context.Compilation, context.Options, finding => context.Report(finding)),
            SymbolKind.Field, SymbolKind.Property, SymbolKind.Parameter, SymbolKind.Method);
        start.RegisterSymbolAction(AskDelegate, SymbolKind.NamedType);
        start.RegisterOperationAction(
            AskVariable, OperationKind.VariableDeclarator, OperationKind.DeclarationPattern,
            OperationKind.DeclarationExpression);
        start.RegisterOperationAction(AskFunction, OperationKind.AnonymousFunction, OperationKind.LocalFunction);
    }

    private static void AskDelegate(SymbolAnalysisContext context)
    {
        if (((INamedTypeSymbol)context.Symbol).DelegateInvokeMethod is { } invoke)
            Analyze(invoke, context.Compilation, context.Options, finding => context.Report(finding));
    }

    private static void AskVariable(OperationAnalysisContext context)
    {
        foreach (var local in LocalsOf(context.Operation))
            if (CarriesFloating(local.Type)
                && !MoneyAt(context).IsCarried(local, context.Operation)
                && !IsMembers(context.Operation, MoneyAt(context)))
                Analyze(local, context.Compilation, context.Options, finding => context.Report(finding));
    }

    /// <summary>
    /// A <c>var</c> takes its type from a member that is an amount by its name, too: that one has to change, and where
    /// its surroundings say that it is no money, the local is none either.
    /// </summary>
    private static bool IsMembers(IOperation declaration, MoneyFacts money) =>
        declaration is IVariableDeclaratorOperation
            { Syntax.Parent: VariableDeclarationSyntax { Type.IsVar: true } } declarator
        && declarator.GetVariableInitializer()?.Value.AsWritten() is { } value
        && Values.SymbolOf(value is ICoalesceOperation { Value: var first } ? first : value)
            is (IPropertySymbol or IFieldSymbol) and { Name: var name } member
        && member.Locations.Any(static place => place.IsInSource)
        && money.Is(name);

    /// <summary>
    /// A lambda's parameter without a type takes it from elsewhere, and elsewhere is where it is reported.
    /// </summary>
    private static void AskFunction(OperationAnalysisContext context)
    {
        var function = context.Operation is ILocalFunctionOperation local
            ? local.Symbol
            : ((IAnonymousFunctionOperation)context.Operation).Symbol;
        Analyze(function, context.Compilation, context.Options, finding => context.Report(finding));
        foreach (var parameter in function.Parameters)
            if (Declarations.StatesItsType(parameter))
                Analyze(parameter, context.Compilation, context.Options, finding => context.Report(finding));
    }

    /// <summary>
    /// Is this declaration, or an element of the tuple that it declares, money in floating point, and free to be
    /// something else?
    /// </summary>
    private static void Analyze(
        ISymbol symbol, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report)
    {
        if (!CarriesFloating(MoneyFacts.TypeOf(symbol))
            || !Declarations.IsWritten(symbol)
            || symbol.Locations[0].SourceTree is not { } tree)
            return;

        var money = MoneyFacts.In(tree, options, compilation);
        foreach (var kept in Kept(symbol).Where(money.IsKeptInFloat))
            if (!Declarations.IsDictated(symbol) && !UnreadAmounts.Of(compilation).Contain(symbol))
                Report(kept, report);
    }

    private static void Report(ISymbol kept, Action<Diagnostic> report)
    {
        var type = MoneyFacts.TypeOf(kept)!;
        var verb = kept switch { IMethodSymbol => "returns", IParameterSymbol => "takes", _ => "keeps" };
        var name = kept is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } ? kept.ContainingType : kept;
        report(Diagnostic.Create(
            Descriptor, name.Locations[0], name.Name, verb, Numbers.AsWritten(type), Numbers.InDecimal(type)));
    }

    /// <summary>The declaration itself and the elements of tuples that are named in its type.</summary>
    private static IEnumerable<ISymbol> Kept(ISymbol symbol) =>
        Numbers.TupleElements(MoneyFacts.TypeOf(symbol)!)
            .Where(element => Declarations.AreTogether(element, symbol))
            .Prepend(symbol);

    private static bool CarriesFloating(ITypeSymbol? type) =>
        type is not null
        && (Numbers.IsFloating(Numbers.CarriedBy(type))
            || Numbers.TupleElements(type).Any(element => Numbers.IsFloating(Numbers.CarriedBy(element.Type))));

    private static IEnumerable<ILocalSymbol> LocalsOf(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => [declarator.Symbol],
        IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } => [local],
        IDeclarationExpressionOperation declaration =>
            declaration.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(reference => reference.Local),
        _ => [],
    };

    private static MoneyFacts MoneyAt(OperationAnalysisContext context) =>
        MoneyFacts.In(context.Operation.Syntax.SyntaxTree, context.Options, context.Compilation);
}
