using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Infrastructure.Clients;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<ApiClient>
{
    private const int ChannelsLength = 200;

    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("api_clients");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(ClientFacts.NameLength);
        builder.HasIndex(c => c.Name).IsUnique().HasFilter("revoked_at is null");
        builder.Property(c => c.Channels).HasMaxLength(ChannelsLength).UseCollation("C").HasConversion(
            channels => string.Join(',', channels), text => Channels(text), Comparer<CaseChannel>());
        builder.Property(c => c.Areas).HasMaxLength(ClientFacts.MostAreas * (AreaCode.Length + 1)).UseCollation("C").HasConversion(
            areas => string.Join(',', areas.Select(a => a.Value)), text => Areas(text), Comparer<AreaCode>());
        builder.Property(c => c.WebhookAddress).HasMaxLength(ClientFacts.WebhookLength);
        builder.Property(c => c.WebhookSecret).HasConversion(p => p!.Cipher, bytes => new ProtectedText(bytes));
        builder.Property(c => c.Version).IsRowVersion();
        builder.Ignore(c => c.SourceKey);
        builder.HasMany(c => c.Keys).WithOne().HasForeignKey(k => k.ClientId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Keys).HasField("_keys").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static ValueComparer<IReadOnlyList<T>> Comparer<T>()
        where T : struct =>
        new((one, other) => one!.SequenceEqual(other!), values => values.Aggregate(0, HashCode.Combine), values => values.ToArray());

    private static CaseChannel[] Channels(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CaseChannel>)];

    private static AreaCode[] Areas(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(AreaCode.Parse)];
}

internal sealed class ClientKeyConfiguration : IEntityTypeConfiguration<ClientKey>
{
    public void Configure(EntityTypeBuilder<ClientKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).HasMaxLength(ClientKey.IdLength).UseCollation("C").ValueGeneratedNever();
        builder.Property(k => k.Hash).HasMaxLength(ClientKey.HashLength).UseCollation("C");
    }
}

/// <summary>A call of a client.</summary>
internal sealed class ClientCallRow
{
    public Guid Id { get; init; }

    public Guid ClientId { get; init; }

    public DateTimeOffset At { get; init; }

    public string Operation { get; init; } = "";

    public int Status { get; init; }

    public int Rows { get; init; }

    public int Milliseconds { get; init; }

    public string Address { get; init; } = "";
}

internal sealed class ClientCallConfiguration : IEntityTypeConfiguration<ClientCallRow>
{
    public const int OperationLength = 40;
    public const int AddressLength = 45;

    public void Configure(EntityTypeBuilder<ClientCallRow> builder)
    {
        builder.ToTable("api_calls");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Operation).HasMaxLength(OperationLength);
        builder.Property(c => c.Address).HasMaxLength(AddressLength).UseCollation("C");
        builder.HasIndex(c => new { c.ClientId, c.At });
        builder.HasIndex(c => c.At);
        builder.HasOne<ApiClient>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Cascade);
    }
}
