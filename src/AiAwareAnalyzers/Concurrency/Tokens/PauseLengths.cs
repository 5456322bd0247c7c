using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Concurrency.Tokens;

/// <summary>How long a pause is: so short that a host can wait for it, or not.</summary>
internal sealed class PauseLengths(Compilation compilation)
{
    /// <summary>How many declarations a time is followed through.</summary>
    private const int Patience = 4;

    /// <summary>Seconds that a host has less of than it takes (30 by default).</summary>
    private const double Long = 60;

    /// <summary>Words of settings that nobody makes minutes of.</summary>
    private static readonly ImmutableHashSet<string> Brief = WordSet.Of(
        "backoff debounce jitter millis millisecond milliseconds ms retry throttle");

    /// <summary>A minute or more, or a setting of which nobody knows.</summary>
    public bool MayBeLong(IInvocationOperation pause) =>
        TimeOf(pause) is { } time && MayBeLong(time, Trail.OfSteps(Patience));

    /// <summary>The first argument, or what the timer was made with.</summary>
    private IOperation? TimeOf(IInvocationOperation pause) =>
        pause.TargetMethod.Name == "Delay" ? pause.Arguments.FirstOrDefault()?.Value : pause.Instance;

    private bool MayBeLong(IOperation time, Trail trail)
    {
        if (CallStack.IsNearlyFull) return false;
        var value = Locals.Around(time, compilation).Follow(time);
        return value switch
        {
            { ConstantValue: { HasValue: true, Value: int milliseconds } } => IsLong(milliseconds / 1000.0),
            IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: nameof(TimeSpan) } } made =>
                SecondsIn(name) is { } unit && made.Arguments.FirstOrDefault() is { Value: var number }
                && (NumberIn(number) is { } count ? IsLong(count * unit) : unit >= Long || IsSetting(number, trail)),
            IObjectCreationOperation { Type.Name: nameof(TimeSpan) } made => IsLongTime(made),
            IObjectCreationOperation { Type.Name: "PeriodicTimer", Arguments: [var period, ..] } =>
                MayBeLong(period.Value, trail),
            IFieldReferenceOperation { Field: { ContainingType.Name: "Timeout" } } => true,
            _ => IsSetting(value, trail),
        };
    }

    /// <summary>It ends never where it is below zero.</summary>
    private static bool IsLong(double seconds) => seconds is >= Long or < 0;

    private static double? SecondsIn(string factory) => factory switch
    {
        "FromSeconds" => 1,
        "FromMinutes" => 60,
        "FromHours" => 60 * 60,
        "FromDays" => 24 * 60 * 60,
        "FromMilliseconds" => 0.001,
        _ => null,
    };

    private static double? NumberIn(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: IConvertible number and not string }
            ? Convert.ToDouble(number, null)
            : null;

    /// <summary><c>new TimeSpan(1, 30, 0)</c>.</summary>
    private static bool IsLongTime(IObjectCreationOperation made)
    {
        var parts = made.Arguments.Select(static argument => NumberIn(argument.Value)).ToList();
        if (parts.Contains(null)) return false;
        return parts.Count switch
        {
            3 => IsLong((parts[0]!.Value * 60 + parts[1]!.Value) * 60 + parts[2]!.Value),
            4 => IsLong(((parts[0]!.Value * 24 + parts[1]!.Value) * 60 + parts[2]!.Value) * 60 + parts[3]!.Value),
            1 => IsLong(parts[0]!.Value / TimeSpan.TicksPerSecond),
            _ => false,
        };
    }

    /// <summary>What is read and not computed here; what is written in this project is looked at.</summary>
    private bool IsSetting(IOperation value, Trail trail) => value.Bare() switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } read => IsSetting(read.Member, trail),
        IParameterReferenceOperation { Parameter: var parameter } => IsLongForSome(parameter, trail),
        _ => false,
    };

    private bool IsSetting(ISymbol member, Trail trail) =>
        !Words.Of(member.Name).Any(Brief.Contains)
        && member is not { IsStatic: true, ContainingType.Name: nameof(TimeSpan) }
        && (!IsFixed(member) || InitializerOf(member) is not { } given
            || (trail.TryPass(member, out var further) && MayBeLong(given, further)));

    /// <summary>What nobody sets later.</summary>
    private static bool IsFixed(ISymbol member) =>
        member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true }
            or IPropertySymbol { SetMethod: null };

    private IOperation? InitializerOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        } is { } syntax
            ? Semantics.Of(compilation).ModelOf(syntax.SyntaxTree)?.GetOperation(syntax)
            : null;

    /// <summary>A helper pauses as long as one of its callers says.</summary>
    private bool IsLongForSome(IParameterSymbol parameter, Trail trail) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
        && trail.TryPass(parameter, out var further)
        && Passed.To(parameter, method, compilation).Exists(given => MayBeLong(given, further));
}
