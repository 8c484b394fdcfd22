using System.Globalization;
using Governance.Application.Platform;
using Governance.Domain.Parties;
using Governance.Infrastructure.Platform;

namespace Governance.UnitTests.Parties;

/// <summary>Citizen numbers (GB 11643) and credit codes (GB 32100): the check sign tells a slip of the hand from a number.</summary>
[Trait("Provision", "P55")]
public sealed class IdentityNumberTests
{
    private const string CreditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("11010519491331002X", false)]
    [InlineData("1101051949123100", false)]
    [InlineData("", false)]
    [InlineData("01010519491231002X", false)]
    [InlineData("１１０１０５19491231002x", true)]
    [InlineData(" 110105 1949-1231 002X ", true)]
    public void A_citizen_number_needs_a_day_of_birth_and_its_check_sign(string typed, bool valid) =>
        CitizenId.IsValid(CitizenId.Normal(typed)).ShouldBe(valid);

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100m000100y43", true)]
    [InlineData("9135010OM000100Y43", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("11010519491231002X", false)]
    public void A_credit_code_needs_its_signs_and_its_check_sign(string typed, bool valid) =>
        CreditCode.IsValid(CreditCode.Normal(typed)).ShouldBe(valid);

    [Fact]
    public void The_vectors_that_lie_beside_the_project_are_judged_as_they_say()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "shared", "data", "checksum-vectors.csv")))
            folder = folder.Parent;
        if (folder is null)
            return;
        foreach (var line in File.ReadLines(Path.Combine(folder.FullName, "shared", "data", "checksum-vectors.csv")).Skip(1))
        {
            var fields = line.Split(',');
            (fields[0] == "GB11643" ? CitizenId.IsValid(fields[1]) : CreditCode.IsValid(fields[1])).ShouldBe(fields[2] == "1", line);
        }
    }

    [Fact]
    public void One_wrong_sign_never_passes_whatever_the_number()
    {
        var random = new Random(11643);
        for (var round = 0; round < 2000; round++)
        {
            var day = new DateOnly(1930, 1, 1).AddDays(random.Next(30000));
            var digits = $"{random.Next(110000, 660000)}{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{random.Next(1000):000}";
            var id = digits + CitizenId.CheckSign(digits);
            CitizenId.IsValid(id).ShouldBeTrue(id);
            CitizenId.IsValid(Spoil(id, "0123456789", 17, random)).ShouldBeFalse(id);

            var signs = $"9{random.Next(1, 4)}{random.Next(110000, 660000)}" + string.Concat(Enumerable.Range(0, 9).Select(_ => CreditSigns[random.Next(31)]));
            var code = signs + CreditCode.CheckSign(signs);
            CreditCode.IsValid(code).ShouldBeTrue(code);
            CreditCode.IsValid(Spoil(code, CreditSigns, 17, random)).ShouldBeFalse(code);
        }
    }

    [Fact]
    public void A_number_belongs_to_a_kind()
    {
        const string id = "11010519491231002X", code = "91350100M000100Y43";
        ParticipantKind.Person.Fits(id).ShouldBeTrue();
        ParticipantKind.Person.Fits(code).ShouldBeFalse();
        ParticipantKind.LegalPerson.Fits(code).ShouldBeTrue();
        ParticipantKind.LegalPerson.Fits(id).ShouldBeFalse();
        ParticipantKind.Organisation.Fits(id).ShouldBeFalse();
        ParticipantKind.SoleTrader.Fits(id).ShouldBeTrue();
        ParticipantKind.SoleTrader.Fits(code).ShouldBeTrue();
    }

    [Fact]
    public void A_keyed_hash_finds_the_same_value_and_tells_nothing_without_the_key()
    {
        var key = new byte[PersonalDataProtector.KeySize];
        var (one, same, other) = (new PersonalDataProtector(key), new PersonalDataProtector(key), new PersonalDataProtector([.. key.Select(_ => (byte)1)]));
        byte[] Hash(PersonalDataProtector protector, PersonalDataUse use, string clear) => protector.KeyedHash(use, clear).Cipher;

        Hash(one, PersonalDataUse.Phone, "13947112345").ShouldBe(Hash(same, PersonalDataUse.Phone, "13947112345"));
        Hash(one, PersonalDataUse.Phone, "13947112345").ShouldNotBe(Hash(one, PersonalDataUse.Phone, "13947112346"));
        Hash(one, PersonalDataUse.Phone, "13947112345").ShouldNotBe(Hash(one, PersonalDataUse.IdentityNumber, "13947112345"));
        Hash(one, PersonalDataUse.Phone, "13947112345").ShouldNotBe(Hash(other, PersonalDataUse.Phone, "13947112345"));
        Hash(one, PersonalDataUse.Phone, "13947112345").Length.ShouldBe(32);
    }

    [Theory]
    [InlineData("11010519491231002X", "**************002X")]
    [InlineData("1234", "****")]
    [InlineData(null, null)]
    public void A_number_shows_its_end_only(string? number, string? masked) => Masks.IdentityNumber(number).ShouldBe(masked);

    [Theory]
    [InlineData("新城区海拉尔东路三号楼", "新城区****")]
    [InlineData("东村", "东****")]
    [InlineData("东", "****")]
    [InlineData(null, null)]
    public void An_address_shows_its_beginning_only(string? address, string? masked) => Masks.Address(address).ShouldBe(masked);

    private static string Spoil(string good, string signs, int length, Random random)
    {
        var (at, sign) = (random.Next(length), signs[random.Next(signs.Length)]);
        return good[at] == sign ? Spoil(good, signs, length, random) : good[..at] + sign + good[(at + 1)..];
    }
}
