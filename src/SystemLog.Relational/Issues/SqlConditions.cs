using Dapper;

namespace SystemLog.Issues;

/// <summary>Conditions that must all hold, with their parameters. Only names and fixed text ever become part of the statement.</summary>
internal sealed class SqlConditions
{
    private readonly List<string> _conditions = [];

    /// <summary>Gets the parameters.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Adds a condition.</summary>
    public SqlConditions Add(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>Adds a condition and the parameter it names.</summary>
    public SqlConditions Add(string condition, string parameter, object? value)
    {
        Parameters.Add(parameter, value);
        return Add(condition);
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(" and ", _conditions);
}
