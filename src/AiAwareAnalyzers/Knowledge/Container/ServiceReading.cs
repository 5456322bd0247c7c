using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Knowledge.Container;

/// <summary>
/// One walk through the files that speak to the container: what it is told, which types are named to it besides, and
/// whether somebody else may tell it more.
/// </summary>
internal sealed class ServiceReading
{
    /// <summary>A file without any of these tells the container nothing.</summary>
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create(
        "ServiceCollection", "ServiceDescriptor", "ConfigureServices", "uilder.Services", ".Services.Add",
        "HostBuilder", "ApplicationBuilder", "CreateBuilder", "CreateDefaultBuilder");

    /// <summary>What the container is told through.</summary>
    private static readonly ImmutableHashSet<string> Doors = WordSet.Of(
        "IServiceCollection IHostBuilder IHostApplicationBuilder IWebHostBuilder IMvcBuilder IMvcCoreBuilder",
        "WebApplicationBuilder WebAssemblyHostBuilder MauiAppBuilder IFunctionsHostBuilder");

    /// <summary>Calls after which the container is another one, or is filled by a convention.</summary>
    private static readonly ImmutableHashSet<string> TakeOvers = WordSet.Of(
        "UseServiceProviderFactory ConfigureContainer");

    /// <summary>Calls that name a type and register none.</summary>
    private static readonly ImmutableHashSet<string> Neutral = WordSet.Of(
        "GetRequiredService GetService GetServices GetRequiredKeyedService GetKeyedService GetKeyedServices Configure",
        "PostConfigure AddOptions AddOptionsWithValidateOnStart Get GetValue Bind UseMiddleware UseStartup MapHub",
        "MapGrpcService MapRazorComponents AddHttpMessageHandler CreateLogger Produces Accepts");

    private const string SharedDefaults = "AddServiceDefaults";

    private readonly Compilation _compilation;
    private readonly List<Registration> _registrations = new();
    private readonly HashSet<ISymbol> _mentioned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _read = new();

    public ServiceReading(Compilation compilation)
    {
        _compilation = compilation;
        foreach (var tree in compilation.SyntaxTrees.Where(static tree => Calls.AreMentioned(tree, Words))) Read(tree);
    }

    public IReadOnlyList<Registration> Registrations => _registrations;

    /// <summary>
    /// Whether a call names a type, or one that is it too, for a purpose of its own: it may be registered by that.
    /// </summary>
    public bool Names(ITypeSymbol type) => _mentioned.Contains(type.OriginalDefinition);

    /// <summary>Whether code that nobody sees here may register what is declared here.</summary>
    public bool HasStranger { get; private set; }

    /// <summary>
    /// Whether <c>AddServiceDefaults</c> of another project is called: it knows nothing of this project's types, and
    /// may register those of its own and of others.
    /// </summary>
    public bool HasSharedDefaults { get; private set; }

    private void Read(SyntaxTree tree)
    {
        if (Semantics.Of(_compilation).ModelOf(tree) is not { } model) return;
        foreach (var node in tree.GetRoot().DescendantNodes())
            switch (node)
            {
                case InvocationExpressionSyntax: Read(model.GetOperation(node)); break;
                case ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax:
                    Read(model.GetOperation(node));
                    break;
                case TypeOfExpressionSyntax { Type: var type } when IsForAnotherPurpose(node):
                    Mention(model.GetTypeInfo(type).Type);
                    break;
            }
    }

    /// <summary>Neither registered by it nor asked for.</summary>
    private bool IsForAnotherPurpose(SyntaxNode type) =>
        !type.Ancestors().Any(_read.Contains)
        && !(type.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && Neutral.Contains(Calls.NameOf(call)));

    private void Read(IOperation? operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when RegistrationCalls.Registers(call.TargetMethod): Keep(call); break;
            case IInvocationOperation call: Look(call); break;
            case IObjectCreationOperation creation when RegistrationCalls.IsDescriptor(creation):
                _read.Add(creation.Syntax);
                Keep(RegistrationCalls.Read(creation), dependsOnCaller: false);
                break;
            case IObjectCreationOperation creation:
                HasStranger |= IsForeign(creation.Constructor) && creation.Arguments.Any(IsDoor);
                break;
            case IInvalidOperation: HasStranger = true; break;
        }
    }

    private void Keep(IInvocationOperation call)
    {
        _read.Add(call.Syntax);
        Keep(
            RegistrationCalls.Read(call),
            call.TargetMethod.TypeArguments.Any(static type =>
                type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method }));
    }

    /// <summary>What a generic method registers for its callers is named where they call it.</summary>
    private void Keep(Registration? registration, bool dependsOnCaller)
    {
        if (registration is not null) _registrations.Add(registration);
        else HasStranger |= !dependsOnCaller;
    }

    private void Look(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isAtDoor = IsDoor(call.Instance?.Type) || call.Arguments.Any(IsDoor);
        HasStranger |= isAtDoor
            && (TakeOvers.Contains(method.Name) || IsForeign(method) || RegistrationCalls.AddsUnseen(call));
        HasSharedDefaults |= isAtDoor && method.Name == SharedDefaults && !IsOwn(method.ContainingAssembly);
        HasStranger |= IsDoor(method.ReturnType) && IsForeign(method);
        if (!Neutral.Contains(method.Name) && !IsOfLanguage(method))
            foreach (var type in method.TypeArguments) Mention(type);
    }

    /// <summary>Neither of this program nor of a library that is known to leave its types alone.</summary>
    private bool IsForeign(IMethodSymbol? method) =>
        method is { ContainingAssembly: { } home, Name: not SharedDefaults }
        && !IsOwn(home)
        && !Libraries.AreKnown(home);

    private bool IsOwn(IAssemblySymbol? home) => SymbolEqualityComparer.Default.Equals(home, _compilation.Assembly);

    private static bool IsOfLanguage(IMethodSymbol method) =>
        method.ContainingAssembly?.Name.StartsWith("System.", StringComparison.Ordinal) ?? true;

    private static bool IsDoor(IArgumentOperation argument) => IsDoor(argument.Value.Type);

    private static bool IsDoor(ITypeSymbol? type) =>
        type is not null
        && (Doors.Contains(type.Name) || type.AllInterfaces.Any(static contract => Doors.Contains(contract.Name)));

    private void Mention(ITypeSymbol? type)
    {
        if (type is null) return;
        foreach (var self in TypeNames.SelfAndAncestors(type)) _mentioned.Add(self.OriginalDefinition);
    }
}
