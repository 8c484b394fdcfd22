using Governance.Domain.Cases;
using Governance.Infrastructure.Demo;

namespace Governance.Infrastructure.Generation;

/// <summary>Draws matters by the weight of their category.</summary>
internal sealed class GeneratedMatters
{
    private readonly (DemoMatter Matter, double UpTo)[] _urban = Weigh(m => m.Urban);
    private readonly (DemoMatter Matter, double UpTo)[] _rural = Weigh(m => m.Rural);

    /// <summary>A matter that can happen in a community or in a village, and how it came in.</summary>
    public (DemoMatter Matter, CaseChannel Channel) Draw(bool urban, Random random)
    {
        var deck = urban ? _urban : _rural;
        var lot = random.NextDouble() * deck[^1].UpTo;
        var matter = Array.Find(deck, card => lot < card.UpTo).Matter ?? deck[^1].Matter;
        return (matter, DemoWords.Pick(matter.Channels, random));
    }

    private static (DemoMatter, double)[] Weigh(Func<DemoMatter, bool> fits)
    {
        var upTo = 0.0;
        return
        [
            .. DemoMatter.All.Where(fits).GroupBy(m => m.Category[..2])
                .SelectMany(g => g.Select(m => (m, upTo += GenerationShares.Categories[g.Key] / (double)g.Count()))),
        ];
    }
}
