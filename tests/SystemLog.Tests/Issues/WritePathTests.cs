using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SystemLog.Catalogue;
using SystemLog.Issues;
using SystemLog.Storage;
using SystemLog.Subjects;

namespace SystemLog.Tests.Issues;

public sealed class WritePathTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Equal_reports_become_one_issue_with_a_count()
    {
        await using var running = RunningLog.NotStarted();
        for (var i = 0; i < 10; i++)
        {
            running.Log.Report(Any.Report(text: $"Capture {i} failed"));
        }

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Should().ContainSingle().Which.Count.Should().Be(10);
    }

    [Fact]
    public async Task Another_spelling_of_a_source_and_an_operation_is_the_same_issue_and_the_same_success()
    {
        await using var running = RunningLog.NotStarted();
        running.Log.Report(Any.Report() with { Source = Sources.Vipps });
        running.Log.Report(Any.Report() with { Source = "vipps-mobilepay", Operation = "settle" });
        running.Log.ReportSuccess("MobilePay", "settle", SubjectRef.Order("1001"));

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Should().ContainSingle().Which.Grouping.Should().BeEquivalentTo(new { Source = Sources.Vipps, Operation = Operations.Capture });
        running.Storage.Batches.SelectMany(batch => batch.Successes).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Source = Sources.Vipps, Operation = Operations.Capture });
    }

    [Fact]
    public async Task Errors_are_counted_by_source_and_by_how_sure_their_explanation_is()
    {
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Name == "systemlog.errors.explained")
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (tags[0].Value is "A source of this test")
            {
                counted[(string)tags[1].Value!] = counted.GetValueOrDefault((string)tags[1].Value!) + count;
            }
        });
        listener.Start();
        await using var running = RunningLog.NotStarted();
        foreach (var text in (string[])["gibberish", "gibberish", "the resource was not found"])
        {
            running.Log.Report(Any.Report(text: text) with { Source = "A source of this test" });
        }

        await running.StartAsync();
        await running.StopAsync();

        counted.Should().Equal(new Dictionary<string, long> { ["none"] = 2, ["general"] = 1 });
    }

    [Fact]
    public async Task Eight_threads_with_two_hundred_errors_each_make_two_hundred_issues_and_sixteen_hundred_occurrences()
    {
        await using var running = await RunningLog.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                for (var order = 0; order < 200; order++)
                {
                    running.Log.Report(Any.Report($"A{order}"));
                }
            },
            Cancellation)));
        await running.StopAsync();

        running.Storage.Deltas.Select(delta => delta.Id).Distinct().Should().HaveCount(200);
        running.Storage.Deltas.Sum(delta => delta.Count).Should().Be(1_600);
    }

    [Fact]
    public async Task A_durable_report_returns_when_its_batch_is_saved()
    {
        var release = new TaskCompletionSource();
        var storage = new RecordingStorage { OnRecord = _ => release.Task };
        await using var running = await RunningLog.StartAsync(storage);

        var report = running.Log.ReportDurableAsync(Any.Report(), Cancellation);
        var before = report.IsCompleted;
        release.SetResult();
        await report;

        before.Should().BeFalse();
        storage.Deltas.Should().ContainSingle();
    }

    [Fact]
    public async Task When_the_queue_is_full_details_are_dropped_but_never_counts()
    {
        await using var running = RunningLog.NotStarted(configure: options =>
        {
            options.QueueLimit = 5;
            options.BatchSize = 100;
            options.PendingIssuesLimit = 100;
        });
        for (var i = 0; i < 1_000; i++)
        {
            running.Log.Report(Any.Report($"A{i % 10}"));
        }

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Sum(delta => delta.Count).Should().Be(1_000);
        running.Storage.Deltas.Sum(delta => delta.Samples.Count).Should().Be(5);
        running.Storage.Batches.SelectMany(batch => batch.Dropped).Should().BeEmpty();
    }

    [Fact]
    public async Task Beyond_the_stated_number_of_issues_reports_are_counted_per_source_and_reason()
    {
        await using var running = RunningLog.NotStarted(configure: options =>
        {
            options.QueueLimit = 1;
            options.BatchSize = 10;
            options.PendingIssuesLimit = 10;
        });
        for (var i = 0; i < 111; i++)
        {
            running.Log.Report(Any.Report($"A{i}"));
        }

        await running.StartAsync();
        await running.StopAsync();

        var stored = running.Storage.Deltas.Sum(delta => delta.Count);
        var dropped = running.Storage.Batches.SelectMany(batch => batch.Dropped).ToList();
        stored.Should().BeInRange(10, 11, "ten wait beside the queue and one in it");
        dropped.Should().OnlyContain(reports =>
            reports.Shop == "main" && reports.Source == "Klarna" && reports.Reason == DropReason.TooManyIssuesWaiting && reports.LastAt == Any.Noon);
        (stored + dropped.Sum(reports => reports.Count)).Should().Be(111);
    }

    [Fact]
    public async Task Bytes_bound_the_queue_as_well()
    {
        await using var running = RunningLog.NotStarted(configure: options => options.QueueBytes = 64 * 1024);
        for (var i = 0; i < 100; i++)
        {
            running.Log.Report(Any.Answer(new string('x', 20_000), order: "1001"));
        }

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Sum(delta => delta.Count).Should().Be(100);
        running.Storage.Deltas.Sum(delta => delta.Samples.Count).Should().BeInRange(1, 2);
    }

    [Fact]
    public async Task Only_the_newest_occurrences_keep_their_details()
    {
        await using var running = RunningLog.NotStarted(configure: options => options.OccurrencesKept = 3);
        foreach (var minute in (int[])[5, 1, 4, 2, 3])
        {
            running.Log.Report(Any.Report() with { OccurredAt = Any.Noon.AddMinutes(minute) });
        }

        await running.StartAsync();
        await running.StopAsync();

        var delta = running.Storage.Deltas.Should().ContainSingle().Subject;
        delta.Samples.Select(sample => (sample.At - Any.Noon).TotalMinutes).Should().Equal(3, 4, 5);
        delta.Count.Should().Be(5);
    }

    [Fact]
    public async Task A_refused_report_does_not_hold_up_the_others()
    {
        var storage = new RecordingStorage
        {
            OnRecord = batch => batch.Issues.Any(issue => issue.Grouping.Subject.Number == "A7")
                ? throw new InvalidOperationException("cannot be stored")
                : Task.CompletedTask,
        };
        await using var running = RunningLog.NotStarted(storage);
        for (var i = 0; i < 20; i++)
        {
            running.Log.Report(Any.Report($"A{i}"));
        }

        await running.StartAsync();
        await running.StopAsync();

        storage.Deltas.Sum(delta => delta.Count).Should().Be(19);
        storage.Batches.SelectMany(batch => batch.Dropped).Should().ContainSingle()
            .Which.Should().Match<DroppedReports>(dropped => dropped.Reason == DropReason.NotStorable && dropped.Count == 1);
    }

    [Fact]
    public async Task A_refused_durable_report_says_so()
    {
        var storage = new RecordingStorage { OnRecord = batch => batch.Issues.Count > 0 ? throw new InvalidOperationException() : Task.CompletedTask };
        await using var running = await RunningLog.StartAsync(storage);

        var report = () => running.Log.ReportDurableAsync(Any.Report(), Cancellation);

        (await report.Should().ThrowAsync<StorageException>()).Which.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task After_the_host_has_stopped_a_durable_report_says_so_and_another_returns()
    {
        await using var running = await RunningLog.StartAsync();
        await running.StopAsync();

        running.Log.Report(Any.Report());
        var report = () => running.Log.ReportDurableAsync(Any.Report(), Cancellation);

        await report.Should().ThrowAsync<StorageException>();
    }

    [Fact]
    public async Task A_success_comes_after_the_failures_before_it()
    {
        await using var running = RunningLog.NotStarted();
        running.Log.ReportSuccess("Klarna", "capture", SubjectRef.Order("1001"), Any.Noon.AddMinutes(1));
        running.Log.Report(Any.Report());
        running.Log.ReportSuccess("Klarna", "capture", SubjectRef.Order("1001"), Any.Noon.AddMinutes(2));

        await running.StartAsync();
        await running.StopAsync();

        var batch = running.Storage.Batches.Should().ContainSingle().Subject;
        batch.Issues.Should().ContainSingle();
        batch.Successes.Should().Equal(new OperationSuccess("main", "Klarna", "capture", SubjectRef.Order("1001"), Any.Noon.AddMinutes(2)));
    }

    [Fact]
    public async Task Amounts_that_differ_are_the_cause_where_no_rule_knows_better()
    {
        await using var running = RunningLog.NotStarted();
        running.Log.Report(Any.Report(text: "The order was edited") with { OrderAmount = new(209_800, "NOK"), ProviderAmount = new(189_900, "NOK") });
        running.Log.Report(Any.Report("1002", text: "The order was edited") with { OrderAmount = new(209_800, "NOK"), ProviderAmount = new(209_800, "NOK") });

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.OrderBy(delta => delta.Grouping.Subject.Number, StringComparer.Ordinal).Select(delta => delta.Explanation.Cause)
            .Should().Equal(Cause.AmountMismatch, Cause.Unknown);
    }

    [Fact]
    public async Task An_answer_with_a_code_but_no_words_is_described_by_status_and_code()
    {
        await using var running = RunningLog.NotStarted(services: services => services.AddSingleton<IAnswerParser>(new CodeParser()));
        running.Log.Report(Any.Answer("""{"code":1000,"message":null}""", 500));

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Single().Description.Should().Be("HTTP 500 · 1000");
    }

    [Fact]
    public async Task A_card_number_in_a_code_stands_nowhere_in_what_is_stored()
    {
        const string Card = "4111111111111111";
        await using var running = RunningLog.NotStarted(services: services => services.AddSingleton<IAnswerParser>(new CodeParser { Code = Card }));
        running.Log.Report(Any.Answer($$"""{"code":"{{Card}}"}""", 500));

        await running.StartAsync();
        await running.StopAsync();

        var delta = running.Storage.Deltas.Single();
        string?[] stored = [delta.Grouping.Code, delta.Description, delta.Search, delta.Samples.Single().Code, delta.Samples.Single().Body];
        stored.Should().NotContain(text => text == null || text.Contains(Card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parser_with_a_fault_hurts_nobody()
    {
        await using var running = RunningLog.NotStarted(services: services => services.AddSingleton<IAnswerParser>(new FaultyParser()));
        running.Log.Report(Any.Answer("Service is down", 503));

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Single().Description.Should().Be("Service is down");
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_counts_as_now()
    {
        await using var running = RunningLog.NotStarted();
        running.Log.Report(Any.Report() with { OccurredAt = DateTimeOffset.MaxValue });

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Single().LastAt.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Days_are_those_of_the_shop()
    {
        var oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        await using var running = RunningLog.NotStarted(configure: options => options.Shops.Add(new Shop { Id = "main", TimeZone = oslo }));
        running.Log.Report(Any.Report() with { OccurredAt = new(2026, 11, 19, 22, 59, 0, TimeSpan.Zero) });
        running.Log.Report(Any.Report() with { OccurredAt = new(2026, 11, 19, 23, 1, 0, TimeSpan.Zero) });

        await running.StartAsync();
        await running.StopAsync();

        running.Storage.Deltas.Single().Days.Should().Equal(new DayCount(new(2026, 11, 19), 1), new DayCount(new(2026, 11, 20), 1));
    }

    private sealed class CodeParser : IAnswerParser
    {
        public string Source => Sources.Klarna;

        public string Code { get; init; } = "1000";

        public ErrorFacts Parse(ProviderError error) => new() { Code = Code };
    }

    private sealed class FaultyParser : IAnswerParser
    {
        public string Source => Sources.Klarna;

        public ErrorFacts Parse(ProviderError error) => throw new InvalidOperationException("a fault");
    }
}
