using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Suggestions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi;

/// <summary>A member that exists, called with arguments or argument names that none of its overloads takes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingOverload() : Rule(UnknownName, NoOverload)
{
    internal static readonly DiagnosticDescriptor UnknownName = Define(
        id: "AIA0102",
        title: "An overload does not exist",
        messageFormat: "'{0}' has no parameter '{1}' in {2}; {3}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member is called with arguments, or with names of arguments, that none of its overloads takes.");

    internal static readonly DiagnosticDescriptor NoOverload = Define(
        id: "AIA0102",
        title: "An overload does not exist",
        messageFormat: "No overload of '{0}' takes ({1}) in {2}; {3}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member is called with arguments, or with names of arguments, that none of its overloads takes.");

    private const int MostSignatures = 3;
    private const double AnotherName = 0.75;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeOptionalBrackets)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(Report, OperationKind.Invalid);
    }

    private static void Report(OperationAnalysisContext context)
    {
        if (Unbound.In(context.Operation, context.CancellationToken) is { IsMissing: true, Candidates.IsEmpty: false }) return;
        if (UnboundCall.In(context.Operation, context.CancellationToken) is not { } call) return;

        var model = context.Operation.SemanticModel!;
        var finding = call.UnknownName(model, context.CancellationToken) is { } name
            ? OfName(call, name, model, context.CancellationToken)
            : OfOverload(call, model, context.CancellationToken);
        if (finding is not null) context.ReportDiagnostic(finding);
    }

    private static Diagnostic OfName(UnboundCall call, IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        var suggestions = ParameterSuggestions.For(call, name, model, cancellation);
        var searched = AssemblySource.Of(call.Owner, model.Compilation);
        return Diagnostic.Create(
            UnknownName,
            name.GetLocation(),
            Answer.Properties(suggestions, searched),
            call.Shown,
            name.Identifier.ValueText,
            searched,
            Answer.DidYouMean(suggestions));
    }

    /// <summary>A call that only lacks the types of a generic method, or that a newer framework takes, is another matter.</summary>
    private static Diagnostic? OfOverload(UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Arguments.Any(argument => argument.Expression.IsMissing) || IsInference(call) || call.Since(model, cancellation) is not null) return null;

        var others = OtherNames(call, model, cancellation);
        var signatures = Nearest(call).Select(method => method.ToMinimalDisplayString(model, call.Place.SpanStart, Signature)).Distinct().Take(MostSignatures).ToList();
        var searched = AssemblySource.Of(call.Owner, model.Compilation);
        var suggestions = others.Concat(signatures.Select(signature => new Suggestion(signature, 0))).Take(MostSignatures).ToImmutableArray();
        return Diagnostic.Create(
            NoOverload,
            call.PlaceOfName,
            Answer.Properties(suggestions, searched),
            call.Shown,
            string.Join(", ", call.Arguments.Select(argument => Passed(argument, model, cancellation))),
            searched,
            others.IsEmpty ? $"it has {string.Join(" and ", signatures.Select(signature => $"'{signature}'"))}" : Answer.DidYouMean(others));
    }

    private static bool IsInference(UnboundCall call) =>
        call.Overloads.Any(method => method.IsGenericMethod && method.Parameters.Length >= call.Arguments.Count && method.Parameters.Count(parameter => !parameter.IsOptional) <= call.Arguments.Count);

    private static IEnumerable<IMethodSymbol> Nearest(UnboundCall call) =>
        call.Overloads.OrderBy(method => Math.Abs(method.Parameters.Length - call.Arguments.Count));

    /// <summary>Members of nearly the same name that do take the arguments.</summary>
    private static ImmutableArray<Suggestion> OtherNames(UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Place is not SimpleNameSyntax name || Receiver.Of(name, model, cancellation) is not { } receiver) return ImmutableArray<Suggestion>.Empty;
        var usage = new Usage(name, model, cancellation);
        return MemberSuggestions.For(usage, receiver)
            .Where(suggestion => suggestion.Score >= AnotherName && suggestion.Symbol is IMethodSymbol method && method.Name != name.Identifier.ValueText && Fit.TakesByName(method, usage))
            .ToImmutableArray();
    }

    private static string Passed(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(argument.Expression, cancellation).Type is { TypeKind: not TypeKind.Error } type
            ? type.ToMinimalDisplayString(model, argument.SpanStart)
            : argument.Expression is AnonymousFunctionExpressionSyntax ? "lambda" : argument.Expression.ToString();
}
