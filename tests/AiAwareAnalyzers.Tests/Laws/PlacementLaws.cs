namespace AiAwareAnalyzers.Tests.Laws;

/// <summary>
/// A topic stands in the narrowest room that holds all its readers; arrows go from a rule down to the frame.
/// </summary>
[SourceOnly]
public sealed class PlacementLaws
{
    private static readonly Lazy<FloorPlan> Real = new(() =>
        FloorPlan.Of(SilenceLaws.OwnSource(), Repository.PathOf("src")));

    /// <summary>Older hosts cannot read the newest syntax, in which this repository is written.</summary>
    [CSharp(14)]
    public void Every_topic_stands_in_the_narrowest_room_of_its_readers() =>
        Assert.That(Real.Value.OutOfPlace(), Is.EquivalentTo(PlacementExceptions.OutOfPlace.Keys));

    [CSharp(14)]
    public void The_root_of_a_family_holds_its_rules_alone() => Assert.That(Real.Value.TopicsAmongRules(), Is.Empty);

    [CSharp(14)]
    public void No_arrow_leads_to_another_family() =>
        Assert.That(Real.Value.StrayArrows(), Is.EquivalentTo(PlacementExceptions.Arrows.Keys));

    [CSharp(14)]
    public void Files_go_in_no_circles_but_those_with_a_reason() =>
        Assert.That(Real.Value.Circles(), Is.EquivalentTo(PlacementExceptions.Circles.Keys));

    [CSharp(14)]
    public void Each_room_has_a_line_on_the_map()
    {
        Assert.That(RoomMap.Questions.Keys, Is.EquivalentTo(Real.Value.Rooms()));
        Blessing.Holds(
            Repository.PathOf("docs", "architecture.md"), RoomMap.Opening, RoomMap.Closing, RoomMap.Text());
    }

    [Test]
    public void A_room_is_a_folder_of_topics() => Assert.That(
        Plan(
            ("Money/Sums/Sum.cs", "class Sum;"),
            ("Money/Price.cs", "class Price : Rule;"),
            ("Knowledge/Loner.cs", "class Loner;"),
            ("Rule.cs", "class Rule;")).Rooms(),
        Is.EquivalentTo(new[] { "Money/Sums", "Knowledge" }));

    [Test]
    public void A_topic_of_one_family_in_Knowledge_is_seen() => Assert.That(
        Plan(("Knowledge/Loner.cs", "class Loner;"), ("Money/Price.cs", "class Price { Loner? loner; }")).OutOfPlace(),
        Is.EqualTo(new[] { "Knowledge/Loner is read in Money alone" }));

    [Test]
    public void A_topic_of_another_room_is_seen() => Assert.That(
        Plan(("Money/Sums/Loner.cs", "class Loner;"), ("Money/Words/Term.cs", "class Term { Loner? loner; }"))
            .OutOfPlace(),
        Has.Some.EqualTo("Money/Sums/Loner is read in Money/Words alone"));

    [Test]
    public void A_topic_that_the_whole_family_reads_may_stand_in_any_of_its_rooms() => Assert.That(
        Plan(("Money/Sums/Sum.cs", "class Sum;"), ("Money/Price.cs", "class Price { Sum? sum; }")).OutOfPlace(),
        Is.Empty);

    [Test]
    public void A_topic_among_rules_is_seen() => Assert.That(
        Plan(("Money/Sum.cs", "class Sum;"), ("Money/Price.cs", "class Price : Rule;"), ("Rule.cs", "class Rule;"))
            .TopicsAmongRules(),
        Is.EqualTo(new[] { "Money/Sum" }));

    [Test]
    public void An_arrow_to_another_family_is_seen() => Assert.That(
        Plan(("Money/Sums/Sum.cs", "class Sum;"), ("Injection/Query.cs", "class Query { Sum? sum; }")).StrayArrows(),
        Is.EqualTo(new[] { "Injection/Query -> Money/Sums/Sum" }));

    [Test]
    public void An_arrow_out_of_Knowledge_is_seen() => Assert.That(
        Plan(("Money/Sums/Sum.cs", "class Sum;"), ("Knowledge/Flow/Values.cs", "class Values { Sum? sum; }"))
            .StrayArrows(),
        Is.EqualTo(new[] { "Knowledge/Flow/Values -> Money/Sums/Sum" }));

    [Test]
    public void An_arrow_from_the_frame_is_seen() => Assert.That(
        Plan(("Knowledge/Flow/Values.cs", "class Values;"), ("Rule.cs", "class Rule { Values? values; }"))
            .StrayArrows(),
        Is.EqualTo(new[] { "Rule -> Knowledge/Flow/Values" }));

    [Test]
    public void A_circle_is_seen() => Assert.That(
        Plan(
            ("Money/Sums/A.cs", "class A { B? b; }"),
            ("Money/Sums/B.cs", "class B { C? c; }"),
            ("Money/Sums/C.cs", "class C { A? a; }")).Circles(),
        Is.EqualTo(new[] { "A B C" }));

    [Test]
    public void Parts_of_one_type_are_no_circle() => Assert.That(
        Plan(
            ("Money/Sums/A.cs", "partial class A { void M() => N(); }"),
            ("Money/Sums/A.Walk.cs", "partial class A { void N() => M(); }")).Circles(),
        Is.Empty);

    private static FloorPlan Plan(params (string Path, string Code)[] files) => FloorPlan.Of(
        CSharpCompilation.Create(
            "Planted",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Code, path: "/src/AiAwareAnalyzers/" + file.Path))),
        "/src");
}
