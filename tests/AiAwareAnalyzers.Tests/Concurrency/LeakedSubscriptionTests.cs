using AiAwareAnalyzers.Concurrency;

namespace AiAwareAnalyzers.Tests.Concurrency;

public sealed class LeakedSubscriptionTests : RuleTests<LeakedSubscription>
{
    private protected override ReferenceSet Framework => References.AspNetCore;

    [TestCase("protected override void OnInitialized() => [|State.Changed += Show|];", TestName = "At the start")]
    [TestCase(
        "protected override void OnInitialized() { [|State.Changed += Show|]; }",
        TestName = "At the start, in a block")]
    [TestCase(
        "protected override async Task OnInitializedAsync() { await Task.Yield(); [|State.Changed += Show|]; }",
        TestName = "Behind an await")]
    [TestCase(
        "protected override void OnParametersSet() { [|State.Changed += Show|]; }",
        TestName = "With each parameter")]
    [TestCase(
        "protected override void OnAfterRender(bool first) { if (first) [|State.Changed += Show|]; }",
        TestName = "After the first rendering")]
    [TestCase(
        "protected override void OnInitialized() => [|State.Changed += () => StateHasChanged()|];",
        TestName = "A lambda")]
    [TestCase(
        """protected override void OnInitialized() => [|State.Changed += async () => await InvokeAsync(StateHasChanged)|];""",
        TestName = "An asynchronous lambda")]
    [TestCase(
        "protected override void OnInitialized() => [|State.Changed += StateHasChanged|];",
        TestName = "The rendering itself")]
    [TestCase(
        "protected override void OnInitialized() => [|State.Changed += delegate { Show(); }|];",
        TestName = "A delegate without a name")]
    [TestCase("protected override void OnInitialized() => [|Nav.LocationChanged += Moved|];", TestName = "The address")]
    [TestCase(
        "protected override void OnInitialized() => [|Parent.Changed += Show|];",
        TestName = "A component around")]
    [TestCase(
        "protected override void OnInitialized() => [|this.State.Changed += this.Show|];",
        TestName = "With this")]
    [TestCase(
        "protected override void OnInitialized() => [|State!.Changed += Show|];",
        TestName = "With a word of honour")]
    [TestCase(
        """protected override void OnInitialized() { [|State.Changed += Show|]; State.Other += Show; } public void Dispose() => State.Other -= Show;""",
        TestName = "One of two")]
    [TestCase(
        "protected override void OnInitialized() { [|State.Changed += Show|]; } public void Dispose() { }",
        TestName = "An empty end")]
    [TestCase("void Begin() => [|State.Changed += Show|];", TestName = "In a method of its own")]
    public Task Who_never_stops_listening(string members) => Flags(Component(members));

    [CSharp(12)]
    public Task A_service_of_a_primary_constructor_is_one_too() => Flags(
        """
        public class Page(AppState state) : Microsoft.AspNetCore.Components.ComponentBase
        {
            protected override void OnInitialized() => [|state.Changed += StateHasChanged|];
        }

        """ + Types);

    [Test]
    public Task The_message_names_who_listens_to_what() => Says(
        Component("protected override void OnInitialized() => [|State.Changed += Show|];"),
        "'Page' listens to 'State.Changed' and never stops, so 'AppState' keeps it alive and calls it after it has "
        + "left the page; take the handler off in 'Dispose'");

    [Test]
    public Task The_message_knows_that_nobody_can_take_a_lambda_off() => Says(
        Component("protected override void OnInitialized() => [|State.Changed += () => Show()|];"),
        "'Page' listens to 'State.Changed' and never stops, so 'AppState' keeps it alive and calls it after it has "
        + "left the page; make the lambda a method, and take it off in 'Dispose'");

    [TestCase(
        """protected override void OnInitialized() => State.Changed += Show; public void Dispose() => State.Changed -= Show;""",
        TestName = "Taken off at the end")]
    [TestCase(
        """protected override void OnInitialized() => State.Changed += Show; public ValueTask DisposeAsync() { State.Changed -= Show; return default; }""",
        TestName = "Taken off at the asynchronous end")]
    [TestCase(
        "protected override void OnInitialized() => State.Changed += Show; void Stop() { State.Changed -= Show; }",
        TestName = "Taken off in a method of its own")]
    [TestCase(
        "protected override void OnInitialized() { State.Changed -= Show; State.Changed += Show; }",
        TestName = "Taken off first")]
    [TestCase(
        "protected override void OnInitialized() { var own = new AppState(); own.Changed += Show; }",
        TestName = "A service of its own")]
    [TestCase(
        "readonly AppState _own = new(); protected override void OnInitialized() => _own.Changed += Show;",
        TestName = "A member of its own")]
    [TestCase(
        "public event Action? Closed; protected override void OnInitialized() => Closed += Show;",
        TestName = "Its own event")]
    [TestCase(
        "AppState Own { get; } = new(); protected override void OnInitialized() => Own.Changed += Show;",
        TestName = "A property that is its own")]
    [TestCase("protected override void OnInitialized() => State.Listener = Show;", TestName = "A delegate that is set")]
    [TestCase(
        "protected override void OnInitialized() => State.Listener += Show;",
        TestName = "A delegate that is no event")]
    [TestCase(
        "IDisposable? _listening; protected override void OnInitialized() => _listening = State.Listen(Show);",
        TestName = "A subscription that is an object")]
    [TestCase("protected override void OnInitialized() => State.Notify();", TestName = "A service that is told")]
    [TestCase(
        "protected override void OnInitialized() => AppDomain.CurrentDomain.ProcessExit += (_, _) => { };",
        TestName = "An event of the process")]
    [TestCase("static void Make(AppState state) => state.Changed += () => { };", TestName = "A parameter of a method")]
    [TestCase("protected override void OnInitialized() => State.Changed -= Show;", TestName = "Only taken off")]
    public Task Who_stops_or_listens_to_its_own(string members) => Allows(Component(members));

    [TestCase("public class Service", TestName = "A service")]
    [TestCase("public class Frame : Microsoft.AspNetCore.Components.LayoutComponentBase", TestName = "A layout")]
    [TestCase("public class Window : IDisposable", TestName = "No component")]
    public Task Who_lives_as_long_is_allowed(string type) => Allows(
        $$"""
        {{type}}
        {
            [Microsoft.AspNetCore.Components.Inject] public AppState State { get; set; } = null!;
            public void Begin() => State.Changed += Dispose;
            public void Dispose() { }
        }

        """ + Types);

    [Test]
    public Task Parts_of_a_component_are_one() => Allows(
        """
        public partial class Page : Microsoft.AspNetCore.Components.ComponentBase
        {
            [Microsoft.AspNetCore.Components.Inject] public AppState State { get; set; } = null!;
            protected override void OnInitialized() => State.Changed += StateHasChanged;
        }
        public partial class Page : IDisposable { public void Dispose() => State.Changed -= StateHasChanged; }

        """ + Types);

    [Test]
    public Task A_service_that_makes_a_component_listen_is_unknown() => Allows(
        """
        public class Page : Microsoft.AspNetCore.Components.ComponentBase
        {
            [Microsoft.AspNetCore.Components.Parameter] public AppState State { get; set; } = null!;
            protected override void OnInitialized() => State.Changed += StateHasChanged;
        }

        """ + Types);

    private static string Component(string members) => $$"""
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Routing;

        public class Page : ComponentBase
        {
            [Inject] public AppState State { get; set; } = null!;
            [Inject] NavigationManager Nav { get; set; } = null!;
            [CascadingParameter] public AppState Parent { get; set; } = null!;
            void Show() { }
            void Moved(object? sender, LocationChangedEventArgs change) { }
            {{members}}
        }

        """ + Types;

    private const string Types = """
        public class AppState
        {
            public event Action? Changed;
            public event Action? Other;
            public Action? Listener { get; set; }
            public void Notify() { Changed?.Invoke(); Other?.Invoke(); }
            public IDisposable Listen(Action listener) => null!;
        }

        """;
}
