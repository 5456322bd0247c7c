using AiAwareAnalyzers.Injection;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class LengthOnlyValidationTests : RuleTests<LengthOnlyValidation>
{
    private protected override ReferenceSet Framework => References.AspNetCore.And("FluentValidation");

    [Test]
    public Task A_length_before_a_header_is_flagged() => Flags(Web("""
        public void Get(string name)
        {
            if (name.Length > 50) return;
            Response.Headers["X-Name"] = [|name|];
        }
        """));

    [Test]
    public Task A_length_before_a_header_in_quotes_is_flagged() => Flags(Web("""
        public void Get(string name)
        {
            if (name.Length is 0 || name.Length > 50) throw new ArgumentException("name");
            Response.Headers.Append("Content-Disposition", $"attachment; filename=\"{[|name|]}\"");
        }
        """));

    [Test]
    public Task A_named_header_is_flagged() => Flags(Web("""
        public void Get(string name)
        {
            if (string.IsNullOrEmpty(name)) return;
            Response.Headers.ContentDisposition = "attachment; filename=" + [|name|];
        }
        """));

    [Test]
    public Task A_header_of_a_request_is_flagged() => Flags(Web("""
        public Task Get(string tenant)
        {
            if (string.IsNullOrWhiteSpace(tenant)) throw new ArgumentException("tenant");
            var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/");
            request.Headers.TryAddWithoutValidation("X-Tenant", [|tenant|]);
            return Client.SendAsync(request);
        }
        """));

    [Test]
    public Task A_default_header_is_flagged() => Flags(Web("""
        public void Get(string tenant)
        {
            if (tenant is null) throw new ArgumentNullException(nameof(tenant));
            Client.DefaultRequestHeaders.Add("X-Tenant", [|tenant|]);
        }
        """));

    [Test]
    public Task A_null_check_before_an_address_is_flagged() => Flags(Web("""
        public Task<string> Get(string id)
        {
            if (id == null) throw new ArgumentNullException("id");
            return Client.GetStringAsync($"https://api.example.com/users/{[|id|]}");
        }
        """));

    [Test]
    public Task A_length_before_a_query_is_flagged() => Flags(Web("""
        public Task<string> Get(string text)
        {
            if (text.Length >= 100) return Task.FromResult("");
            return Client.GetStringAsync("https://api.example.com/search?q=" + [|text|]);
        }
        """));

    [Test]
    public Task A_length_before_a_redirect_is_flagged() => Flags(Web("""
        public IActionResult Get(string text)
        {
            if (text.Length < 3) return BadRequest();
            return Redirect("/search?q=" + [|text|]);
        }
        """));

    [Test]
    public Task A_string_length_on_a_bound_property_is_flagged() => Flags(Web("""
        public Task<string> Get(Search search) => Client.GetStringAsync("https://weather.example.com/" + [|search.City|]);
        """));

    [Test]
    public Task A_max_length_on_a_parameter_is_flagged() => Flags(Web("""
        public Task<string> Get([MaxLength(20)] string city) => Client.GetStringAsync("https://weather.example.com/" + [|city|]);
        """));

    [Test]
    public Task A_required_property_is_flagged() => Flags(Web("""
        public void Get(Search search) => Response.Headers["X-Country"] = [|search.Country|];
        """));

    [Test]
    public Task A_rule_about_length_is_flagged() => Flags(Web("""
        public void Get(Order order) => Response.Headers["X-Reference"] = [|order.Reference|];
        """));

    [Test]
    public Task A_length_before_a_path_below_the_web_is_flagged() => Flags("""
        public class Store
        {
            public string Read(string name)
            {
                if (name.Length > 100) throw new ArgumentException("name");
                return File.ReadAllText(Path.Combine("/data", [|name|]));
            }
        }
        """);

    [TestCase("Directory.Delete(store.Path, true);", TestName = "A folder")]
    [TestCase("new DirectoryInfo(store.Path).Create();", TestName = "A folder as an object")]
    [TestCase("File.Delete(store.Path);", TestName = "A file")]
    public Task A_path_that_comes_whole_is_what_the_parameter_is_for(string use) => Allows(Purging(use));

    [TestCase("""Directory.Delete("/data/" + [|store.Path|], true);""", TestName = "Behind a text")]
    [TestCase("""File.Delete(Path.Combine([|store.Path|], "all.txt"));""", TestName = "Before a name")]
    public Task A_part_of_a_path_is_flagged(string use) => Flags(Purging(use));

    private static string Purging(string use) => $$"""
        using System.ComponentModel.DataAnnotations;
        public class Store { [MaxLength(200)] public string Path { get; set; } = ""; }
        public static class Stores
        {
            public static void Purge(Store store) { {{use}} }
        }
        """;

    [Test]
    public Task A_length_before_a_command_below_the_web_is_flagged() => Flags("""
        using System.Diagnostics;
        public class Git
        {
            public void Checkout(string branch)
            {
                if (branch.Length == 0 || branch.Length > 200) throw new ArgumentException("branch");
                Process.Start("git", "checkout " + [|branch|]);
            }
        }
        """);

    [Test]
    public Task A_length_of_the_trimmed_text_is_flagged() => Flags(Web("""
        public void Get(string name)
        {
            if (name.Trim().Length > 50) return;
            Response.Headers["X-Name"] = [|name.Trim()|];
        }
        """));

    [Test]
    public Task A_handler_of_a_page_is_flagged() => Flags("""
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class Show : PageModel
        {
            public void OnGet(string name)
            {
                if (string.IsNullOrEmpty(name)) return;
                Response.Headers["X-Name"] = [|name|];
            }
        }
        """);

    [Test]
    public Task The_message_names_the_check_the_place_and_the_way_out() => Says(Web("""
        public Task<string> Get(string id)
        {
            if (string.IsNullOrEmpty(id)) throw new ArgumentException("id");
            return Client.GetStringAsync($"https://api.example.com/users/{[|id|]}");
        }
        """),
        "'id' is validated for being there only and becomes part of an address; check what it contains, or put "
        + "'Uri.EscapeDataString' around it");

    [Test]
    public Task The_message_speaks_of_the_length() => Says(Web("""
        public void Get(Search search) => Response.Headers["X-City"] = [|search.City|];
        """),
        "'search.City' is validated for its length only and becomes part of a header; check what it contains, or "
        + "encode it there");

    [Test]
    public Task A_pattern_is_allowed() => Allows(Web("""
        public void Get(string name)
        {
            if (name.Length > 50 || !System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z]+$")) return;
            Response.Headers["X-Name"] = name;
        }
        """));

    [Test]
    public Task A_list_of_known_values_is_allowed() => Allows(Web("""
        private static readonly string[] Known = { "a", "b" };
        public void Get(string name)
        {
            if (string.IsNullOrEmpty(name) || !Known.Contains(name)) return;
            Response.Headers["X-Name"] = name;
        }
        """));

    [Test]
    public Task A_look_at_every_character_is_allowed() => Allows(Web("""
        public void Get(string name)
        {
            if (name.Length > 50 || !name.All(char.IsLetterOrDigit)) return;
            Response.Headers["X-Name"] = name;
        }
        """));

    [Test]
    public Task A_pattern_on_a_property_is_allowed() => Allows(Web("""
        public void Get(Search search) => Response.Headers["X-Code"] = search.Code;
        """));

    [Test]
    public Task A_rule_about_content_is_allowed() => Allows(Web("""
        public void Get(Order order) => Response.Headers["X-Currency"] = order.Currency;
        """));

    [Test]
    public Task Encoded_text_is_allowed() => Allows(Web("""
        public Task<string> Get(string id)
        {
            if (string.IsNullOrEmpty(id)) throw new ArgumentException("id");
            return Client.GetStringAsync("https://api.example.com/users/" + Uri.EscapeDataString(id));
        }
        """));

    [Test]
    public Task Text_that_nobody_validates_is_the_business_of_other_rules() => Allows(Web("""
        public void Get(string name) => Response.Headers["X-Name"] = name;
        """));

    [Test]
    public Task A_check_of_another_value_is_allowed() => Allows(Web("""
        public void Get(string name, string other)
        {
            if (other.Length > 50) return;
            Response.Headers["X-Name"] = name;
        }
        """));

    [Test]
    public Task A_check_after_the_use_is_allowed() => Allows(Web("""
        public bool Get(string name)
        {
            Response.Headers["X-Name"] = name;
            return name.Length > 50;
        }
        """));

    [Test]
    public Task A_number_is_allowed() => Allows(Web("""
        public void Get([Required] int? id) => Response.Headers["X-Id"] = id.ToString();
        """));

    [Test]
    public Task A_constant_header_is_allowed() => Allows(Web("""
        public void Get(string name)
        {
            if (string.IsNullOrEmpty(name)) return;
            Response.Headers["X-Known"] = "yes";
        }
        """));

    [Test]
    public Task A_path_from_input_is_said_by_another_rule() => Allows(Web("""
        public string Get(string name)
        {
            if (name.Length > 50) return "";
            return System.IO.File.ReadAllText(Path.Combine("/data", name));
        }
        """));

    [Test]
    public Task A_host_from_input_is_said_by_another_rule() => Allows(Web("""
        public IActionResult Get(string returnUrl)
        {
            if (string.IsNullOrEmpty(returnUrl)) return BadRequest();
            return Redirect(returnUrl);
        }
        """));

    [Test]
    public Task A_command_from_input_is_said_by_another_rule() => Allows(Web("""
        public void Get(string host)
        {
            if (host.Length > 50) return;
            System.Diagnostics.Process.Start("ping", "-c 1 " + host);
        }
        """));

    [Test]
    public Task A_shell_is_said_by_another_rule() => Allows("""
        using System.Diagnostics;
        public class Git
        {
            public void Checkout(string branch)
            {
                if (branch.Length > 200) throw new ArgumentException("branch");
                Process.Start("bash", $"-c 'git checkout {branch}'");
            }
        }
        """);

    [Test]
    public Task A_parameter_below_the_web_that_is_only_there_is_allowed() => Allows("""
        public class Store
        {
            public string Read(string path)
            {
                ArgumentException.ThrowIfNullOrEmpty(path);
                if (path == null) throw new ArgumentNullException("path");
                return File.ReadAllText(path);
            }
        }
        """);

    [Test]
    public Task A_path_that_is_confined_is_allowed() => Allows("""
        public class Store
        {
            public string Read(string name)
            {
                if (name.Length > 100 || name.Contains("..")) throw new ArgumentException("name");
                return File.ReadAllText(Path.Combine("/data", name));
            }
        }
        """);

    [Test]
    public Task A_file_name_is_allowed() => Allows("""
        public class Store
        {
            public string Read(string name)
            {
                if (name.Length > 100) throw new ArgumentException("name");
                return File.ReadAllText(Path.Combine("/data", Path.GetFileName(name)));
            }
        }
        """);

    [Test]
    public Task A_path_from_the_settings_is_allowed() => Allows("""
        public class Store
        {
            private readonly string _path = Environment.CurrentDirectory;
            public string Read()
            {
                if (_path.Length > 100) throw new InvalidOperationException();
                return File.ReadAllText(_path);
            }
        }
        """);

    [Test]
    public Task A_method_that_judges_the_text_is_allowed() => Allows(Web("""
        public void Get(string name)
        {
            if (name.Length > 50) return;
            EnsurePlain(name);
            Response.Headers["X-Name"] = name;
        }
        private static void EnsurePlain(string text) { if (text.Any(char.IsControl)) throw new ArgumentException("text"); }
        """));

    [Test]
    public Task A_value_chosen_by_a_switch_is_allowed() => Allows(Web("""
        public void Get(string kind)
        {
            if (string.IsNullOrEmpty(kind)) return;
            Response.Headers["X-Kind"] = kind switch { "a" => "A", _ => "B" };
        }
        """));

    [Test]
    public Task A_list_whose_length_is_checked_is_allowed() => Allows(Web("""
        public void Get(int[] ids)
        {
            if (ids.Length > 50) return;
            Response.Headers["X-Ids"] = string.Join(",", ids);
        }
        """));

    private static string Web(string members) => $$"""
        using System.ComponentModel.DataAnnotations;
        using FluentValidation;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        public class Search
        {
            [StringLength(50)] public string City { get; set; } = "";
            [Required] public string Country { get; set; } = "";
            [Required, RegularExpression("^[A-Z]{3}$")] public string Code { get; set; } = "";
        }
        public class Order { public string Reference { get; set; } = ""; public string Currency { get; set; } = ""; }
        public class OrderValidator : AbstractValidator<Order>
        {
            public OrderValidator()
            {
                RuleFor(order => order.Reference).NotEmpty().MaximumLength(20).WithMessage("Too long");
                RuleFor(order => order.Currency).NotEmpty().Matches("^[A-Z]{3}$");
            }
        }
        public class ShopController : ControllerBase
        {
            {{members}}

            private static readonly HttpClient Client = new();
        }
        """;
}
