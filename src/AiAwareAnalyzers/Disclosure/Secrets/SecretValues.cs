using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Disclosure.Secrets;

/// <summary>A secret inside a value.</summary>
/// <param name="Value">The piece that shows it.</param>
/// <param name="Name">What it is called.</param>
internal sealed record ShownSecret(IOperation Value, string Name);

/// <summary>
/// Values that show a secret whole: by what they are called, and by where they come from. A trace of one (its length,
/// its hash, its first letters) shows nothing.
/// </summary>
internal sealed class SecretValues
{
    private const int Patience = 4;

    /// <summary>Words in the names of methods and values that say that not all of a secret is left.</summary>
    private static readonly ImmutableHashSet<string> MaskingWords = WordSet.Of(
        "mask masked redact redacted hash hashed obfuscate obfuscated sanitize sanitized sanitise sanitised scrub",
        "scrubbed censor censored hide hidden encrypt encrypted protect protected fingerprint truncate truncated",
        "shorten shortened abbreviate abbreviated preview prefix suffix partial anonymize anonymized safe hint fake",
        "dummy sample");

    /// <summary>What stands for letters that nobody is to see.</summary>
    private static readonly string[] Masks = { "*", "•", "xxx", "XXX", "..." };

    /// <summary>Names of what says where something is, and nothing more.</summary>
    private static readonly ImmutableHashSet<string> Whereabouts = WordSet.Of(
        "catalog database db host name port prefix schema server");

    /// <summary>Calls that pass all of a text on.</summary>
    private static readonly ImmutableHashSet<string> Forms = WordSet.Of(
        "ToString Trim TrimStart TrimEnd ToUpper ToLower ToUpperInvariant ToLowerInvariant ConfigureAwait");

    private static readonly ImmutableHashSet<string> Joins = WordSet.Of(
        "Concat Format Join GetString GetBytes ToBase64String ToHexString");

    /// <summary>First words of methods that hand a secret out.</summary>
    private static readonly ImmutableHashSet<string> Handing = WordSet.Of(
        "get create generate read fetch issue build make decrypt new request acquire load resolve");

    /// <summary>Code in which a token is a piece of text.</summary>
    private static readonly ImmutableHashSet<string> Readers = WordSet.Of(
        "lexer parser tokenizer scanner syntax grammar compiler interpreter search index markdown template query",
        "expression");

    private readonly TextTemplates _templates;
    private readonly bool _hasLogins;

    private SecretValues(Compilation compilation)
    {
        _templates = TextTemplates.Of(compilation);
        _hasLogins = compilation.ReferencedAssemblyNames.Any(assembly =>
            assembly.Name is "Microsoft.AspNetCore.Http.Abstractions" or "Microsoft.IdentityModel.Tokens");
    }

    public static SecretValues Of(Compilation compilation) => Facts.Of(compilation, static c => new SecretValues(c));

    /// <summary>The first secret that a value shows; null where it shows none.</summary>
    public ShownSecret? In(IOperation value) => In(value, Trail.OfSteps(Patience));

    /// <summary>
    /// A value that somebody calls a secret at the place where it is put: <c>("{Password}", input)</c>.
    /// </summary>
    public bool IsCalledSecret(string place, IOperation value) =>
        IsSecretHere(place, value)
        && WithoutDefault(value) is { ConstantValue.HasValue: false, Type: { } type } bare
        && CanHold(type, place)
        && bare is ILocalReferenceOperation
            or IParameterReferenceOperation
            or IFieldReferenceOperation
            or IPropertyReferenceOperation { Property: { IsIndexer: false, Name: not "Length" } }
        && Values.SymbolOf(bare)!.Name is var name
        && !IsVeiled(name)
        && !(SecretNames.IsPlainToken(place) && SecretNames.IsPlaceInPages(name))
        && !(LastWritten(bare) is { } written && IsVeil(written));

    /// <summary>A property that holds a secret, whoever reads it.</summary>
    public bool IsHeldBy(IPropertySymbol property) =>
        CanHold(property.Type, property.Name)
        && !IsVeiled(property.Name)
        && (SecretNames.IsWorthHiding(property.Name) || _hasLogins && SecretNames.IsPlainToken(property.Name));

    private ShownSecret? In(IOperation value, Trail trail)
    {
        value = value.Unconverted();
        if (trail.IsOver || CallStack.IsNearlyFull || value.ConstantValue.HasValue) return null;
        return value switch
        {
            IAwaitOperation awaited => In(awaited.Operation, trail),
            IConditionalAccessOperation access => In(access.WhenNotNull, trail),
            ICoalesceOperation choice => In(choice.Value, trail) ?? In(choice.WhenNull, trail),
            IConditionalOperation { WhenFalse: { } otherwise } choice =>
                In(choice.WhenTrue, trail) ?? In(otherwise, trail),
            IInterpolatedStringOperation text =>
                First(text.Parts.OfType<IInterpolationOperation>().Select(part => part.Expression), trail),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum =>
                In(sum.LeftOperand, trail) ?? In(sum.RightOperand, trail),
            IAnonymousObjectCreationOperation made =>
                First(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(member => member.Value), trail),
            IInvocationOperation call => OfCall(call, trail),
            ILocalReferenceOperation or IParameterReferenceOperation => OfVariable(value, trail),
            IPropertyReferenceOperation { Property.IsIndexer: true } read => OfIndexer(read),
            IMemberReferenceOperation member => OfMember(member),
            IConversionOperation conversion => In(conversion.Operand, trail),
            _ => null,
        };
    }

    private ShownSecret? First(IEnumerable<IOperation> values, Trail trail) =>
        values.Select(value => In(value, trail)).FirstOrDefault(found => found is not null);

    private ShownSecret? OfVariable(IOperation reference, Trail trail)
    {
        var name = Values.SymbolOf(reference)!.Name;
        if (IsVeiled(name)) return null;
        var written = LastWritten(reference);
        if (written is not null && IsVeil(written)) return null;
        return IsSecretHere(name, reference) && CanHold(reference.Type!, name) ? new(reference, name)
            : written is not null && trail.TryPass(written.Syntax, out var further) && In(written, further) is { } inner
                ? new(reference, inner.Name)
            : null;
    }

    private ShownSecret? OfMember(IMemberReferenceOperation member)
    {
        var name = member.Member.Name;
        if (member.Member is { Name: "Value", ContainingType.Name: "KeyVaultSecret" })
            return new(member, "KeyVaultSecret.Value");
        return !IsVeiled(name)
            && CanHold(member.Type!, name)
            && (IsSecretHere(name, member) || name == "Authorization" && member.Type!.Name == "StringValues")
            ? new(member, name)
            : null;
    }

    /// <summary>A setting, or a header.</summary>
    private static ShownSecret? OfIndexer(IPropertyReferenceOperation read)
    {
        if (ConfigurationReads.KeyOf(read) is { } key) return IsSecretSetting(key) ? new(read, key) : null;
        return read.Arguments is { Length: 1 } index
            && index[0].Value.ConstantText() is { } header
            && SecretUses.IsHeader(header) ? new(read, header) : null;
    }

    private ShownSecret? OfCall(IInvocationOperation call, Trail trail)
    {
        var method = call.TargetMethod;
        if (ConfigurationReads.KeyOf(call) is { } key)
            return IsSecretSetting(key) ? new(call, key) : null;
        if (IsReplacing(call)) return IsVeil(call) ? null : In(call.Instance!, trail);
        if (Forms.Contains(method.Name) && call.Instance is { } text) return In(text, trail);
        if (Joins.Contains(method.Name))
            return First(call.Arguments.SelectMany(static argument => Elements.Of(argument.Value)), trail);
        return Words.Of(method.Name) is { Length: > 1 } words && Handing.Contains(words[0]) && !IsVeiled(method.Name)
            && Tasks.Unwrap(method.ReturnType).SpecialType == SpecialType.System_String
            && SecretNames.IsWorthHiding(NounOf(method.Name, words[0]))
                ? new(call, method.Name)
                : null;
    }

    /// <summary>What only the operator may know; a connection string may hold the password of the database.</summary>
    private static bool IsSecretSetting(string key) =>
        ConfigurationReads.IsSecret(key)
        || (ConfigurationReads.PartsOf(key) is { Length: > 1 } parts
            && parts[0].Equals("ConnectionStrings", StringComparison.OrdinalIgnoreCase))
        || key.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase);

    private static IOperation WithoutDefault(IOperation value) =>
        value.Unconverted() is ICoalesceOperation choice ? choice.Value.Unconverted() : value.Unconverted();

    private static string NounOf(string method, string verb)
    {
        var noun = method[verb.Length..];
        return noun.EndsWith("Async", StringComparison.Ordinal) ? noun[..^5] : noun;
    }

    /// <summary>By its name, and for a mere token by the code around it.</summary>
    private bool IsSecretHere(string name, IOperation place) =>
        SecretNames.IsWorthHiding(name) || _hasLogins && SecretNames.IsPlainToken(name) && !IsInReader(place);

    private static bool IsInReader(IOperation place) =>
        place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart) is { ContainingType: { } type }
        && Words.StemsOf(type.Name).Any(Readers.Contains);

    private static bool IsVeiled(string name) => Words.Of(name).Any(MaskingWords.Contains);

    /// <summary>What leaves only a trace: a call that says so, a piece cut out, a text of our own.</summary>
    private static bool IsVeil(IOperation written) => written.Unconverted() switch
    {
        { ConstantValue.HasValue: true } => true,
        IAwaitOperation awaited => IsVeil(awaited.Operation),
        IInvocationOperation call when IsReplacing(call) => PutsMask(call) || IsVeil(call.Instance!),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.SpecialType: var owner } } =>
            IsVeiled(name) || owner == SpecialType.System_String
                && name is "Substring" or "Remove" or "PadLeft" or "PadRight",
        _ => false,
    };

    private static bool IsReplacing(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Replace", ContainingType.SpecialType: SpecialType.System_String },
            Instance: not null, Arguments.Length: > 1 };

    /// <summary>
    /// Whether the secret is what is replaced, as far as one can see: another name of the database in a connection
    /// string leaves its password.
    /// </summary>
    private static bool PutsMask(IInvocationOperation replacing)
    {
        var (old, given) = (replacing.Arguments[0].Value.Unconverted(), replacing.Arguments[1].Value.Unconverted());
        if (given.ConstantText() is { } mask && (Masks.Any(mask.Contains) || IsVeiled(mask))) return true;
        return !old.ConstantValue.HasValue
            && (Values.SymbolOf(old) is not { Name: var name } || SecretNames.IsSecret(name) || !IsWhereabouts(name));
    }

    private static bool IsWhereabouts(string name) => Words.StemsOf(name).Any(Whereabouts.Contains);

    /// <summary>What a variable was given last before a place.</summary>
    private IOperation? LastWritten(IOperation reference)
    {
        if (reference is not (ILocalReferenceOperation or IParameterReferenceOperation)) return null;
        IOperation? last = null;
        foreach (var writing in _templates.BodyOf(reference).WritingsTo(Values.SymbolOf(reference)!))
            if (writing.Kind == TextWriteKind.Assign && writing.End <= reference.Syntax.SpanStart) last = writing.Value;
        return last;
    }

    /// <summary>
    /// Text and bytes hold any secret, a number only a short one; flags, tokens of cancellation and handles hold none.
    /// </summary>
    private static bool CanHold(ITypeSymbol type, string name) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType is SpecialType.System_Byte or SpecialType.System_Char,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } =>
            true,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => SecretNames.IsBrief(name),
        INamedTypeSymbol { Name: "Nullable", TypeArguments: { Length: 1 } inner } => CanHold(inner[0], name),
        INamedTypeSymbol
            { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "StringBuilder" or "StringValues" } =>
            true,
        { Name: "Guid" } => true,
        _ => false,
    };
}
