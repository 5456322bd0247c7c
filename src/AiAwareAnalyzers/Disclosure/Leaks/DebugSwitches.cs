using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    private const string LogsBodies =
        "writes the bodies of requests and responses, passwords and personal data among them, into the logs";
    private const string SendsCookies = "sends the cookie over connections that anyone can read";

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

    /// <summary>As above, where the setting is one or several values of an enum.</summary>
    private static readonly ImmutableDictionary<string, (Func<IOperation, bool> IsOpen, string Harm)> Choices =
        ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, (Func<IOperation, bool>, string)>
            {
                ["HttpLoggingOptions.LoggingFields"] = (HasBodies, LogsBodies),
                ["CookieBuilder.SecurePolicy"] = (IsNever, SendsCookies),
            });

    /// <summary>The names of the calls alone: most calls are told apart by them, at no cost.</summary>
    private static readonly ImmutableHashSet<string> CallNames =
        Calls.Keys.Select(call => call.Substring(call.LastIndexOf('.') + 1)).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>As above, of the settings.</summary>
    private static readonly ImmutableHashSet<string> SettingNames = Settings.Keys.Concat(Choices.Keys)
        .Select(setting => setting.Substring(setting.LastIndexOf('.') + 1))
        .ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Assemblies without which none of these can be written.</summary>
    private static readonly ImmutableHashSet<string> Homes = WordSet.Of(
        "Microsoft.AspNetCore.Diagnostics Microsoft.EntityFrameworkCore Microsoft.AspNetCore.SignalR.Core",
        "Grpc.AspNetCore.Server Microsoft.AspNetCore.Components.Server Microsoft.AspNetCore.Authentication.JwtBearer",
        "Microsoft.AspNetCore.Authentication.OpenIdConnect Microsoft.IdentityModel.Logging",
        "Microsoft.AspNetCore.HttpLogging Microsoft.AspNetCore.Http.Abstractions");

    private readonly Lazy<bool> _logsRequests;

    private DebugSwitches(Compilation compilation)
    {
        AreThere = compilation.ReferencedAssemblyNames.Any(assembly => Homes.Contains(assembly.Name));
        _logsRequests = new(() => compilation.SyntaxTrees.Any(LogsRequests));
    }

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
            ? HarmOf($"{property.ContainingType.Name}.{property.Name}", assignment.Value)
            : null;

    private string? HarmOf(string name, IOperation value) =>
        Settings.TryGetValue(name, out var setting) && ReturnValues.Is(value, setting.Open) ? setting.Harm
        : Choices.TryGetValue(name, out var choice) && choice.IsOpen(value)
            && (choice.Harm != LogsBodies || _logsRequests.Value)
            ? choice.Harm
        : null;

    /// <summary><c>All</c>, <c>RequestBody | RequestPath</c>: the bit of either body is set.</summary>
    private static bool HasBodies(IOperation fields) =>
        fields is { ConstantValue: { HasValue: true, Value: long bits }, Type: { } type }
        && type.GetMembers().OfType<IFieldSymbol>().Any(field =>
            field is { Name: "RequestBody" or "ResponseBody", ConstantValue: long body } && (bits & body) != 0);

    private static bool IsNever(IOperation policy) =>
        policy.Unconverted() is IFieldReferenceOperation
            { Field: { Name: "None", ContainingType.Name: "CookieSecurePolicy" } };

    /// <summary>What is set up is used only where the pipeline has it, outside of development.</summary>
    private static bool LogsRequests(SyntaxTree tree) =>
        Knowledge.Symbols.Calls.AreMentioned(tree, "UseHttpLogging")
        && tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call =>
            Knowledge.Symbols.Calls.NameOf(call) == "UseHttpLogging" && !EnvironmentGuard.Covers(call));

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
