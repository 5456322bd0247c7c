using AiAwareAnalyzers.Knowledge.Flow;

namespace AiAwareAnalyzers.EdgeCases.Guards;

/// <summary>All operations of a body, those of its lambdas and local functions too.</summary>
internal static class OperationTree
{
    /// <summary>All of the body that an operation stands in.</summary>
    public static IEnumerable<IOperation> Around(IOperation operation) => Of(operation.Root());

    public static IEnumerable<IOperation> Of(IOperation root)
    {
        var open = new Stack<IOperation>();
        open.Push(root);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations) open.Push(child);
        }
    }
}
