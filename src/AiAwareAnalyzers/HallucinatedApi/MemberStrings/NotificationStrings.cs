using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.HallucinatedApi.MemberStrings;

/// <summary>Properties whose change is told by name, to whoever is bound to them.</summary>
internal static class NotificationStrings
{
    private const int Patience = 3;
    private const string Harm = "so nothing that is bound is told of the change";

    /// <summary>Whether a method may be one that tells of a change.</summary>
    public static bool IsName(string method) =>
        method.StartsWith("Set", StringComparison.Ordinal)
        || method.StartsWith("On", StringComparison.Ordinal)
        || method.StartsWith("Raise", StringComparison.Ordinal)
        || method.StartsWith("Notify", StringComparison.Ordinal)
        || method.IndexOf("Chang", StringComparison.Ordinal) >= 0;

    /// <summary>
    /// <c>OnPropertyChanged("X")</c>, <c>SetProperty(ref x, value, "X")</c> and the like, on an object that tells of
    /// changes.
    /// </summary>
    public static IEnumerable<MissingName> In(IInvocationOperation call, ISymbol around)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue
                || argument.Parameter is not { } parameter
                || !Tells(parameter, call.TargetMethod))
                continue;
            var sender = call.TargetMethod.IsExtensionMethod && call.Instance is null
                ? call.Arguments[0].Value
                : call.Instance;
            var isOwn = sender is null || sender.AsWritten() is IInstanceReferenceOperation;
            var type = isOwn ? around.ContainingType : sender!.Type;
            foreach (var text in Texts(argument))
                if (Missing(text, type as INamedTypeSymbol, call.SemanticModel!.Compilation) is { } missing)
                    yield return missing with { IsOwn = isOwn, OnlyAsSlip = missing.OnlyAsSlip || !isOwn };
        }
    }

    /// <summary><c>new PropertyChangedEventArgs("X")</c> in an object that tells of its own changes.</summary>
    public static IEnumerable<MissingName> In(IObjectCreationOperation creation, ISymbol around)
    {
        if (creation is not { Type.Name: "PropertyChangedEventArgs" or "PropertyChangingEventArgs",
            Arguments: { Length: 1 } arguments })
            yield break;
        var sender = SenderOf(creation);
        if (sender is not null && sender.AsWritten() is not IInstanceReferenceOperation) yield break;
        foreach (var text in Texts(arguments[0]))
            if (Missing(text, around.ContainingType, creation.SemanticModel!.Compilation) is { } missing)
                yield return missing with { IsOwn = true, OnlyAsSlip = missing.OnlyAsSlip || sender is null };
    }

    /// <summary>The object that an event is raised for; null where the arguments are kept.</summary>
    private static IOperation? SenderOf(IOperation creation) =>
        Values.UserOf(creation) is IArgumentOperation { Parent: IInvocationOperation raise }
            ? raise.Arguments.Length == 2 ? raise.Arguments[0].Value : raise.Instance
            : null;

    private static bool Tells(IParameterSymbol parameter, IMethodSymbol method) =>
        parameter.Type.SpecialType == SpecialType.System_String
            ? parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CallerMemberNameAttribute")
                || (SpeaksOfChange(method.Name) && IsNamedAfterName(parameter))
                || HandsOn(parameter, Trail.OfSteps(Patience))
            : parameter
                is { IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } }
                && SpeaksOfChange(method.Name);

    /// <summary>A method of the project that tells of the change of what it is given.</summary>
    private static bool HandsOn(IParameterSymbol parameter, Trail trail) =>
        parameter.OriginalDefinition is { ContainingSymbol: IMethodSymbol own } original
        && own.ContainingType.AllInterfaces.Any(IsTeller)
        && trail.TryPass(original, out var further)
        && own.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax method
        && ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.DescendantNodes()
            .OfType<ArgumentSyntax>()
            .Any(argument => argument.Expression is IdentifierNameSyntax passed
                && passed.Identifier.ValueText == original.Name
                && IsHandedOn(argument, own, further)) == true;

    private static bool IsHandedOn(ArgumentSyntax argument, IMethodSymbol around, Trail trail) =>
        argument.Parent?.Parent switch
        {
            ObjectCreationExpressionSyntax creation =>
                creation.Type.ToString() is "PropertyChangedEventArgs" or "PropertyChangingEventArgs",
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call =>
                SpeaksOfChange(called.Identifier.ValueText)
                || TypeNames.SelfAndAncestors(around.ContainingType)
                    .SelectMany(type => type.GetMembers(called.Identifier.ValueText).OfType<IMethodSymbol>())
                    .SelectMany(method => method.Parameters.Where(each =>
                        each.Ordinal == call.ArgumentList.Arguments.IndexOf(argument)
                        && each.Type.SpecialType == SpecialType.System_String))
                    .Any(each => HandsOn(each, trail)),
            _ => false,
        };

    private static bool SpeaksOfChange(string method) =>
        method.IndexOf("PropertyChang", StringComparison.Ordinal) >= 0
        || method.IndexOf("PropertiesChang", StringComparison.Ordinal) >= 0;

    private static bool IsNamedAfterName(IParameterSymbol parameter) =>
        Words.Of(parameter.Name) is { Length: > 0 } words && words.Any(word => word is "property" or "name" or "prop");

    private static IEnumerable<IOperation> Texts(IArgumentOperation argument) => Elements.Of(argument.Value);

    /// <summary>A name with brackets or dots says more than a property; a method may be bound too.</summary>
    private static MissingName? Missing(IOperation text, INamedTypeSymbol? type, Compilation compilation)
    {
        if (text is not { ConstantValue: { HasValue: true, Value: string name }, Syntax: ExpressionSyntax syntax }
            || !SyntaxFacts.IsValidIdentifier(name))
            return null;
        if (type is null || !Nameable.IsKnown(type) || !type.AllInterfaces.Any(IsTeller)) return null;
        if (Nameable.Has(type, name, IsBound)
            || HasIndexer(type, name)
            || OwnTypes.Of(compilation).HeirsHave(type, name, IsBound))
            return null;
        return new MissingName(syntax, name, type.Name, "property", Harm)
        {
            Choices = Nameable.Choices(type, Nameable.IsInstanceProperty),
            OnlyAsSlip = type.IsAbstract || type.TypeKind == TypeKind.Interface || syntax is InvocationExpressionSyntax,
        };
    }

    private static bool IsTeller(INamedTypeSymbol contract) =>
        contract.Name is "INotifyPropertyChanged" or "INotifyPropertyChanging";

    private static bool IsBound(ISymbol member) =>
        member is IPropertySymbol
            or IMethodSymbol { MethodKind: MethodKind.Ordinary }
            or IFieldSymbol { DeclaredAccessibility: Accessibility.Public };

    private static bool HasIndexer(ITypeSymbol type, string name) =>
        name == "Item" && Nameable.Has(type, "this[]", member => member is IPropertySymbol { IsIndexer: true });
}
