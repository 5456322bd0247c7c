using AiAwareAnalyzers.Knowledge;

namespace AiAwareAnalyzers.FakeWork.Work;

/// <summary>Which compilations the family speaks about.</summary>
internal static class Surroundings
{
    /// <summary>Code that compiles against something: without any reference nothing can be told of a call.</summary>
    public static bool AreKnown(Compilation compilation) =>
        compilation.GetSpecialType(SpecialType.System_Object).TypeKind != TypeKind.Error;

    /// <summary>Code that does its work for users: in a project of tests nobody takes a stub for more.</summary>
    public static bool AreProductive(Compilation compilation) =>
        AreKnown(compilation) && !TestCode.Of(compilation).IsTestProject;
}
