using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Symbols;
using AiAwareAnalyzers.Materialization.Enumeration;
using AiAwareAnalyzers.Materialization.Streaming;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A response held as text or bytes, only to be parsed or written elsewhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WholeResponseRead() : Rule(Descriptor)
{
    /// <summary>What the fix does, and the options that keep the meaning of the parsed JSON.</summary>
    internal const string Way = "Way";
    internal const string Json = "Json";
    internal const string Copy = "Copy";
    internal const string Options = "Options";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0405",
        title: "A whole response is read to be parsed or written",
        messageFormat: "'{0}' holds the whole response in memory before '{1}' {2}; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A response that is parsed, or written to a file or stream, can go there as it arrives, without a "
            + "copy of it as text or bytes.",
        alsoKnownAs: "response buffering, ReadAsStringAsync",
        isEnabledByDefault: false);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var responses = Responses.Of(start.Compilation);
        if (responses.Exist)
            start.RegisterOperationAction(new Analysis(start.Compilation, responses).Analyze, OperationKind.Invocation);
    }

    private sealed class Analysis(Compilation compilation, Responses responses)
    {
        /// <summary>How far things of things are followed; what is deeper is taken for large.</summary>
        private const int MaxDepth = 4;

        private static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;
        private readonly Streams _streams = Streams.Of(compilation);
        private readonly Parsers _parsers = Parsers.Of(compilation);

        public void Analyze(OperationAnalysisContext context)
        {
            var read = (IInvocationOperation)context.Operation;
            var isText = responses.ReadsText(read.TargetMethod);
            if (!isText && !responses.ReadsBytes(read.TargetMethod)) return;
            if (read.Outermost() is not IAwaitOperation
                && read.Outermost().Parent is not (IVariableInitializerOperation or IArgumentOperation))
                return;

            var use = SingleUse.Of(read, compilation);
            if (use.User is not { } user || Responses.IsAboutFailure(read) || Responses.IsAboutFailure(use.Place))
                return;
            if (UseOf(user, use.Place, isText) is not var (name, does, remedy)) return;
            var plan = read.IsAwaited() && use.IsAtOnce ? PlanFor(read, user, isText) : None;
            context.Report(
                Diagnostic.Create(Descriptor, read.Called(), plan, read.TargetMethod.Name, name, does, remedy));
        }

        /// <summary>What becomes of the response, in words.</summary>
        private (string Name, string Does, string Remedy)? UseOf(IOperation user, IOperation use, bool isText) =>
            user switch
            {
                IInvocationOperation parse when _parsers.Parses(parse.TargetMethod) && IsParsed(parse, use)
                    => (parse.TargetMethod.Name, "parses it", !_parsers.ParsesJson(parse.TargetMethod)
                        ? "load it from its stream"
                        : responses.HasJson
                            ? "read it with 'ReadFromJsonAsync' or 'GetFromJsonAsync'"
                            : "deserialize its stream"),
                IInvocationOperation write when responses.WritesFile(write.TargetMethod) =>
                    (write.TargetMethod.Name, "writes it to a file", "copy its stream with 'CopyToAsync'"),
                IInvocationOperation write when !isText && _streams.Writes(write) =>
                    (write.TargetMethod.Name, "writes it to a stream", "copy its stream with 'CopyToAsync'"),
                IObjectCreationOperation stream when !isText && _streams.WrapsBytes(stream) =>
                    (
                        "MemoryStream",
                        "makes a stream of it",
                        "use the stream of 'ReadAsStreamAsync' or 'GetStreamAsync'"),
                IObjectCreationOperation reader when isText && Streams.WrapsText(reader) =>
                    ("StringReader", "reads it again", "use a 'StreamReader' over its stream"),
                _ => null,
            };

        private static bool IsParsed(IInvocationOperation parse, IOperation use) =>
            use.Outermost().Parent is IArgumentOperation { Parameter.Ordinal: 0 } argument && argument.Parent == parse
            && !IsProblem(parse.Type)
            && !IsOneThing(parse.Type, MaxDepth);

        /// <summary>A problem or an error is small.</summary>
        private static bool IsProblem(ITypeSymbol? type) =>
            type is not null && (type.Name.Contains("Problem") || type.Name.Contains("Error"));

        /// <summary>One thing of fields, and of things of fields, is small; what holds many may not be.</summary>
        private static bool IsOneThing(ITypeSymbol? type, int depth) =>
            type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String
                or SpecialType.System_DateTime }
            || type is INamedTypeSymbol named
                && (IsValue(named) || depth > 0 && IsOurs(named) && MembersOf(named).All(member =>
                    IsOneThing(member, depth - 1)));

        private static bool IsValue(INamedTypeSymbol type) =>
            type.TypeKind == TypeKind.Enum
            || type.Name is "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri"
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

        private static bool IsOurs(INamedTypeSymbol type) =>
            !type.DeclaringSyntaxReferences.IsEmpty && type.TypeKind is TypeKind.Class or TypeKind.Struct;

        private static IEnumerable<ITypeSymbol> MembersOf(INamedTypeSymbol type) =>
            type.SelfAndBases().SelectMany(static part => part.GetMembers())
                .OfType<IPropertySymbol>()
                .Where(static property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
                .Select(static property => property.Type);

        private ImmutableDictionary<string, string?> PlanFor(IInvocationOperation read, IOperation user, bool isText)
        {
            if (user is not IInvocationOperation call) return None;
            if (responses.WritesFile(call.TargetMethod))
                return call.Outermost().Parent is IExpressionStatementOperation ? None.Add(Way, Copy) : None;
            // Bytes are parsed as UTF-8 whatever the response says of its encoding, which the HTTP methods heed.
            return isText
                && responses.HasJson
                && _parsers.IsSystemTextJson(call.TargetMethod)
                && call.TargetMethod.TypeArguments.Length == 1
                && OptionsOf(call) is { } options
                ? None.Add(Way, Json).Add(Options, options)
                : None;
        }

        /// <summary>
        /// The options in the text; those of <c>JsonSerializer</c> where none are given, because the HTTP methods would
        /// take those of the web.
        /// </summary>
        private string? OptionsOf(IInvocationOperation parse)
        {
            var written = parse.Arguments.FirstOrDefault(argument =>
                argument.Parameter?.Ordinal == 1 && argument.ArgumentKind == ArgumentKind.Explicit);
            if (written is not null && !written.Value.Bare().ConstantValue.HasValue)
                return written.Value.Syntax.ToString();
            return responses.HasDefaultOptions ? "JsonSerializerOptions.Default" : null;
        }
    }
}
