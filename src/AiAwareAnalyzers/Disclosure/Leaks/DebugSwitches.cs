using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Disclosure.Leaks;

/// <summary>
/// What helps a developer and tells a stranger: calls and settings that belong behind a question about the environment.
/// </summary>
internal sealed class DebugSwitches
{
    private const string TellsStrangers = "shows stack traces, source and settings to every visitor";
    private const string LogsData =
        "writes the values of parameters and entities, personal data among them, into the logs";
    private const string AnswersDetails = "answers clients with the messages of exceptions";
    private const string TrustsPlainText =
        "fetches the keys that validate tokens over a connection that anyone can alter";
    private const string LogsPersons = "writes whole tokens and personal data to the logs";

    private static readonly ImmutableDictionary<string, string> Calls = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, string>
        {
            ["Microsoft.AspNetCore.Builder.DeveloperExceptionPageExtensions.UseDeveloperExceptionPage"] =
                TellsStrangers,
            ["Microsoft.AspNetCore.Builder.DatabaseErrorPageExtensions.UseDatabaseErrorPage"] = TellsStrangers,
            ["Microsoft.AspNetCore.Builder.MigrationsEndPointExtensions.UseMigrationsEndPoint"] =
                "lets every visitor see the schema and apply migrations",
            ["Microsoft.EntityFrameworkCore.DbContextOptionsBuilder.EnableSensitiveDataLogging"] = LogsData,
        });

    private static readonly ImmutableDictionary<string, (bool Open, string Harm)> Settings =
        ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, (bool Open, string Harm)>
            {
                ["HubOptions.EnableDetailedErrors"] = (true, AnswersDetails),
                ["GrpcServiceOptions.EnableDetailedErrors"] = (true, AnswersDetails),
                ["CircuitOptions.DetailedErrors"] = (true, AnswersDetails),
                ["JwtBearerOptions.RequireHttpsMetadata"] = (false, TrustsPlainText),
                ["OpenIdConnectOptions.RequireHttpsMetadata"] = (false, TrustsPlainText),
                ["IdentityModelEventSource.ShowPII"] = (true, LogsPersons),
            });

    /// <summary>The names of the calls alone: most calls are told apart by them, at no cost.</summary>
    private static readonly ImmutableHashSet<string> CallNames =
        Calls.Keys.Select(call => call.Substring(call.LastIndexOf('.') + 1)).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>As above, of the settings.</summary>
    private static readonly ImmutableHashSet<string> SettingNames = Settings.Keys.Select(setting =>
        setting.Substring(setting.LastIndexOf('.') + 1)).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Assemblies without which none of these can be written.</summary>
    private static readonly ImmutableHashSet<string> Homes = WordSet.Of(
        "Microsoft.AspNetCore.Diagnostics Microsoft.EntityFrameworkCore Microsoft.AspNetCore.SignalR.Core",
        "Grpc.AspNetCore.Server Microsoft.AspNetCore.Components.Server Microsoft.AspNetCore.Authentication.JwtBearer",
        "Microsoft.AspNetCore.Authentication.OpenIdConnect Microsoft.IdentityModel.Logging");

    private DebugSwitches(Compilation compilation) =>
        AreThere = compilation.ReferencedAssemblyNames.Any(assembly => Homes.Contains(assembly.Name));

    public bool AreThere { get; }

    public static DebugSwitches Of(Compilation compilation) => Facts.Of(compilation, static c => new DebugSwitches(c));

    /// <summary>
    /// What a call gives away; null for any other call. Switching off, or on by a condition, gives nothing away.
    /// </summary>
    public string? HarmOf(IInvocationOperation call) =>
        CallNames.Contains(call.TargetMethod.Name)
        && Calls.TryGetValue(
            $"{Ancestor(call.TargetMethod).ContainingType.OriginalDefinition.ToDisplayString(NameOnly)}."
            + $"{call.TargetMethod.Name}",
            out var harm)
        && call.Arguments.All(IsLeftOn) ? harm : null;

    /// <summary>What an assignment gives away; null for any other.</summary>
    public string? HarmOf(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property: var property }
        && SettingNames.Contains(property.Name)
        && Settings.TryGetValue($"{property.ContainingType.Name}.{property.Name}", out var setting)
        && ReturnValues.Is(assignment.Value, setting.Open)
            ? setting.Harm
            : null;

    private static readonly SymbolDisplayFormat NameOnly = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static bool IsLeftOn(IArgumentOperation argument) =>
        argument.Value is not { Type.SpecialType: SpecialType.System_Boolean } value || ReturnValues.IsTrue(value);

    /// <summary>
    /// The method that this one overrides or hides: the typed options builder hides the untyped one's.
    /// </summary>
    private static IMethodSymbol Ancestor(IMethodSymbol method) =>
        method is { ContainingType: { IsGenericType: true, BaseType: { IsGenericType: false } parent } }
        && parent.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault() is { } hidden
            ? hidden
            : method;
}
