using AiAwareAnalyzers.HallucinatedApi.Missing;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.RunTime;

/// <summary>
/// What a <c>dynamic</c> local or private field can hold, where every value that it ever gets has a type that is known.
/// </summary>
internal sealed class DynamicValues
{
    private readonly HashSet<INamedTypeSymbol> _derivedFrom = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;

    private DynamicValues(Compilation compilation)
    {
        _compilation = compilation;
        NoteBases(compilation.Assembly.GlobalNamespace);
    }

    public static DynamicValues Of(Compilation compilation) => Facts.Of(compilation, static c => new DynamicValues(c));

    /// <summary>The types that the receiver of a dynamic call can have; nothing where another is possible.</summary>
    public IReadOnlyList<ITypeSymbol> TypesOf(IOperation receiver)
    {
        var values = ValuesOf(receiver, Trail.Start);
        var types = values?.Where(value => value.ConstantValue is not { HasValue: true, Value: null })
            .Select(TypeOf)
            .ToList();
        return types is null || types.Contains(null)
            ? []
            : [.. types.Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default).Select(type => type!)];
    }

    private IEnumerable<IOperation>? ValuesOf(IOperation receiver, Trail trail) => receiver switch
    {
        IConditionalAccessInstanceOperation instance =>
            instance.Ancestors().OfType<IConditionalAccessOperation>().FirstOrDefault() is { } access
                && trail.TryPass(access.Syntax, out var further) ? ValuesOf(access.Operation, further) : null,
        IParenthesizedOperation parenthesized => ValuesOf(parenthesized.Operand, trail.Deeper()),
        _ when trail.IsOver => null,
        IConversionOperation { Type.TypeKind: TypeKind.Dynamic } conversion => [conversion.Operand],
        ILocalReferenceOperation local => OfLocal(local),
        IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field } => OfField(field),
        IInvocationOperation or IAwaitOperation => [receiver],
        _ => null,
    };

    private IEnumerable<IOperation>? OfLocal(ILocalReferenceOperation reference)
    {
        var locals = Locals.Around(reference, _compilation);
        if (locals.DeclarationOf(reference.Local) is null) return null;
        var values = new List<IOperation>();
        if (locals.InitializerOf(reference.Local) is { } initial) values.Add(initial);
        foreach (var mention in locals.MentionsOf(reference.Local))
        {
            if (mention.Syntax.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }) return null;
            if (Locals.Of(mention) != Mention.Reassigned) continue;
            if (mention.Parent is not ISimpleAssignmentOperation assignment) return null;
            values.Add(assignment.Value);
        }

        return values;
    }

    private IEnumerable<IOperation>? OfField(IFieldSymbol field)
    {
        var values = new List<IOperation>();
        foreach (var name in field.ContainingType.DeclaringSyntaxReferences.SelectMany(reference =>
            reference.GetSyntax().DescendantNodes()).Where(node => NameOf(node) == field.Name))
        {
            var value = name is VariableDeclaratorSyntax { Initializer.Value: var initial }
                ? initial
                : WrittenTo((IdentifierNameSyntax)name, out var isUnknown) is { } written
                    ? written
                    : isUnknown ? name : null;
            if (value is null) continue;
            if (value == name
                || Semantics.Of(_compilation).ModelOf(value.SyntaxTree)?.GetOperation(value) is not { } operation)
                return null;
            values.Add(operation);
        }

        return values;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Initializer: not null } declarator => declarator.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What a mention assigns; unknown where it is written in another way.</summary>
    private static ExpressionSyntax? WrittenTo(IdentifierNameSyntax name, out bool isUnknown)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? access
            : name;
        var isAssigned = target.Parent
            is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == target;
        isUnknown = !isAssigned && target.Parent is AssignmentExpressionSyntax { Left: var left } && left == target
            || target.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
                or ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } }
            || target.Parent is PrefixUnaryExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression };
        return isAssigned ? ((AssignmentExpressionSyntax)target.Parent!).Right : null;
    }

    private ITypeSymbol? TypeOf(IOperation value)
    {
        if (JsonOf(value) is { } json) return json;
        var exact = KnownValues.Only(value, _compilation) switch
        {
            IAnonymousObjectCreationOperation anonymous => anonymous.Type,
            IArrayCreationOperation array => array.Type,
            _ => KnownValues.ExactTypeOf(value, _compilation) ?? LeafOf(KnownValues.Only(value, _compilation).Type),
        };
        return exact is null || IsDynamicItself(exact)
            ? null
            : exact is INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } tuple } ? tuple : exact;
    }

    /// <summary>A class of this project that nothing here derives from.</summary>
    private ITypeSymbol? LeafOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, SpecialType: SpecialType.None } named
        && !named.DeclaringSyntaxReferences.IsEmpty
        && !_derivedFrom.Contains(named.OriginalDefinition) ? named : null;

    private static bool IsDynamicItself(ITypeSymbol type) =>
        Receiver.HasMissingAncestor(type)
        || type is INamedTypeSymbol { IsComImport: true } or { TypeKind: TypeKind.TypeParameter }
        || type.AllInterfaces.Any(contract => contract.Name == "IDynamicMetaObjectProvider");

    /// <summary>Text that is read into nothing in particular becomes a <c>JsonElement</c>.</summary>
    private ITypeSymbol? JsonOf(IOperation value)
    {
        var call = (value is IAwaitOperation awaited ? awaited.Operation.Bare() : value.Bare()) as IInvocationOperation;
        if (call is not { TargetMethod: { Name: "Deserialize" or "DeserializeAsync" or "ReadFromJsonAsync"
            or "GetFromJsonAsync", TypeArguments: { Length: 1 } read } method })
            return null;
        if (read[0] is not ({ TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object })) return null;
        if (method.ContainingType.Name
            is not ("JsonSerializer" or "HttpContentJsonExtensions" or "HttpClientJsonExtensions"))
            return null;
        return RunTimeLookup.ArgumentOf(call, "options", "jsonTypeInfo") is null
            ? _compilation.GetTypeByMetadataName("System.Text.Json.JsonElement")
            : null;
    }

    private void NoteBases(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { BaseType: { } ancestor }) _derivedFrom.Add(ancestor.OriginalDefinition);
            if (member is INamespaceOrTypeSymbol inner) NoteBases(inner);
        }
    }
}
