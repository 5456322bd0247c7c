using AiAwareAnalyzers.EdgeCases.Guards;
using AiAwareAnalyzers.EdgeCases.OutsideValues;
using AiAwareAnalyzers.Knowledge;
using AiAwareAnalyzers.Knowledge.Flow;
using AiAwareAnalyzers.Knowledge.Frameworks;
using AiAwareAnalyzers.Knowledge.Language;
using AiAwareAnalyzers.Knowledge.Summaries;
using AiAwareAnalyzers.Knowledge.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.EdgeCases;

/// <summary>Rows of a table in a dictionary, by a key that several of them may have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateKey() : Rule(Descriptor)
{
    internal static readonly DiagnosticDescriptor Descriptor = Define(
        id: "AIA0927",
        title: "Rows are put into a dictionary by a key that is not unique",
        messageFormat: "'{0}' throws at the second '{1}' with the same '{2}', which nothing in the model keeps unique; "
            + "{3}",
        category: Family.EdgeCases,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A dictionary throws at the second row with the same key: only a primary key and a unique index "
            + "keep that from happening.",
        alsoKnownAs: "An item with the same key has already been added, ArgumentException, duplicate key, ToLookup",
        cwe: [694]);

    private static readonly ImmutableHashSet<string> Makers = WordSet.Of(
        "ToDictionary ToDictionaryAsync ToFrozenDictionary ToImmutableDictionary ToImmutableSortedDictionary");

    private static readonly ImmutableHashSet<string> Homes = WordSet.Of(
        "Enumerable AsyncEnumerable EntityFrameworkQueryableExtensions QueryableExtensions FrozenDictionary",
        "ImmutableDictionary ImmutableSortedDictionary");

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (TestCode.Of(start.Compilation).IsTestProject || !EntityFramework.Of(start.Compilation).Exists) return;

        start.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Makers.Contains(call.TargetMethod.Name)
            || !Homes.Contains(call.TargetMethod.ContainingType.Name)
            || KeyOf(call) is not { } key
            || Sequences.SourceOf(call) is not { } source
            || new Way(context.Compilation).Follow(source, key) is not { } rows
            || rows.IsOneRowEach(context.Compilation)
            || Quoted.Holds(call)
            || Rescue.Surrounds(call, "ArgumentException"))
            return;

        var name = string.Join("' and '", rows.Members);
        context.Report(Diagnostic.Create(
            Descriptor, CallPlaces.Of(call),
            call.TargetMethod.Name,
            rows.Entity.Name,
            name,
            rows.Members.Any(IsReference)
                ? "use 'ToLookup', or group the rows first"
                : "use 'ToLookup', or give it a unique index"));
    }

    /// <summary>The members of an element that make up its key; null where the key is computed.</summary>
    private static ImmutableArray<MemberPath>? KeyOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "keySelector")?.Value.Lambda()
            is { Symbol.Parameters: [var element] } selector
        && selector.Result() is { } key
            ? MemberPath.AllIn(key, element)
            : null;

    /// <summary><c>WineId</c>: many rows may refer to one.</summary>
    private static bool IsReference(string member) => member.EndsWith("Id", StringComparison.Ordinal);

    /// <summary>The members that lead from an element to a part of its key; none for the element itself.</summary>
    private sealed record MemberPath(ImmutableArray<IPropertySymbol> Steps)
    {
        /// <summary>The parts of a key of one or several; null where one of them is computed.</summary>
        public static ImmutableArray<MemberPath>? AllIn(IOperation key, IParameterSymbol element)
        {
            var parts = PartsOf(key.Bare()).Select(part => Of(part, element)).ToList();
            return parts.Count > 0 && parts.TrueForAll(static part => part is not null)
                ? parts.ToImmutableArray()!
                : null;
        }

        /// <summary>What it is of the elements that a projection was given; null where it is computed there.</summary>
        public MemberPath? Before(IAnonymousFunctionOperation projection)
        {
            if (projection.Symbol.Parameters is not [var element] || projection.Result()?.Bare() is not { } made)
                return null;
            if (!Steps.IsEmpty && ValueGivenTo(Steps[0], made) is { } given)
                return Of(given, element) is { } inner ? new(inner.Steps.AddRange(Steps.RemoveAt(0))) : null;
            return Of(made, element) is { } whole ? new(whole.Steps.AddRange(Steps)) : null;
        }

        private static IEnumerable<IOperation> PartsOf(IOperation key) => key switch
        {
            ITupleOperation tuple => tuple.Elements,
            IAnonymousObjectCreationOperation several => several.Initializers
                .OfType<ISimpleAssignmentOperation>()
                .Select(static member => member.Value),
            IObjectCreationOperation { Arguments: { Length: > 0 } arguments } =>
                arguments.Select(static argument => argument.Value),
            IInterpolatedStringOperation text =>
                text.Parts.OfType<IInterpolationOperation>().Select(static hole => hole.Expression),
            _ => [key],
        };

        private static MemberPath? Of(IOperation value, IParameterSymbol element)
        {
            var steps = ImmutableArray.CreateBuilder<IPropertySymbol>();
            for (var current = value.Bare(); ; current = current.Bare())
                switch (current)
                {
                    case IParameterReferenceOperation { Parameter: var root }:
                        steps.Reverse();
                        return SymbolEqualityComparer.Default.Equals(root, element) ? new(steps.ToImmutable()) : null;
                    case IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } owner } read:
                        if (!IsValueOfNullable(read.Property)) steps.Add(read.Property);
                        current = owner;
                        break;
                    case IInvocationOperation { Arguments.IsEmpty: true, Instance: { } text, TargetMethod.Name:
                        "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim" or "ToString"
                        or "GetValueOrDefault" }:
                        current = text;
                        break;
                    case ICoalesceOperation choice:
                        current = choice.Value;
                        break;
                    default: return null;
                }
        }

        private static bool IsValueOfNullable(IPropertySymbol property) =>
            property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

        /// <summary>What a projection gives to a member of the object that it makes.</summary>
        private static IOperation? ValueGivenTo(IPropertySymbol member, IOperation made) => made switch
        {
            IAnonymousObjectCreationOperation several => Assigned(several.Initializers, member),
            IObjectCreationOperation { Initializer: { } set } when Assigned(set.Initializers, member) is { } value =>
                value,
            IObjectCreationOperation creation => creation.Arguments
                .FirstOrDefault(argument => argument.Parameter?.Name == member.Name)?.Value,
            _ => null,
        };

        private static IOperation? Assigned(ImmutableArray<IOperation> initializers, IPropertySymbol member) =>
            initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation target
                    && target.Property.Name == member.Name)
                ?.Value;
    }

    /// <summary>The way of the elements back to the table whose rows they are.</summary>
    private sealed class Way(Compilation compilation)
    {
        /// <summary>Nobody writes longer chains.</summary>
        private const int MaxSteps = 32;

        private static readonly ImmutableHashSet<string> Keeping = WordSet.Of(
            "Where OrderBy OrderByDescending ThenBy ThenByDescending Include ThenInclude AsNoTracking AsTracking",
            "AsNoTrackingWithIdentityResolution AsSplitQuery AsSingleQuery AsEnumerable AsAsyncEnumerable AsQueryable",
            "ToList ToListAsync ToArray ToArrayAsync Reverse TagWith TagWithCallSite IgnoreQueryFilters");

        private readonly ImmutableArray<IOperation>.Builder _filters = ImmutableArray.CreateBuilder<IOperation>();

        /// <summary>Null where rows are grouped, joined or made distinct, or come from nobody knows where.</summary>
        public KeyedRows? Follow(IOperation source, ImmutableArray<MemberPath> key)
        {
            var current = source;
            for (var step = 0; step < MaxSteps; step++)
            {
                current = Locals.Around(current, compilation).Follow(current);
                if (EntityFramework.EntityOf(current.Type) is { } entity)
                    return KeyedRows.Of(entity, key, _filters.ToImmutable());
                if (current is ITranslatedQueryOperation query) current = query.Operation;
                else if (current is not IInvocationOperation call) return null;
                else if (Homes.Contains(call.TargetMethod.ContainingType.Name)
                    || call.TargetMethod.ContainingType.Name is "Queryable" or "RelationalQueryableExtensions")
                {
                    if (Passed(call, key) is not { } before || Sequences.SourceOf(call) is not { } inner) return null;
                    key = before;
                    current = inner;
                }
                else if (AnswerOf(call) is { } answer) current = answer;
                else return null;
            }

            return null;
        }

        /// <summary>The key in front of an operator; null where there are other elements in front of it.</summary>
        private ImmutableArray<MemberPath>? Passed(IInvocationOperation call, ImmutableArray<MemberPath> key)
        {
            var lambda = call.Arguments.Select(static argument => argument.Value.Lambda())
                .FirstOrDefault(static lambda => lambda is not null);
            if (call.TargetMethod.Name == "Select" && lambda is not null)
            {
                var parts = key.Select(part => part.Before(lambda)).ToList();
                return parts.TrueForAll(static part => part is not null) ? parts.ToImmutableArray()! : null;
            }

            if (!Keeping.Contains(call.TargetMethod.Name)) return null;
            if (call.TargetMethod.Name == "Where")
                if (lambda?.Result() is { } condition) _filters.Add(condition);
                else return null;
            return key;
        }

        /// <summary>What the only body behind a call gives.</summary>
        private IOperation? AnswerOf(IInvocationOperation call) =>
            MethodSummaries.Of(compilation).Behind(call.TargetMethod) is [var only]
            && only.Answers.Take(2).ToList() is [var answer]
                ? answer
                : null;
    }

    /// <summary>Rows of a table by some of their members, and the filters that they have passed.</summary>
    private sealed record KeyedRows(
        ITypeSymbol Entity, ImmutableArray<string> Members, ImmutableArray<string> Others,
        ImmutableArray<IOperation> Filters)
    {
        /// <summary>Words of rows of which there is one for each of something.</summary>
        private static readonly ImmutableHashSet<string> Chosen = WordSet.Of(
            "current latest newest last primary main default head");

        /// <summary>Null where a part of the key is no member of the row, or a value of an enumeration.</summary>
        public static KeyedRows? Of(
            ITypeSymbol entity, ImmutableArray<MemberPath> key, ImmutableArray<IOperation> filters)
        {
            var members = ImmutableArray.CreateBuilder<string>();
            var others = ImmutableArray.CreateBuilder<string>();
            foreach (var part in key)
                switch (part.Steps)
                {
                    case [{ Type: var type } own] when !IsEnumeration(type): members.Add(own.Name); break;
                    case [{ Type.ContainingNamespace.Name: "System" } moment, _]: members.Add(moment.Name); break;
                    case [var other, { Name: "Id" }]:
                        members.Add(other.Name);
                        if (entity.SelfAndBases().Any(type => !type.GetMembers(other.Name + "Id").IsEmpty))
                            others.Add(other.Name + "Id");
                        break;
                    default: return null;
                }

            return new(entity, members.ToImmutable(), others.ToImmutable(), filters);
        }

        /// <summary>Whether the model, a filter or the program makes sure of it, as far as one can say.</summary>
        public bool IsOneRowEach(Compilation compilation)
        {
            var keys = UniqueKeys.Of(compilation);
            return keys.Of(Entity, Members.AddRange(Others)) != Uniqueness.Open
                || Filters.Any(filter => Chooses(filter, keys))
                || Members.Any(member => Mentions.Of(member, compilation).Any(IsTakenForUnique));
        }

        private static bool IsEnumeration(ITypeSymbol type) =>
            type.TypeKind == TypeKind.Enum
            || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                && nullable.TypeArguments[0].TypeKind == TypeKind.Enum);

        /// <summary>One row only, the newest of each, or those that are marked.</summary>
        private bool Chooses(IOperation filter, UniqueKeys keys) =>
            filter.DescendantsAndSelf().Any(part => part switch
            {
                IInvocationOperation { TargetMethod.Name: var name } =>
                    name is "Max" or "Min" or "Any" or "All" || name.StartsWith("First", StringComparison.Ordinal),
                IPropertyReferenceOperation { Property.Name: var name } => Words.Of(name).Any(Chosen.Contains),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality =>
                    IsUnique(equality.LeftOperand, keys) || IsUnique(equality.RightOperand, keys),
                _ => false,
            });

        private bool IsUnique(IOperation side, UniqueKeys keys) =>
            side.Bare() is IPropertyReferenceOperation { Property: var member, Instance: { } row }
            && row.Bare() is IParameterReferenceOperation
            && SymbolEqualityComparer.Default.Equals(row.Type, Entity)
            && keys.Of(Entity, ImmutableArray.Create(member.Name)) == Uniqueness.Kept;

        /// <summary>
        /// <c>SingleOrDefault(wine => wine.Code == code)</c>; and whether there is any is asked before a row is added,
        /// or, of a reference, before another is deleted.
        /// </summary>
        private static bool IsTakenForUnique(SimpleNameSyntax member) =>
            member.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } access
            && access.Name == member
            && access.AncestorsAndSelf().FirstOrDefault(static side =>
                side.Parent.IsKind(SyntaxKind.EqualsExpression))?.Parent is { } equality
            && equality.Ancestors().OfType<ArgumentListSyntax>().Any(arguments =>
                arguments.Parent is InvocationExpressionSyntax call
                && Calls.NameOf(call) is var name
                && (name.StartsWith("Single", StringComparison.Ordinal)
                    || (name is "Any" or "AnyAsync" && !IsReference(member.Identifier.ValueText))));
    }
}
