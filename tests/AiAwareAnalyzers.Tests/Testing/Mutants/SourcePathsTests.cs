using AiAwareAnalyzers.Testing.Mutants;
using FsCheck;
using FsCheck.Fluent;

namespace AiAwareAnalyzers.Tests.Testing.Mutants;

public sealed class SourcePathsTests
{
    private static readonly Gen<string[]> Folders =
        Gen.ArrayOf(Gen.Elements("src", "Shop", "Orders", "a b", "C:", "Ünits"));

    [TestCase("/code/src/Shop/Order.cs", "/code/src/Shop/Order.cs", 4)]
    [TestCase("/code/src/Shop/Order.cs", @"C:\other\src\Shop\Order.cs", 3, Description = "another system")]
    [TestCase("/code/src/Shop/Order.cs", "Order.cs", 1, Description = "from the project on")]
    [TestCase("/code/src/Shop/Order.cs", "shop/order.cs", 2, Description = "letters of another size")]
    [TestCase("/code/src/Shop/Order.cs", "src/Shop/Orders.cs", 0, Description = "another file")]
    [TestCase("/code/src/MyShop/Order.cs", "Shop/Order.cs", 1, Description = "a folder that ends alike")]
    [TestCase("", "", 0)]
    public void Paths_are_compared_from_their_ends(string one, string other, int shared) =>
        Assert.That(SourcePaths.SharedEnd(one, other), Is.EqualTo(shared));

    [TestCase("/code/Order.cs", "Order.cs")]
    [TestCase(@"C:\work/src\Order.cs", "Order.cs")]
    [TestCase("Order.cs", "Order.cs")]
    [TestCase("work/", "")]
    [TestCase("", "")]
    public void A_file_has_a_name(string path, string name) =>
        Assert.That(SourcePaths.NameOf(path), Is.EqualTo(name));

    [Test]
    public void No_root_and_no_system_hides_what_is_shared() =>
        Prop.ForAll(
            Gen.Zip(Gen.Zip(Folders, Folders), Folders).ToArbitrary(),
            folders =>
            {
                var ((here, there), shared) = folders;
                string[] end = [.. shared, "Order.cs"];
                var one = "/" + string.Join('/', here.Append("here").Concat(end));
                var other = string.Join('\\', there.Append("there").Concat(end)).ToUpperInvariant();
                return SourcePaths.SharedEnd(one, other) == end.Length
                    && SourcePaths.SharedEnd(other, one) == end.Length
                    && SourcePaths.NameOf(one) == "Order.cs";
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_path_is_wholly_shared_with_itself() =>
        Prop.ForAll<NonNull<string>>(path =>
        {
            var parts = path.Get.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
            return SourcePaths.SharedEnd(path.Get, path.Get) == parts.Length;
        }).QuickCheckThrowOnFailure();
}
