using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;

namespace Governance.UnitTests.Submissions;

/// <summary>来件编号: readable, checked, never taken for the number of a case.</summary>
public sealed class SubmissionNumberTests
{
    [Fact]
    public void A_number_survives_any_way_of_writing_it() => Prop.ForAll(Drawn(), drawn =>
    {
        var number = SubmissionNumber.Create(2026, drawn);
        number.Value.Length.ShouldBe(SubmissionNumber.MaxLength);
        foreach (var typed in new[]
            { number.Value, number.Value.Replace("-", "", StringComparison.Ordinal), number.Value.Replace('-', '—'), $" {FullWidth(number.Value)} " })
        {
            SubmissionNumber.TryParse(typed, out var read).ShouldBeTrue(typed);
            read.ShouldBe(number);
        }
        CaseNumber.TryParse(number.Value, out _).ShouldBeFalse();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_wrong_digit_is_always_noticed() => Prop.ForAll(Drawn(), ArbMap.Default.ArbFor<int>(), (drawn, seed) =>
    {
        var random = new Random(seed);
        var digits = SubmissionNumber.Create(2026, drawn).Value.ToCharArray();
        int at;
        do
            at = random.Next(digits.Length);
        while (digits[at] == '-');
        digits[at] = (char)('0' + (digits[at] - '0' + random.Next(1, 10)) % 10);
        SubmissionNumber.TryParse(new string(digits), out _).ShouldBeFalse();
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-318204577")]
    [InlineData("来2026-318204577-9")]
    [InlineData("150102-2026-000318-7")]
    public void Anything_else_is_no_number(string? typed) => SubmissionNumber.TryParse(typed, out _).ShouldBeFalse();

    private static Arbitrary<int> Drawn() => Gen.Choose(0, SubmissionNumber.Range - 1).ToArbitrary();

    private static string FullWidth(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)).ToString(CultureInfo.InvariantCulture);
}
