using SystemLog.Conformance.Issues;
using SystemLog.Conformance.Timeline;

namespace SystemLog.Sqlite.Tests;

public sealed class SqliteIssueStoreTests(SqliteFixture storage) : IssueStoreTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueRoundTests(SqliteFixture storage) : IssueRoundTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueChangeTests(SqliteFixture storage) : IssueChangeTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteTimelineStoreTests(SqliteFixture storage) : TimelineStoreTests(storage), IClassFixture<SqliteFixture>;
