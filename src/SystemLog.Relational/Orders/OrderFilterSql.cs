using SystemLog.Issues;
using SystemLog.Storage;

namespace SystemLog.Orders;

/// <summary>Says in SQL which orders, called "s", a filter leaves.</summary>
internal sealed class OrderFilterSql(RelationalDatabase database)
{
    /// <summary>Returns the conditions of all that the filter asks for but the text.</summary>
    public SqlConditions WithoutText(string shop, OrderFilter filter)
    {
        var conditions = new SqlConditions();
        AddExact(conditions, "s.shop_id", "Shop", shop);
        if (filter.SubjectType is { } type)
        {
            AddExact(conditions, "s.subject_type", "SubjectType", type);
        }

        if (filter.CustomerId is { } customer)
        {
            AddExact(conditions, "s.customer_id", "CustomerId", customer);
        }

        if (filter.Statuses.Count > 0)
        {
            conditions.Add(database.AnyOf("s.status", "Statuses"), "Statuses", Storable(filter.Statuses));
        }

        return conditions;
    }

    /// <summary>Returns the condition on the text; null where it narrows nothing.</summary>
    public string? Text(SqlConditions conditions, OrderFilter filter)
    {
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return null;
        }

        conditions.Parameters.Add("Text", SearchText.Fold(filter.Text.Trim()));
        return database.Contains("s.search", "Text");
    }

    /// <summary>Adds that a page begins after a key.</summary>
    public static void AddAfter(SqlConditions conditions, PageKey after)
    {
        var (type, number) = OrderPageId.Read(after.Id);
        conditions.Add("(s.placed_at, s.subject_type, s.subject_number) < (@AfterAt, @AfterType, @AfterNumber)", "AfterAt", after.At.ToUnixTimeMilliseconds());
        conditions.Parameters.Add("AfterType", type);
        conditions.Parameters.Add("AfterNumber", number);
    }

    /// <summary>Returns the texts that a row can be equal to, each once.</summary>
    public static string[] Storable(IReadOnlyList<string> texts) => [.. texts.Where(OrderTexts.IsStorable).Distinct(StringComparer.Ordinal)];

    private static void AddExact(SqlConditions conditions, string column, string parameter, string value)
    {
        if (OrderTexts.IsStorable(value))
        {
            conditions.Add($"{column} = @{parameter}", parameter, value);
        }
        else
        {
            conditions.Add("1 = 0");
        }
    }
}
