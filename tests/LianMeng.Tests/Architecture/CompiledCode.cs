using System.Reflection;
using System.Reflection.Emit;

namespace LianMeng.Tests.Architecture;

/// <summary>
/// What each type of an assembly uses, read from the compiled code: base types, fields, signatures, attributes, locals and
/// every instruction of every body, with generic arguments. What the compiler made (closures, state machines) belongs to the
/// type that it was made for.
/// </summary>
internal static class CompiledCode
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Outermost type → every member and type that it or what is nested in it mentions.</summary>
    public static IReadOnlyDictionary<Type, IReadOnlySet<MemberInfo>> Uses(Assembly assembly)
    {
        var uses = new Dictionary<Type, HashSet<MemberInfo>>();
        foreach (var type in assembly.GetTypes())
        {
            var owner = Outermost(type);
            if (!uses.TryGetValue(owner, out var found)) uses[owner] = found = [];
            Collect(type, found);
        }

        return uses.ToDictionary(u => u.Key, u => (IReadOnlySet<MemberInfo>)u.Value);
    }

    /// <summary>The types among the members, generic arguments taken apart, each as its outermost type.</summary>
    public static IReadOnlySet<Type> Types(IEnumerable<MemberInfo> members)
    {
        var types = new HashSet<Type>();
        foreach (var member in members)
        {
            switch (member)
            {
                case Type type:
                    Add(type);
                    break;
                case MethodBase method:
                    Add(method.DeclaringType);
                    foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
                    if (method is MethodInfo { ReturnType: var returned }) Add(returned);
                    if (method.IsGenericMethod) foreach (var argument in method.GetGenericArguments()) Add(argument);
                    break;
                case FieldInfo field:
                    Add(field.DeclaringType);
                    Add(field.FieldType);
                    break;
            }
        }

        return types;

        void Add(Type? type)
        {
            if (type is null || type.IsGenericParameter) return;
            if (type.HasElementType) { Add(type.GetElementType()); return; }
            if (type.IsGenericType) foreach (var argument in type.GetGenericArguments()) Add(argument);
            types.Add(Outermost(type.IsGenericType ? type.GetGenericTypeDefinition() : type));
        }
    }

    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static void Collect(Type type, HashSet<MemberInfo> found)
    {
        if (type.BaseType is { } parent) found.Add(parent);
        found.UnionWith(type.GetInterfaces());
        CollectAttributes(type, found);
        foreach (var field in type.GetFields(Everything))
        {
            found.Add(field.FieldType);
            CollectAttributes(field, found);
        }

        foreach (var property in type.GetProperties(Everything)) CollectAttributes(property, found);
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            CollectAttributes(method, found);
            foreach (var parameter in method.GetParameters()) found.Add(parameter.ParameterType);
            if (method is MethodInfo { ReturnType: var returned }) found.Add(returned);
            if (method.GetMethodBody() is not { } body) continue;
            foreach (var local in body.LocalVariables) found.Add(local.LocalType);
            CollectBody(method, body.GetILAsByteArray()!, found);
        }
    }

    private static void CollectAttributes(MemberInfo member, HashSet<MemberInfo> found)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            found.Add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments) if (argument.Value is Type type) found.Add(type);
            foreach (var argument in attribute.NamedArguments) if (argument.TypedValue.Value is Type type) found.Add(type);
        }
    }

    private static void CollectBody(MethodBase method, byte[] il, HashSet<MemberInfo> found)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method is { IsGenericMethod: true } and not ConstructorInfo ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE) value = unchecked((short)(0xFE00 | il[at++]));
            var code = OpCodesByValue[value];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    found.Add(method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!);
                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(il, at));
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }
}
