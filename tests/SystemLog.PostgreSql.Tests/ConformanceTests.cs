using SystemLog.Conformance;
using SystemLog.Conformance.Issues;
using SystemLog.Conformance.Orders;
using SystemLog.Conformance.Settings;
using SystemLog.Conformance.Storage;
using SystemLog.Conformance.Timeline;
using SystemLog.Conformance.Work;

namespace SystemLog.PostgreSql.Tests;

public sealed class PostgreSqlIssueStoreTests(PostgreSqlFixture storage) : IssueStoreTests(storage);

public sealed class PostgreSqlIssueRoundTests(PostgreSqlFixture storage) : IssueRoundTests(storage);

public sealed class PostgreSqlIssueChangeTests(PostgreSqlFixture storage) : IssueChangeTests(storage);

public sealed class PostgreSqlIssueQueriesTests(PostgreSqlFixture storage) : IssueQueriesTests(storage);

public sealed class PostgreSqlIssueFilterTests(PostgreSqlFixture storage) : IssueFilterTests(storage);

public sealed class PostgreSqlIssueSummaryTests(PostgreSqlFixture storage) : IssueSummaryTests(storage);

public sealed class PostgreSqlIssueRetentionTests(PostgreSqlFixture storage) : IssueRetentionTests(storage);

public sealed class PostgreSqlIssueExplanationTests(PostgreSqlFixture storage) : IssueExplanationTests(storage);

public sealed class PostgreSqlTimelineStoreTests(PostgreSqlFixture storage) : TimelineStoreTests(storage);

public sealed class PostgreSqlWorkStoreTests(PostgreSqlFixture storage) : WorkStoreTests(storage);

public sealed class PostgreSqlWorkDecisionTests(PostgreSqlFixture storage) : WorkDecisionTests(storage);

public sealed class PostgreSqlWorkQueriesTests(PostgreSqlFixture storage) : WorkQueriesTests(storage);

public sealed class PostgreSqlSettingStoreTests(PostgreSqlFixture storage) : SettingStoreTests(storage);

public sealed class PostgreSqlOrderStoreTests(PostgreSqlFixture storage) : OrderStoreTests(storage);

public sealed class PostgreSqlOrderMessageTests(PostgreSqlFixture storage) : OrderMessageTests(storage);

public sealed class PostgreSqlOrderFactsTests(PostgreSqlFixture storage) : OrderFactsTests(storage);

public sealed class PostgreSqlOrderImportTests(PostgreSqlFixture storage) : OrderImportTests(storage);

public sealed class PostgreSqlOrderListTests(PostgreSqlFixture storage) : OrderListTests(storage);

public sealed class PostgreSqlOrderShopTests(PostgreSqlFixture storage) : OrderShopTests(storage);

public sealed class PostgreSqlOrderRaceTests(PostgreSqlFixture storage) : OrderRaceTests(storage);

public sealed class PostgreSqlOrderTransactionTests(PostgreSqlFixture storage) : OrderTransactionTests(storage);

public sealed class PostgreSqlOrderWalkTests(PostgreSqlFixture storage) : OrderWalkTests(storage);

public sealed class PostgreSqlStorageTests(PostgreSqlFixture storage) : StorageTests(storage);

public sealed class PostgreSqlCompletenessTests : CompletenessTests;
