using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.Materialization.Enumeration;

/// <summary>What a call does to the size of a collection.</summary>
internal enum CollectionChange
{
    /// <summary>It only looks.</summary>
    None,

    /// <summary>It may add an element.</summary>
    Grows,

    /// <summary>It removes, or its size is asked for to decide something.</summary>
    Bounds,
}

/// <summary>The collections of the framework that keep what they are given.</summary>
internal static class Collections
{
    /// <summary>Where they live.</summary>
    internal static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.Queue`1",
        "System.Collections.Generic.Stack`1",
        "System.Collections.Generic.LinkedList`1",
        "System.Collections.Generic.SortedDictionary`2",
        "System.Collections.Generic.SortedSet`1",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Concurrent.ConcurrentStack`1");

    /// <summary>Whether a type keeps every element until somebody removes it.</summary>
    public static bool Keeps(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { ContainingNamespace.Name: "Generic" or "Concurrent" } named) return false;
        return Names.Contains($"System.Collections.{named.ContainingNamespace.Name}.{named.MetadataName}");
    }

    /// <summary>Whether the keys or elements are of a kind of which there are only so many.</summary>
    public static bool IsOfFew(ITypeSymbol collection) =>
        collection is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } && AreFew(arguments[0]);

    private static bool AreFew(ITypeSymbol key) =>
        key.TypeKind is TypeKind.Enum or TypeKind.Delegate
        || key.SpecialType is SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_Char
        || key is INamedTypeSymbol { Name: "Tuple" or "ValueTuple", TypeArguments: var parts } && parts.All(AreFew)
        || key.Name is "Type" or "RuntimeTypeHandle" or "Assembly" or "MethodInfo" or "PropertyInfo" or "FieldInfo"
            or "MemberInfo" or "ConstructorInfo" or "CultureInfo" or "Encoding" or "TimeZoneInfo";

    /// <summary>What a mention of a collection does to it.</summary>
    public static CollectionChange GrowthBy(IOperation mention)
    {
        var value = mention.Outermost();
        return value.Parent switch
        {
            IInvocationOperation call when call.Instance == value => OfCall(call),
            IPropertyReferenceOperation { Arguments.Length: > 0 } element => OfElement(element),
            IPropertyReferenceOperation { Property.Name: "Count" or "Keys" or "Values" or "IsEmpty" } =>
                CollectionChange.Bounds,
            IForEachLoopOperation or IIsPatternOperation or ILockOperation => CollectionChange.None,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } =>
                CollectionChange.None,
            IArgumentOperation { Parent: IInvocationOperation
                { TargetMethod: { IsExtensionMethod: true, ContainingType.Name: "Enumerable" } } } =>
                CollectionChange.None,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, Name: "TryAdd",
                ContainingType.Name: "CollectionExtensions" } } call } =>
                OfKey(call.Arguments[1].Value),
            _ => CollectionChange.Bounds,
        };
    }

    private static CollectionChange OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Add" or "TryAdd" or "GetOrAdd" or "AddOrUpdate" or "Enqueue" or "Push"
            or "AddLast" or "AddFirst" or "Insert" or "AddRange" or "UnionWith")
            return call.Arguments.Length > 0 ? OfKey(call.Arguments[0].Value) : CollectionChange.None;
        return call.TargetMethod.Name is "TryGetValue" or "ContainsKey" or "Contains" or "ContainsValue" or "Find"
            or "Exists" or "ForEach" or "ToArray" or "IndexOf" or "Peek" or "TryPeek" or "GetEnumerator" or "Any"
            ? CollectionChange.None
            : CollectionChange.Bounds;
    }

    private static CollectionChange OfElement(IPropertyReferenceOperation element) =>
        element.Parent is IAssignmentOperation assignment
        && assignment.Target == element
        && element.Instance?.Type?.Name.Contains("Dictionary") == true
            ? OfKey(element.Arguments[0].Value)
            : CollectionChange.None;

    /// <summary>A key that stands in the code is one key.</summary>
    private static CollectionChange OfKey(IOperation key) =>
        key.Bare().ConstantValue.HasValue || key.Bare() is ITypeOfOperation
            ? CollectionChange.None
            : CollectionChange.Grows;
}
