using AiAwareAnalyzers.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Materialization;

/// <summary>A sequence searched from its start for each element of another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedSearch() : Rule(Descriptor)
{
    /// <summary>What the fix makes before the loop: a set or a lookup; present only where one is certain.</summary>
    internal const string Index = "Index";
    internal const string Set = "Set";
    internal const string Lookup = "Lookup";

    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0408",
        title: "A list is searched for each element of another",
        messageFormat: "'{0}' walks through '{1}' again for each element of '{2}', so the time grows with the product of both; {3}",
        category: Family.Materialization,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A linear search inside a loop takes time that grows with the product of both lengths, and a set or lookup made before the loop takes it away.",
        customTags: LowersOwnFindings);

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var question = new Question(start.Compilation);
        start.RegisterOperationAction(question.Ask, OperationKind.Invocation);
    }

    private sealed class Question(Compilation compilation)
    {
        private readonly Sequences _sequences = Sequences.Of(compilation);
        private readonly Origins _origins = Origins.Of(compilation);

        public void Ask(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (SearchedBy(call) is not { } searched || SymbolOf(searched) is not { } symbol || Repeats(call, symbol) is not { } repeated) return;
            if (!IsFirst(call, symbol, repeated.Syntax) || Loops.IsSmall(repeated) || _sequences.IsQuery(repeated.Bare().Type)) return;
            var locals = Locals.Around(call, compilation);
            if (Loops.IsSmall(locals.Follow(searched)) || Loops.IsSmall(locals.Follow(repeated)) || IsElsewhereOrShort(searched)) return;

            var key = KeyOf(call);
            var severity = HoldsRows(symbol, locals) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, call.Called(), severity, null, Plan(call, symbol, key, locals),
                call.TargetMethod.Name, Quote.Of(searched.Syntax), Quote.Of(repeated.Syntax),
                call.TargetMethod.Name is "Contains" or "IndexOf" ? "search a 'HashSet' made before" : key is null ? "make a set or lookup before" : $"make a lookup by '{key.Property.Name}' before"));
        }

        /// <summary>What a call searches from the start; null where it does not, or does so fast.</summary>
        private IOperation? SearchedBy(IInvocationOperation call)
        {
            var method = call.TargetMethod;
            if (method.Name is "Contains" or "IndexOf" && call.Instance is { } list) return _sequences.IsList(list.Type) ? list : null;
            if (method.Name is "Find" or "Exists" or "FindIndex" && call.Instance is { } found) return _sequences.IsList(found.Type) && IsComparison(call) ? found : null;
            if (method is { Name: "Contains", ContainingType.Name: "MemoryExtensions" } && call.Arguments.Length == 2) return OfSpan(call.Arguments[0].Value);
            if (_sequences.CallOf(call) is not { } search || method.ContainingType.Name != "Enumerable") return null;
            var type = search.Source.Bare().Type;
            if (search.Verb == Verb.Test && search.Name == "Contains") return search.Arguments.Count() == 1 && IsListLike(type) ? search.Source.Bare() : null;
            return search.Name is "Any" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Where" or "Count" && IsComparison(call) ? search.Source.Bare() : null;
        }

        /// <summary>From C# 14 on, an array is searched as a span.</summary>
        private IOperation? OfSpan(IOperation span)
        {
            while (span is IConversionOperation { IsImplicit: true } conversion) span = conversion.Operand;
            return IsListLike(span.Type) ? span : null;
        }

        /// <summary>A query or file is another rule's business, and a page is short.</summary>
        private bool IsElsewhereOrShort(IOperation searched)
        {
            var source = _origins.SourceOf(searched);
            return source.IsBounded
                || source.Origin != Origin.Memory
                || _sequences.CopiedBy(source.Root) is { } copied && _origins.SourceOf(copied).IsBounded;
        }

        /// <summary>A type that certainly looks at each element; an <c>IEnumerable</c> may be a set.</summary>
        private bool IsListLike(ITypeSymbol? type) =>
            type is IArrayTypeSymbol { ElementType: { SpecialType: not (SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_Boolean), TypeKind: not TypeKind.Enum } }
            || _sequences.IsList(type)
            || type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_IReadOnlyList_T };

        private static ISymbol? SymbolOf(IOperation searched) => searched.Bare() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation { Parameter: { IsParams: false, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } } parameter => parameter.Parameter,
            IFieldReferenceOperation { Field: { IsConst: false } } field => field.Field,
            _ => null,
        };

        /// <summary>The sequence for whose elements the call is made; null where it is made once, or by a database.</summary>
        private IOperation? Repeats(IInvocationOperation call, ISymbol searched)
        {
            var child = (IOperation)call;
            foreach (var parent in call.Ancestors())
            {
                if (searched.DeclaringSyntaxReferences.Any(declaration => parent.Syntax.Span.Contains(declaration.Span) && parent.Syntax.SyntaxTree == declaration.SyntaxTree)) return null;
                if (parent is IForEachLoopOperation loop && child == loop.Body) return loop.Collection;
                if (parent is ILocalFunctionOperation or ILoopOperation and not IForEachLoopOperation) return null;
                if (parent is IAnonymousFunctionOperation lambda) return SourceOf(lambda);
                child = parent;
            }

            return null;
        }

        /// <summary>What a lambda is called for each element of.</summary>
        private IOperation? SourceOf(IAnonymousFunctionOperation lambda) =>
            lambda.Parent is IDelegateCreationOperation creation
            && creation.User() is IInvocationOperation user
            && _sequences.CallOf(user) is { } call
            && user.TargetMethod.ContainingType.Name == "Enumerable"
            && call.Source.Bare() != lambda
                ? call.Source.Bare()
                : null;

        /// <summary>One finding for a sequence in a loop, however often it is searched there.</summary>
        private bool IsFirst(IInvocationOperation call, ISymbol searched, SyntaxNode repeated) =>
            Locals.Around(call, compilation).MentionsOf(searched)
                .FirstOrDefault(mention => mention.Syntax.SpanStart > repeated.Span.End) is not { } first
            || call.Syntax.Span.Contains(first.Syntax.Span);

        /// <summary>Whether a predicate compares a property of each element with something else.</summary>
        private static bool IsComparison(IInvocationOperation call) => EqualityIn(call) is not null;

        private static IPropertyReferenceOperation? KeyOf(IInvocationOperation call) =>
            EqualityIn(call) is var (lambda, equality) ? KeySide(lambda, equality.LeftOperand) ?? KeySide(lambda, equality.RightOperand) : null;

        private static (IAnonymousFunctionOperation Lambda, IBinaryOperation Equality)? EqualityIn(IInvocationOperation call)
        {
            var lambda = call.Arguments.Select(argument => argument.Value.Lambda()).FirstOrDefault(value => value is not null);
            return lambda?.Result()?.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality
                && KeySide(lambda, equality.LeftOperand) is null != KeySide(lambda, equality.RightOperand) is null
                    ? (lambda, equality)
                    : null;
        }

        private static IPropertyReferenceOperation? KeySide(IAnonymousFunctionOperation lambda, IOperation side) =>
            side.Bare() is IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } key
            && instance.Bare() is IParameterReferenceOperation parameter
            && SymbolEqualityComparer.Default.Equals(parameter.Parameter, lambda.Symbol.Parameters[0])
                ? key
                : null;

        /// <summary>Whether a local is known to hold as many elements as there is data: made from another sequence, read, or filled in a loop.</summary>
        private bool HoldsRows(ISymbol searched, Locals locals) =>
            searched is ILocalSymbol local
            && (locals.InitializerOf(local) is { } value && (_sequences.CopiedBy(value.Bare()) is { } copied && !Loops.IsSmall(locals.Follow(copied)) || value is IAwaitOperation)
                || locals.MentionsOf(local).Any(mention => Locals.Of(mention) == Mention.Changed && Loops.Around(mention) is { } loop && Loops.IsOverData(loop) && !locals.DeclarationOf(local)!.IsInside(loop)));

        private static ImmutableDictionary<string, string?> Plan(IInvocationOperation call, ISymbol searched, IPropertyReferenceOperation? key, Locals locals)
        {
            var none = ImmutableDictionary<string, string?>.Empty;
            if (searched is IFieldSymbol || call.TargetMethod.Name is "IndexOf" or "Find" or "Exists" or "FindIndex") return none;
            var statement = call.Syntax.FirstAncestorOrSelf<StatementSyntax>(node => node.Parent is BlockSyntax && Around(call, node));
            if (statement is null || call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is null || ChangesBehind(call, searched, statement, locals)) return none;
            if (call.TargetMethod.Name == "Contains") return HasReliableHash(call.Arguments[call.Arguments.Length - 1].Value.Type) ? none.Add(Index, Set) : none;
            return key is not null && EqualityIn(call) is var (lambda, equality)
                && HasReliableHash(key.Type)
                && SymbolEqualityComparer.Default.Equals(equality.LeftOperand.Type, equality.RightOperand.Type)
                && SymbolEqualityComparer.Default.Equals(key.Type, equality.LeftOperand.Type)
                && Translation.IsPure(lambda)
                    ? none.Add(Index, Lookup)
                    : none;
        }

        /// <summary>The statement that the whole loop or query stands in: outside of it, the index is made once.</summary>
        private static bool Around(IInvocationOperation call, SyntaxNode statement)
        {
            foreach (var parent in call.Ancestors())
                if (parent is IForEachLoopOperation loop) return statement == loop.Syntax;
                else if (parent is IAnonymousFunctionOperation lambda) return !lambda.Syntax.Span.Contains(statement.Span);
            return false;
        }

        private static bool ChangesBehind(IInvocationOperation call, ISymbol searched, SyntaxNode statement, Locals locals) =>
            locals.MentionsOf(searched).Any(mention => mention.Syntax.SpanStart > statement.SpanStart && !mention.IsInside(call) && Locals.Of(mention) is Mention.Changed or Mention.Reassigned or Mention.Escapes)
            || locals.MentionsOf(searched).Any(mention => mention.Ancestors().Any(parent => parent is ILocalFunctionOperation));

        /// <summary>Types whose equality, operator and hash agree.</summary>
        private static bool HasReliableHash(ITypeSymbol? type) =>
            type is { TypeKind: TypeKind.Enum }
            || type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Decimal or SpecialType.System_DateTime
            || type is { Name: "Guid", ContainingNamespace.Name: "System" };
    }
}
