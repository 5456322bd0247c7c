using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Money.Amounts;
using AiAwareAnalyzers.Money.Arithmetic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Money;

/// <summary>Money that is decimal in code and floating point in the database.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoneyStoredAsFloat() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0208",
        title: "Money is stored in a floating-point column",
        messageFormat: "'{0}' is money, but '{1}' makes the database keep it in floating point, where sums and "
            + "comparisons go wrong; store it as 'decimal'",
        category: Family.Money,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A floating-point column rounds every amount that is written to it, however exact the code is "
            + "that writes it.",
        alsoKnownAs: "float column, precision loss",
        cwe: [1339]);

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
                && attribute.NamedArguments.FirstOrDefault(argument =>
                    argument.Key == "TypeName").Value.Value is string type
                && ColumnTypes.IsFloating(type)
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax
                && IsExactMoney(context.Symbol, MoneyFacts.In(syntax.SyntaxTree, context.Options, context.Compilation)))
                Report(finding => context.Report(finding), TypeNameIn(syntax), context.Symbol.Name);
    }

    /// <summary><c>Property(o => o.Price).HasColumnType("real")</c> and <c>HasConversion&lt;double>()</c></summary>
    private static void AskMapping(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var place = call.TargetMethod.Name switch
        {
            "HasColumnType" when LastArgument(call) is { ConstantValue.Value: string type } argument
                && ColumnTypes.IsFloating(type) => argument.Syntax,
            "HasConversion"
                when call.TargetMethod
                    is { IsGenericMethod: true, TypeArguments.Length: 1, Parameters.Length: 0 } method
                    && Numbers.IsFloating(method.TypeArguments[0]) => NameOf(call),
            _ => null,
        };
        if (place is null || PropertyMapping.MappedBy(call) is not { } property) return;
        if (IsExactMoney(property, MoneyFacts.In(place.SyntaxTree, context.Options, context.Compilation)))
            Report(finding => context.Report(finding), place, property.Name);
    }

    /// <summary><c>command.Parameters.Add("@price", SqlDbType.Float)</c></summary>
    private static void AskDbType(OperationAnalysisContext context)
    {
        var reference = (IFieldReferenceOperation)context.Operation;
        if (!ColumnTypes.IsFloating(reference.Field) || DbParameterName.Beside(reference) is not { } name) return;
        if (MoneyFacts.In(reference.Syntax.SyntaxTree, context.Options, context.Compilation).Is(name))
            Report(finding => context.Report(finding), reference.Syntax, name);
    }

    /// <summary>A property in floating point is AIA0201's, and its column follows it.</summary>
    private static bool IsExactMoney(ISymbol property, MoneyFacts money) =>
        money.Is(property) && !Numbers.IsFloating(Numbers.CarriedBy(MoneyFacts.TypeOf(property)));

    private static void Report(Action<Diagnostic> report, SyntaxNode place, string name) =>
        report(Diagnostic.Create(Descriptor, place.GetLocation(), name, Quote.Of(place)));

    private static IOperation? LastArgument(IInvocationOperation call) => call.Arguments.LastOrDefault()?.Value;

    private static SyntaxNode? NameOf(IInvocationOperation call) =>
        ((call.Syntax as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Name;

    private static SyntaxNode TypeNameIn(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == "TypeName")?.Expression
        ?? (SyntaxNode)attribute;

    /// <summary>The names of database parameters and columns, wherever a type is given to them.</summary>
    private static class DbParameterName
    {
        /// <summary>
        /// The name that stands beside the type of a parameter: in the same call, the same constructor or the same
        /// initializer.
        /// </summary>
        public static string? Beside(IOperation type) => Values.UserOf(type) switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => NameIn(call.Arguments),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => NameIn(creation.Arguments),
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation
                { Parent: IObjectCreationOperation creation } initializer } =>
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

    /// <summary>
    /// Fluent mappings of properties: <c>builder.Property(order => order.Price).HasColumnType("real")</c>.
    /// </summary>
    private static class PropertyMapping
    {
        /// <summary>The property whose mapping a call in the chain changes.</summary>
        public static IPropertySymbol? MappedBy(IInvocationOperation call)
        {
            for (IOperation? link = ReceiverOf(call); link is IInvocationOperation earlier; link = ReceiverOf(earlier))
                if (earlier.TargetMethod.Name == "Property")
                    return SelectedBy(earlier);
            return null;
        }

        private static IOperation? ReceiverOf(IInvocationOperation call) =>
            (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver ? receiver.AsWritten() : null;

        private static IPropertySymbol? SelectedBy(IInvocationOperation call) =>
            call.Arguments.SelectMany(argument => argument.Value.DescendantsAndSelf())
                .OfType<IPropertyReferenceOperation>()
                .FirstOrDefault()?.Property;
    }
}
