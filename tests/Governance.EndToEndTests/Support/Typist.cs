using System.Diagnostics;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>Somebody at the keyboard: one key after another at a steady pace, no mouse, no waiting for the page.</summary>
internal sealed class Typist(IPage page)
{
    /// <summary>Eight keys a second.</summary>
    public const int PaceMilliseconds = 125;

    private readonly Stopwatch _watch = new();

    /// <summary>Keys pressed so far; a Chinese character counts as one.</summary>
    public int Keys { get; private set; }

    /// <summary>Time since the first key.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Presses one key, or keys held together.</summary>
    public async Task PressAsync(string key)
    {
        _watch.Start();
        Keys++;
        await page.Keyboard.PressAsync(key);
        await Task.Delay(PaceMilliseconds);
    }

    /// <summary>Types a text into whatever has the focus.</summary>
    public async Task TypeAsync(string text)
    {
        _watch.Start();
        Keys += text.Length;
        await page.Keyboard.TypeAsync(text, new() { Delay = PaceMilliseconds });
    }

    /// <summary>Goes on to the next field.</summary>
    public async Task TabAsync(int times = 1)
    {
        for (var i = 0; i < times; i++) await PressAsync("Tab");
    }
}
