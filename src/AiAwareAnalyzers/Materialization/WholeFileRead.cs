using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A file or folder read to its end before the first line of it is used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WholeFileRead() : Rule(Descriptor)
{
    /// <summary>The method that the fix calls instead, and the shape in which it does.</summary>
    internal const string Lazy = "Lazy";
    internal const string Shape = "Shape";

    /// <summary>Shapes: another method; an <c>await foreach</c>; <c>Count()</c> for <c>Length</c>; a reader for the wrapped text; a stream that is copied.</summary>
    internal const string Rename = "Rename";
    internal const string AwaitEach = "AwaitEach";
    internal const string Count = "Count";
    internal const string Open = "Open";
    internal const string Copy = "Copy";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0404",
        title: "A whole file is read to be used piece by piece",
        messageFormat: "'{0}' holds all of {1} in memory, and it is used once and in order; {2}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A file or folder that is used once and in order needs no more memory than one line, block or name of it.",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start) =>
        start.RegisterOperationAction(new Question(start.Compilation).Ask, OperationKind.Invocation);

    private sealed class Question(Compilation compilation)
    {
        private readonly FileReads _files = FileReads.Of(compilation);
        private readonly Streams _streams = Streams.Of(compilation);

        public void Ask(OperationAnalysisContext context)
        {
            var read = (IInvocationOperation)context.Operation;
            var finding = _files.WholeReadBy(read.TargetMethod) switch
            {
                WholeRead.Lines => OfSequence(read, "the lines"),
                WholeRead.Entries => OfSequence(read, "the names"),
                WholeRead.Text => OfText(read),
                WholeRead.Bytes => OfBytes(read),
                _ => null,
            };
            if (finding is null) return;

            var isSmall = finding.IsSuggestion || read.Arguments.FirstOrDefault()?.Value.ConstantValue.HasValue == true;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, read.Called(), isSmall ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, null, finding.Plan, read.TargetMethod.Name, finding.What, finding.Remedy));
        }

        /// <summary>Lines of a file or names in a folder: enumerated by a loop or an operator, and by nothing else.</summary>
        private Finding? OfSequence(IInvocationOperation read, string what)
        {
            if (_files.LazyFormOf(read.TargetMethod) is not { } lazy) return null;
            var use = UseOf(read, out var isHeld);
            if (use.User() is IForEachLoopOperation loop)
                return IsDisturbed(read, loop) ? null : new(what, $"call '{lazy}'", Plan(lazy, LoopShape(read, loop), isHeld));

            var steps = Steps.After(read, compilation);
            if (steps.All.IsEmpty || steps.All[0].Verb is Verb.List or Verb.Index or Verb.Order || steps.All[0].Name.StartsWith("[", StringComparison.Ordinal)) return null;
            if (steps.All.Any(step => step.Lambda is { } lambda && Disturbance.TouchesDisk(lambda))) return null;
            if (steps.End.User() is IForEachLoopOperation later && IsDisturbed(read, later) || steps.End.User() is IInvocationOperation user && Disturbance.TouchesDisk(user)) return null;
            return new(what, $"call '{lazy}'", Plan(lazy, StepShape(read, steps), isHeld));
        }

        /// <summary>Text that is split, parsed or read line by line.</summary>
        private Finding? OfText(IInvocationOperation read)
        {
            var use = UseOf(read, out var isHeld);
            return use.User() switch
            {
                IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String } } split when split.Instance?.Bare() == use.Bare() && IsByLine(split) && IsUsedOnce(split)
                    => new("the text and of its lines", "enumerate 'File.ReadLines'", null),
                IObjectCreationOperation { Type.Name: "StringReader" } reader => new("the text", "read from 'File.OpenText'", isHeld || read.Arguments.Count(IsWritten) > 1 ? null : Opening(reader, "OpenText")),
                IInvocationOperation parse when IsParser(parse) => new("the text", "parse the stream of 'File.OpenRead'", null) { IsSuggestion = true },
                _ => null,
            };
        }

        /// <summary>Bytes that are wrapped in a stream, written to one, or hashed.</summary>
        private Finding? OfBytes(IInvocationOperation read)
        {
            var use = UseOf(read, out var isHeld);
            return use.User() switch
            {
                IObjectCreationOperation { Type.Name: "MemoryStream", Arguments.Length: 1 } stream when !NeedsBytes(stream)
                    => new("the file", "use the stream of 'File.OpenRead'", isHeld ? null : Opening(stream, "OpenRead")),
                IInvocationOperation { TargetMethod.Name: "Write" or "WriteAsync", Instance: { } target } write when _streams.IsStream(target.Type) && write.Arguments.Count(IsWritten) <= 2
                    => new("the file", "copy the stream of 'File.OpenRead' with 'CopyTo'", isHeld || write.Outermost().Parent is not IExpressionStatementOperation ? null : Plan("OpenRead", Copy, false)),
                IInvocationOperation { TargetMethod.Name: "ComputeHash" or "HashData" or "ComputeHashAsync" or "HashDataAsync" } => new("the file", "hash the stream of 'File.OpenRead'", null),
                IInvocationOperation parse when IsParser(parse) => new("the file", "parse the stream of 'File.OpenRead'", null) { IsSuggestion = true },
                _ => null,
            };
        }

        /// <summary>The only place where the result is used: where it is read, or where its local is. Held is what cannot be read later instead.</summary>
        private IOperation UseOf(IInvocationOperation read, out bool isHeld)
        {
            isHeld = false;
            if (read.User() is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }) return read;
            if (Locals.Around(read, compilation).OnlyUseOf(local) is not { } use) return read;
            isHeld = !IsVarBefore(read, use);
            return use;
        }

        /// <summary>Whether a <c>var</c> is used by the statement behind it: nothing happens between.</summary>
        private static bool IsVarBefore(IOperation value, IOperation use) =>
            value.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Declaration: { Type.IsVar: true, Variables.Count: 1 }, Parent: BlockSyntax block } declaration
            && block.Statements.IndexOf(declaration) + 1 is var next
            && next < block.Statements.Count
            && block.Statements[next] is ForEachStatementSyntax loop
            && loop.Expression.Span.Contains(use.Syntax.Span);

        /// <summary>A loop that may change files, or that gives their names to code that may.</summary>
        private bool IsDisturbed(IInvocationOperation read, IForEachLoopOperation loop) =>
            Disturbance.TouchesDisk(loop.Body) || _files.WholeReadBy(read.TargetMethod) == WholeRead.Entries && Disturbance.GivesAway(loop);

        private static string? LoopShape(IInvocationOperation read, IForEachLoopOperation loop) =>
            !read.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) ? Rename
            : loop.Collection.Bare() == read ? AwaitEach
            : null;

        private static string? StepShape(IInvocationOperation read, Steps steps) =>
            read.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) || !steps.EndsEagerly || !steps.All.All(step => step.Lambda is null || Translation.IsPure(step.Lambda)) ? null
            : steps.All[0].Operation is IPropertyReferenceOperation ? Count
            : Rename;

        /// <summary>The names of a local's type would change with the method: a held array is fixed only where its local is <c>var</c>.</summary>
        private static ImmutableDictionary<string, string?>? Plan(string lazy, string? shape, bool isHeld) =>
            shape is null || isHeld ? null : ImmutableDictionary<string, string?>.Empty.Add(Lazy, lazy).Add(Shape, shape);

        /// <summary>A reader or stream can take the place of another only where somebody disposes it.</summary>
        private ImmutableDictionary<string, string?>? Opening(IObjectCreationOperation creation, string lazy) =>
            creation.User() is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator }
            && declarator.Ancestors().Any(parent => parent is IUsingOperation or IUsingDeclarationOperation)
            && declarator.Syntax.Parent is VariableDeclarationSyntax { Type.IsVar: true }
            && Locals.Around(creation, compilation).MentionsOf(local).All(IsOfBaseType)
                ? Plan(lazy, Open, false)
                : null;

        /// <summary>Whether a mention asks for nothing that only the wrapper has.</summary>
        private static bool IsOfBaseType(IOperation mention) =>
            mention.Outermost().Parent switch
            {
                IArgumentOperation argument => argument.Parameter?.Type.Name is "Stream" or "TextReader",
                IInvocationOperation call => call.TargetMethod.OriginalDefinition.Name is "ReadLine" or "ReadLineAsync" or "Read" or "ReadToEnd" or "ReadToEndAsync" or "Peek" or "CopyTo" or "CopyToAsync" or "Dispose",
                _ => false,
            };

        private bool NeedsBytes(IObjectCreationOperation stream) =>
            stream.User() is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            || Locals.Around(stream, compilation).MentionsOf(local) is { Count: 0 } mentions
            || Locals.Around(stream, compilation).MentionsOf(local).Any(mention => !IsOfBaseType(mention));

        private bool IsUsedOnce(IInvocationOperation split) =>
            split.User() is IForEachLoopOperation loop ? !Disturbance.TouchesDisk(loop.Body) : Steps.After(split, compilation).All is { IsEmpty: false } steps && !steps[0].Name.StartsWith("[", StringComparison.Ordinal);

        private static bool IsByLine(IInvocationOperation split) =>
            split.Arguments.Length > 0 && (split.Arguments[0].Value.Syntax.ToString().Contains("\\n") || split.Arguments[0].Value.Syntax.ToString().Contains("NewLine"));

        private static bool IsParser(IInvocationOperation call) =>
            call.TargetMethod is { Name: "Deserialize", ContainingType.Name: "JsonSerializer" } or { Name: "Parse", ContainingType.Name: "JsonDocument" or "JsonNode" or "XDocument" or "XElement" };

        private static bool IsWritten(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.Explicit;
    }

    /// <summary>What is held, what to do instead, and what the fix needs to do it.</summary>
    private sealed record Finding(string What, string Remedy, ImmutableDictionary<string, string?>? Plan)
    {
        public bool IsSuggestion { get; init; }
    }
}
