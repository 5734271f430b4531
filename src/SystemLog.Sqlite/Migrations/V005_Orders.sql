-- Orders: where each is, how it came there, and who was told of it.
-- Times are unix milliseconds in UTC, amounts are minor units of the currency beside them.
-- Personal data of customers stand in customer_id, customer_name, customer_email, customer_phone, placed_by_id, placed_by_name, search, recipient,
-- customer_note and in facts, whose customer_url may open the customer's own page; redacted words of people, who may name a customer, in reason,
-- internal_note, detail and the texts of the timeline; names of staff in the columns ending in _by_name and in actor_name.

-- What is looked for, sorted by, listed or masked has a column. The rest of what the host tells is only ever read and written whole, so it is the
-- JSON in facts; facts_version says its form, and a program that does not know the form refuses to read it.
create table systemlog_order_state (
    shop_id                text    not null,
    subject_number         text    not null,
    subject_type           text    not null,
    workflow               text    not null,
    status                 text    not null,
    status_since           integer not null,
    version                integer not null,
    status_before_error    text,
    is_approved            integer not null,
    was_placed_by_approver integer not null,
    sends_messages         integer not null,
    handed_over_at         integer,
    handed_over_by_id      text,
    handed_over_by_name    text,
    handed_over_by_kind    integer,
    carrier                text,
    tracking_number        text,
    snapshot_at            integer not null,
    last_modified_at       integer,
    placed_at              integer not null,
    placed_by_id           text,
    placed_by_name         text,
    placed_by_kind         integer,
    total                  integer,
    currency               text,
    order_class            text,
    source_app             text,
    customer_id            text,
    customer_name          text,
    customer_email         text,
    customer_phone         text,
    customer_language      text,
    search                 text    not null,
    facts_version          integer not null,
    facts                  text    not null,
    primary key (shop_id, subject_number, subject_type)
) strict;

create index systemlog_order_state_by_time on systemlog_order_state (shop_id, placed_at, subject_type, subject_number);
create index systemlog_order_state_by_status on systemlog_order_state (shop_id, status, placed_at, subject_type, subject_number);
create index systemlog_order_state_by_customer on systemlog_order_state (shop_id, customer_id, placed_at, subject_type, subject_number)
    where customer_id is not null;

-- Append-only. The primary key numbers the changes of an order, and the command's id makes a second try of a command no second change.
create table systemlog_status_change (
    shop_id          text    not null,
    subject_number   text    not null,
    subject_type     text    not null,
    sequence         integer not null,
    from_status      text,
    to_status        text    not null,
    trigger          text    not null,
    transition       text    not null,
    is_automatic     integer not null,
    actor_id         text    not null,
    actor_name       text    not null,
    actor_kind       integer not null,
    at               integer not null,
    reason           text,
    customer_note    text,
    internal_note    text,
    is_override      integer not null,
    command_id       text,
    correlation_id   text,
    payment_hint     integer not null,
    workflow_version text    not null,
    primary key (shop_id, subject_number, subject_type, sequence)
) strict, without rowid;

create unique index systemlog_status_change_by_command on systemlog_status_change (shop_id, command_id) where command_id is not null;

-- A row for every decision, also the one to tell nobody.
create table systemlog_order_message (
    shop_id        text    not null,
    subject_number text    not null,
    subject_type   text    not null,
    cause          text    not null,
    audience       integer not null,
    channel        integer not null,
    state          integer not null,
    suppressed     integer,
    recipient      text,
    language       text    not null,
    at             integer not null,
    detail         text,
    primary key (shop_id, subject_number, subject_type, cause, audience, channel)
) strict, without rowid;

-- What kind of actor it was; null where the entry is older than this column, and the id tells the system from the staff.
alter table systemlog_timeline_entry add column actor_kind integer;
