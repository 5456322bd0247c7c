using AiAwareAnalyzers.Disclosure;

namespace AiAwareAnalyzers.Tests.Disclosure;

public sealed class AcceptsAnyCertificateTests : RuleTests<AcceptsAnyCertificate, AcceptsAnyCertificateFix>
{
    private const string Validation = "(message, certificate, chain, errors)";

    private static string Handler(string callback) =>
        $$"""
        class Api
        {
            HttpClient Create() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = {{callback}} });
        }
        """;

    [Test]
    public Task A_lambda_that_returns_true() => Flags(Handler($"[|{Validation} => true|]"));

    [TestCase("if (ignoreErrors) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;",
        TestName = "Behind a switch")]
    [TestCase(
        "if (!ignoreErrors) { return handler; } handler.ServerCertificateCustomValidationCallback = "
        + "(_, _, _, _) => true;",
        TestName = "Where the switch has not left")]
    [TestCase("if (SkipValidation) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;",
        TestName = "Behind an option")]
    [TestCase(
        "return ignoreErrors ? new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => true } : handler;",
        TestName = "A choice")]
    public Task What_a_user_has_to_ask_for(string statements) => Allows(Switched(statements));

    [TestCase("if (retries > 3) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];",
        TestName = "Another question")]
    [TestCase("if (ignoreErrors) retries++; handler.ServerCertificateCustomValidationCallback = "
        + "[|(_, _, _, _) => true|];",
        TestName = "A switch that decides something else")]
    [TestCase("if (!ignoreErrors) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];",
        TestName = "Where the switch is off")]
    [TestCase("if (ignoreErrors && retries > 3) return handler; handler.ServerCertificateCustomValidationCallback = "
        + "[|(_, _, _, _) => true|];",
        TestName = "Where the switch has left")]
    [TestCase("if (TrustAll) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];",
        TestName = "An option that is on by default")]
    [TestCase("if (allowAny) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];",
        TestName = "An argument that is on by default")]
    [TestCase(
        "var trusting = true; const bool Insecure = true; if (Insecure && trusting) "
        + "handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];",
        TestName = "A constant")]
    public Task What_nobody_has_asked_for(string statements) => Flags(Switched(statements));

    private static string Switched(string statements) =>
        $$"""
        class Api
        {
            public bool SkipValidation { get; set; }
            public bool TrustAll { get; set; } = true;

            HttpClientHandler Create(bool ignoreErrors, int retries, bool allowAny = true)
            {
                var handler = new HttpClientHandler();
                {{statements}}
                return handler;
            }
        }
        """;

    [Test]
    public Task Discards() => Flags(Handler("[|(_, _, _, _) => true|]"));

    [Test]
    public Task A_block_that_returns_true() =>
        Flags(Handler($"[|{Validation} => {{ Console.WriteLine(errors); return true; }}|]"));

    [Test]
    public Task True_on_every_path() =>
        Flags(Handler($"[|{Validation} => {{ if (errors == 0) return true; return true; }}|]"));

    [Test]
    public Task An_anonymous_method() => Flags(Handler("[|delegate { return true; }|]"));

    [Test]
    public Task The_frameworks_own_callback() =>
        Flags(Handler("[|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|]"));

    [Test]
    public Task A_method_group() => Flags("""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        class Api
        {
            HttpClientHandler Create() => new() { ServerCertificateCustomValidationCallback = [|Trust|] };
            static bool Trust(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
        }
        """);

    [Test]
    public Task A_local_function() => Flags("""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        class Api
        {
            HttpClientHandler Create()
            {
                return new() { ServerCertificateCustomValidationCallback = [|Trust|] };
                bool Trust(HttpRequestMessage m, X509Certificate2? c, X509Chain? x, SslPolicyErrors e) { return true; }
            }
        }
        """);

    [Test]
    public Task An_assignment_in_a_method() => Flags("""
        class Api
        {
            void Configure(HttpClientHandler handler) => handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];
        }
        """);

    [Test]
    public Task An_added_callback() => Flags("""
        using System.Net;
        class Api
        {
            void Configure() => ServicePointManager.ServerCertificateValidationCallback += [|(a, b, c, d) => true|];
        }
        """);

    [Test]
    public Task An_argument() => Flags("""
        using System.Net.Security;
        class Api
        {
            SslStream Open(Stream stream) => new(stream, false, [|(a, b, c, d) => true|]);
        }
        """);

    [Test]
    public Task Options_of_a_stream() => Flags("""
        using System.Net.Security;
        class Api
        {
            SslClientAuthenticationOptions Options => new() { TargetHost = "x", RemoteCertificateValidationCallback = [|(a, b, c, d) => true|] };
        }
        """);

    [Test]
    public Task A_socket_handler() => Flags("""
        class Api
        {
            SocketsHttpHandler Handler { get; } = new() { SslOptions = { RemoteCertificateValidationCallback = [|delegate { return true; }|] } };
        }
        """);

    [Test]
    public Task A_web_socket() => Flags("""
        using System.Net.WebSockets;
        var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = [|(a, b, c, d) => true|];
        """);

    [Test]
    public Task A_guard_about_something_else_is_no_excuse() => Flags("""
        class Api
        {
            void Configure(HttpClientHandler handler, bool verbose)
            {
                if (verbose) handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];
            }
        }
        """);

    [Test]
    public Task The_message_names_the_harm_and_the_way_out() => Says(
        Handler("[|(_, _, _, _) => true|]"),
        "'ServerCertificateCustomValidationCallback' accepts every certificate, so anyone between this program and the "
        + "server can read and alter the traffic; remove it, and trust a private authority by adding its "
        + "certificate to the trusted roots");

    [TestCase("(message, certificate, chain, errors) => errors == 0")]
    [TestCase("(message, certificate, chain, errors) => certificate?.Thumbprint == \"AB12\"")]
    [TestCase("(message, certificate, chain, errors) => { if (errors == 0) return true; return false; }")]
    [TestCase(
        "(message, certificate, chain, errors) => { if (errors != 0) throw new InvalidOperationException(); return "
        + "true; }")]
    [TestCase("(message, certificate, chain, errors) => message.RequestUri!.IsLoopback")]
    [TestCase("(message, certificate, chain, errors) => false")]
    [TestCase("null")]
    public Task A_callback_that_looks_is_fine(string callback) => Allows(Handler(callback));

    [Test]
    public Task Development_only_is_fine() => Allows("""
        class Api
        {
            bool isDevelopment = false;

            void Configure(HttpClientHandler handler)
            {
                if (isDevelopment) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;
            }
        }
        """);

    [Test]
    public Task An_environment_that_is_asked_is_fine() => Given.WithReferences(References.AspNetCore).Allows("""
        using Microsoft.Extensions.Hosting;
        class Api
        {
            HttpClientHandler Create(IHostEnvironment environment) => environment.IsDevelopment()
                ? new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }
                : new HttpClientHandler();
        }
        """);

    [Test]
    public Task Choosing_the_certificate_of_a_client_is_another_matter() => Allows("""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        class Api
        {
            SslClientAuthenticationOptions Options(X509Certificate mine) => new() { LocalCertificateSelectionCallback = (a, b, c, d, e) => mine };
        }
        """);

    [Test]
    public Task A_predicate_that_is_always_true_is_another_matter() =>
        Allows("class C { Func<int, bool> All { get; } = _ => true; }");

    [Test]
    public Task Reading_the_callback_is_fine() =>
        Allows("class C { bool Has(HttpClientHandler handler) => handler.ServerCertificateCustomValidationCallback != "
            + "null; }");

    [Test]
    public Task Passing_on_a_callback_is_fine() => Allows("""
        using System.Net.Security;
        class C { SslStream Open(Stream stream, RemoteCertificateValidationCallback check) => new(stream, false, check); }
        """);

    [Test]
    public Task A_method_that_looks_is_fine() => Allows("""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        class Api
        {
            HttpClientHandler Create() => new() { ServerCertificateCustomValidationCallback = Trust };
            static bool Trust(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => errors == SslPolicyErrors.None;
        }
        """);

    [Test]
    public Task A_lambda_inside_that_agrees_is_not_the_answer() =>
        Allows(Handler(
            "(message, certificate, chain, errors) => { Func<bool> yes = () => true; return errors == 0 && yes(); }"));

    [Test]
    public Task A_callback_that_somebody_else_made_is_fine() => Allows("""
        class Trust { public bool Judge(object? certificate) => certificate is not null; }
        class Api { HttpClientHandler Create(Trust trust) => new() { ServerCertificateCustomValidationCallback = (m, certificate, c, e) => trust.Judge(certificate) }; }
        """);

    [Test]
    public Task Taking_a_callback_away_is_fine() => Allows("""
        using System.Net;
        using System.Net.Security;
        class Api { void Reset(RemoteCertificateValidationCallback check) => ServicePointManager.ServerCertificateValidationCallback -= check; }
        """);

    [Test]
    public Task A_callback_of_ones_own_type_is_another_matter() => Allows("""
        delegate bool Check(object certificate);
        class Options { public Check? ServerCertificateCustomValidation { get; set; } }
        class Api { Options Create() => new() { ServerCertificateCustomValidation = _ => true }; }
        """);

    [Test]
    public Task What_only_debug_builds_do_under_a_question_is_fine() => Allows("""
        class Api
        {
            HttpClientHandler Create(string environmentName)
            {
                var handler = new HttpClientHandler();
                if (IsDevelopment(environmentName)) { handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; }
                return handler;
            }
            static bool IsDevelopment(string name) => name == "Development";
        }
        """);

    [Test]
    public Task A_choice_between_a_check_and_none_is_fine() =>
        Allows(Handler("(message, certificate, chain, errors) => message.Version.Major > 1 ? errors == 0 : true"));

    [Test]
    public Task The_only_element_of_an_initializer_goes_with_it() => Fixes(
        Handler("[|(_, _, _, _) => true|]"),
        """
        class Api
        {
            HttpClient Create() => new(new HttpClientHandler());
        }
        """);

    [Test]
    public Task One_of_several_elements_goes() => Fixes(
        """
        class Api
        {
            HttpClientHandler Create() => new HttpClientHandler
            {
                AllowAutoRedirect = false,
                ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|],
                UseProxy = false, // no proxy inside
            };
        }
        """,
        """
        class Api
        {
            HttpClientHandler Create() => new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false, // no proxy inside
            };
        }
        """);

    [Test]
    public Task The_last_element_leaves_the_brace_where_it_was() => Fixes(
        """
        class Api
        {
            HttpClientHandler Create() => new HttpClientHandler
            {
                AllowAutoRedirect = false,
                ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|]
            };
        }
        """,
        """
        class Api
        {
            HttpClientHandler Create() => new HttpClientHandler
            {
                AllowAutoRedirect = false
            };
        }
        """);

    [Test]
    public Task A_statement_goes_with_its_excuse() => Fixes(
        """
        class Api
        {
            void Configure(HttpClientHandler handler)
            {
                handler.UseProxy = false;
                // accept self-signed certificates
                handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];
                handler.AllowAutoRedirect = false;
            }
        }
        """,
        """
        class Api
        {
            void Configure(HttpClientHandler handler)
            {
                handler.UseProxy = false;
                handler.AllowAutoRedirect = false;
            }
        }
        """);

    [Test]
    public Task A_top_level_statement_goes() => Fixes(
        """
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];
        Console.WriteLine(handler.UseProxy);
        """,
        """
        var handler = new HttpClientHandler();
        Console.WriteLine(handler.UseProxy);
        """);

    [Test]
    public Task All_go_at_once() => Fixes(
        """
        class Api
        {
            void Configure(HttpClientHandler one, HttpClientHandler two)
            {
                one.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];
                two.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];
            }
        }
        """,
        """
        class Api
        {
            void Configure(HttpClientHandler one, HttpClientHandler two)
            {
            }
        }
        """);

    [Test]
    public Task No_fix_where_it_is_all_that_a_branch_does() => OffersNoFix("""
        class Api
        {
            void Configure(HttpClientHandler handler, bool quick)
            {
                if (quick) handler.ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|];
            }
        }
        """);

    [Test]
    public Task No_fix_for_an_argument() => OffersNoFix("""
        using System.Net.Security;
        class Api
        {
            SslStream Open(Stream stream) => new(stream, false, [|(a, b, c, d) => true|]);
        }
        """);
}
