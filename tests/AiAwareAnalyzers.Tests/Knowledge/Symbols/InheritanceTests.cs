using AiAwareAnalyzers.Knowledge.Symbols;

namespace AiAwareAnalyzers.Tests.Knowledge.Symbols;

[TestFixture]
public sealed class InheritanceTests
{
    private static readonly Compilation Zoo = CSharpCompilation.Create("Zoo", [CSharpSyntaxTree.ParseText("""
        interface IAnimal { }
        interface IPet : IAnimal { }
        interface IKeeper<T> { }
        class Cage<T> { }
        class Cat : IPet { }
        class Lion : Cat { }
        class Keeper : Cage<Lion>, IKeeper<Lion> { }
        class Stone { }
        """)]);

    [TestCase("Lion", "Lion", true)]
    [TestCase("Lion", "Cat", true)]
    [TestCase("Cat", "Lion", false, TestName = "A base does not inherit what derives from it")]
    [TestCase("Lion", "IAnimal", true, TestName = "An interface of an interface of a base counts")]
    [TestCase("IPet", "IAnimal", true)]
    [TestCase("Stone", "IAnimal", false)]
    [TestCase("Keeper", "Cage`1", true, TestName = "A generic base is found whatever its argument")]
    [TestCase("Keeper", "IKeeper`1", true, TestName = "And so is a generic interface")]
    [TestCase("Lion", "Dog", false, TestName = "Nothing inherits a type that is not there")]
    [TestCase("Dog", "Dog", false, TestName = "And what is not there inherits nothing")]
    public void A_type_is_what_it_derives_from_and_implements(string type, string ancestor, bool inherits) =>
        Assert.That(Type(type).Inherits(Type(ancestor)), Is.EqualTo(inherits));

    [Test]
    public void A_constructed_ancestor_is_meant_with_its_arguments()
    {
        var cage = Type("Cage`1")!;
        Assert.That(Type("Keeper").Inherits(cage.Construct(Type("Lion")!)), Is.True);
        Assert.That(Type("Keeper").Inherits(cage.Construct(Type("Stone")!)), Is.False);
    }

    [Test]
    public void One_of_several_is_enough()
    {
        Assert.That(Type("Lion").InheritsAny([Type("Stone")!, Type("Cat")!]), Is.True);
        Assert.That(Type("Lion").InheritsAny([Type("Stone")!]), Is.False);
    }

    [Test]
    public void A_lineage_begins_with_the_type_itself() =>
        Assert.That(Type("Lion").SelfAndBases().Take(2).Select(type => type.Name), Is.EqualTo(["Lion", "Cat"]));

    private static INamedTypeSymbol? Type(string name) => Zoo.GetTypeByMetadataName(name);
}
