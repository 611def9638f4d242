using LianMeng.Shared.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Capabilities.Nodes;

internal sealed class NodeBeatMapping : IEntityTypeConfiguration<NodeBeat>
{
    public void Configure(EntityTypeBuilder<NodeBeat> entity)
    {
        entity.ToTable("NodeBeat");
        entity.Property(e => e.Name).HasMaxLength(NodeIdentity.NameLimit);
        entity.Property(e => e.ProgramVersion).HasMaxLength(NodeIdentity.NameLimit);
    }
}
