using SystemLog.Conformance;
using SystemLog.Conformance.Issues;
using SystemLog.Conformance.Orders;
using SystemLog.Conformance.Settings;
using SystemLog.Conformance.Storage;
using SystemLog.Conformance.Timeline;
using SystemLog.Conformance.Work;

namespace SystemLog.Sqlite.Tests;

public sealed class SqliteIssueStoreTests(SqliteFixture storage) : IssueStoreTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueRoundTests(SqliteFixture storage) : IssueRoundTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueChangeTests(SqliteFixture storage) : IssueChangeTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueQueriesTests(SqliteFixture storage) : IssueQueriesTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueFilterTests(SqliteFixture storage) : IssueFilterTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueSummaryTests(SqliteFixture storage) : IssueSummaryTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueRetentionTests(SqliteFixture storage) : IssueRetentionTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteIssueExplanationTests(SqliteFixture storage) : IssueExplanationTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteTimelineStoreTests(SqliteFixture storage) : TimelineStoreTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteWorkStoreTests(SqliteFixture storage) : WorkStoreTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteWorkDecisionTests(SqliteFixture storage) : WorkDecisionTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteWorkQueriesTests(SqliteFixture storage) : WorkQueriesTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteSettingStoreTests(SqliteFixture storage) : SettingStoreTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderStoreTests(SqliteFixture storage) : OrderStoreTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderMessageTests(SqliteFixture storage) : OrderMessageTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderFactsTests(SqliteFixture storage) : OrderFactsTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderImportTests(SqliteFixture storage) : OrderImportTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderListTests(SqliteFixture storage) : OrderListTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderShopTests(SqliteFixture storage) : OrderShopTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderRaceTests(SqliteFixture storage) : OrderRaceTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderTransactionTests(SqliteFixture storage) : OrderTransactionTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteOrderWalkTests(SqliteFixture storage) : OrderWalkTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteStorageTests(SqliteFixture storage) : StorageTests(storage), IClassFixture<SqliteFixture>;

public sealed class SqliteCompletenessTests : CompletenessTests;
