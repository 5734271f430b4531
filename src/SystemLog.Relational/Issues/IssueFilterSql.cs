using SystemLog.Catalogue;

namespace SystemLog.Issues;

/// <summary>The one place that says <see cref="IssueFilter.Matches"/> in SQL. A property test holds both to the same answer.</summary>
internal static class IssueFilterSql
{
    /// <summary>Adds what an issue, called "i", must have.</summary>
    public static void Add(SqlConditions conditions, RelationalDatabase database, IssueFilter filter, DateTimeOffset now)
    {
        AddFacts(conditions, database, filter);
        AddTimes(conditions, filter, "i.last_at");
        AddExact(conditions, "i.assigned_to_id", "AssignedTo", filter.AssignedTo);
        if (filter.State is { } state)
        {
            conditions.Add("i.state = @State", "State", (long)state);
        }
        else if (filter.SubjectNumber is not null)
        {
            // Says nothing, but lets the index that begins with the state find the subject.
            conditions.Add(database.AnyOf("i.state", "States"), "States", Enum.GetValues<IssueState>().Select(any => (long)any).ToArray());
        }

        if (!filter.IncludeMuted)
        {
            conditions.Add("(i.muted_until is null or i.muted_until <= @Now)", "Now", now.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Adds what a solved round, called "i", must have: the facts, and the time of its solving.</summary>
    public static void AddSolved(SqlConditions conditions, RelationalDatabase database, IssueFilter filter)
    {
        AddFacts(conditions, database, filter);
        AddTimes(conditions, filter, "i.solved_at");
    }

    private static void AddFacts(SqlConditions conditions, RelationalDatabase database, IssueFilter filter)
    {
        AddExact(conditions, "i.source", "Source", filter.Source);
        AddExact(conditions, "i.operation", "Operation", filter.Operation);
        AddExact(conditions, "coalesce(i.code, '')", "Code", filter.Code);
        AddExact(conditions, "i.subject_number", "SubjectNumber", filter.SubjectNumber);
        AddExact(conditions, "i.subject_type", "SubjectType", filter.SubjectType);
        if (filter.Cause is { } cause)
        {
            conditions.Add("i.cause = @Cause", "Cause", (long)cause);
        }

        if (filter.Family is { } family)
        {
            conditions.Add(database.AnyOf("i.cause", "Causes"), "Causes", CauseFamilies.Members(family).Select(member => (long)member).ToArray());
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            conditions.Add(database.Contains("i.search", "Text"), "Text", SearchText.Fold(filter.Text.Trim()));
        }
    }

    private static void AddTimes(SqlConditions conditions, IssueFilter filter, string column)
    {
        if (filter.From is { } from)
        {
            conditions.Add($"{column} >= @From", "From", Ceiling(from));
        }

        if (filter.Before is { } before)
        {
            conditions.Add($"{column} < @Before", "Before", Ceiling(before));
        }
    }

    // No database stores what StorableText replaces, and PostgreSQL refuses to compare with it: nothing can be equal to it.
    private static void AddExact(SqlConditions conditions, string column, string parameter, string? value)
    {
        if (value is null)
        {
            return;
        }

        if (StorableText.Of(value) == value)
        {
            conditions.Add($"{column} = @{parameter}", parameter, value);
        }
        else
        {
            conditions.Add("1 = 0");
        }
    }

    // Stored times have whole milliseconds: at or after a time means at or after the next whole one.
    private static long Ceiling(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return time.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? milliseconds : milliseconds + 1;
    }
}
