using AiAwareAnalyzers.Injection;
using static AiAwareAnalyzers.Tests.Injection.Surroundings;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class InterpolatedClauseTests : RuleTests<InterpolatedClause, InterpolatedClauseFix>
{
    private protected override ReferenceSet Framework => References.All;

    [Test]
    public Task An_order_by_beside_a_parameter_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Find(string name, string sort) =>
            Connection.Query<Product>($"SELECT * FROM products WHERE name = @name ORDER BY {[|sort|]}", new { name });
        """));

    [Test]
    public Task An_order_by_without_any_parameter_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string sort) => Connection.Query<Product>("SELECT * FROM products ORDER BY " + [|sort|]);
        """));

    [Test]
    public Task A_member_of_an_object_that_was_made_of_a_parameter_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            var filter = new Filter { Name = "cheap", SortBy = sort };
            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {[|filter.SortBy|]}");
        }
        """));

    [Test]
    public Task A_member_of_a_record_that_was_made_of_a_parameter_is_flagged() => Flags(Repository("""
        public sealed record Order(string By, string Group);

        public IEnumerable<Product> All(string sort)
        {
            var order = new Order(sort, "name");
            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {[|order.By|]}");
        }
        """));

    [TestCase("new Filter { Name = sort, SortBy = \"name\" }", TestName = "Another member has what came in")]
    [TestCase("new Filter { Name = sort }", TestName = "The member has what its type gives it")]
    [TestCase("new Filter()", TestName = "Nothing was given")]
    public Task A_member_of_an_object_that_was_made_otherwise_is_allowed(string made) => Allows(Repository($$"""
        public IEnumerable<Product> All(string sort)
        {
            var filter = {{made}};
            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {filter.SortBy}");
        }
        """));

    [Test]
    public Task A_clause_added_with_plus_equals_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string sort, bool sorted)
        {
            var sql = "SELECT * FROM products";
            if (sorted)
                sql += " ORDER BY " + [|sort|];
            return Connection.Query<Product>(sql);
        }
        """));

    [Test]
    public Task A_clause_appended_to_a_builder_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string name, string sort)
        {
            var sql = new StringBuilder("SELECT * FROM products WHERE name = @name");
            sql.Append(" ORDER BY ").Append([|sort|]);
            sql.AppendLine(" LIMIT 10");
            return Connection.Query<Product>(sql.ToString(), new { name });
        }
        """));

    [Test]
    public Task A_clause_appended_as_an_interpolation_handler_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            var sql = new StringBuilder();
            sql.Append("SELECT * FROM products");
            sql.Append($" ORDER BY {[|sort|]}");
            return Connection.Query<Product>(sql.ToString());
        }
        """));

    [Test]
    public Task A_clause_in_a_composite_format_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string sort) =>
            Connection.Query<Product>(string.Format("SELECT * FROM products WHERE id > {0} ORDER BY {1}", 5, [|sort|]));
        """));

    [Test]
    public Task A_sort_direction_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string direction) => Connection.Query<Product>($"SELECT * FROM products ORDER BY name {[|direction|]}");
        """));

    [Test]
    public Task A_group_by_is_flagged() => Flags(Repository("""
        public IEnumerable<dynamic> Count(string column) =>
            Connection.Query("SELECT COUNT(*) FROM products GROUP BY " + [|column|]);
        """));

    [Test]
    public Task A_limit_that_is_text_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Some(string rows) => Connection.Query<Product>($"SELECT TOP {[|rows|]} * FROM products");
        """));

    [Test]
    public Task An_offset_that_is_text_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Some(string skip) => Connection.Query<Product>($"SELECT * FROM products LIMIT 10 OFFSET {[|skip|]}");
        """));

    [Test]
    public Task A_column_to_update_beside_parameters_is_flagged() => Flags(Repository("""
        public int Update(int id, string field, object value) =>
            Connection.Execute($"UPDATE products SET {[|field|]} = @value WHERE id = @id", new { id, value });
        """));

    [Test]
    public Task A_column_to_compare_beside_parameters_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> By(string column, string value) =>
            Connection.Query<Product>("SELECT * FROM products WHERE " + [|column|] + " = @value", new { value });
        """));

    [Test]
    public Task A_column_list_from_a_request_is_flagged() => Flags(Controller("""
        [HttpGet] public IActionResult Get(string fields) => Ok(Connection.Query($"SELECT {[|fields|]} FROM products"));
        """));

    [Test]
    public Task A_table_from_a_request_is_flagged() => Flags(Controller("""
        [HttpGet] public IActionResult Get(string table) => Ok(Connection.Query($"SELECT * FROM {[|table|]} WHERE active = 1"));
        """));

    [Test]
    public Task A_joined_table_from_a_query_string_is_flagged() => Flags(Controller("""
        [HttpGet] public IActionResult Get()
        {
            var other = Request.Query["with"].ToString();
            return Ok(Connection.Query($"SELECT * FROM products p JOIN {[|other|]} o ON o.id = p.id"));
        }
        """));

    [Test]
    public Task A_condition_from_a_request_is_flagged() => Flags(Controller("""
        [HttpGet] public IActionResult Get(string filter) => Ok(Connection.Query($"SELECT * FROM products WHERE {[|filter|]}"));
        """));

    [Test]
    public Task A_property_of_a_bound_model_is_flagged() => Flags(Controller("""
        [HttpGet] public IActionResult Get([FromQuery] Filter filter) =>
            Ok(Connection.Query($"SELECT * FROM products ORDER BY {[|filter.SortBy|]}"));
        """));

    [Test]
    public Task A_fallback_for_a_missing_value_does_not_confine_it() => Flags(Repository("""
        public IEnumerable<Product> All(Filter filter)
        {
            var direction = [|filter.Direction|] ?? "ASC";
            return Connection.Query<Product>("SELECT * FROM products ORDER BY name " + direction);
        }
        """));

    [Test]
    public Task A_check_for_emptiness_does_not_confine_it() => Flags(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            if (string.IsNullOrWhiteSpace(sort)) throw new ArgumentException("sort");
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + [|sort|]);
        }
        """));

    [Test]
    public Task A_switch_that_lets_the_rest_pass_does_not_confine_it() => Flags(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            var column = sort switch { "newest" => "created DESC", _ => [|sort|] };
            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {column}");
        }
        """));

    [Test]
    public Task Text_before_a_command_is_followed_through_locals_and_forms() => Flags(Repository("""
        public async Task Run(string sort)
        {
            var column = sort.Trim().ToLowerInvariant();
            var order = $"ORDER BY {[|column|]}";
            var sql = $"SELECT * FROM products {order}";
            await using var command = new NpgsqlCommand(sql, Postgres);
            await command.ExecuteReaderAsync();
        }
        """));

    [Test]
    public Task A_raw_string_is_read() => Flags(Repository(""""
        public IEnumerable<Product> All(string sort) => Connection.Query<Product>($"""
            SELECT *
            FROM products
            ORDER BY {[|sort|]}
            LIMIT 10
            """);
        """"));

    [Test]
    public Task Entity_Framework_with_a_parameter_is_flagged() => Flags(Repository("""
        public List<Product> All(string name, string sort) =>
            Context.Products.FromSqlRaw($"SELECT * FROM products WHERE name = {{0}} ORDER BY {[|sort|]}", name).ToList();
        """));

    [Test]
    public Task A_clause_from_a_helper_of_the_same_type_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> All(string sort) => Connection.Query<Product>("SELECT * FROM products" + OrderBy([|sort|]));

        private static string OrderBy(string column) => " ORDER BY " + column;
        """));

    [Test]
    public Task A_method_of_the_project_that_hands_on_its_sql_is_flagged_where_it_is_called() => Flags(Repository("""
        public IEnumerable<Product> All(string sort) => Fetch<Product>($"SELECT * FROM products ORDER BY {[|sort|]}");

        private IEnumerable<T> Fetch<T>(string sql) => Connection.Query<T>(sql);
        """));

    [Test]
    public Task Minimal_endpoints_receive_input() => Flags(Program("""
        var app = WebApplication.Create();
        app.MapGet("/products", (string table, IDbConnection connection) => connection.Query($"SELECT * FROM {[|table|]}"));
        app.Run();
        """));

    [Test]
    public Task A_hole_that_two_statements_share_is_reported_once() => Flags(Repository("""
        public (int, IEnumerable<Product>) Page(string sort)
        {
            var order = " ORDER BY " + [|sort|];
            var count = Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM (SELECT * FROM products" + order + ") x");
            return (count, Connection.Query<Product>("SELECT * FROM products" + order));
        }
        """));

    [Test]
    public Task A_method_that_an_option_names_takes_sql() =>
        WithOption("ai_aware.injection.sql_methods", "Warehouse.Ask").Flags(Repository("""
            public class Warehouse { public void Ask(string text) { } }

            public void All(Warehouse warehouse, string sort) => warehouse.Ask("SELECT * FROM products ORDER BY " + [|sort|]);
            """));

    [Test]
    public Task The_message_names_every_hole_and_the_way_out() => Says(Repository("""
        public IEnumerable<Product> Find(string name, string sort, string direction) =>
            Connection.Query<Product>($"SELECT * FROM products WHERE name = '{name}' ORDER BY {[|sort|]} {direction}");
        """),
        "'sort' is spliced in as what to sort by, 'direction' is spliced in as a sort direction, 'name' is spliced in "
        + "as a value; names cannot be parameters, so a caller who controls that text can rewrite the statement (SQL "
        + "injection): choose it from constants with a switch or a lookup");

    [Test]
    public Task A_switch_of_constants_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            var column = sort switch { "name" => "name", "price" => "price", _ => throw new ArgumentException("sort") };
            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {column}");
        }
        """));

    [Test]
    public Task A_conditional_of_constants_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(bool descending) =>
            Connection.Query<Product>("SELECT * FROM products ORDER BY name " + (descending ? "DESC" : "ASC"));
        """));

    [Test]
    public Task Constants_assigned_in_branches_are_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            string column;
            if (sort == "price") column = "price";
            else if (sort == "name") column = "name";
            else column = "id";
            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {column}");
        }
        """));

    [Test]
    public Task Constants_assigned_in_a_switch_statement_are_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            var column = "id";
            switch (sort)
            {
                case "price": column = "price"; break;
                case "name": column = "name"; break;
            }

            return Connection.Query<Product>($"SELECT * FROM products ORDER BY {column}");
        }
        """));

    [Test]
    public Task A_lookup_in_a_dictionary_of_the_code_is_allowed() => Allows(Repository("""
        private static readonly Dictionary<string, string> Columns = new() { ["name"] = "p.name" };

        public IEnumerable<Product> All(string sort) => Connection.Query<Product>("SELECT * FROM products p ORDER BY " + Columns[sort]);
        """));

    [Test]
    public Task A_lookup_that_can_fail_is_allowed() => Allows(Repository("""
        private static readonly Dictionary<string, string> Columns = new() { ["name"] = "p.name" };

        public IEnumerable<Product> All(string sort)
        {
            if (!Columns.TryGetValue(sort, out var column)) column = "p.id";
            return Connection.Query<Product>("SELECT * FROM products p ORDER BY " + column);
        }
        """));

    [Test]
    public Task A_guard_that_throws_is_allowed() => Allows(Repository("""
        private static readonly string[] Allowed = { "name", "price" };

        public IEnumerable<Product> All(string sort)
        {
            if (!Allowed.Contains(sort)) throw new ArgumentException("sort");
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + sort);
        }
        """));

    [Test]
    public Task A_guard_on_another_value_is_flagged() => Flags(Repository("""
        private static readonly string[] Allowed = { "name", "price" };

        public IEnumerable<Product> All(string name, string sort)
        {
            if (!Allowed.Contains(name)) throw new ArgumentException("name");
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + [|sort|]);
        }
        """));

    [Test]
    public Task A_guard_that_only_logs_is_flagged() => Flags(Repository("""
        private static readonly string[] Allowed = { "name", "price" };

        public IEnumerable<Product> All(string sort)
        {
            if (!Allowed.Contains(sort)) Console.WriteLine("unexpected");
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + [|sort|]);
        }
        """));

    [Test]
    public Task A_guard_that_replaces_the_value_is_allowed() => Allows(Repository("""
        private static readonly HashSet<string> Allowed = new() { "name", "price" };

        public IEnumerable<Product> All(string sort)
        {
            if (!Allowed.Contains(sort)) sort = "id";
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + sort);
        }
        """));

    [Test]
    public Task A_conditional_guard_is_allowed() => Allows(Repository("""
        private static readonly HashSet<string> Allowed = new() { "name", "price" };

        public IEnumerable<Product> All(string sort)
        {
            var column = Allowed.Contains(sort) ? sort : "id";
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + column);
        }
        """));

    [Test]
    public Task A_comparison_with_both_directions_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string direction)
        {
            if (direction != "ASC" && direction != "DESC") throw new ArgumentException("direction");
            return Connection.Query<Product>("SELECT * FROM products ORDER BY name " + direction);
        }
        """));

    [Test]
    public Task A_pattern_with_both_directions_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string direction)
        {
            if (direction is not ("ASC" or "DESC")) return Array.Empty<Product>();
            return Connection.Query<Product>("SELECT * FROM products ORDER BY name " + direction);
        }
        """));

    [Test]
    public Task A_validating_method_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string sort)
        {
            ValidateColumn(sort);
            return Connection.Query<Product>("SELECT * FROM products ORDER BY " + sort);
        }

        private static void ValidateColumn(string column) { if (!column.All(char.IsLetter)) throw new ArgumentException("column"); }
        """));

    [Test]
    public Task An_enum_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(Sort sort) => Connection.Query<Product>($"SELECT * FROM products ORDER BY {sort}");
        """));

    [Test]
    public Task The_name_of_a_member_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All() => Connection.Query<Product>($"SELECT * FROM products ORDER BY {nameof(Product.Name)}");
        """));

    [Test]
    public Task A_limit_that_is_a_number_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> Some(int page, int size) =>
            Connection.Query<Product>($"SELECT * FROM products ORDER BY id LIMIT {size} OFFSET {(page - 1) * size}");
        """));

    [Test]
    public Task A_table_that_the_type_itself_names_is_allowed() => Allows(Repository("""
        protected virtual string Table => "products";
        private readonly string _schema = "shop";

        public int Count() => Connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {_schema}.{Table}");
        """));

    [Test]
    public Task A_table_that_a_caller_inside_the_program_names_is_allowed() => Allows(Repository("""
        public int Count(string table) => Connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {table}");
        """));

    [Test]
    public Task A_private_helper_whose_callers_pass_constants_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> ByName() => Sorted("name");
        public IEnumerable<Product> ByPrice() => Sorted("price");
        private IEnumerable<Product> Sorted(string column) => Connection.Query<Product>($"SELECT * FROM products ORDER BY {column}");
        """));

    [Test]
    public Task A_store_that_a_table_of_columns_stands_in_front_of_is_allowed() =>
        Allows(Repository(Store("Columns[sort]", "ORDER BY {column} {way}")));

    [Test]
    public Task A_store_that_is_handed_what_was_asked_for_is_flagged() =>
        Flags(Repository(Store("name", "ORDER BY {[|column|]} {way}")));

    /// <summary>A contract, what stands behind it, and its caller.</summary>
    private static string Store(string column, string clause) => $$"""
        public interface IStore { IEnumerable<Product> Listed(string column, string? way); }

        public sealed class Store : IStore
        {
            private readonly IDbConnection _connection = null!;

            public IEnumerable<Product> Listed(string column, string? way) =>
                _connection.Query<Product>($"SELECT * FROM products {{clause}}");
        }

        public sealed class Shelf
        {
            private readonly IStore _store = null!;
            private static readonly Dictionary<Sort, string> Columns = new()
            {
                [Sort.Name] = "name",
                [Sort.Price] = "price",
            };

            public IEnumerable<Product> Listed(Sort sort, string name, DayOfWeek? day) =>
                _store.Listed({{column}}, Way.Of(day ?? DayOfWeek.Monday));
        }

        public static class Way { public static string Of(DayOfWeek day) => day > DayOfWeek.Monday ? "ASC" : "DESC"; }
        """;

    [Test]
    public Task A_private_helper_with_one_caller_that_passes_on_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> ByName() => Sorted("name");
        public IEnumerable<Product> By(string sort) => Sorted(sort);
        private IEnumerable<Product> Sorted(string column) => Connection.Query<Product>($"SELECT * FROM products ORDER BY {[|column|]}");
        """));

    [Test]
    public Task Conditions_that_the_code_collects_are_allowed() => Allows(Repository("""
        public IEnumerable<Product> Find(string? name, decimal? price)
        {
            var conditions = new List<string> { "1 = 1" };
            if (name is not null) conditions.Add("name = @name");
            if (price is not null) conditions.Add("price = @price");
            return Connection.Query<Product>($"SELECT * FROM products WHERE {string.Join(" AND ", conditions)}", new { name, price });
        }
        """));

    [Test]
    public Task Names_of_parameters_that_are_made_up_are_allowed() => Allows(Repository("""
        public IEnumerable<Product> Find(int[] ids) =>
            Connection.Query<Product>($"SELECT * FROM products WHERE id IN ({string.Join(",", ids.Select((_, index) => $"@p{index}"))})");
        """));

    [Test]
    public Task A_statement_that_is_handed_on_is_allowed() => Allows(Repository("""
        public int Run(string sql, object? parameters = null) => Connection.Execute(sql, parameters);
        """));

    [Test]
    public Task A_quoted_identifier_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(NpgsqlCommandBuilder builder, string sort) =>
            Connection.Query<Product>("SELECT * FROM products ORDER BY " + builder.QuoteIdentifier(sort));
        """));

    [Test]
    public Task An_interpolated_entity_query_is_allowed() => Allows(Repository("""
        public List<Product> All(string name) => Context.Products.FromSql($"SELECT * FROM products WHERE name = {name}").ToList();
        """));

    [Test]
    public Task Text_that_is_no_statement_is_allowed() => Allows(Repository("""
        public string Describe(string sort) => $"SELECT * FROM products ORDER BY {sort}";
        """));

    [Test]
    public Task A_comment_in_the_statement_is_allowed() => Allows(Repository("""
        public int Count(string reason) => Connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM products -- ORDER BY {reason}");
        """));

    [Test]
    public Task The_select_list_names_the_columns() => Fixes(
        Repository("""
            public IEnumerable<Product> Find(string name, string sort)
            {
                // Sorted as the page asks.
                return Connection.Query<Product>($"SELECT id, name AS title, p.price FROM products p WHERE name = @name ORDER BY {[|sort|]}", new { name });
            }
            """),
        Repository("""
            public IEnumerable<Product> Find(string name, string sort)
            {
                // Sorted as the page asks.
                var sortColumn = sort.ToLowerInvariant() switch
                {
                    "id" => "id",
                    "title" => "title",
                    "price" => "p.price",
                    _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Not a column to sort by."),
                };
                return Connection.Query<Product>($"SELECT id, name AS title, p.price FROM products p WHERE name = @name ORDER BY {sortColumn}", new { name });
            }
            """));

    [Test]
    public Task The_entity_names_the_columns() => Fixes(
        Repository("""
            public IEnumerable<Product> All(string sort)
            {
                var products = Connection.Query<Product>("SELECT * FROM products ORDER BY " + [|sort|]);
                return products;
            }
            """),
        Repository("""
            public IEnumerable<Product> All(string sort)
            {
                var sortColumn = sort.ToLowerInvariant() switch
                {
                    "id" => "Id",
                    "name" => "Name",
                    "price" => "Price",
                    _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Not a column to sort by."),
                };
                var products = Connection.Query<Product>("SELECT * FROM products ORDER BY " + sortColumn);
                return products;
            }
            """));

    [Test]
    public Task A_direction_that_may_be_missing_is_chosen_too() => Fixes(
        Repository("""
            public void All(Filter filter)
            {
                var sql = $"SELECT id, name FROM products ORDER BY {[|filter.SortBy|]} {filter.Direction}";
                Connection.Execute(sql);
            }
            """),
        Repository("""
            public void All(Filter filter)
            {
                var sortColumn = filter.SortBy.ToLowerInvariant() switch
                {
                    "id" => "id",
                    "name" => "name",
                    _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.SortBy, "Not a column to sort by."),
                };
                var sortDirection = filter.Direction?.ToLowerInvariant() switch
                {
                    "asc" => "ASC",
                    "desc" => "DESC",
                    _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Direction, "Not a direction to sort in."),
                };
                var sql = $"SELECT id, name FROM products ORDER BY {sortColumn} {sortDirection}";
                Connection.Execute(sql);
            }
            """));

    [Test]
    public Task Columns_that_nothing_names_get_no_fix() => OffersNoFix(Repository("""
        public void All(string sort)
        {
            Connection.Execute($"SELECT * FROM products ORDER BY {[|sort|]}");
        }
        """));

    [Test]
    public Task An_expression_in_the_select_list_without_a_name_gets_no_fix() => OffersNoFix(Repository("""
        public void All(string sort)
        {
            Connection.Execute($"SELECT id, COUNT(*) FROM products ORDER BY {[|sort|]}");
        }
        """));

    [Test]
    public Task A_table_gets_no_fix() => OffersNoFix(Controller("""
        public IActionResult Get(string table)
        {
            return Ok(Connection.Query<Product>($"SELECT id FROM {[|table|]}"));
        }
        """));

    [Test]
    public Task An_expression_body_gets_no_fix() => OffersNoFix(Repository("""
        public IEnumerable<Product> All(string sort) => Connection.Query<Product>($"SELECT id FROM products ORDER BY {[|sort|]}");
        """));
}
