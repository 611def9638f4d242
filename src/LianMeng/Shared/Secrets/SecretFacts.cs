using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Secrets;

/// <summary>A new key seals from now on.</summary>
public sealed record SecretKeyAdded(string KeyId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => "更换密钥：启用新密钥";
    public override IReadOnlyList<FieldChange> Details => [new("密钥编号", null, KeyId)];
}

/// <summary>Some things that an older key had sealed are sealed under the current one.</summary>
public sealed record SecretsResealed(string Title, string KeyId, int Count) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => "更换密钥后重新加密";
    public override IReadOnlyList<FieldChange> Details => [new(Title, null, $"{Count} 项")];
}

/// <summary>Old keys open nothing any more and were taken out.</summary>
public sealed record SecretKeysRetired(IReadOnlyList<string> KeyIds) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => "停用旧密钥";
    public override IReadOnlyList<FieldChange> Details => [new("密钥编号", string.Join("、", KeyIds), null)];
}

/// <summary>A key for cookies and tokens was made ahead of its time.</summary>
public sealed record ProtectionKeyMade(Guid KeyId, DateTime ActiveFrom) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [KeyId];
    public override string Words => "生成会话密钥";
}
