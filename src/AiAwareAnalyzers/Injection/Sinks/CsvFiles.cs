using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Injection.Sinks;

/// <summary>Whether an application answers with CSV, and whether any of its code knows what a formula is.</summary>
internal sealed class CsvFiles
{
    private static readonly ImmutableHashSet<string> Answers = WordSet.Of(
        "Bytes Content File PhysicalFile Produces Stream Text VirtualFile");

    /// <summary>What asks another service for CSV, or sends it there.</summary>
    private static readonly ImmutableHashSet<string> Requests = WordSet.Of(
        "ByteArrayContent MediaTypeHeaderValue MediaTypeWithQualityHeaderValue StreamContent StringContent");

    private static readonly ImmutableHashSet<string> Switches = WordSet.Of("InjectionOptions SanitizeForInjection");

    private static readonly ImmutableHashSet<string> Disks = WordSet.Of("Console File FileInfo FileStream");

    /// <summary>A longer text that has all four is an alphabet.</summary>
    private const int MostStarts = 10;

    private const string Starts = "=+-@";

    private readonly Lazy<bool> _areServed;
    private readonly Lazy<bool> _knowFormulas;

    private CsvFiles(Compilation compilation)
    {
        ArePossible = AspNetCore.Of(compilation).IsThere;
        Writer = compilation.GetTypeByMetadataName("CsvHelper.CsvWriter");
        _areServed = new(() => compilation.SyntaxTrees.Any(Serves));
        _knowFormulas = new(() => compilation.SyntaxTrees.Any(KnowsFormulas));
    }

    public static CsvFiles Of(Compilation compilation) => Facts.Of(compilation, static c => new CsvFiles(c));

    public bool ArePossible { get; }

    /// <summary>The writer of the usual library; null where it is not referenced.</summary>
    public INamedTypeSymbol? Writer { get; }

    /// <summary>Whether some answer of this application is CSV, and no code looks at what a cell begins with.</summary>
    public bool AreRaw => _areServed.Value && !_knowFormulas.Value;

    /// <summary>
    /// Whether a writer has a configuration in sight that leaves formulas alone, which is what it does unless told.
    /// </summary>
    public static bool IsUnconfigured(IObjectCreationOperation writer) =>
        ArgumentOf(writer, 1) is { } second
        && (second.Type?.Name == "CultureInfo"
            ? !IsSwitchedOn(writer.Root().Syntax)
            : second switch
            {
                IObjectCreationOperation made => !IsSwitchedOn(made.Syntax),
                ILocalReferenceOperation local =>
                    Values.InitialValueOf(local)?.Bare() is IObjectCreationOperation
                    && !IsSwitchedOn(writer.Root().Syntax),
                IFieldReferenceOperation { Field: { IsReadOnly: true } field } =>
                    field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                        is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } declared
                    && declared.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
                    && !IsSwitchedOn(type),
                _ => false,
            });

    /// <summary>A file of this machine, or the console.</summary>
    public static bool IsForThisMachine(IObjectCreationOperation writer) =>
        ArgumentOf(writer, 0) is { } target && OriginsOf(target).Any(static origin => origin switch
        {
            IObjectCreationOperation { Type.Name: var name } made =>
                Disks.Contains(name)
                || (name == "StreamWriter" && ArgumentOf(made, 0)?.Type?.SpecialType == SpecialType.System_String),
            IInvocationOperation { TargetMethod.ContainingType.Name: var name } => Disks.Contains(name),
            IPropertyReferenceOperation { Property.ContainingType.Name: var name } => Disks.Contains(name),
            _ => false,
        });

    /// <summary>What a writer was made of, and the stream beneath it.</summary>
    private static IEnumerable<IOperation> OriginsOf(IOperation target)
    {
        var origin = OriginOf(target);
        yield return origin;
        if (origin is IObjectCreationOperation made && ArgumentOf(made, 0) is { } beneath)
            yield return OriginOf(beneath);
    }

    private static IOperation OriginOf(IOperation value) =>
        value is ILocalReferenceOperation local && Values.InitialValueOf(local)?.Bare() is { } made ? made : value;

    private static IOperation? ArgumentOf(IObjectCreationOperation creation, int ordinal) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value.Bare();

    private static bool IsSwitchedOn(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Any(static assignment =>
            Switches.Contains(Calls.NameOf(assignment.Left))
            && assignment.Right.GetLastToken().ValueText is not ("None" or "false"));

    private static bool Serves(SyntaxTree file) =>
        Calls.AreMentioned(file, "/csv")
        && file.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>().Any(static literal =>
            IsMediaType(literal.Token.ValueText) && IsServing(literal.Parent));

    private static bool IsMediaType(string text) =>
        text.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("application/csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsServing(SyntaxNode? taker) => taker switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Answers.Contains(Calls.NameOf(call)),
        ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax made } =>
            !Requests.Contains(made.Type.GetLastToken().ValueText),
        AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } =>
            Calls.NameOf(attribute.Name) is "Produces",
        AssignmentExpressionSyntax { Left: var left } => Calls.NameOf(left) == "ContentType",
        ArgumentSyntax { Parent: TupleExpressionSyntax } or SwitchExpressionArmSyntax => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax } => true,
        _ => false,
    };

    /// <summary>What a cell must not begin with, character by character or in a row.</summary>
    private static bool KnowsFormulas(SyntaxTree file)
    {
        if (!Calls.AreMentioned(file, "=") || !Calls.AreMentioned(file, "@")) return false;

        var literals = file.GetRoot().DescendantTokens()
            .Where(static token => token.IsKind(SyntaxKind.CharacterLiteralToken)
                || token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(static token => token.ValueText)
            .Where(static text => text.Length <= MostStarts)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return (literals.Contains("=") && literals.Contains("@"))
            || literals.Any(static text => Starts.All(start => text.IndexOf(start) >= 0));
    }
}
