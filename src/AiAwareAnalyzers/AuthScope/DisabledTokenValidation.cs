using AiAwareAnalyzers.AuthScope.Credentials;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.AuthScope;

/// <summary>A check of token validation that is switched off, or replaced by one that accepts everything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisabledTokenValidation() : Rule(Descriptor)
{
    /// <summary>What the fix does, in the properties of a finding: one of the three below.</summary>
    internal const string Repair = nameof(Repair);
    internal const string TurnOn = nameof(TurnOn);
    internal const string TakeAway = nameof(TakeAway);
    internal const string UsualSkew = nameof(UsualSkew);

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0304",
        title: "A check of token validation is disabled",
        messageFormat: "'{0}' {1}; {2}",
        category: Family.AuthScope,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Token validation with a check disabled, or with a validator that accepts everything, lets in "
            + "tokens that were issued for something else, have expired or were never signed.",
        alsoKnownAs: "disabled JWT validation, improper authentication",
        cwe: [287],
        customTags: LowersOwnFindings);

    private static readonly TimeSpan LongestSkew = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The name of each check or validator: what happens without it, what to write instead, and what the token must be
    /// compared with.
    /// </summary>
    private static readonly ImmutableDictionary<string, Lesson> Lessons = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Lesson>
        {
            ["ValidateIssuer"] = new(
                "accepts tokens from every issuer",
                "name yours in 'ValidIssuer' or 'ValidIssuers'",
                "IssuerValidator",
                ["ValidIssuer", "ValidIssuers", "ConfigurationManager", "Authority", "MetadataAddress"]),
            ["ValidateAudience"] = new(
                "accepts tokens that were issued for other services",
                "name this service in 'ValidAudience'",
                "AudienceValidator",
                ["ValidAudience", "ValidAudiences", "Audience"]),
            ["ValidateLifetime"] = new(
                "accepts expired tokens",
                "set it to 'true', since checking is the default",
                "LifetimeValidator",
                []),
            ["RequireAudience"] = new(
                "accepts tokens that name no audience",
                "set it to 'true', since requiring one is the default",
                "AudienceValidator",
                []),
            ["RequireExpirationTime"] = new(
                "accepts tokens that never expire",
                "set it to 'true', since requiring an end is the default",
                "LifetimeValidator",
                []),
            ["RequireSignedTokens"] = new(
                "accepts unsigned tokens",
                "set it to 'true', since requiring a signature is the default",
                "SignatureValidator",
                []),
            ["IssuerValidator"] = new(
                "accepts every issuer", "compare the issuer with a list, and throw where it is not on it", "", []),
            ["AudienceValidator"] = new(
                "accepts every audience", "compare the audiences with the name of this service", "", []),
            ["LifetimeValidator"] = new(
                "accepts every lifetime", "delete it, since the default compares with the clock", "", []),
            ["SignatureValidator"] = new(
                "accepts every signature", "delete it, and name the key in 'IssuerSigningKey'", "", []),
            ["OnAuthenticationFailed"] = new("turns a failed validation into a success", "let it fail", "", []),
        });

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var tokens = Tokens.Of(start.Compilation);
        if (!tokens.AreValidatedHere || TestCode.Of(start.Compilation).IsTestProject) return;

        start.RegisterOperationAction(context => Judge(context, tokens), OperationKind.SimpleAssignment);
    }

    private static void Judge(OperationAnalysisContext context, Tokens tokens)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property }) return;

        if (tokens.IsParameter(property)) JudgeParameter(context, tokens, assignment, property);
        else if (property.Name == "OnAuthenticationFailed" && TurnsIntoSuccess(assignment.Value, context.Compilation))
            Report(context, assignment, property.Name, null);
    }

    private static void JudgeParameter(
        OperationAnalysisContext context,
        Tokens tokens,
        ISimpleAssignmentOperation assignment,
        IPropertySymbol property)
    {
        if (tokens.IsCheck(property))
        {
            if (ReturnValues.Is(assignment.Value, false)
                && !IsMeant(assignment, property.Name)
                && !(IsToldByKey(assignment.Syntax, property.Name) && IssuedTokens.Of(context.Compilation).NameNobody))
                Report(context, assignment, property.Name, RepairOf(assignment, property.Name));
        }
        else if (property.Name == "ClockSkew")
        {
            if (Durations.Of(assignment.Value) > LongestSkew && !EnvironmentGuard.Surrounds(assignment.Syntax))
                ReportSkew(context, assignment);
        }
        else if (Lessons.ContainsKey(property.Name)
            && AcceptsEverything(assignment.Value, property.Name, tokens, context.Compilation)
            && !EnvironmentGuard.Surrounds(assignment.Syntax))
        {
            Report(context, assignment, property.Name, TakeAway);
        }
    }

    /// <summary>
    /// Off in development only, replaced by an own validator, or a look at a token that is known to have expired.
    /// </summary>
    private static bool IsMeant(IOperation assignment, string check) =>
        EnvironmentGuard.Surrounds(assignment.Syntax)
        || Names(Neighbours(assignment.Syntax)).Contains(Lessons[check].Validator)
        || (check == "ValidateLifetime"
            && (ReadsExpired(assignment.Syntax) || IsForReadersOfExpired(assignment)));

    private static bool ReadsExpired(SyntaxNode node) =>
        node.Ancestors()
            .Select(Named)
            .Any(name => Words.Of(name).Any(word => word is "expired" or "refresh" or "renew"));

    /// <summary>A private method, and all that mention it renew a token.</summary>
    private static bool IsForReadersOfExpired(IOperation assignment) =>
        Bodies.MemberAround(assignment) is IMethodSymbol { DeclaredAccessibility: Accessibility.Private } method
        && Mentions.SpelledLike(method).ToList() is { Count: > 0 } mentions
        && mentions.TrueForAll(ReadsExpired);

    private static string Named(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => "",
    };

    /// <summary>
    /// A check is turned on where it has something to compare with; elsewhere it would refuse everybody.
    /// </summary>
    private static string? RepairOf(IOperation assignment, string check)
    {
        var needs = Lessons[check].Needs;
        return needs.Length == 0 || needs.Any(Names(Surroundings(assignment.Syntax)).Contains) ? TurnOn : null;
    }

    private static bool AcceptsEverything(IOperation validator, string name, Tokens tokens, Compilation compilation)
    {
        if (ReturnValues.BodyOf(validator, compilation) is not { } body) return false;
        if (name is "AudienceValidator" or "LifetimeValidator") return ReturnValues.AreAlwaysTrue(body);

        var asksNothing = Bodies.Own(body).All(operation =>
            operation is not (IThrowOperation or IConditionalOperation or ICoalesceOperation)
            && (operation is not IInvocationOperation || tokens.IsRead(operation)));
        return asksNothing && ReturnValues.In(body).ToList() is { Count: > 0 } values
            && values.TrueForAll(value => value.Unconverted() is IParameterReferenceOperation
                || tokens.IsRead(value.Unconverted()));
    }

    private static bool TurnsIntoSuccess(IOperation handler, Compilation compilation) =>
        ReturnValues.BodyOf(handler, compilation) is { } body
        && Bodies.Own(body).Any(operation =>
            operation is IInvocationOperation { TargetMethod: { Name: "Success", Parameters.Length: 0 } });

    /// <summary>What is assigned beside this: the same initializer or the same block.</summary>
    private static SyntaxNode Neighbours(SyntaxNode assignment) =>
        assignment.Parent is InitializerExpressionSyntax initializer
            ? initializer
            : assignment.FirstAncestorOrSelf<BlockSyntax>() ?? assignment;

    /// <summary>
    /// The outermost statement: in <c>AddJwtBearer(options => …)</c> the audience may be named outside the initializer.
    /// </summary>
    private static SyntaxNode Surroundings(SyntaxNode assignment) =>
        assignment.AncestorsAndSelf().LastOrDefault(node =>
            node is StatementSyntax and not BlockSyntax
                or MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax)
        ?? assignment;

    private static HashSet<string> Names(SyntaxNode node) =>
        new(node.DescendantNodes().OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => "",
        }));

    private static void Report(OperationAnalysisContext context, IOperation assignment, string name, string? repair)
    {
        var lesson = Lessons[name];
        context.Report(Diagnostic.Create(
            Descriptor,
            assignment.Syntax.GetLocation(),
            IsToldByKey(assignment.Syntax, name) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(Repair, repair),
            Quote.Of(assignment.Syntax), lesson.Harm, lesson.WayOut));
    }

    /// <summary>
    /// A key that both sides have to know says by itself who has issued a token, and mostly for whom, unless services
    /// share it.
    /// </summary>
    private static bool IsToldByKey(SyntaxNode assignment, string check) =>
        check is "ValidateIssuer" or "ValidateAudience"
        && Neighbours(assignment).DescendantTokens().Any(static token => token.ValueText == "SymmetricSecurityKey");

    /// <summary>The tokens that this project issues itself.</summary>
    private sealed class IssuedTokens
    {
        private static readonly ImmutableArray<string> Kinds = ImmutableArray.Create(
            "SecurityTokenDescriptor", "JwtSecurityToken");

        private static readonly ImmutableHashSet<string> Parties = WordSet.Of("Issuer Audience Audiences");

        private readonly Lazy<bool> _nameNobody;

        private IssuedTokens(Compilation compilation) => _nameNobody = new(() =>
            CreationsIn(compilation).ToList() is { Count: > 0 } tokens && tokens.TrueForAll(LeaveOpen));

        /// <summary>There are some, and none of them says who has issued it or for whom.</summary>
        public bool NameNobody => _nameNobody.Value;

        public static IssuedTokens Of(Compilation compilation) =>
            Facts.Of(compilation, static c => new IssuedTokens(c));

        private static IEnumerable<ObjectCreationExpressionSyntax> CreationsIn(Compilation compilation) =>
            compilation.SyntaxTrees.Where(static file => Calls.AreMentioned(file, Kinds))
                .SelectMany(static file => file.GetRoot().DescendantNodes())
                .OfType<ObjectCreationExpressionSyntax>()
                .Where(static creation => creation.Type is IdentifierNameSyntax { Identifier.ValueText: var type }
                    && Kinds.Contains(type));

        /// <summary>Arguments without names begin with the issuer.</summary>
        private static bool LeaveOpen(ObjectCreationExpressionSyntax token) =>
            (token.ArgumentList is not { Arguments: var arguments } || arguments.All(static argument =>
                argument.NameColon is { Name.Identifier.ValueText: not ("issuer" or "audience") }))
            && !Names(token).Overlaps(Parties);
    }

    private static void ReportSkew(OperationAnalysisContext context, IOperation assignment) =>
        context.Report(Diagnostic.Create(
            Descriptor,
            assignment.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(Repair, UsualSkew),
            Quote.Of(assignment.Syntax),
            "accepts tokens long after they expired",
            "clocks differ by minutes, and 5 minutes is the default"));

    private sealed class Lesson(string harm, string wayOut, string validator, string[] needs)
    {
        public string Harm { get; } = harm;

        public string WayOut { get; } = wayOut;

        /// <summary>The own validator that does the work where the check is off.</summary>
        public string Validator { get; } = validator;

        /// <summary>What must be configured before the check can be turned on.</summary>
        public string[] Needs { get; } = needs;
    }
}
