using AiAwareAnalyzers.Injection.Sinks;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Templates;

namespace AiAwareAnalyzers.Injection;

/// <summary>An upload that is saved where everybody may fetch it, under the ending that its sender chose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServedUpload() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0708",
        title: "An upload is served under the ending that its sender chose",
        messageFormat: "'{0}' is whatever the sender says, and what is saved below '{1}' is served: an uploaded page "
            + "runs its scripts under the address of this application; look the ending up in a list of those that are "
            + "allowed, or save outside of the web root",
        category: Family.Injection,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A file below the web root is sent with the type that its ending stands for.",
        alsoKnownAs: "unrestricted file upload, stored cross-site scripting",
        cwe: [434]);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (!ServedFolders.Of(start.Compilation).ArePossible || TestCode.Of(start.Compilation).IsTestProject) return;

        var question = new Analysis(start.Compilation);
        start.RegisterOperationAction(question.Ask, OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private sealed class Analysis(Compilation compilation)
    {
        private readonly ServedFolders _folders = ServedFolders.Of(compilation);
        private readonly TextTemplates _templates = TextTemplates.Of(compilation);

        public void Ask(OperationAnalysisContext context)
        {
            foreach (var path in _folders.PathsOf(context.Operation))
            {
                if (!_folders.AreOpen) return;
                var template = _templates.Read(path);
                if (template.Holes.Select(EndingIn).FirstOrDefault(static found => found is not null) is not { } ending
                    || _folders.RootOf(template) is not { } root
                    || IsLookedAt(context.Operation))
                    continue;
                context.Report(Diagnostic.Create(
                    Descriptor, path.Syntax.GetLocation(), Quote.Of(ending.Syntax), Quote.Of(root)));
            }
        }

        /// <summary>The call that takes the ending, or the name with it, from an upload.</summary>
        private IOperation? EndingIn(Hole hole) =>
            hole.Value.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call =>
                Paths.IsPath(call.TargetMethod.ContainingType)
                && call.TargetMethod.Name is "GetExtension" or "GetFileName"
                && call.Arguments is { Length: 1 } given
                && IsNameOfUpload(Locals.Around(call, compilation).Follow(given[0].Value)));

        private bool IsNameOfUpload(IOperation value) =>
            value is IPropertyReferenceOperation { Property.Name: "FileName" or "Name", Instance: { } file }
            && _folders.IsUpload(file.Type);

        /// <summary>Here, or by a caller that is in sight.</summary>
        private bool IsLookedAt(IOperation save) =>
            save.Root().DescendantsAndSelf().Any(IsQuestion)
            || Bodies.MemberAround(save) is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                && Passed.CallsOf(method, compilation).Any(call => SpeaksOfKinds(call.Root().Syntax.ToString()));

        private bool IsQuestion(IOperation part) => part switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality =>
                !IsNull(equality.LeftOperand) && !IsNull(equality.RightOperand) && SpeaksOfKinds(part),
            IInvocationOperation { TargetMethod: { Name: "Contains" or "ContainsKey" or "TryGetValue" or "Any" or "All"
                or "Exists" or "Equals" or "EndsWith" or "IndexOf" or "IsMatch" or "GetValueOrDefault" } } =>
                SpeaksOfKinds(part),
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call =>
                call.Arguments.Any(given => _folders.IsUpload(given.Value.Bare().Type) || SpeaksOfKinds(given)),
            ISwitchOperation choice => SpeaksOfKinds(choice.Value),
            ISwitchExpressionOperation choice => SpeaksOfKinds(choice.Value),
            IIsPatternOperation pattern => SpeaksOfKinds(pattern.Value),
            _ => false,
        };

        private static bool IsNull(IOperation value) => value.Bare().ConstantValue is { HasValue: true, Value: null };

        /// <summary>In its words, or by a local that was given an ending.</summary>
        private bool SpeaksOfKinds(IOperation part) =>
            SpeaksOfKinds(part.Syntax.ToString())
            || part.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local =>
                Locals.Around(local, compilation).InitializerOf(local.Local) is { } given
                && SpeaksOfKinds(given.Syntax.ToString()));

        private static bool SpeaksOfKinds(string code)
        {
            var words = Words.Of(code);
            return words.Any(static word => word is "extension" or "extensions" or "ext" or "mime" or "filename")
                || words.Zip(words.Skip(1), static (one, next) => (one, next)).Any(static pair =>
                    pair is ("content", "type") or ("file", "name"));
        }
    }
}
