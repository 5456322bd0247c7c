namespace AiAwareAnalyzers.Tool.Report.Page;

/// <summary>A part of the page: what is known, how it was found out, and what that cannot know.</summary>
internal sealed record Section(string Id, string Title, Html Body, string How, string CannotKnow)
{
    public Html Link => Html.Of($"""<li><a href="#{Id}">{Title}</a></li>""");

    public Html Draw() => Html.Of(
        $"""
        <section id="{Id}" aria-labelledby="{Id}-head">
        <h2 id="{Id}-head">{Title}</h2>
        {Body}
        <details class="how"><summary>{Title}: how this was found out</summary>
        <p>{How}</p><p>What it cannot know: {CannotKnow}</p></details>
        </section>

        """);
}
