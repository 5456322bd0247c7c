using AiAwareAnalyzers.Disclosure.Secrets;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Disclosure;

/// <summary>A password, token or key that is written to a log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInLog() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0806",
        title: "A secret is written to a log",
        messageFormat: "{0} into a log, where people who must not see it can read it; {1}",
        category: Family.Disclosure,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A secret in a log is known to everyone who can read the log, its copies and its backups, for "
            + "as long as they are kept.",
        alsoKnownAs: "secret in logs, PII in logs",
        cwe: [532]);

    private const string LeaveOut = "leave it out, or log only that it is present";
    private const string LogMembers = "log the members that are meant";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject) return;

        var secrets = new Secrets(start.Compilation);
        start.RegisterOperationAction(context => Analyze(context, secrets), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, Secrets secrets)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var (place, harm, wayOut) in secrets.In(call))
            if (!EnvironmentGuard.Covers(call.Syntax))
                context.Report(Diagnostic.Create(Descriptor, place.GetLocation(), harm, wayOut));
    }

    private sealed class Secrets(Compilation compilation)
    {
        private readonly SecretValues _values = SecretValues.Of(compilation);
        private readonly SecretMembers _members = SecretMembers.Of(compilation);

        /// <summary>The console of a service is its log; that of a tool is where its user reads.</summary>
        private readonly bool _consoleIsLog = compilation.ReferencedAssemblyNames.Any(assembly =>
            assembly.Name is "Microsoft.Extensions.Hosting.Abstractions" or "Microsoft.AspNetCore.Http.Abstractions");

        public IEnumerable<(SyntaxNode Place, string Harm, string WayOut)> In(IInvocationOperation call)
        {
            if (LogCalls.IsConsole(call) && (!_consoleIsLog || call.TargetMethod.ContainingType.Name == "Debug"))
                yield break;

            foreach (var (place, type) in LoggedValues.DefinedBy(call))
                if (SecretNames.IsWorthHiding(place) && type.SpecialType == SpecialType.System_String)
                    yield return (call.Syntax, $"'{{{place}}}' puts a secret", LeaveOut);
            foreach (var logged in LoggedValues.Of(call))
                if (Of(logged) is { } found)
                    yield return found;
        }

        private (SyntaxNode Place, string Harm, string WayOut)? Of(LoggedValue logged)
        {
            if (SecretMembers.IsId(logged.Value.Unconverted().Type) || IsPieceOfText(logged.Value)) return null;
            if (_values.In(logged.Value) is { } secret) return (secret.Value.Syntax, $"'{secret.Name}' goes", LeaveOut);
            if (_values.IsCalledSecret(logged.Place, logged.Value))
                return (logged.Value.Syntax, $"'{logged.Place}' goes", LeaveOut);
            return WholeObject(logged) is { } whole
                && AbsentSecrets.Without(_members.Of(whole.Type), whole) is { IsEmpty: false } members
                    ? (whole.Syntax, $"'{Quote.Of(whole.Syntax)}' takes {Named(members)}", LogMembers)
                : RawText.TypeReadFrom(logged.Value) is { } read && _members.Of(read) is { IsEmpty: false } inside
                    ? (logged.Value.Syntax, $"'{Quote.Of(logged.Value.Syntax)}' takes {Named(inside)}", LogMembers)
                : null;
        }

        /// <summary>
        /// <c>foreach (var token in text.Split(','))</c>: what is between two separators, and called after that.
        /// </summary>
        private static bool IsPieceOfText(IOperation value) =>
            value.Unconverted() is ILocalReferenceOperation { Local: { Name: var name } piece }
            && Words.Of(name).LastOrDefault() is "token"
            && piece.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
                is ForEachStatementSyntax { Expression: InvocationExpressionSyntax pieces }
            && Calls.NameOf(pieces) is "Split" or "Tokenize" or "EnumerateTokens";

        private static string Named(ImmutableArray<string> members) =>
            string.Join(" and ", members.Select(static member => $"'{member}'"));

        /// <summary>What is written with all its members: <c>{@request}</c>, JSON, a record in a text.</summary>
        private static IOperation? WholeObject(LoggedValue logged) => logged.Value.Unconverted() switch
        {
            IInvocationOperation
                { TargetMethod.Name: "Serialize" or "SerializeObject", Arguments: { Length: > 0 } arguments } =>
                arguments[0].Value.Unconverted(),
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>()
                .Select(part => part.Expression.Unconverted())
                .FirstOrDefault(part => SecretMembers.WritesItself(part.Type)),
            var value => logged.IsTakenApart || SecretMembers.WritesItself(value.Type) ? value : null,
        };
    }
}
