namespace Governance.Web.Components.Shared;

/// <summary>A short message about what just happened.</summary>
/// <param name="Id">Tells messages apart.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Tone">Good or bad.</param>
/// <param name="Href">Where to look, or null.</param>
/// <param name="LinkText">Text of that link.</param>
public sealed record Toast(Guid Id, string Text, TagTone Tone, string? Href, string? LinkText);

/// <summary>Says what just happened in a corner of the page. One for each circuit; the frame shows it on every work page.</summary>
public sealed class Toaster
{
    private readonly List<Toast> _toasts = [];

    /// <summary>Raised when the messages on show changed.</summary>
    public event Action? Changed;

    /// <summary>Messages on show, oldest first.</summary>
    public IReadOnlyList<Toast> Toasts => _toasts;

    /// <summary>Something was done.</summary>
    public void Done(string text, string? href = null, string? linkText = null) => Add(new Toast(Guid.NewGuid(), text, TagTone.Good, href, linkText));

    /// <summary>Something was refused or wants attention; stays until it is closed.</summary>
    public void Refused(string text, string? href = null, string? linkText = null) => Add(new Toast(Guid.NewGuid(), text, TagTone.Late, href, linkText));

    /// <summary>Takes a message off.</summary>
    public void Remove(Guid id)
    {
        if (_toasts.RemoveAll(toast => toast.Id == id) > 0)
            Changed?.Invoke();
    }

    private void Add(Toast toast)
    {
        _toasts.Add(toast);
        Changed?.Invoke();
    }
}
