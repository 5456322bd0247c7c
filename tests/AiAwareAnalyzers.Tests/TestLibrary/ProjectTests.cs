using AiAwareAnalyzers.Tests.TestLibrary.Specimens;

namespace AiAwareAnalyzers.Tests.TestLibrary;

/// <summary>The parts that a project consists of reach the compiler and the analyzers.</summary>
public sealed class ProjectTests
{
    [Test]
    public Task LooksAtEveryFile()
    {
        var test = new Trial<LowerCaseClass>();
        test.TestState.Sources.Add("class [|order|] { }");
        test.TestState.Sources.Add(("/Shop/Cart.cs", "class [|cart|] : order { }"));
        return test.Accepts();
    }

    [Test]
    public Task RejectsADiagnosticInAnotherFile()
    {
        var test = new Trial<LowerCaseClass>();
        test.TestState.Sources.Add("class [|order|] { }");
        test.TestState.Sources.Add("class cart { }");
        return test.Rejects();
    }

    [Test]
    public Task LooksAtEveryProject()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class Order : Basis { }" };
        test.TestState.AdditionalProjects["Library"].Sources.Add("public class [|basis|] { } public class Basis { }");
        test.TestState.AdditionalProjectReferences.Add("Library");
        return test.Accepts();
    }

    [TestCase(OutputKind.ConsoleApplication, true)]
    [TestCase(OutputKind.DynamicallyLinkedLibrary, false)]
    public Task MakesAProgramOfTopLevelStatements(OutputKind kind, bool accepted)
    {
        var test = new Trial<LowerCaseClass> { TestCode = "System.Console.WriteLine(new order()); class [|order|] { }" };
        test.TestState.OutputKind = kind;
        return accepted ? test.Accepts() : test.Rejects();
    }

    [Test]
    public Task AddsReferences()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class Order { NUnit.Framework.TestAttribute test; }" };
        test.TestState.AdditionalReferences.Add(typeof(TestAttribute).Assembly);
        return test.Accepts();
    }

    [Test]
    public Task ConfiguresTrees() =>
        Configured("/.editorconfig", $"root = true\n[*.cs]\n{ConfiguredAnalyzer.Key} = apple\n", "apple", "-", "-").Accepts();

    [Test]
    public Task ConfiguresSomeTreesOnly() =>
        Configured("/.editorconfig", $"root = true\n[Other.cs]\n{ConfiguredAnalyzer.Key} = apple\n", "-", "-", "-").Accepts();

    [Test]
    public Task ConfiguresGlobally() =>
        Configured("/.globalconfig", $"is_global = true\n{ConfiguredAnalyzer.Key} = apple\n", "apple", "apple", "apple").Accepts();

    [Test]
    public Task ConfiguresAdditionalFiles() =>
        Configured("/.globalconfig", $"is_global = true\n[/shop/prices.txt]\n{ConfiguredAnalyzer.Key} = apple\n", "-", "-", "apple").Accepts();

    [Test]
    public Task RejectsWhatIsConfiguredOtherwise() =>
        Configured("/.editorconfig", $"root = true\n[*.cs]\n{ConfiguredAnalyzer.Key} = pear\n", "apple", "-", "-").Rejects();

    [Test]
    public Task TakesSeveritiesFromEditorConfig()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class {|#0:order|} { }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TL0001.severity = error\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("TL0001", DiagnosticSeverity.Error).WithLocation(0));
        return test.Accepts();
    }

    [Test]
    public Task TransformsTheSolution()
    {
        var test = new Trial<LowerCaseClass> { TestCode = "class Order { }" };
        test.SolutionTransforms.Add((solution, project) => solution.AddDocument(DocumentId.CreateNewId(project), "More.cs", "class order { }"));
        return test.Rejects();
    }

    [Test]
    public Task RejectsATestWithoutCode() => new Trial<LowerCaseClass>().Rejects();

    private static Trial<ConfiguredAnalyzer> Configured(string path, string text, string tree, string global, string file)
    {
        var test = new Trial<ConfiguredAnalyzer> { TestCode = "class Order { }" };
        test.TestState.AnalyzerConfigFiles.Add((path, text));
        test.TestState.AdditionalFiles.Add(("/shop/prices.txt", "1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(ConfiguredAnalyzer.Descriptor).WithArguments(tree, global, file));
        return test;
    }
}
