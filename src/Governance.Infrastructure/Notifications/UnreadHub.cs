using System.Threading.Channels;
using Governance.Application.Notifications;
using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Notifications;

/// <summary>
/// Knows which people have pages open on this process and tells those pages their unread number. Numbers are counted for everybody
/// whose number changed in one statement, however many pages listen.
/// </summary>
public sealed partial class UnreadHub(INotificationQueries queries, ILogger<UnreadHub> logger) : IUnreadFeed, IDisposable
{
    private const int CountedAtOnce = 500;

    // What comes in a burst is counted once.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Person> _people = [];
    private readonly HashSet<Guid> _pending = [];
    private readonly SemaphoreSlim _due = new(0);

    /// <summary>Pages that listen here.</summary>
    public int Pages
    {
        get
        {
            lock (_gate)
                return _people.Values.Sum(p => p.Pages.Count);
        }
    }

    /// <inheritdoc />
    public int? Known(Guid recipient)
    {
        lock (_gate)
            return _people.GetValueOrDefault(recipient)?.Count;
    }

    /// <inheritdoc />
    public IUnreadSubscription Subscribe(Guid recipient)
    {
        var page = new Subscription(this, recipient);
        lock (_gate)
        {
            if (!_people.TryGetValue(recipient, out var person))
                _people[recipient] = person = new Person();
            person.Pages.Add(page);
        }
        Changed([recipient]);
        return page;
    }

    /// <summary>The numbers of these people may have changed; who has no page here is of no interest.</summary>
    public void Changed(IReadOnlyList<Guid> recipients)
    {
        lock (_gate)
        {
            var before = _pending.Count;
            _pending.UnionWith(recipients.Where(_people.ContainsKey));
            if (before == 0 && _pending.Count > 0)
                _due.Release();
        }
    }

    /// <summary>Anything may have happened: the line to the database was cut.</summary>
    public void ChangedAll()
    {
        IReadOnlyList<Guid> all;
        lock (_gate)
            all = [.. _people.Keys];
        Changed(all);
    }

    /// <summary>Counts and tells until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            await _due.WaitAsync(ct);
            await Task.Delay(Gather, ct);
            var some = TakePending();
            try
            {
                Tell(some, await queries.CountUnreadAsync(some, ct));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (!StorageFaults.IsUnavailable(fault) && fault is not Application.Platform.StorageUnavailableException)
                    LogFault(fault);
                await Task.Delay(TryAgain, ct);
                Changed(some);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _due.Dispose();

    private Guid[] TakePending()
    {
        lock (_gate)
        {
            Guid[] some = [.. _pending.Take(CountedAtOnce)];
            _pending.ExceptWith(some);
            if (_pending.Count > 0)
                _due.Release();
            return some;
        }
    }

    private void Tell(Guid[] recipients, IReadOnlyDictionary<Guid, int> counts)
    {
        lock (_gate)
            foreach (var recipient in recipients)
                if (_people.TryGetValue(recipient, out var person))
                {
                    person.Count = counts.GetValueOrDefault(recipient);
                    foreach (var page in person.Pages)
                        page.Put(person.Count.Value);
                }
    }

    private void Leave(Subscription page)
    {
        lock (_gate)
            if (_people.TryGetValue(page.Recipient, out var person) && person.Pages.Remove(page) && person.Pages.Count == 0)
                _people.Remove(page.Recipient);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unread notifications could not be counted")]
    private partial void LogFault(Exception fault);

    private sealed class Person
    {
        public List<Subscription> Pages { get; } = [];

        public int? Count { get; set; }
    }

    private sealed class Subscription(UnreadHub hub, Guid recipient) : IUnreadSubscription
    {
        private readonly Channel<int> _last = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public Guid Recipient => recipient;

        public void Put(int count) => _last.Writer.TryWrite(count);

        public ValueTask<int> NextAsync(CancellationToken ct) => _last.Reader.ReadAsync(ct);

        public void Dispose() => hub.Leave(this);
    }
}
