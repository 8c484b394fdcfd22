namespace Governance.Domain.Cities;

/// <summary>Finds many words in a text in one pass (Aho and Corasick, 1975).</summary>
internal sealed class KeywordAutomaton
{
    private readonly List<Node> _nodes = [new Node()];

    public KeywordAutomaton(IReadOnlyList<string> words)
    {
        foreach (var word in words)
            Add(word);
        Link();
    }

    /// <summary>The words found, without those that lie wholly inside a longer word found at the same place.</summary>
    public IEnumerable<string> LongestMatches(string text)
    {
        var spans = new List<(int Start, int End, string Word)>();
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (state != 0 && !_nodes[state].Next.ContainsKey(text[i]))
                state = _nodes[state].Fail;
            state = _nodes[state].Next.GetValueOrDefault(text[i]);
            // The word ending here that is longest is met first; shorter ones end inside it.
            var hit = _nodes[state].Word is null ? _nodes[state].Shorter : state;
            if (hit == 0)
                continue;
            var word = _nodes[hit].Word!;
            var start = i + 1 - word.Length;
            while (spans.Count > 0 && spans[^1].Start >= start)
                spans.RemoveAt(spans.Count - 1);
            spans.Add((start, i + 1, word));
        }

        return spans.Select(span => span.Word);
    }

    private void Add(string word)
    {
        var state = 0;
        foreach (var c in word)
        {
            if (!_nodes[state].Next.TryGetValue(c, out var next))
            {
                next = _nodes.Count;
                _nodes.Add(new Node());
                _nodes[state].Next.Add(c, next);
            }

            state = next;
        }

        _nodes[state].Word = word;
    }

    private void Link()
    {
        var queue = new Queue<int>(_nodes[0].Next.Values);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (c, next) in _nodes[state].Next)
            {
                var fail = _nodes[state].Fail;
                while (fail != 0 && !_nodes[fail].Next.ContainsKey(c))
                    fail = _nodes[fail].Fail;
                _nodes[next].Fail = _nodes[fail].Next.GetValueOrDefault(c);
                var target = _nodes[next].Fail;
                _nodes[next].Shorter = _nodes[target].Word is null ? _nodes[target].Shorter : target;
                queue.Enqueue(next);
            }
        }
    }

    private sealed class Node
    {
        public Dictionary<char, int> Next { get; } = [];

        /// <summary>Where to go on when the next character does not fit.</summary>
        public int Fail { get; set; }

        /// <summary>The next state along the failure links that ends a word; 0 for none.</summary>
        public int Shorter { get; set; }

        public string? Word { get; set; }
    }
}
