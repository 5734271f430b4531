using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SystemLog.Rules.Tests;

/// <summary>What a host can see of an assembly, one line per type and member, in an order that does not depend on the source.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in TypesOf(assembly).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The types meant for a host. The Razor compiler makes every component public: those meant for a host stand in the package's own
    /// namespace, the others are parts of our pages.
    /// </summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetExportedTypes()
        .Where(type => !IsGenerated(type) && !type.Name.StartsWith('_') && (!IsComponent(type) || type.Namespace == assembly.GetName().Name));

    public static bool IsComponent(Type type) => type.GetInterface("Microsoft.AspNetCore.Components.IComponent") is not null;

    /// <summary>The members a host can use or must write: public ones, and protected ones where it may derive.</summary>
    public static IEnumerable<MemberInfo> VisibleMembers(Type type) => type.GetMembers(Declared).Where(member => member switch
    {
        _ when IsGenerated(member) => false,
        ConstructorInfo constructor => IsVisible(constructor),
        MethodInfo method => IsVisible(method) && method.GetBaseDefinition() == method && (!method.IsSpecialName || IsOperator(method)),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(accessor) && accessor.GetBaseDefinition() == accessor),
        EventInfo @event => IsVisible(@event.AddMethod!),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        _ => false,
    });

    private static IEnumerable<string> Members(Type type) => typeof(Delegate).IsAssignableFrom(type)
        ? [Signature(type.GetMethod("Invoke")!)]
        : VisibleMembers(type).Select(member => member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method => Signature(method),
            PropertyInfo property => Signature(property),
            EventInfo @event => $"event {Name(@event.EventHandlerType!)} {@event.Name}",
            FieldInfo { IsLiteral: true } field when type.IsEnum => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue())}",
            FieldInfo { IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
            FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
            _ => member.Name,
        });

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var above = string.Join(", ", type.IsEnum ? [] : Above(type));
        return $"{kind} {type.Namespace}.{Name(type)}{(above.Length > 0 ? " : " + above : "")}";
    }

    private static IEnumerable<string> Above(Type type)
    {
        var parent = type.BaseType is { } candidate && candidate != typeof(object) && candidate != typeof(ValueType) ? candidate : null;
        var interfaces = type.GetInterfaces().Except(parent?.GetInterfaces() ?? []).Where(own => own.Name != typeof(IEquatable<>).Name);
        return [.. parent is null ? Array.Empty<string>() : [Name(parent)], .. interfaces.Select(Name).Order(StringComparer.Ordinal)];
    }

    private static string Signature(MethodInfo method)
    {
        var modifier = method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "";
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var self = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return $"{modifier}{Name(method.ReturnType)} {method.Name}{generic}({self}{Parameters(method)})";
    }

    private static string Signature(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var required = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";
        var modifier = accessors[0].IsStatic ? "static " : required;
        var verbs = string.Concat(accessors.Select(accessor => accessor.ReturnType == typeof(void) ? IsInit(accessor) ? " init;" : " set;" : " get;"));
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";
        return $"{modifier}{Name(property.PropertyType)} {property.Name}{index} {{{verbs} }}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "")}";

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.StartsWith('<');

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!) + (type.IsByRef ? "&" : "[]");
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? Name(type.DeclaringType!) + "." : "";
        var name = type.Name.Split('`')[0];
        return outer + (type.IsGenericType && type.Name.Contains('`') ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name);
    }
}
