using System.Security.Cryptography;
using Governance.Domain.Common;
using Governance.Infrastructure.Platform;

namespace Governance.UnitTests.Platform;

/// <summary>Encryption of personal data (A8).</summary>
[Trait("Provision", "P55")]
public sealed class PersonalDataProtectorTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize);

    [Theory]
    [InlineData("张三")]
    [InlineData("13812345678")]
    [InlineData("𠮷😀")]
    public void What_was_protected_can_be_read_again_and_only_with_the_key(string clear)
    {
        var protector = new PersonalDataProtector(Key);
        var stranger = new PersonalDataProtector(RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize));
        var secret = protector.Protect(clear);

        protector.Reveal(secret).ShouldBe(clear);
        Should.Throw<CryptographicException>(() => stranger.Reveal(secret));
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        var protector = new PersonalDataProtector(Key);

        protector.Protect(null).ShouldBeNull();
        protector.Protect("").ShouldBeNull();
        protector.Reveal(null).ShouldBeNull();
    }

    [Fact]
    public void The_same_name_looks_different_every_time()
    {
        var protector = new PersonalDataProtector(Key);

        protector.Protect("张三")!.Cipher.ShouldNotBe(protector.Protect("张三")!.Cipher);
    }

    [Fact]
    public void A_changed_byte_is_noticed_wherever_it_is()
    {
        var protector = new PersonalDataProtector(Key);
        var stored = protector.Protect("张三")!.Cipher;

        for (var i = 0; i < stored.Length; i++)
        {
            var changed = stored.ToArray();
            changed[i] ^= 1;
            Should.Throw<CryptographicException>(() => protector.Reveal(new ProtectedText(changed)));
        }
        Should.Throw<CryptographicException>(() => protector.Reveal(new ProtectedText([])));
    }

    [Fact]
    public async Task Many_people_at_once_each_get_their_own_back()
    {
        var protector = new PersonalDataProtector(Key);
        bool Work(int person) => Enumerable.Range(0, 5000).Select(i => $"反映人 {person} 第 {i} 次")
            .All(clear => protector.Reveal(protector.Protect(clear)) == clear);

        var people = Enumerable.Range(0, 4).Select(person => Task.Factory.StartNew(
            () => Work(person), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

        (await Task.WhenAll(people)).ShouldAllBe(whole => whole);
    }
}
