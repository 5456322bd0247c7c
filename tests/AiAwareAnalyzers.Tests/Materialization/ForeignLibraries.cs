using System.Collections.Concurrent;

namespace AiAwareAnalyzers.Tests.Materialization;

/// <summary>
/// Libraries that no feed of the tests has: as much of their surface as code that uses them sees, in an assembly of the
/// same name.
/// </summary>
internal static class ForeignLibraries
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> Built = new();

    public static ReferenceSet EntityFramework6 { get; } = Net10With("EntityFramework", """
        namespace System.Data.Entity
        {
            public class DbContext : System.IDisposable
            {
                public DbSet<T> Set<T>() where T : class => throw null!;
                public virtual int SaveChanges() => 0;
                public virtual Task<int> SaveChangesAsync() => throw null!;
                public void Dispose() { }
            }

            public abstract class DbSet<T> : IQueryable<T> where T : class
            {
                public abstract System.Type ElementType { get; }
                public abstract System.Linq.Expressions.Expression Expression { get; }
                public abstract IQueryProvider Provider { get; }
                public abstract IEnumerator<T> GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
                public virtual T Find(params object[] keys) => throw null!;
                public virtual IEnumerable<T> RemoveRange(IEnumerable<T> rows) => rows;
            }

            public static class QueryableExtensions
            {
                public static IQueryable<T> Include<T>(this IQueryable<T> source, string path) => source;
                public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source) where T : class => source;
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source) => throw null!;
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken token) => throw null!;
                public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken token) => throw null!;
                public static Task<bool> AnyAsync<T>(this IQueryable<T> source, System.Linq.Expressions.Expression<System.Func<T, bool>> predicate, CancellationToken token) => throw null!;
            }
        }
        """);

    public static ReferenceSet NHibernate { get; } = Net10With("NHibernate", """
        namespace NHibernate
        {
            public interface ISession : System.IDisposable
            {
                IQueryable<T> Query<T>();
                T Get<T>(object id);
                Task<T> GetAsync<T>(object id, CancellationToken token = default);
            }
        }

        namespace NHibernate.Linq
        {
            public static class LinqExtensionMethods
            {
                public static IQueryable<T> WithOptions<T>(this IQueryable<T> query) => query;
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken token = default) => throw null!;
                public static Task<int> CountAsync<T>(this IQueryable<T> source, System.Linq.Expressions.Expression<System.Func<T, bool>> predicate, CancellationToken token = default) => throw null!;
            }
        }
        """);

    private static ReferenceSet Net10With(string name, string code) =>
        References.Net10.AndFile(Built.GetOrAdd(name, _ => new Lazy<string>(() => Build(name, code))).Value);

    private static string Build(string name, string code)
    {
        const string Usings = "using System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing "
            + "System.Threading.Tasks;\n";
        var references = References.Net10.Metadata;
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings + code)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var folder = Directory.CreateDirectory(Path.Combine(
            AppContext.BaseDirectory,
            "foreign",
            Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var path = Path.Combine(folder.FullName, name + ".dll");
        Assert.That(
            compilation.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            Is.Empty);
        return path;
    }
}
