using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ApiHistory;

/// <summary>A public member: its type, its name, its parameter types, and what it extends.</summary>
internal sealed record Member(string Type, string Name, string? Signature, string? Extends);

/// <summary>The public API of a reference pack.</summary>
internal static class Pack
{
    public static IEnumerable<Member> At(string packages, string folder) =>
        Directory.GetFiles(Path.Combine(packages, folder), "*.dll").Order(StringComparer.Ordinal).SelectMany(MembersOf);

    private static List<Member> MembersOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => IsPublic(metadata, type))
            .SelectMany(type => MembersOf(metadata, type))];
    }

    private static IEnumerable<Member> MembersOf(MetadataReader metadata, TypeDefinition type)
    {
        var owner = NameOf(metadata, type);
        yield return new Member(owner, "", null, null);
        foreach (var method in type.GetMethods()
            .Select(metadata.GetMethodDefinition)
            .Where(m => IsVisible(m.Attributes) && !IsAccessor(m)))
            yield return MethodOf(metadata, owner, method);
        foreach (var property in type.GetProperties()
            .Select(metadata.GetPropertyDefinition)
            .Where(p => IsVisible(metadata, p)))
            yield return new Member(owner, metadata.GetString(property.Name), null, null);
        foreach (var field in type.GetFields()
            .Select(metadata.GetFieldDefinition)
            .Where(f => IsVisible(f.Attributes) && (f.Attributes & FieldAttributes.SpecialName) == 0))
            yield return new Member(owner, metadata.GetString(field.Name), null, null);
        foreach (var @event in type.GetEvents().Select(metadata.GetEventDefinition))
            yield return new Member(owner, metadata.GetString(@event.Name), null, null);
    }

    private static Member MethodOf(MetadataReader metadata, string owner, MethodDefinition method)
    {
        var parameters = method.DecodeSignature(new TypeNames(), null).ParameterTypes;
        var extends = IsExtension(metadata, method) && parameters.Length > 0 ? parameters[0] : null;
        return new Member(owner, metadata.GetString(method.Name), string.Join(",", parameters), extends);
    }

    private static bool IsPublic(MetadataReader metadata, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
            return NameOf(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())) + "." + name;
        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family
            or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family
            or FieldAttributes.FamORAssem;

    private static bool IsVisible(MetadataReader metadata, PropertyDefinition property)
    {
        var accessors = property.GetAccessors();
        return new[] { accessors.Getter, accessors.Setter }
            .Any(a => !a.IsNil && IsVisible(metadata.GetMethodDefinition(a).Attributes));
    }

    private static bool IsAccessor(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.SpecialName) != 0
        && (method.Attributes & MethodAttributes.RTSpecialName) == 0;

    private static bool IsExtension(MetadataReader metadata, MethodDefinition method) =>
        method.GetCustomAttributes()
            .Any(handle => AttributeName(metadata, metadata.GetCustomAttribute(handle)) == "ExtensionAttribute");

    private static string AttributeName(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind switch
        {
            HandleKind.MethodDefinition =>
                metadata.GetString(
                    metadata.GetTypeDefinition(metadata.GetMethodDefinition(
                        (MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()).Name),
            _ => metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                is { Kind: HandleKind.TypeReference } parent
                ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
                : "",
        };
}

/// <summary>How the types of a signature are written: by their last name, a type parameter as <c>*</c>.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<string, object?>
{
    public string GetPrimitiveType(PrimitiveTypeCode code) => code.ToString();
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte kind) =>
        reader.GetString(reader.GetTypeDefinition(handle).Name);
    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte kind) =>
        reader.GetString(reader.GetTypeReference(handle).Name);
    public string GetTypeFromSpecification(
        MetadataReader reader, object? context, TypeSpecificationHandle handle, byte kind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetGenericInstantiation(string generic, ImmutableArray<string> arguments) => generic;
    public string GetGenericMethodParameter(object? context, int index) => "*";
    public string GetGenericTypeParameter(object? context, int index) => "*";
    public string GetArrayType(string element, ArrayShape shape) => element + "[,]";
    public string GetSZArrayType(string element) => element + "[]";
    public string GetByReferenceType(string element) => element;
    public string GetPointerType(string element) => element + "*";
    public string GetPinnedType(string element) => element;
    public string GetModifiedType(string modifier, string unmodified, bool isRequired) => unmodified;
    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";
}
