-- Times are unix milliseconds in UTC, days are yyyymmdd in the shop's zone, amounts are minor units.
-- Redacted words of providers and people, which may hold personal data, stand in normalized_text, rule_values, description, search,
-- note, body and text only; names of staff in the columns ending in _name.

create table systemlog.issue (
    shop_id            text collate "C" not null,
    fingerprint        text collate "C" not null,
    source             text collate "C" not null,
    operation          text collate "C" not null,
    subject_type       text collate "C" not null,
    subject_number     text collate "C" not null,
    subject_link       text,
    code               text,
    status             integer,
    exception_type     text,
    normalized_text    text,
    grouping_key       text,
    cause              smallint         not null,
    rule               text,
    rule_values        text,
    retryable          smallint         not null,
    who_must_act       smallint         not null,
    description        text             not null,
    correlation_id     text,
    search             text             not null,
    order_amount       bigint,
    order_currency     text,
    provider_amount    bigint,
    provider_currency  text,
    first_at           bigint           not null,
    last_at            bigint           not null,
    count              bigint           not null,
    state              smallint         not null,
    round              integer          not null,
    round_first_at     bigint           not null,
    round_count        bigint           not null,
    previous_solved_at bigint,
    solved_at          bigint,
    solved_by_id       text,
    solved_by_name     text,
    solved_how         smallint,
    assigned_to_id     text,
    assigned_to_name   text,
    muted_until        bigint,
    primary key (shop_id, fingerprint)
) with (fillfactor = 80);

create index issue_by_time on systemlog.issue (shop_id, state, last_at, fingerprint);
create index issue_by_subject on systemlog.issue (shop_id, state, subject_number, subject_type) include (muted_until);
create index issue_by_cause on systemlog.issue (shop_id, source, operation, cause) where state = 0;

create table systemlog.issue_day (
    shop_id     text collate "C" not null,
    fingerprint text collate "C" not null,
    day         integer          not null,
    count       bigint           not null,
    primary key (shop_id, fingerprint, day)
);

create table systemlog.occurrence (
    shop_id        text collate "C" not null,
    fingerprint    text collate "C" not null,
    occurred_at    bigint           not null,
    id             text collate "C" not null,
    status         integer,
    code           text,
    correlation_id text,
    content_type   text,
    body           text,
    attempt        integer,
    primary key (shop_id, fingerprint, occurred_at, id)
);

create index occurrence_by_age on systemlog.occurrence (shop_id, occurred_at);

create table systemlog.issue_round (
    shop_id        text collate "C" not null,
    id             text collate "C" not null,
    fingerprint    text collate "C" not null,
    source         text collate "C" not null,
    operation      text collate "C" not null,
    subject_type   text collate "C" not null,
    subject_number text collate "C" not null,
    code           text,
    cause          smallint         not null,
    rule           text,
    rule_values    text,
    description    text             not null,
    search         text             not null,
    round          integer          not null,
    first_at       bigint           not null,
    last_at        bigint           not null,
    count          bigint           not null,
    solved_at      bigint           not null,
    solved_by_id   text collate "C" not null,
    solved_by_name text collate "C" not null,
    solved_how     smallint         not null,
    note           text,
    reopened_at    bigint,
    primary key (shop_id, id)
);

create index issue_round_by_time on systemlog.issue_round (shop_id, solved_at, id);
create index issue_round_by_issue on systemlog.issue_round (shop_id, fingerprint, solved_at);

create table systemlog.timeline_entry (
    shop_id        text collate "C" not null,
    subject_number text collate "C" not null,
    subject_type   text collate "C" not null,
    at             bigint           not null,
    id             text collate "C" not null,
    kind           smallint         not null,
    actor_id       text collate "C" not null,
    actor_name     text collate "C" not null,
    fingerprint    text,
    text           text,
    primary key (shop_id, subject_number, subject_type, at, id)
);

create index timeline_entry_by_issue on systemlog.timeline_entry (shop_id, fingerprint, at) where fingerprint is not null;

create table systemlog.dropped_report (
    shop_id text collate "C" not null,
    source  text collate "C" not null,
    reason  smallint         not null,
    count   bigint           not null,
    last_at bigint           not null,
    primary key (shop_id, source, reason)
);
