using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Money that is decimal in code and floating point in the database.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoneyStoredAsFloat() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0208",
        title: "Money is stored in a floating-point column",
        messageFormat: "'{0}' is money, but '{1}' makes the database keep it in floating point, where sums and comparisons go wrong; store it as 'decimal'",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A floating-point column rounds every amount that is written to it, however exact the code is that writes it.");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!Numbers.HaveDecimal(start.Compilation)) return;

        start.RegisterSymbolAction(AskColumn, SymbolKind.Property, SymbolKind.Field);
        start.RegisterOperationAction(AskMapping, OperationKind.Invocation);
        start.RegisterOperationAction(AskDbType, OperationKind.FieldReference);
    }

    /// <summary><c>[Column(TypeName = "float")] public decimal Price</c></summary>
    private static void AskColumn(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
            if (attribute.AttributeClass?.Name == "ColumnAttribute"
                && attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "TypeName").Value.Value is string type
                && ColumnTypes.IsFloating(type)
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax
                && IsExactMoney(context.Symbol, MoneyFacts.In(syntax.SyntaxTree, context.Options, context.Compilation)))
                Report(context.ReportDiagnostic, TypeNameIn(syntax), context.Symbol.Name);
    }

    /// <summary><c>Property(o => o.Price).HasColumnType("real")</c> and <c>HasConversion&lt;double>()</c></summary>
    private static void AskMapping(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var place = call.TargetMethod.Name switch
        {
            "HasColumnType" when LastArgument(call) is { ConstantValue.Value: string type } argument && ColumnTypes.IsFloating(type) => argument.Syntax,
            "HasConversion" when call.TargetMethod is { IsGenericMethod: true, TypeArguments.Length: 1, Parameters.Length: 0 } method && Numbers.IsFloating(method.TypeArguments[0]) => NameOf(call),
            _ => null,
        };
        if (place is null || PropertyMapping.MappedBy(call) is not { } property) return;
        if (IsExactMoney(property, MoneyFacts.In(place.SyntaxTree, context.Options, context.Compilation)))
            Report(context.ReportDiagnostic, place, property.Name);
    }

    /// <summary><c>command.Parameters.Add("@price", SqlDbType.Float)</c></summary>
    private static void AskDbType(OperationAnalysisContext context)
    {
        var reference = (IFieldReferenceOperation)context.Operation;
        if (!ColumnTypes.IsFloating(reference.Field) || DbParameterName.Beside(reference) is not { } name) return;
        if (MoneyFacts.In(reference.Syntax.SyntaxTree, context.Options, context.Compilation).Is(name))
            Report(context.ReportDiagnostic, reference.Syntax, name);
    }

    /// <summary>A property in floating point is AIA0201's, and its column follows it.</summary>
    private static bool IsExactMoney(ISymbol property, MoneyFacts money) =>
        money.Is(property) && !Numbers.IsFloating(Numbers.CarriedBy(MoneyFacts.TypeOf(property)));

    private static void Report(Action<Diagnostic> report, SyntaxNode place, string name) =>
        report(Diagnostic.Create(Descriptor, place.GetLocation(), name, Quote.Of(place)));

    private static IOperation? LastArgument(IInvocationOperation call) => call.Arguments.LastOrDefault()?.Value;

    private static SyntaxNode? NameOf(IInvocationOperation call) => ((call.Syntax as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Name;

    private static SyntaxNode TypeNameIn(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "TypeName")?.Expression ?? (SyntaxNode)attribute;
}
