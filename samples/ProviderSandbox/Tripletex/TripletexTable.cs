using System.Text.Json.Nodes;

namespace ProviderSandbox.Tripletex;

/// <summary>Objects of one kind as they were sent, with the id and version that Tripletex gives them.</summary>
internal sealed class TripletexTable(long firstId)
{
    private readonly SortedDictionary<long, JsonObject> _rows = [];

    public IEnumerable<JsonObject> Rows => _rows.Values;

    public JsonObject? Find(long? id) => id is { } known ? _rows.GetValueOrDefault(known) : null;

    public JsonObject Add(JsonObject sent)
    {
        var row = sent.DeepClone().AsObject();
        row["id"] = firstId + _rows.Count;
        row["version"] = 0;
        return _rows[firstId + _rows.Count] = row;
    }

    /// <summary>Changes only the fields that were sent.</summary>
    public void Update(JsonObject row, JsonObject sent)
    {
        foreach (var (name, value) in sent.Where(member => member.Key is not ("id" or "version")))
        {
            row[name] = value?.DeepClone();
        }

        row["version"] = row["version"]!.GetValue<int>() + 1;
    }
}
