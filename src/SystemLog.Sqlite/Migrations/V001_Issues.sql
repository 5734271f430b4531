-- Times are unix milliseconds in UTC, days are yyyymmdd in the shop's zone, amounts are minor units.
-- Redacted words of providers and people, which may hold personal data, stand in normalized_text, rule_values, description, search,
-- note, body and text only; names of staff in the columns ending in _name.

create table systemlog_issue (
    shop_id            text    not null,
    fingerprint        text    not null,
    source             text    not null,
    operation          text    not null,
    subject_type       text    not null,
    subject_number     text    not null,
    subject_link       text,
    code               text,
    status             integer,
    exception_type     text,
    normalized_text    text,
    grouping_key       text,
    cause              integer not null,
    rule               text,
    rule_values        text,
    retryable          integer not null,
    who_must_act       integer not null,
    description        text    not null,
    correlation_id     text,
    search             text    not null,
    order_amount       integer,
    order_currency     text,
    provider_amount    integer,
    provider_currency  text,
    first_at           integer not null,
    last_at            integer not null,
    count              integer not null,
    state              integer not null,
    round              integer not null,
    round_first_at     integer not null,
    round_count        integer not null,
    previous_solved_at integer,
    solved_at          integer,
    solved_by_id       text,
    solved_by_name     text,
    solved_how         integer,
    assigned_to_id     text,
    assigned_to_name   text,
    muted_until        integer,
    primary key (shop_id, fingerprint)
) strict;

create index systemlog_issue_by_time on systemlog_issue (shop_id, state, last_at, fingerprint);
create index systemlog_issue_by_subject on systemlog_issue (shop_id, state, subject_number, subject_type, muted_until);
create index systemlog_issue_by_cause on systemlog_issue (shop_id, source, operation, cause) where state = 0;

create table systemlog_issue_day (
    shop_id     text    not null,
    fingerprint text    not null,
    day         integer not null,
    count       integer not null,
    primary key (shop_id, fingerprint, day)
) strict, without rowid;

create table systemlog_occurrence (
    shop_id        text    not null,
    fingerprint    text    not null,
    occurred_at    integer not null,
    id             text    not null,
    status         integer,
    code           text,
    correlation_id text,
    content_type   text,
    body           text,
    attempt        integer,
    primary key (shop_id, fingerprint, occurred_at, id)
) strict;

create index systemlog_occurrence_by_age on systemlog_occurrence (shop_id, occurred_at);

create table systemlog_issue_round (
    shop_id        text    not null,
    id             text    not null,
    fingerprint    text    not null,
    source         text    not null,
    operation      text    not null,
    subject_type   text    not null,
    subject_number text    not null,
    code           text,
    cause          integer not null,
    rule           text,
    rule_values    text,
    description    text    not null,
    search         text    not null,
    round          integer not null,
    first_at       integer not null,
    last_at        integer not null,
    count          integer not null,
    solved_at      integer not null,
    solved_by_id   text    not null,
    solved_by_name text    not null,
    solved_how     integer not null,
    note           text,
    reopened_at    integer,
    primary key (shop_id, id)
) strict;

create index systemlog_issue_round_by_time on systemlog_issue_round (shop_id, solved_at, id);
create index systemlog_issue_round_by_issue on systemlog_issue_round (shop_id, fingerprint, solved_at);

create table systemlog_timeline_entry (
    shop_id        text    not null,
    subject_number text    not null,
    subject_type   text    not null,
    at             integer not null,
    id             text    not null,
    kind           integer not null,
    actor_id       text    not null,
    actor_name     text    not null,
    fingerprint    text,
    text           text,
    primary key (shop_id, subject_number, subject_type, at, id)
) strict, without rowid;

create index systemlog_timeline_entry_by_issue on systemlog_timeline_entry (shop_id, fingerprint, at) where fingerprint is not null;

create table systemlog_dropped_report (
    shop_id text    not null,
    source  text    not null,
    reason  integer not null,
    count   integer not null,
    last_at integer not null,
    primary key (shop_id, source, reason)
) strict, without rowid;
