using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Assertions;

/// <summary>Values that cannot be null, because they have just been made or caught.</summary>
internal static class Made
{
    /// <summary>How it came about, as the end of a sentence; null where it may be null.</summary>
    public static string? How(IOperation origin) => origin switch
    {
        (IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation)
            and { Type.IsReferenceType: true } => "what 'new' has just made",
        IPropertyReferenceOperation { Property: { Name: "Object", ContainingType: var type } }
            when Libraries.MakesDoubles(type) => "a double",
        IInvocationOperation { TargetMethod: { Name: "For" or "Of" or "Fake", ContainingType: var type } }
            when Libraries.MakesDoubles(type) => "a double",
        ITypeOfOperation or IAnonymousFunctionOperation or IInterpolatedStringOperation => "what is never null",
        ILocalReferenceOperation local when IsCaught(local.Local) => "what has just been caught",
        IFieldReferenceOperation { SemanticModel: { } model } field
            when Facts.Of(model.Compilation, static _ => new Fields()).AreOnlyEverMade(field.Field) =>
            "a field that is only ever given 'new'",
        _ => null,
    };

    private static bool IsCaught(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is CatchDeclarationSyntax;

    /// <summary>A field that every assignment in the class, those of the set-up among them, gives a new.</summary>
    private static bool IsOnlyEverMade(IFieldSymbol field)
    {
        if (field is not { IsConst: false, DeclaredAccessibility: Accessibility.Private, Type.IsReferenceType: true })
            return false;
        var given = field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(part => part.GetSyntax().DescendantNodes())
            .Select(node => GivenTo(field.Name, node))
            .OfType<ExpressionSyntax>()
            .ToList();
        return given.Count > 0 && given.TrueForAll(static value => value is BaseObjectCreationExpressionSyntax);
    }

    private static ExpressionSyntax? GivenTo(string field, SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple, Right: var value }
            when tuple.Arguments.Any(part => NameOf(part.Expression) == field) => value,
        AssignmentExpressionSyntax { Left: var target, Right: var value } when NameOf(target) == field => value,
        VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: FieldDeclarationSyntax } declarator
            when declarator.Identifier.ValueText == field => value,
        ArgumentSyntax { Expression: var passed } argument
            when NameOf(passed) == field && !argument.RefKindKeyword.IsKind(SyntaxKind.None) => passed,
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        _ => null,
    };

    /// <summary>What is known of the fields of test classes: many tests ask about the same.</summary>
    private sealed class Fields
    {
        private readonly ConcurrentDictionary<IFieldSymbol, bool> _known = new(SymbolEqualityComparer.Default);

        public bool AreOnlyEverMade(IFieldSymbol field) => _known.GetOrAdd(field, IsOnlyEverMade);
    }
}
