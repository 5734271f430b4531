using System.Globalization;
using SystemLog.Torture.Databases;
using SystemLog.Torture.Ledgers;
using SystemLog.Torture.Nodes;
using SystemLog.Work;

namespace SystemLog.Torture.Checks;

/// <summary>What the engine promises, each as a search for what breaks it. Pure.</summary>
internal static class Promises
{
    /// <summary>What holds of every item, whoever raced, died or froze.</summary>
    public static IEnumerable<string> OfEveryItem(History history) =>
    [
        .. NothingIsLost(history),
        .. AttemptsAgree(history),
        .. EffectsAgree(history),
        .. NothingBeginsAfterTheEnd(history),
        .. UnknownHasACause(history),
    ];

    /// <summary>What was acknowledged is there, and everything that is there has ended; unknown is an end only for what must happen once.</summary>
    public static IEnumerable<string> NothingIsLost(History history)
    {
        var stored = history.Items.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return history.Acks.Keys.Where(key => !stored.Contains(key)).Select(key => $"{key} was acknowledged and is not there.")
            .Concat(
                from item in history.Items
                where item.Became != WorkState.Succeeded && !(item.Became == WorkState.Unknown && item.Kind == EffectHandler.Once)
                select $"{item.Key} is {item.Became}: {item.Reason}");
    }

    /// <summary>The attempts in the table are numbered without a gap, each has an end, only the last may be one that ends the item, and what the
    /// store said yes to is what stands there.</summary>
    public static IEnumerable<string> AttemptsAgree(History history)
    {
        foreach (var item in history.Items)
        {
            var attempts = history.AttemptsOf(item.Key);
            if (!attempts.Select(attempt => attempt.Number).SequenceEqual(Enumerable.Range(1, (int)item.Attempts).Select(number => (long)number)))
            {
                var kept = string.Join(", ", attempts.Select(attempt => attempt.Number));
                yield return $"{item.Key} has {item.Attempts} attempts, and those kept are {kept}.";
            }

            foreach (var attempt in attempts.SkipLast(1).Where(attempt => attempt.Outcome is not ("tryAgain" or AttemptRow.Lost)))
            {
                yield return $"{item.Key} was tried again after attempt {attempt.Number} ended with {attempt.Outcome ?? "nothing"}.";
            }

            var last = item.Became == WorkState.Unknown ? AttemptRow.Lost : "done";
            if (attempts.Count > 0 && attempts[^1].Outcome != last)
            {
                yield return $"{item.Key} is {item.Became}, and its last attempt ended with {attempts[^1].Outcome ?? "nothing"}.";
            }
        }

        var outcomes = history.Attempts.ToDictionary(attempt => (attempt.Key, (int)attempt.Number), attempt => attempt.Outcome);
        foreach (var yes in history.Lines.Where(line => line.Verb == Verb.Yes && line.Detail.StartsWith("end:", StringComparison.Ordinal)))
        {
            var outcome = outcomes.GetValueOrDefault((yes.Key, yes.Attempt));
            if (!yes.Detail["end:".Length..].Split('/').Contains(outcome, StringComparer.Ordinal))
            {
                yield return $"{yes.Key}: {yes.Detail} of attempt {yes.Attempt} was written, and the table says {outcome ?? "nothing"}.";
            }
        }
    }

    /// <summary>What must happen once happened once, or not more than once where it is unknown; everything else that is done happened at least
    /// once, and never twice in one attempt.</summary>
    public static IEnumerable<string> EffectsAgree(History history)
    {
        foreach (var item in history.Items)
        {
            var effects = history.LinesOf(item.Key).Where(line => line.Verb == Verb.Effect).Select(line => line.Attempt).ToList();
            var isOnce = item.Kind != EffectHandler.Idempotent;
            if (effects.Count == 0 && item.Became == WorkState.Succeeded)
            {
                yield return $"{item.Key} is done, and nothing happened.";
            }

            if (effects.Count > 1 && (isOnce || effects.Distinct().Count() < effects.Count))
            {
                yield return $"{item.Key} happened in attempts {string.Join(", ", effects)}.";
            }
        }
    }

    /// <summary>Every date has one mail, and no other date has any.</summary>
    public static IEnumerable<string> OneForEachDate(History history, IEnumerable<DateOnly> dates)
    {
        var mails = history.Lines.Where(line => line.Verb == Verb.Effect).CountBy(line => line.Detail, StringComparer.Ordinal)
            .ToDictionary(date => date.Key, date => date.Value, StringComparer.Ordinal);
        var wanted = dates.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        return wanted.Where(date => mails.GetValueOrDefault(date) != 1).Select(date => $"{date} has {mails.GetValueOrDefault(date)} mails.")
            .Concat(mails.Keys.Except(wanted, StringComparer.Ordinal).Select(date => $"{date} is no date of the calendar."));
    }

    /// <summary>Once the end of an attempt that is done is visible, or a point of no return is passed, no other attempt begins or acts, but one that
    /// had been taken over before and is late.</summary>
    public static IEnumerable<string> NothingBeginsAfterTheEnd(History history)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in history.Lines)
        {
            if (line is { Verb: Verb.Yes, Detail: "end:done" or "pass" })
            {
                last.TryAdd(line.Key, line.Attempt);
            }
            else if (line.Verb is Verb.Begin or Verb.Effect && last.TryGetValue(line.Key, out var attempt)
                && line.Attempt != attempt && !history.IsLate(line))
            {
                yield return $"{line.Key}: {line.Verb} of attempt {line.Attempt} came after attempt {attempt} was done or could not be taken back.";
            }
        }
    }

    /// <summary>An item is unknown only where its node died or froze between the point of no return and the end.</summary>
    public static IEnumerable<string> UnknownHasACause(History history) =>
        from item in history.Items
        where item.Became == WorkState.Unknown
        let last = history.AttemptsOf(item.Key)[^1]
        let node = history.NodeOf(last)
        let lines = history.LinesOf(item.Key).Where(line => line.Attempt == last.Number).ToList()
        where !(history.Killed.ContainsKey(node) || history.Frozen.Contains(node))
            || !lines.Exists(line => line is { Verb: Verb.Ask, Detail: "pass" })
            || lines.Exists(line => line.Verb == Verb.Yes && line.Detail.StartsWith("end:", StringComparison.Ordinal))
        select $"{item.Key} is unknown, and node {node} had no reason: {item.Reason}";

    /// <summary>Items of one order key never overlap, and those that one node queued come in the order in which it queued them.</summary>
    public static IEnumerable<string> OrderIsKept(History history)
    {
        var turns = new Dictionary<string, Turn>(StringComparer.Ordinal);
        for (var position = 0; position < history.Lines.Count; position++)
        {
            if (history.Lines[position] is { Verb: Verb.Begin or Verb.Effect or Verb.Reported } line && !history.IsLate(line))
            {
                turns[line.Key] = new(line.Key, turns.GetValueOrDefault(line.Key)?.First ?? position, position);
            }
        }

        var lanes = history.Items.Where(item => turns.ContainsKey(item.Key))
            .GroupBy(item => history.Acks.GetValueOrDefault(item.Key) ?? item.OrderKey ?? LedgerLine.None, item => turns[item.Key], StringComparer.Ordinal);
        return lanes.Where(lane => lane.Key != LedgerLine.None).SelectMany(lane => Collisions(lane.Key, [.. lane]));
    }

    /// <summary>What a node asks to write about an attempt that was taken over while it was frozen is refused.</summary>
    public static IEnumerable<string> LateWritesAreRefused(History history) =>
        LateAnswers(history).Where(line => line.Verb == Verb.Yes)
            .Select(line => $"{line.Key}: the late {line.Detail} of attempt {line.Attempt} was written.");

    /// <summary>Returns the answers to what nodes asked, after they were let go on, about attempts that were taken over meanwhile.</summary>
    public static IEnumerable<LedgerLine> LateAnswers(History history)
    {
        var lost = history.Attempts.Where(attempt => attempt.Outcome == AttemptRow.Lost)
            .ToDictionary(attempt => (attempt.Key, (int)attempt.Number), attempt => attempt.EndedAt!.Value);
        var goesOn = new Dictionary<int, long>();
        var late = new HashSet<(string Key, int Attempt, string Detail)>();
        foreach (var line in history.Lines)
        {
            var about = (line.Key, line.Attempt, line.Detail);
            if (line.Verb == Verb.Cont)
            {
                goesOn[line.Node] = line.At;
            }
            else if (line.Verb == Verb.Ask && lost.TryGetValue((line.Key, line.Attempt), out var takenOver)
                && goesOn.TryGetValue(line.Node, out var at) && takenOver <= at)
            {
                late.Add(about);
            }
            else if (line.Verb is Verb.Yes or Verb.No && late.Remove(about))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Collisions(string lane, IReadOnlyList<Turn> turns)
    {
        var inOrder = lane.StartsWith("own/", StringComparison.Ordinal) ? turns : [.. turns.OrderBy(turn => turn.First)];
        return inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.First.Last >= pair.Second.First)
            .Select(pair => $"{pair.Second.Key} did not wait for {pair.First.Key}, with which it shares {lane}.");
    }

    private sealed record Turn(string Key, int First, int Last);
}
