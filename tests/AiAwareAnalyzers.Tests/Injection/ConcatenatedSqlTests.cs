using AiAwareAnalyzers.Injection;
using static AiAwareAnalyzers.Tests.Injection.Surroundings;

namespace AiAwareAnalyzers.Tests.Injection;

public sealed class ConcatenatedSqlTests : RuleTests<ConcatenatedSql, ConcatenatedSqlFix>
{
    private protected override ReferenceSet Framework => References.All;

    [Test]
    public Task A_quoted_value_is_flagged() => Flags(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{[|name|]}'");
        """));

    [Test]
    public Task A_concatenated_value_is_flagged() => Flags(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE name = '" + [|name|] + "'");
        """));

    [Test]
    public Task A_formatted_value_is_flagged() => Flags(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>(string.Format("SELECT * FROM products WHERE name = '{0}'", [|name|]));
        """));

    [Test]
    public Task A_value_without_quotes_is_flagged() => Flags(Repository("""
        public Product? Find(string id) => Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE id = " + [|id|]);
        """));

    [Test]
    public Task A_value_of_type_object_is_flagged() => Flags(Repository("""
        public Product? Find(object id) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE id = {[|id|]}");
        """));

    [Test]
    public Task A_value_that_replaces_a_mark_is_flagged() => Flags(Repository("""
        public Product? Find(string name) =>
            Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE name = '$name'".Replace("$name", [|name|]));
        """));

    [Test]
    public Task The_text_of_a_command_is_a_statement() => Flags(Repository("""
        public void Delete(string name)
        {
            using var command = Connection.CreateCommand();
            command.CommandText = $"DELETE FROM products WHERE name = '{[|name|]}'";
            command.ExecuteNonQuery();
        }
        """));

    [Test]
    public Task The_constructor_of_a_command_takes_a_statement() => Flags(Repository("""
        public void Delete(string name)
        {
            using var command = new NpgsqlCommand("DELETE FROM products WHERE name = '" + [|name|] + "'", Postgres);
            command.ExecuteNonQuery();
        }
        """));

    [Test]
    public Task An_initializer_of_a_command_takes_a_statement() => Flags(Repository("""
        public DbCommand Delete(string name) => new NpgsqlCommand { Connection = Postgres, CommandText = $"DELETE FROM products WHERE name = '{[|name|]}'" };
        """));

    [Test]
    public Task A_command_of_a_batch_takes_a_statement() => Flags(Repository("""
        public DbBatchCommand Delete(string name) => new NpgsqlBatchCommand($"DELETE FROM products WHERE name = '{[|name|]}'");
        """));

    [Test]
    public Task A_data_source_takes_a_statement() => Flags(Repository("""
        public DbCommand Delete(DbDataSource source, string name) => source.CreateCommand($"DELETE FROM products WHERE name = '{[|name|]}'");
        """));

    [Test]
    public Task A_like_pattern_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Search(string text) => Connection.Query<Product>($"SELECT * FROM products WHERE name LIKE '%{[|text|]}%'");
        """));

    [Test]
    public Task An_in_list_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Some(string ids) => Connection.Query<Product>($"SELECT * FROM products WHERE id IN ({[|ids|]})");
        """));

    [Test]
    public Task An_in_list_of_quoted_names_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Some(string[] names)
        {
            var list = string.Join(",", names.Select(name => $"'{[|name|]}'"));
            return Connection.Query<Product>("SELECT * FROM products WHERE name IN (" + list + ")");
        }
        """));

    [Test]
    public Task An_in_list_that_a_loop_builds_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Some(List<string> names)
        {
            var sql = "SELECT * FROM products WHERE name IN (";
            foreach (var name in names)
                sql += "'" + [|name|] + "',";
            return Connection.Query<Product>(sql.TrimEnd(',') + ")");
        }
        """));

    [Test]
    public Task A_call_of_a_stored_procedure_is_flagged() => Flags(Repository("""
        public void Archive(string name) => Connection.Execute($"EXEC archive_product {[|name|]}");
        """));

    [Test]
    public Task Inserted_values_are_flagged_in_one_report() => Flags(Repository("""
        public void Insert(Product product, string note) =>
            Connection.Execute($"INSERT INTO products (name, note) VALUES ('{[|product.Name|]}', '{note}')");
        """));

    [Test]
    public Task An_updated_value_is_flagged() => Flags(Repository("""
        public void Rename(int id, string name) => Connection.Execute($"UPDATE products SET name = '{[|name|]}' WHERE id = {id}");
        """));

    [Test]
    public Task A_value_beside_a_parameter_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Find(string name, string color) =>
            Connection.Query<Product>($"SELECT * FROM products WHERE name = @name AND color = '{[|color|]}'", new { name });
        """));

    [Test]
    public Task Input_of_an_action_is_flagged() => Flags(Controller("""
        [HttpGet] public IActionResult Get([FromQuery] Filter filter) => Ok(Connection.Query($"SELECT * FROM products WHERE name = '{[|filter.Name|]}'"));
        """));

    [Test]
    public Task A_value_of_an_entity_is_flagged() => Flags(Repository("""
        public IEnumerable<Product> Same(int id)
        {
            var product = Connection.QuerySingle<Product>("SELECT * FROM products WHERE id = @id", new { id });
            return Connection.Query<Product>($"SELECT * FROM products WHERE name = '{[|product.Name|]}'");
        }
        """));

    [Test]
    public Task A_value_spliced_into_a_local_for_Entity_Framework_is_flagged() => Flags(Repository("""
        public List<Product> Find(string name)
        {
            var sql = $"SELECT * FROM products WHERE name = '{[|name|]}'";
            return Context.Products.FromSqlRaw(sql).ToList();
        }
        """));

    [Test]
    public Task A_value_trimmed_first_is_flagged() => Flags(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{[|name.Trim()|]}'");
        """));

    [Test]
    public Task A_value_whose_length_is_checked_is_flagged() => Flags(Repository("""
        public Product? Find(string name)
        {
            if (name.Length > 50) throw new ArgumentException("name");
            return Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{[|name|]}'");
        }
        """));

    [Test]
    public Task A_value_that_is_checked_after_its_use_is_flagged() => Flags(Repository("""
        private static readonly string[] Known = { "a", "b" };

        public bool Find(string name)
        {
            var product = Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{[|name|]}'");
            return Known.Contains(name) && product is not null;
        }
        """));

    [Test]
    public Task Top_level_statements_are_read() => Flags(Program("""
        var name = Console.ReadLine()!;
        using var connection = new NpgsqlConnection("");
        connection.Execute($"DELETE FROM products WHERE name = '{[|name|]}'");
        """));

    [Test]
    public Task A_local_function_that_writes_the_statement_is_read() => Flags(Repository("""
        public Product? Find(string name)
        {
            return Connection.QueryFirstOrDefault<Product>(Sql());
            string Sql() => $"SELECT * FROM products WHERE name = '{[|name|]}'";
        }
        """));

    [Test]
    public Task Both_sides_of_a_conditional_are_read() => Flags(Repository("""
        public IEnumerable<Product> Find(string name, bool exact) =>
            Connection.Query<Product>(exact ? "SELECT * FROM products WHERE name = @name" : $"SELECT * FROM products WHERE name = '{[|name|]}'", new { name });
        """));

    [Test]
    public Task The_message_names_every_value_and_the_idiom_at_hand() => Says(Repository("""
        public IEnumerable<Product> Find(string name, string color) =>
            Connection.Query<Product>($"SELECT * FROM products WHERE name = '{[|name|]}' AND color = '{color}'");
        """),
        "'name' and 'color' become part of the SQL text, where a quote in it rewrites the statement (SQL "
        + "injection); pass "
        + "it in the parameter object");

    [Test]
    public Task The_message_about_a_pattern_says_where_the_wildcards_go() => Says(Repository("""
        public void Search(string text)
        {
            using var command = new NpgsqlCommand($"SELECT * FROM products WHERE name LIKE '%{[|text|]}%'", Postgres);
        }
        """),
        "'text' becomes part of the SQL text, where a quote in it rewrites the statement (SQL injection); write 'LIKE "
        + "@pattern' and put the '%' into the value of the parameter");

    /// <summary>
    /// No feed that this repository is built from serves these; the declarations say what their public sources say.
    /// </summary>
    private const string Elsewhere = """
        namespace NHibernate
        {
            public interface IQuery { }
            public interface ISQLQuery : IQuery { }
            public interface ISession { IQuery CreateQuery(string queryString); ISQLQuery CreateSQLQuery(string queryString); }
            public interface IStatelessSession { ISQLQuery CreateSQLQuery(string queryString); }
        }
        namespace System.Data.Entity
        {
            public class DbSqlQuery<T> { }
            public class Database
            {
                public int ExecuteSqlCommand(string sql, params object[] parameters) => 0;
                public Task<int> ExecuteSqlCommandAsync(string sql, params object[] parameters) => Task.FromResult(0);
                public IEnumerable<T> SqlQuery<T>(string sql, params object[] parameters) => [];
            }
            public class DbSet<T> { public DbSqlQuery<T> SqlQuery(string sql, params object[] parameters) => new(); }
        }
        namespace LinqToDB
        {
            public interface IDataContext { }
            public class DataConnection : IDataContext { }
        }
        namespace LinqToDB.Data
        {
            public class CommandInfo { }
            public static class DataConnectionExtensions
            {
                public static int Execute(this DataConnection connection, string sql) => 0;
                public static IEnumerable<T> Query<T>(this DataConnection connection, string sql, object? parameters) => [];
            }
            public static class DataContextExtensions
            {
                public static CommandInfo SetCommand(this IDataContext dataContext, string commandText) => new();
                public static Task<List<T>> QueryToListAsync<T>(this IDataContext dataContext, string sql) => Task.FromResult(new List<T>());
            }
        }
        namespace SQLite
        {
            public class SQLiteCommand { }
            public interface ISQLiteConnection { List<T> Query<T>(string query, params object[] args); }
            public class SQLiteConnection : ISQLiteConnection
            {
                public SQLiteCommand CreateCommand(string cmdText, params object[] ps) => new();
                public int Execute(string query, params object[] args) => 0;
                public List<T> Query<T>(string query, params object[] args) => [];
            }
            public class SQLiteAsyncConnection { public Task<List<T>> QueryAsync<T>(string query, params object[] args) => Task.FromResult(new List<T>()); }
        }
        """;

    [TestCase("NHibernate.ISession s", "s.CreateSQLQuery(§)", TestName = "NHibernate takes SQL")]
    [TestCase("NHibernate.ISession s", "s.CreateQuery(§)", TestName = "NHibernate takes its own language")]
    [TestCase(
        "NHibernate.IStatelessSession s", "s.CreateSQLQuery(§)", TestName = "NHibernate takes SQL without a state")]
    [TestCase(
        "System.Data.Entity.Database d", "d.ExecuteSqlCommand(§)", TestName = "Entity Framework 6 takes commands")]
    [TestCase(
        "System.Data.Entity.Database d",
        "d.ExecuteSqlCommandAsync(§)",
        TestName = "Entity Framework 6 takes commands asynchronously")]
    [TestCase("System.Data.Entity.Database d", "d.SqlQuery<int>(§)", TestName = "Entity Framework 6 takes queries")]
    [TestCase(
        "System.Data.Entity.DbSet<string> d", "d.SqlQuery(§)", TestName = "Entity Framework 6 takes queries of a set")]
    [TestCase("LinqToDB.DataConnection c", "c.Execute(§)", TestName = "linq2db takes commands")]
    [TestCase("LinqToDB.DataConnection c", "c.Query<int>(§, null)", TestName = "linq2db takes queries")]
    [TestCase("LinqToDB.IDataContext c", "c.SetCommand(§)", TestName = "linq2db takes the text of a command")]
    [TestCase(
        "LinqToDB.IDataContext c", "c.QueryToListAsync<int>(§)", TestName = "linq2db takes queries of its contexts")]
    [TestCase("SQLite.SQLiteConnection c", "c.Execute(§)", TestName = "SQLite-net takes commands")]
    [TestCase("SQLite.SQLiteConnection c", "c.CreateCommand(§)", TestName = "SQLite-net takes the text of a command")]
    [TestCase(
        "SQLite.ISQLiteConnection c", "c.Query<int>(§)", TestName = "SQLite-net takes queries through its interface")]
    [TestCase(
        "SQLite.SQLiteAsyncConnection c", "c.QueryAsync<int>(§)", TestName = "SQLite-net takes queries asynchronously")]
    public Task A_library_that_is_not_at_hand_is_known_by_name(string receiver, string call) => Flags($$"""
        using LinqToDB.Data;
        class Caller { object M({{receiver}}, string name) => {{call.Replace("§", "$\"DELETE FROM products WHERE name = '{[|name|]}'\"")}}; }
        {{Elsewhere.Replace("=> [];", "=> null!;")}}
        """);

    [Test]
    public Task Cosmos_takes_queries() => Given.WithReferences(References.Net10.And("Microsoft.Azure.Cosmos")).Flags("""
        using Microsoft.Azure.Cosmos;
        public class Orders
        {
            public QueryDefinition Of(string user) => new QueryDefinition($"SELECT * FROM c WHERE c.user = '{[|user|]}'");
        }
        """);

    [TestCase("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient", "new SqlCommand(§)")]
    [TestCase("Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient", "new SqlDataAdapter(§, \"Server=shop\")")]
    [TestCase("Microsoft.Data.Sqlite.Core", "Microsoft.Data.Sqlite", "new SqliteCommand(§)")]
    [TestCase("Microsoft.Data.Sqlite.Core", "Microsoft.Data.Sqlite", "new SqliteCommand { CommandText = § }")]
    [TestCase("Npgsql", "Npgsql", "new NpgsqlBatchCommand(§)")]
    [TestCase("Npgsql", "Npgsql", "new NpgsqlDataAdapter(§, (NpgsqlConnection)null!)")]
    [TestCase("Npgsql", "Npgsql", "new NpgsqlCommand(§)")]
    public Task Every_client_of_a_server_takes_statements(string package, string space, string creation) =>
        Given.WithReferences(References.Net10.And(package)).Flags($$"""
            using {{space}};
            public class Orders { public object Of(string user) => {{creation.Replace("§", "$\"SELECT * FROM orders WHERE name = '{[|user|]}'\"")}}; }
            """);

    [Test]
    public Task The_old_client_of_the_server_takes_statements() =>
        Given.WithReferences(References.Net10.And("System.Data.SqlClient")).Flags("""
            using System.Data.SqlClient;
            public class Orders
            {
                public void Of(string user, SqlConnection connection)
                {
                    using var command = new SqlCommand("SELECT * FROM orders WHERE [user] = '" + [|user|] + "'", connection);
                    command.ExecuteReader();
                }
            }
            """);

    [Test]
    public Task A_parameter_is_allowed() => Allows(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE name = @name", new { name });
        """));

    [Test]
    public Task A_pattern_in_a_parameter_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> Search(string text) =>
            Connection.Query<Product>("SELECT * FROM products WHERE name LIKE @pattern", new { pattern = $"%{text}%" });
        """));

    [Test]
    public Task A_number_is_allowed() => Allows(Repository("""
        public Product? Find(int id) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE id = {id}");
        """));

    [Test]
    public Task A_number_that_may_be_missing_is_allowed() => Allows(Repository("""
        public Product? Find(int? id) => Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE id = " + (id ?? 0));
        """));

    [Test]
    public Task A_guid_in_quotes_is_allowed() => Allows(Repository("""
        public Product? Find(Guid id) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE id = '{id}'");
        """));

    [Test]
    public Task A_guid_as_text_is_allowed() => Allows(Repository("""
        public Product? Find(Guid id) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE id = '{id.ToString("N")}'");
        """));

    [Test]
    public Task A_formatted_date_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> Since(DateTime day) => Connection.Query<Product>($"SELECT * FROM products WHERE created > '{day:yyyy-MM-dd}'");
        """));

    [Test]
    public Task An_enum_in_quotes_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> By(Sort sort) => Connection.Query<Product>($"SELECT * FROM products WHERE kind = '{sort}'");
        """));

    [Test]
    public Task A_list_of_numbers_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> Some(List<int> ids) => Connection.Query<Product>($"SELECT * FROM products WHERE id IN ({string.Join(",", ids)})");
        """));

    [Test]
    public Task A_parsed_number_is_allowed() => Allows(Repository("""
        public Product? Find(string text)
        {
            if (!int.TryParse(text, out var id)) return null;
            return Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE id = " + id);
        }
        """));

    [Test]
    public Task A_constant_is_allowed() => Allows(Repository("""
        private const string Active = "active";
        public IEnumerable<Product> All() => Connection.Query<Product>($"SELECT * FROM products WHERE state = '{Active}'");
        """));

    [Test]
    public Task A_constant_of_another_type_is_allowed() => Allows(Repository("""
        private static class States { public const string Active = "active"; public static readonly string Closed = "closed"; }
        public IEnumerable<Product> All() => Connection.Query<Product>($"SELECT * FROM products WHERE state = '{States.Active}' OR state = '{States.Closed}'");
        """));

    [Test]
    public Task A_local_that_holds_a_constant_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(bool open)
        {
            var state = open ? "open" : "closed";
            return Connection.Query<Product>("SELECT * FROM products WHERE state = '" + state + "'");
        }
        """));

    [Test]
    public Task A_setting_of_the_type_is_allowed() => Allows(Repository("""
        private readonly string _tenant = Environment.MachineName;
        public IEnumerable<Product> All() => Connection.Query<Product>($"SELECT * FROM products WHERE machine = '{_tenant}'");
        """));

    [Test]
    public Task A_value_with_doubled_quotes_is_allowed() => Allows(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{name.Replace("'", "''")}'");
        """));

    [Test]
    public Task A_value_that_a_method_escapes_is_allowed() => Allows(Repository("""
        public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{EscapeLiteral(name)}'");
        private static string EscapeLiteral(string text) => string.Concat(text.Where(char.IsLetter));
        """));

    [Test]
    public Task A_value_that_a_guard_lets_pass_is_allowed() => Allows(Repository("""
        public Product? Find(string code)
        {
            if (!System.Text.RegularExpressions.Regex.IsMatch(code, "^[A-Z]{3}$")) throw new ArgumentException("code");
            return Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE code = '{code}'");
        }
        """));

    [Test]
    public Task An_interpolated_statement_of_Entity_Framework_is_allowed() => Allows(Repository("""
        public Task<int> Rename(int id, string name) => Context.Database.ExecuteSqlAsync($"UPDATE products SET name = {name} WHERE id = {id}");
        """));

    [Test]
    public Task A_statement_held_as_a_formattable_string_is_allowed() => Allows(Repository("""
        public List<Product> Find(string name)
        {
            FormattableString sql = $"SELECT * FROM products WHERE name = {name}";
            return Context.Products.FromSql(sql).ToList();
        }
        """));

    [Test]
    public Task What_the_analyzer_of_Entity_Framework_says_is_not_said_again() => Allows(Repository("""
        public List<Product> Find(string name) => Context.Products.FromSqlRaw($"SELECT * FROM products WHERE name = '{name}'").ToList();
        """));

    [Test]
    public Task A_statement_that_takes_no_parameters_is_allowed() => Allows(Repository("""
        public void Create(string name, string password) => Connection.Execute($"CREATE USER {name} WITH PASSWORD '{password}'");
        """));

    [Test]
    public Task A_log_of_a_statement_is_allowed() => Allows(Repository("""
        public void Log(string name) => Console.WriteLine($"SELECT * FROM products WHERE name = '{name}'");
        """));

    [Test]
    public Task A_value_in_a_statement_whose_text_is_overwritten_is_allowed() => Allows(Repository("""
        public IEnumerable<Product> All(string name)
        {
            var sql = $"SELECT * FROM products WHERE name = '{name}'";
            Console.WriteLine(sql);
            sql = "SELECT * FROM products";
            return Connection.Query<Product>(sql);
        }
        """));

    [Test]
    public Task Names_of_parameters_collected_in_a_list_are_allowed() => Allows(Repository("""
        public void Some(string[] names)
        {
            using var command = new NpgsqlCommand();
            var marks = new List<string>();
            foreach (var name in names)
            {
                var mark = "@p" + marks.Count;
                marks.Add(mark);
                command.Parameters.AddWithValue(mark, name);
            }

            command.CommandText = "SELECT * FROM products WHERE name IN (" + string.Join(", ", marks) + ")";
        }
        """));

    [Test]
    public Task An_interpolated_value_becomes_a_member_of_the_object_of_Dapper() => Fixes(
        Repository("""
            public Product? Find(string name) =>
                Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{[|name|]}'"); // by name
            """),
        Repository("""
            public Product? Find(string name) =>
                Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE name = @name", new { name }); // by name
            """));

    [Test]
    public Task A_concatenated_value_joins_the_members_that_are_there() => Fixes(
        Repository("""
            public IEnumerable<Product> Find(int id, Product like) =>
                Connection.Query<Product>("SELECT * FROM products WHERE id <> @id AND name = '" + [|like.Name|] + "' AND price > 0", new { id });
            """),
        Repository("""
            public IEnumerable<Product> Find(int id, Product like) =>
                Connection.Query<Product>("SELECT * FROM products WHERE id <> @id AND name = @name AND price > 0", new { id, name = like.Name });
            """));

    [Test]
    public Task A_pattern_moves_its_wildcards_into_the_value() => Fixes(
        Repository("""
            public IEnumerable<Product> Search(string text) =>
                Connection.Query<Product>($"SELECT * FROM products WHERE name LIKE '%{[|text|]}%' ORDER BY name");
            """),
        Repository("""
            public IEnumerable<Product> Search(string text) =>
                Connection.Query<Product>("SELECT * FROM products WHERE name LIKE @text ORDER BY name", new { text = "%" + text + "%" });
            """));

    [Test]
    public Task Two_values_with_one_name_become_two_parameters() => Fixes(
        Repository("""
            public IEnumerable<Product> Between(Product from, Product to) =>
                Connection.Query<Product>($"SELECT * FROM products WHERE name > '{[|from.Name|]}' AND name < '{to.Name}'");
            """),
        Repository("""
            public IEnumerable<Product> Between(Product from, Product to) =>
                Connection.Query<Product>("SELECT * FROM products WHERE name > @name AND name < @name2", new { name = from.Name, name2 = to.Name });
            """));

    [Test]
    public Task One_value_in_two_places_is_one_parameter() => Fixes(
        Repository("""
            public IEnumerable<Product> Search(string text) =>
                Connection.Query<Product>($"SELECT * FROM products WHERE name = '{[|text|]}' OR color = '{text}'");
            """),
        Repository("""
            public IEnumerable<Product> Search(string text) =>
                Connection.Query<Product>("SELECT * FROM products WHERE name = @text OR color = @text", new { text });
            """));

    [Test]
    public Task A_command_gets_a_parameter_after_its_text() => Fixes(
        Repository("""
            public void Delete(string name)
            {
                using var command = new NpgsqlCommand();
                command.CommandText = $"DELETE FROM products WHERE name = '{[|name.Trim()|]}'"; // everything of that name
                command.ExecuteNonQuery();
            }
            """),
        Repository("""
            public void Delete(string name)
            {
                using var command = new NpgsqlCommand();
                command.CommandText = "DELETE FROM products WHERE name = @name"; // everything of that name
                command.Parameters.AddWithValue("@name", name.Trim());
                command.ExecuteNonQuery();
            }
            """));

    [Test]
    public Task A_command_in_a_using_statement_gets_a_parameter_inside_it() => Fixes(
        Repository("""
            public void Delete(string name)
            {
                using (var command = new NpgsqlCommand("DELETE FROM products WHERE name = '" + [|name|] + "'", Postgres))
                {
                    command.ExecuteNonQuery();
                }
            }
            """),
        Repository("""
            public void Delete(string name)
            {
                using (var command = new NpgsqlCommand("DELETE FROM products WHERE name = @name", Postgres))
                {
                    command.Parameters.AddWithValue("@name", name);
                    command.ExecuteNonQuery();
                }
            }
            """));

    [Test]
    public Task A_command_of_an_unknown_provider_makes_its_own_parameter() => Fixes(
        Repository("""
            public void Delete(string name)
            {
                using var command = Connection.CreateCommand();
                command.CommandText = $"DELETE FROM products WHERE name = '{[|name|]}' AND tag = '{{}}'";
                command.ExecuteNonQuery();
            }
            """),
        Repository("""
            public void Delete(string name)
            {
                using var command = Connection.CreateCommand();
                command.CommandText = "DELETE FROM products WHERE name = @name AND tag = '{}'";
                var nameParameter = command.CreateParameter();
                nameParameter.ParameterName = "@name";
                nameParameter.Value = name;
                command.Parameters.Add(nameParameter);
                command.ExecuteNonQuery();
            }
            """));

    [Test]
    public Task A_statement_in_a_local_is_rewritten_where_it_stands() => Fixes(
        Repository("""
            public void Delete(string name, int id)
            {
                var sql = $"DELETE FROM products WHERE name = '{[|name|]}' AND id = {id}";
                using var command = new NpgsqlCommand(sql, Postgres);
                command.ExecuteNonQuery();
            }
            """),
        Repository("""
            public void Delete(string name, int id)
            {
                var sql = $"DELETE FROM products WHERE name = @name AND id = {id}";
                using var command = new NpgsqlCommand(sql, Postgres);
                command.Parameters.AddWithValue("@name", name);
                command.ExecuteNonQuery();
            }
            """));

    [Test]
    public Task A_raw_string_keeps_its_lines() => Fixes(
        Repository(""""
            public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>($"""
                SELECT *
                FROM products
                WHERE name = '{[|name|]}'
                """);
            """"),
        Repository(""""
            public Product? Find(string name) => Connection.QueryFirstOrDefault<Product>("""
                SELECT *
                FROM products
                WHERE name = @name
                """, new { name });
            """"));

    [Test]
    public Task A_raw_call_of_Entity_Framework_becomes_an_interpolated_one() => Fixes(
        Repository("""
            public List<Product> Find(string name)
            {
                var sql = $"SELECT * FROM products WHERE name = '{[|name|]}'";
                return Context.Products.FromSqlRaw(sql).ToList();
            }
            """),
        Repository("""
            public List<Product> Find(string name)
            {
                FormattableString sql = $"SELECT * FROM products WHERE name = {name}";
                return Context.Products.FromSql(sql).ToList();
            }
            """));

    [Test]
    public Task A_table_that_would_become_a_parameter_of_Entity_Framework_gets_no_fix() => OffersNoFix(Repository("""
        private const string Table = "products";
        public List<Product> Find(string name)
        {
            var sql = $"SELECT * FROM {Table} WHERE name = '{[|name|]}'";
            return Context.Products.FromSqlRaw(sql).ToList();
        }
        """));

    [Test]
    public Task A_value_without_quotes_gets_no_fix() => OffersNoFix(Repository("""
        public Product? Find(string id) => Connection.QueryFirstOrDefault<Product>("SELECT * FROM products WHERE id = " + [|id|]);
        """));

    [Test]
    public Task Parameters_in_another_object_get_no_fix() => OffersNoFix(Repository("""
        public IEnumerable<Product> Find(string name, DynamicParameters parameters) =>
            Connection.Query<Product>($"SELECT * FROM products WHERE id = @id AND name = '{[|name|]}'", parameters);
        """));

    [Test]
    public Task A_statement_that_is_read_twice_gets_no_fix() => OffersNoFix(Repository("""
        public Product? Find(string name)
        {
            var sql = $"SELECT * FROM products WHERE name = '{[|name|]}'";
            Console.WriteLine(sql);
            return Connection.QueryFirstOrDefault<Product>(sql);
        }
        """));

    [Test]
    public Task Positional_marks_get_no_fix() => OffersNoFix(Repository("""
        public void Delete(string name)
        {
            using var command = new NpgsqlCommand();
            command.CommandText = $"DELETE FROM products WHERE id = $1 AND name = '{[|name|]}'";
        }
        """));

    [Test]
    public Task A_value_beside_another_one_in_the_same_quotes_gets_no_fix() => OffersNoFix(Repository("""
        public Product? Find(string first, string last) =>
            Connection.QueryFirstOrDefault<Product>($"SELECT * FROM products WHERE name = '{[|first|]} {last}'");
        """));

    [Test]
    public Task A_command_in_an_expression_gets_no_fix() => OffersNoFix(Repository("""
        public DbCommand Delete(string name) => new NpgsqlCommand($"DELETE FROM products WHERE name = '{[|name|]}'");
        """));

    [TestCase("new NpgsqlConnectionStringBuilder { ConnectionString = text }", TestName = "Given to a property")]
    [TestCase("new NpgsqlConnectionStringBuilder(text)", TestName = "Given to the constructor")]
    public Task The_database_of_a_connection_string_is_a_setting(string builder) => Allows(Repository($$"""
        public void Ensure(string text)
        {
            var builder = {{builder}};
            var name = builder.Database!;
            using var command = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{name}'", Postgres);
        }
        """));

    [Test]
    public Task The_name_of_something_else_is_none() => Flags(Repository("""
        public void Ensure(string text)
        {
            var builder = new UriBuilder(text);
            var name = builder.Host;
            using var command = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{[|name|]}'", Postgres);
        }
        """));
}
