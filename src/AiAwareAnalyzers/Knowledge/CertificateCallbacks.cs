namespace AiAwareAnalyzers.Knowledge;

/// <summary>Where a program may decide itself whether to trust the certificate of a server.</summary>
internal sealed class CertificateCallbacks
{
    /// <summary>Members that take the decision, by their names: several frameworks call them alike.</summary>
    private static readonly ImmutableHashSet<string> Members = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ServerCertificateCustomValidationCallback", "ServerCertificateValidationCallback", "RemoteCertificateValidationCallback", "UserCertificateValidationCallback");

    private readonly INamedTypeSymbol? _callback;

    private CertificateCallbacks(Compilation compilation) =>
        _callback = compilation.GetTypeByMetadataName("System.Net.Security.RemoteCertificateValidationCallback");

    public bool AreThere => _callback is not null;

    public static CertificateCallbacks Of(Compilation compilation) => Facts.Of(compilation, static c => new CertificateCallbacks(c));

    public bool IsCallback(ISymbol member) => Members.Contains(member.Name);

    public bool IsCallback(ITypeSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.WithNullableAnnotation(NullableAnnotation.NotAnnotated), _callback);

    /// <summary>The framework's own callback that agrees with everything.</summary>
    public bool AcceptsAnything(IPropertySymbol property) => property is { Name: "DangerousAcceptAnyServerCertificateValidator", ContainingType.Name: "HttpClientHandler" };
}
