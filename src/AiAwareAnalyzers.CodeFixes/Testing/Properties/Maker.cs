using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiAwareAnalyzers.Testing.Properties;

/// <summary>A value that a library makes up.</summary>
/// <param name="Name">The name of the parameter that takes it.</param>
/// <param name="Type">Its type, or the generator that makes it.</param>
/// <param name="Read">How it is read.</param>
/// <param name="IsList">Whether it has elements, which are compared one by one.</param>
internal sealed record MadeValue(string Name, string Type, string Read, bool IsList = false);

/// <summary>How a property is written with the library and the framework of a project.</summary>
internal sealed class Maker
{
    private readonly Way _way;
    private readonly string _mark;
    private readonly bool _importsLinq;

    private Maker(Way way, string mark, bool importsLinq)
    {
        _way = way;
        _mark = mark;
        _importsLinq = importsLinq;
    }

    /// <summary>Ways to write a property.</summary>
    private enum Way
    {
        /// <summary>A test with parameters that FsCheck fills.</summary>
        Attribute,

        /// <summary>A test that asks FsCheck.</summary>
        FsCheck,

        /// <summary>A test that asks CsCheck.</summary>
        CsCheck,
    }

    /// <summary>Cents, so that nothing is lost in the making.</summary>
    public MadeValue Cents => new("cents", _way == Way.CsCheck ? "CsCheck.Gen.Int" : "int", "cents");

    /// <summary>How many parts there are: at least one.</summary>
    public MadeValue Parts => _way == Way.CsCheck
        ? new("parts", "CsCheck.Gen.Int[1, 50]", "parts")
        : new("parts", "FsCheck.PositiveInt", "parts.Get");

    /// <summary>The way that is at hand; null where there is none.</summary>
    public static Maker? Of(MethodDeclarationSyntax test, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(test) is not { } method || MarkOf(method) is not { } mark) return null;
        var importsLinq = ImportsLinq(test, model);
        if (!Has(model, "FsCheck.Fluent.Prop"))
            return Has(model, "CsCheck.Gen") ? new(Way.CsCheck, mark, importsLinq) : null;
        var integration = "FsCheck." + mark.Split('.')[0];
        return Has(model, integration + ".PropertyAttribute")
            ? new(Way.Attribute, integration + ".Property", importsLinq)
            : new(Way.FsCheck, mark, importsLinq);
    }

    /// <summary>A value or an array; null where it is none that all libraries make.</summary>
    public MadeValue? Value(ITypeSymbol type) =>
        type is IArrayTypeSymbol ? ArrayOf(type)
        : KeywordOf(type) is { } keyword ? Single(keyword)
        : null;

    /// <summary>An array of the elements of an array or list; among texts FsCheck would mix null.</summary>
    public MadeValue? ArrayOf(ITypeSymbol type) =>
        Law.ElementOf(type) is { } element && KeywordOf(element) is { } keyword and not "string"
            ? new("values", _way == Way.CsCheck ? GeneratorOf(keyword) + ".Array" : keyword + "[]", "values", true)
            : null;

    /// <summary>A question of Linq, as a sentence where its namespace is imported.</summary>
    public string Ask(string list, string method, string argument) =>
        _importsLinq ? $"{list}.{method}({argument})"
        : argument.Length == 0 ? $"System.Linq.Enumerable.{method}({list})"
        : $"System.Linq.Enumerable.{method}({list}, {argument})";

    /// <summary>The whole method.</summary>
    public string MethodText(string name, ImmutableArray<MadeValue> values, string holds) => _way switch
    {
        Way.Attribute =>
            $$"""
            [{{_mark}}]
            public bool {{name}}({{Listed(values, static value => value.Type + " " + value.Name)}}) =>
                {{holds}};
            """,
        Way.FsCheck =>
            $$"""
            [{{_mark}}]
            public void {{name}}() =>
                FsCheck.Check.QuickThrowOnFailure(
                    FsCheck.Fluent.Prop.ForAll<{{Listed(values, static value => value.Type)}}>(
                        {{Lambda(values, holds)}}));
            """,
        _ =>
            $$"""
            [{{_mark}}]
            public void {{name}}() =>
                CsCheck.Check.Sample(
                    {{(values.Length == 1 ? values[0].Type
                        : $"CsCheck.Gen.Select({Listed(values, static value => value.Type)})")}},
                    {{Lambda(values, holds)}});
            """,
    };

    private static bool ImportsLinq(MethodDeclarationSyntax test, SemanticModel model) =>
        model.LookupSymbols(
            test.Identifier.SpanStart,
            model.Compilation.CreateArrayTypeSymbol(model.Compilation.GetSpecialType(SpecialType.System_Int32)),
            nameof(Enumerable.OrderBy),
            includeReducedExtensionMethods: true).Length > 0;

    private static bool Has(SemanticModel model, string type) =>
        model.Compilation.GetTypeByMetadataName(type) is not null;

    /// <summary>FsCheck makes null as well, where it may make a text.</summary>
    private MadeValue Single(string keyword) => (_way, keyword) switch
    {
        (Way.CsCheck, _) => new("value", GeneratorOf(keyword), "value"),
        (_, "string") => new("value", "FsCheck.NonNull<string>", "value.Get"),
        _ => new("value", keyword, "value"),
    };

    private static string GeneratorOf(string keyword) =>
        "CsCheck.Gen." + char.ToUpperInvariant(keyword[0]) + keyword.Substring(1);

    private static string Lambda(ImmutableArray<MadeValue> values, string holds)
    {
        var names = Listed(values, static value => value.Name);
        return $"{(values.Length == 1 ? names : $"({names})")} => {holds}";
    }

    private static string Listed(ImmutableArray<MadeValue> values, Func<MadeValue, string> spell) =>
        string.Join(", ", values.Select(spell));

    /// <summary>The keyword of a type whose values compare as one expects.</summary>
    private static string? KeywordOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_String => "string",
        _ => null,
    };

    /// <summary>What marks a test without rows in the framework of another.</summary>
    private static string? MarkOf(IMethodSymbol test) => test.GetAttributes()
        .Select(static attribute => attribute.AttributeClass?.ContainingNamespace.ToDisplayString() switch
        {
            "Xunit" => "Xunit.Fact",
            "NUnit.Framework" => "NUnit.Framework.Test",
            "Microsoft.VisualStudio.TestTools.UnitTesting" =>
                "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod",
            _ => null,
        })
        .FirstOrDefault(static mark => mark is not null);
}
