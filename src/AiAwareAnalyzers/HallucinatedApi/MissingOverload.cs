using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.HallucinatedApi.Sources;
using AiAwareAnalyzers.HallucinatedApi.Suggestions;
using AiAwareAnalyzers.Knowledge.Symbols;
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
        description: "A member is called with arguments, or with names of arguments, that none of its overloads "
            + "takes.",
        alsoKnownAs: "hallucinated API, CS1501, CS1503, CS1739, CS7036");

    internal static readonly DiagnosticDescriptor NoOverload = Define(
        id: "AIA0102",
        title: "An overload does not exist",
        messageFormat: "No overload of '{0}' takes ({1}) in {2}; {3}",
        category: Family.HallucinatedApi,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member is called with arguments, or with names of arguments, that none of its overloads "
            + "takes.",
        alsoKnownAs: "hallucinated API, CS1501, CS1503, CS1739, CS7036");

    private const int MostSignatures = 3;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeOptionalBrackets)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TypeNames.LacksCore(start.Compilation)) return;
        start.RegisterOperationAction(Report, OperationKind.Invalid);
        start.RegisterSyntaxNodeAction(ReportAttribute, SyntaxKind.Attribute);
        start.RegisterSymbolAction(ReportContract, SymbolKind.Method, SymbolKind.Property);
        start.RegisterSymbolAction(ReportNearMisses, SymbolKind.NamedType);
    }

    private static void Report(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null) return;
        if (Unbound.In(context.Operation, context.CancellationToken) is { IsMissing: true, Candidates.IsEmpty: false })
            return;
        if (UnboundCall.In(context.Operation, context.CancellationToken) is not { } call) return;

        if (Finding(call, context.Operation.SemanticModel!, context.CancellationToken) is { } finding)
            context.Report(finding);
    }

    private static void ReportAttribute(SyntaxNodeAnalysisContext context)
    {
        if (UnboundCall.Of((AttributeSyntax)context.Node, context.SemanticModel, context.CancellationToken) is { } call
            && Finding(call, context.SemanticModel, context.CancellationToken) is { } finding)
            context.Report(finding);
    }

    private static void ReportContract(SymbolAnalysisContext context)
    {
        if (ContractSuggestions.ContractOf(context.Symbol) is { IsNamed: true } broken)
            Report(context, context.Symbol, broken.Contract);
    }

    /// <summary>An interface lacks its implementation, and a member of its name is there.</summary>
    private static void ReportNearMisses(SymbolAnalysisContext context)
    {
        foreach (var (member, contract) in NearMisses.In((INamedTypeSymbol)context.Symbol, context.Compilation))
            if (member.Name == contract.Name) Report(context, member, contract.ContainingType);
    }

    private static void Report(SymbolAnalysisContext context, ISymbol member, INamedTypeSymbol contract)
    {
        var signatures = ContractSuggestions.OverloadsOf(member, contract)
            .Select(method => method.ToDisplayString(Signature))
            .Distinct()
            .Take(MostSignatures)
            .ToList();
        if (member is not IMethodSymbol own || signatures.Count == 0) return;

        var searched = AssemblySource.Of(contract, context.Compilation);
        context.Report(Diagnostic.Create(
            NoOverload,
            member.Locations[0],
            SuggestionText.Properties(
                signatures.Select(signature => new Suggestion(signature, 0)).ToImmutableArray(), searched),
            $"{TypeNames.Written(contract)}.{ContractSuggestions.NameOf(member)}",
            string.Join(", ", own.Parameters.Select(parameter => TypeNames.Written(parameter.Type))),
            searched,
            ItHas(signatures)));
    }

    private static Diagnostic? Finding(UnboundCall call, SemanticModel model, CancellationToken cancellation) =>
        call.UnknownName(model, cancellation) is { } name
            ? OfName(call, name, model, cancellation)
            : OfOverload(call, model, cancellation);

    private static string ItHas(IEnumerable<string> signatures) =>
        $"it has {string.Join(" and ", signatures.Select(signature => $"'{signature}'"))}";

    private static Diagnostic OfName(
        UnboundCall call, IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        var suggestions = ParameterSuggestions.For(call, name, model, cancellation);
        var searched = AssemblySource.Of(call.Owner, model.Compilation);
        return Diagnostic.Create(
            UnknownName,
            name.GetLocation(),
            SuggestionText.Properties(suggestions, searched),
            call.Shown,
            name.Identifier.ValueText,
            searched,
            SuggestionText.DidYouMean(suggestions));
    }

    /// <summary>
    /// A call that only lacks the types of a generic method, or that a newer framework takes, is another matter.
    /// </summary>
    private static Diagnostic? OfOverload(UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Arguments.Any(argument => argument.Expression.IsMissing)
            || IsInference(call, model, cancellation)
            || IsTaken(call, model, cancellation)
            || IsOfOtherVersions(call, model.Compilation)
            || call.Since(model, cancellation) is not null)
            return null;

        var meant = OverloadSuggestions.For(call, model, cancellation);
        var signatures = Nearest(call)
            .Select(method =>
                (method.AssociatedSymbol ?? method).ToMinimalDisplayString(model, call.Place.SpanStart, Signature))
            .Distinct()
            .Take(MostSignatures)
            .ToList();
        var searched = AssemblySource.Of(call.Owner, model.Compilation);
        var suggestions = meant.Concat(signatures.Select(signature => new Suggestion(signature, 0)))
            .Take(MostSignatures)
            .ToImmutableArray();
        return Diagnostic.Create(
            NoOverload,
            call.PlaceOfName,
            SuggestionText.Properties(suggestions, searched),
            call.Shown,
            string.Join(", ", call.Arguments.Select(argument => Passed(argument, model, cancellation))),
            searched,
            meant.IsEmpty ? ItHas(signatures) : SuggestionText.DidYouMean(meant));
    }

    private static bool IsInference(UnboundCall call, SemanticModel model, CancellationToken cancellation) =>
        call.Place is not GenericNameSyntax && call.Overloads.Any(method =>
            method.IsGenericMethod
            && method.Parameters.Length >= call.Arguments.Length
            && method.Parameters.Count(parameter => !parameter.IsOptional) <= call.Arguments.Length
            && call.Arguments.Zip(
                method.Parameters,
                (argument, parameter) => IsPassedAs(argument, parameter)
                    && LambdaShape.Fits(argument.Expression, parameter.Type)
                    && (model.GetTypeInfo(argument.Expression, cancellation).Type is not { } type
                        || MemberFit.Converts(type, parameter.Type, model.Compilation)))
                .All(fits => fits));

    /// <summary>What is asked for by reference is passed so.</summary>
    private static bool IsPassedAs(UnboundCall.Passed argument, IParameterSymbol parameter) =>
        parameter.RefKind is not (RefKind.Ref or RefKind.Out)
        || argument.Expression.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None };

    /// <summary>
    /// One takes the arguments, and something else is wrong: two that fit alike, or an assembly that is not the one
    /// which the overload was compiled against.
    /// </summary>
    private static bool IsTaken(UnboundCall call, SemanticModel model, CancellationToken cancellation)
    {
        var passed = call.Arguments.Select(argument => model.GetTypeInfo(argument.Expression, cancellation).Type)
            .ToList();
        return call.Arguments.All(static argument => argument.Name is null) && call.Overloads.Any(method =>
            !method.IsGenericMethod
            && method.Parameters.Length >= passed.Count
            && method.Parameters.Skip(passed.Count)
                .All(static parameter => parameter.IsOptional || parameter.IsParams)
            && passed.Zip(
                method.Parameters,
                (type, parameter) => type is not null
                    && parameter.RefKind == RefKind.None
                    && MemberFit.Converts(type, parameter.Type, model.Compilation))
                .All(static fits => fits));
    }

    /// <summary>
    /// The overloads speak of types as a later assembly has them (CS1705, which stands in no file): they may be what
    /// was passed.
    /// </summary>
    private static bool IsOfOtherVersions(UnboundCall call, Compilation compilation) =>
        LaterAssemblies.Of(compilation).AreWantedBy(call.Owner);

    private static IEnumerable<IMethodSymbol> Nearest(UnboundCall call) =>
        call.Overloads.OrderBy(method => Math.Abs(method.Parameters.Length - call.Arguments.Length));

    private static string Passed(UnboundCall.Passed argument, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(argument.Expression, cancellation).Type is { TypeKind: not TypeKind.Error } type
            ? type.ToMinimalDisplayString(model, argument.Expression.SpanStart)
            : argument.Expression is AnonymousFunctionExpressionSyntax ? "lambda" : argument.Expression.ToString();
}
