using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Properties and navigations of entities that calls of Entity Framework name.</summary>
internal static class EntityStrings
{
    private const string ModelThrows = "so building the model throws";
    private const string QueryThrows = "so the query throws";
    private const string CallThrows = "so the call throws";
    private const string FindsNothing = "so null is found";
    private const double LikeATwin = 0.97;

    /// <summary>The methods that are read: everything else needs no look at its parameters.</summary>
    public static readonly ImmutableHashSet<string> Methods = WordSet.Of(
        "Property Include HasIndex HasKey HasAlternateKey HasForeignKey HasPrincipalKey HasOne HasMany WithOne",
        "WithMany OwnsOne OwnsMany Navigation Reference Collection Member FindNavigation FindSkipNavigation HasField");

    public static IEnumerable<MissingName> In(IInvocationOperation call)
    {
        if (!IsOurs(call.TargetMethod)) return [];
        var compilation = call.SemanticModel!.Compilation;
        return call.Arguments.Where(argument => argument.Parameter is not null)
            .SelectMany(argument => In(call, argument, compilation));
    }

    /// <summary>A value of an entry, by the name of its property: <c>entry.CurrentValues["X"]</c>.</summary>
    public static IEnumerable<MissingName> In(
        ElementAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellation)
    {
        if (access
            is not { Expression: MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "CurrentValues" or "OriginalValues", Expression: var entry },
                ArgumentList.Arguments: { Count: 1 } arguments })
            return [];
        if (model.GetTypeInfo(entry, cancellation).Type is not INamedTypeSymbol { Name: "EntityEntry", Arity: 1 } type)
            return [];
        return Values.TextOf(arguments[0].Expression, model, cancellation) is { } name
            && EntityOf(type, 0) is { } entity
            ? Column(arguments[0].Expression, name, entity, CallThrows, model.Compilation)
            : [];
    }

    private static bool IsOurs(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is { } space
        && (space.StartsWith(EntityFramework.Space, StringComparison.Ordinal)
            || space.StartsWith("System.Data.Entity", StringComparison.Ordinal));

    private static IEnumerable<MissingName> In(
        IInvocationOperation call, IArgumentOperation argument, Compilation compilation) =>
        EntityOf(call, argument.Parameter!.Name) is { } entity ? Texts(argument)
            .SelectMany(text => In(call, argument.Parameter.Name, text.Syntax, text.Name, entity, compilation)) : [];

    private static IEnumerable<MissingName> In(
        IInvocationOperation call,
        string parameter,
        ExpressionSyntax text,
        string name,
        ITypeSymbol entity,
        Compilation compilation) =>
        parameter switch
        {
            "navigationPropertyPath" or "path" => IncludePath.In(text, name, entity, compilation),
            "navigationName" => Navigation(text, name, entity, ModelThrows),
            "name" when call.TargetMethod.Name is "FindNavigation" or "FindSkipNavigation" =>
                Navigation(text, name, entity, FindsNothing),
            "fieldName" => Field(text, name, entity),
            "foreignKeyPropertyNames" => Key(text, name, entity, compilation),
            "propertyNames" or "keyPropertyNames" => Column(text, name, entity, ModelThrows, compilation),
            "propertyName" => call.TargetMethod.Name switch
            {
                "Navigation" => Navigation(text, name, entity, CallThrows),
                "Reference" => Navigation(text, name, entity, CallThrows).Select(missing =>
                    missing with { Choices = missing.Choices.Where(choice => !IsCollection(choice)) }),
                "Collection" => Navigation(text, name, entity, CallThrows)
                    .Select(missing => missing with { Choices = missing.Choices.Where(IsCollection) }),
                "Member" =>
                    Nameable.Has(entity, name, Nameable.IsPropertyOrField)
                        ? []
                        : Column(text, name, entity, CallThrows, compilation),
                "Property" when call.TargetMethod.ContainingType.Name == "EF" =>
                    Column(text, name, entity, QueryThrows, compilation),
                "Property" when IsDeclaration(call) => Twin(text, name, entity, call.TargetMethod),
                "Property" => Column(text, name, entity, call.TargetMethod.ContainingType.Name == "EntityEntry"
                    ? CallThrows
                    : ModelThrows, compilation),
                _ => [],
            },
            _ => [],
        };

    /// <summary>A builder's <c>Property&lt;T&gt;("X")</c> makes what is not there.</summary>
    private static bool IsDeclaration(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name.EndsWith("Builder", StringComparison.Ordinal)
        && (call.TargetMethod.IsGenericMethod || call.TargetMethod.Parameters.Length > 1);

    /// <summary>The entity whose member is named; null where it is not certain.</summary>
    private static ITypeSymbol? EntityOf(IInvocationOperation call, string parameter)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.Name == "EF") return Known(call.Arguments[0].Value.AsWritten().Type);
        if (method.IsExtensionMethod && parameter is "navigationPropertyPath" or "path")
            return method.TypeArguments.Length == 1 ? Known(method.TypeArguments[0]) : null;
        if (parameter is "name" or "fieldName") return EntityBehind(call.Instance);
        return call.Instance?.Type is INamedTypeSymbol builder
            ? (builder.Name, parameter) switch
            {
                ("EntityTypeBuilder" or "EntityEntry", _) => EntityOf(builder, 0),
                ("ReferenceCollectionBuilder" or "OwnershipBuilder", "foreignKeyPropertyNames") => EntityOf(builder, 1),
                ("ReferenceCollectionBuilder", "keyPropertyNames") => EntityOf(builder, 0),
                ("ReferenceReferenceBuilder", _) =>
                    method.TypeArguments.Length == 1 ? Known(method.TypeArguments[0]) : null,
                ("ReferenceNavigationBuilder" or "CollectionNavigationBuilder", "navigationName") =>
                    EntityOf(builder, 1),
                ("DbQuery" or "DbSet" or "ObjectQuery", "path") => EntityOf(builder, 0),
                _ => null,
            }
            : null;
    }

    /// <summary>
    /// The entity of <c>builder.Metadata</c>, and of what <c>builder.Property(…)</c> and its kin lead to.
    /// </summary>
    private static ITypeSymbol? EntityBehind(IOperation? value)
    {
        while (value is not null and not { Type: INamedTypeSymbol { Name: "EntityTypeBuilder", Arity: 1 } })
            value = value.AsWritten() switch
            {
                IPropertyReferenceOperation { Property.Name: "Metadata", Instance: var owner } => owner,
                IInvocationOperation { Instance: var owner } => owner,
                _ => null,
            };
        return value?.Type is INamedTypeSymbol builder ? EntityOf(builder, 0) : null;
    }

    private static ITypeSymbol? EntityOf(INamedTypeSymbol builder, int at) =>
        builder.TypeArguments.Length > at ? Known(builder.TypeArguments[at]) : null;

    /// <summary>A class: what an interface or a type parameter stands for has more.</summary>
    private static ITypeSymbol? Known(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Class } && Nameable.IsKnown(type) ? type : null;

    private static IEnumerable<(ExpressionSyntax Syntax, string Name)> Texts(IArgumentOperation argument)
    {
        foreach (var value in Elements.Of(argument.Value))
            if (value is { ConstantValue: { HasValue: true, Value: string name }, Syntax: ExpressionSyntax syntax }
                && name.Length > 0)
                yield return (syntax, name);
    }

    private static IEnumerable<MissingName> Column(
        ExpressionSyntax text, string name, ITypeSymbol entity, string harm, Compilation compilation)
    {
        var heirs = OwnTypes.Of(compilation);
        if (!SyntaxFacts.IsValidIdentifier(name)
            || Nameable.Has(entity, name, Nameable.IsPropertyOrField)
            || Nameable.MayBeHidden(entity, name))
            yield break;
        var shadows = ShadowProperties.Of(compilation);
        if (shadows.May(entity, name) || heirs.HeirsHave(entity, name, Nameable.IsPropertyOrField)) yield break;
        yield return new MissingName(text, name, entity.Name, "property", harm)
        {
            Choices = Nameable.Choices(entity, Nameable.IsInstanceProperty),
            OnlyAsSlip = !shadows.AreSeen(entity),
        };
    }

    private static IEnumerable<MissingName> Navigation(
        ExpressionSyntax text, string name, ITypeSymbol entity, string harm)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)
            || Nameable.Has(entity, name, Nameable.IsNavigation)
            || Nameable.MayBeHidden(entity, name))
            yield break;
        yield return new MissingName(
            text, name, entity.Name, "navigation", harm) { Choices = Nameable.Choices(entity, Nameable.IsNavigation) };
    }

    /// <summary>The field behind a property, that the model reads and writes instead.</summary>
    private static IEnumerable<MissingName> Field(ExpressionSyntax text, string name, ITypeSymbol entity)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)
            || Nameable.Has(entity, name, member => member is IFieldSymbol)
            || Nameable.MayBeHidden(entity, name))
            yield break;
        yield return new MissingName(text, name, entity.Name, "field", ModelThrows)
        {
            Choices = Nameable.Choices(entity, member => member is IFieldSymbol { IsImplicitlyDeclared: false }),
        };
    }

    private static bool IsCollection(Choice navigation) =>
        TypeNames.TypeOf(navigation.Symbol!) is { } type
        && !SymbolEqualityComparer.Default.Equals(Nameable.ElementOf(type), type);

    /// <summary>A foreign key that is not there is made: only a slip of one that is there is wrong.</summary>
    private static IEnumerable<MissingName> Key(
        ExpressionSyntax text, string name, ITypeSymbol entity, Compilation compilation)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)
            || Nameable.Has(entity, name, Nameable.IsPropertyOrField)
            || Nameable.MayBeHidden(entity, name))
            yield break;
        if (ShadowProperties.Of(compilation).May(entity, name)
            && !Nameable.All(entity, Nameable.IsScalarProperty).Any(key => Typos.IsSlip(name, key.Name)))
            yield break;
        yield return new MissingName(
            text,
            name,
            entity.Name,
            "property",
            "so the relation gets a column of its own, which no property reads or writes")
        {
            Choices = Nameable.Choices(entity, Nameable.IsScalarProperty),
            OnlyAsSlip = true,
        };
    }

    /// <summary>A shadow property beside a property of the same type that is called nearly so.</summary>
    private static IEnumerable<MissingName> Twin(
        ExpressionSyntax text, string name, ITypeSymbol entity, IMethodSymbol method)
    {
        if (!method.IsGenericMethod
            || Nameable.Has(entity, name, Nameable.IsPropertyOrField)
            || Nameable.MayBeHidden(entity, name))
            yield break;
        yield return new MissingName(
            text, name, entity.Name, "property", "so the model gets a column that no property reads or writes")
        {
            Choices = Nameable.Choices(entity, member => member is IPropertySymbol property
                && SymbolEqualityComparer.Default.Equals(property.Type, method.TypeArguments[0])),
            OnlyAsSlip = true,
            LikeASlip = LikeATwin,
        };
    }
}
