using System.Text.RegularExpressions;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;

namespace AiAwareAnalyzers.Wiring;

/// <summary>A whole command line that a program gets as one argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JoinedArguments() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA1308",
        title: "A command line is given to a program as one argument",
        messageFormat: "'{0}' gets '{1}' as one argument with spaces in it, which 'ArgumentList' quotes for it, and "
            + "knows no such command; give each word by itself",
        category: Family.Wiring,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Each element of ArgumentList is one argument, whatever spaces are in it.",
        alsoKnownAs: "ProcessStartInfo.ArgumentList, argument quoting");

    /// <summary>A word, more words, and among them an option.</summary>
    private static readonly Regex CommandLine = new(
        @"^[a-z][a-z0-9_-]*( [^\s""']+)*? --?[A-Za-z][^\s""']*( [^\s""']+)*$", RegexOptions.CultureInvariant);

    /// <summary>Programs that read an argument as a command line of their own.</summary>
    private static readonly ImmutableHashSet<string> Shells = WordSet.IgnoringCase(
        "bash busybox cmd csh dash doas env fish ksh nsenter osascript powershell pwsh runas screen sh ssh su sudo",
        "tmux watch wsl xargs zsh");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName("System.Diagnostics.ProcessStartInfo") is not { } information
            || information.GetMembers("ArgumentList").IsEmpty
            || TestCode.Of(start.Compilation).IsTestProject)
            return;

        start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsAddition(call) && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty) return;

        foreach (var argument in call.Arguments)
            if (OnlyValueOf(argument) is { } value
                && TextsOf(value).FirstOrDefault(IsCommandLine) is { } text
                && BodyThatAdds(argument, call, context.Compilation) is { } body
                && ProgramIn(body) is { } program
                && !Shells.Contains(program))
                context.Report(Diagnostic.Create(
                    Descriptor, value.Syntax.GetLocation(), program, Quote.Of(text)));
    }

    private static bool IsCommandLine(string text) => text.IndexOf(' ') > 0 && CommandLine.IsMatch(text);

    /// <summary>The text that is passed, alone where there may be many.</summary>
    private static IOperation? OnlyValueOf(IArgumentOperation argument) => argument switch
    {
        {
            ArgumentKind: ArgumentKind.ParamArray,
            Value: IArrayCreationOperation { Initializer.ElementValues: [var only] },
        } => only,
        { ArgumentKind: ArgumentKind.Explicit, Value: { Type.SpecialType: SpecialType.System_String } value } => value,
        _ => null,
    };

    /// <summary>The constant that a value is, or those of which it is one.</summary>
    private static IEnumerable<string> TextsOf(IOperation value) => (value switch
    {
        ILocalReferenceOperation local => Values.InitialValueOf(local),
        _ => value,
    }) switch
    {
        { } known when known.ConstantText() is { } text => [text],
        IConditionalOperation { WhenFalse: { } other } choice =>
            new[] { choice.WhenTrue.ConstantText(), other.ConstantText() }.OfType<string>(),
        _ => [],
    };

    /// <summary>The body in which an argument becomes the only element of the list.</summary>
    private static IOperation? BodyThatAdds(
        IArgumentOperation argument, IInvocationOperation call, Compilation compilation)
    {
        if (IsAddition(call)) return AreAdded(call.Root(), call) ? call.Root() : null;
        return argument.Parameter is { } parameter
            && ReturnValues.BodyOf(call.TargetMethod, compilation) is { } body
            && AdditionOf(parameter, body) is { } addition
            && AreAdded(body, addition)
                ? body
                : null;
    }

    /// <summary>Nothing else is added: the first of many arguments may well have spaces in it.</summary>
    private static bool AreAdded(IOperation body, IInvocationOperation only) =>
        body.DescendantsAndSelf().OfType<IInvocationOperation>().Where(IsAddition).All(other => other == only);

    /// <summary>The call that adds a parameter, or each of its elements.</summary>
    private static IInvocationOperation? AdditionOf(IParameterSymbol parameter, IOperation body) =>
        body.DescendantsAndSelf().OfType<IInvocationOperation>().Where(IsAddition).FirstOrDefault(addition =>
            addition.Arguments is [{ Value: var added }]
            && (Is(added, parameter)
                || (added.AsWritten() is ILocalReferenceOperation { Local: var element }
                    && addition.Ancestors().OfType<IForEachLoopOperation>().FirstOrDefault() is { } loop
                    && loop.Locals.Contains(element, SymbolEqualityComparer.Default)
                    && Is(loop.Collection, parameter))));

    private static bool Is(IOperation value, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(Values.SymbolOf(value), parameter.OriginalDefinition);

    /// <summary><c>info.ArgumentList.Add(…)</c>, or an element of its initializer.</summary>
    private static bool IsAddition(IInvocationOperation call) =>
        call.TargetMethod.Name == "Add"
        && (call.Instance is IPropertyReferenceOperation { Property: var list } ? IsList(list)
            : call.Parent is IObjectOrCollectionInitializerOperation
                { Parent: IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation
                    { Property: var initialized } } }
                && IsList(initialized));

    private static bool IsList(IPropertySymbol property) =>
        property is { Name: "ArgumentList", ContainingType.Name: "ProcessStartInfo" };

    /// <summary>
    /// The file name of the only program of a body, without folder and ending; null where there is another, or one that
    /// is not known.
    /// </summary>
    private static string? ProgramIn(IOperation body) =>
        body.DescendantsAndSelf().Select(FileGivenBy).OfType<IOperation>().Take(2).ToList() is [var only]
        && only.ConstantText() is { } file
        && NameOf(file) is { Length: > 0 } name
            ? name
            : null;

    private static IOperation? FileGivenBy(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation
                { Property: { Name: "FileName", ContainingType.Name: "ProcessStartInfo" } },
            Value: var file,
        } => file,
        IObjectCreationOperation { Type.Name: "ProcessStartInfo", Arguments: { Length: > 0 } arguments } =>
            arguments[0].Value,
        _ => null,
    };

    private static string NameOf(string file)
    {
        var name = file.Substring(file.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
