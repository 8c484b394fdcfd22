using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.UnitTests.Cases;

/// <summary>一案一码: readable, checkable, forgiving about how it is typed.</summary>
public sealed class CaseNumberTests
{
    private static readonly Arbitrary<CaseNumber> Numbers = (
        from county in Gen.Elements("150102", "150121", "410502", "410526")
        from year in Gen.Choose(2011, 2099)
        from serial in Gen.OneOf(Gen.Choose(1, 2000), Gen.Choose(1, 99_999_999))
        select CaseNumber.Create(AreaCode.Parse(county + "001001"), year, serial)).ToArbitrary();

    [Fact]
    public void A_number_names_county_year_and_running_number() =>
        CaseNumber.Create(AreaCode.Parse("150102001001"), 2026, 318).Value.ShouldStartWith("150102-2026-000318-");

    [Theory]
    [InlineData(318, '4')]
    [InlineData(319, '2')]
    [InlineData(1, '2')]
    public void The_check_digit_is_the_one_computed_by_hand(long serial, char expected) =>
        CaseNumber.Create(AreaCode.Parse("150102001001"), 2026, serial).Value[^1].ShouldBe(expected);

    [Fact]
    public void A_number_reads_back_as_itself() => Prop.ForAll(Numbers, number =>
        CaseNumber.TryParse(number.Value, out var read) && read == number && number.Value.Length <= CaseNumber.MaxLength)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_stored_number_is_taken_as_it_stands() => Prop.ForAll(Numbers, number =>
        ReferenceEquals(CaseNumber.Parse(number.Value).Value, number.Value)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_check_digit_agrees_with_the_standard_computed_another_way() => Prop.ForAll(Numbers, number =>
        Standard(Digits(number)[..^1]) == Digits(number)[^1] - '0').QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_wrong_digit_is_noticed() => Prop.ForAll(Numbers, number =>
    {
        foreach (var text in new[] { Digits(number), number.Value })
            for (var i = 0; i < text.Length; i++)
                for (var other = '0'; other <= '9'; other++)
                    if (char.IsAsciiDigit(text[i]) && other != text[i] && CaseNumber.TryParse(text[..i] + other + text[(i + 1)..], out _))
                        return false;
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapped_neighbours_are_noticed_except_where_the_standard_itself_is_blind()
    {
        var (tried, missed) = (0, 0);
        Prop.ForAll(Numbers, number =>
        {
            var digits = Digits(number);
            for (var i = 0; i + 1 < digits.Length; i++)
            {
                if (digits[i] == digits[i + 1])
                    continue;
                var swapped = digits[..i] + digits[i + 1] + digits[i] + digits[(i + 2)..];
                var passes = CaseNumber.TryParse(swapped, out _);
                tried++;
                missed += passes ? 1 : 0;
                if (passes != (Standard(swapped[..^1]) == swapped[^1] - '0'))
                    return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

        tried.ShouldBeGreaterThan(500);
        // MOD 11,10 lets through about one swap in fifty.
        missed.ShouldBeLessThan(tried / 20);
    }

    [Theory]
    [InlineData("15010220260003184")]
    [InlineData("  150102-2026-000318-4 ")]
    [InlineData("150102 2026 000318 4")]
    [InlineData("1501022-026-000318-4")]
    [InlineData("15010-22026-000318-4")]
    [InlineData("150102-2026-00031-84")]
    [InlineData("150102—2026—000318—4")]
    [InlineData("150102–2026–000318–4")]
    [InlineData("150102－2026－000318－4")]
    [InlineData("１５０１０２２０２６０００３１８４")]
    [InlineData("１５０１０２－２０２６－０００３１８－４")]
    [InlineData("\uFEFF150102-2026-000318-4\u200B")]
    public void However_it_is_typed_it_is_the_same_number(string typed)
    {
        CaseNumber.TryParse(typed, out var number).ShouldBeTrue();
        number!.Value.ShouldBe("150102-2026-000318-4");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("停暖")]
    [InlineData("150102-2026-000318")]
    [InlineData("150102-2026-000318-2")]
    [InlineData("150102-2026-000318-44")]
    [InlineData("+15010220260003184")]
    [InlineData("1501022026000318x4")]
    [InlineData("١٥٠١٠٢٢٠٢٦٠٠٠٣١٨١")]
    [InlineData("15010220260003184'; drop table cases; --")]
    public void Junk_is_no_number(string? junk) => CaseNumber.TryParse(junk, out _).ShouldBeFalse();

    [Fact]
    public void Half_a_character_does_not_break_the_reading()
    {
        CaseNumber.TryParse("\uD800", out _).ShouldBeFalse();
        CaseNumber.TryParse("150102-2026-000318-5\uDFFF", out _).ShouldBeFalse();
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused_but_never_fails() =>
        Prop.ForAll((string? text) => CaseNumber.TryParse(text, out var number) == (number is not null)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_running_number_begins_at_one() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CaseNumber.Create(AreaCode.Parse("150102001001"), 2026, 0));

    private static string Digits(CaseNumber number) => number.Value.Replace("-", "", StringComparison.Ordinal);

    // ISO 7064 MOD 11,10 in the words of the standard: S(j+1) = ((P(j)|10) * 2 mod 11), check digit makes P congruent 1 mod 10.
    private static int Standard(string digits)
    {
        var p = digits.Aggregate(10, (state, c) =>
        {
            var s = state + (c - '0');
            var rest = s % 10 == 0 ? 10 : s % 10;
            return rest * 2 - (rest * 2 >= 11 ? 11 : 0);
        });
        return Enumerable.Range(0, 10).Single(check => (p + check) % 10 == 1);
    }
}
