-- Orders: where each is, how it came there, and who was told of it.
-- Times are unix milliseconds in UTC, amounts are minor units of the currency beside them.
-- Personal data of customers stand in customer_id, customer_name, customer_email, customer_phone, placed_by_id, placed_by_name, search, recipient,
-- customer_note and in facts, whose customer_url may open the customer's own page; redacted words of people, who may name a customer, in reason,
-- internal_note, detail and the texts of the timeline; names of staff in the columns ending in _by_name and in actor_name.

-- What is looked for, sorted by, listed or masked has a column. The rest of what the host tells is only ever read and written whole, so it is the
-- JSON in facts; facts_version says its form, and a program that does not know the form refuses to read it.
create table systemlog.order_state (
    shop_id                text collate "C" not null,
    subject_number         text collate "C" not null,
    subject_type           text collate "C" not null,
    workflow               text collate "C" not null,
    status                 text collate "C" not null,
    status_since           bigint           not null,
    version                bigint           not null,
    status_before_error    text,
    is_approved            smallint         not null,
    was_placed_by_approver smallint         not null,
    sends_messages         smallint         not null,
    handed_over_at         bigint,
    handed_over_by_id      text,
    handed_over_by_name    text,
    handed_over_by_kind    smallint,
    carrier                text,
    tracking_number        text,
    snapshot_at            bigint           not null,
    last_modified_at       bigint,
    placed_at              bigint           not null,
    placed_by_id           text,
    placed_by_name         text,
    placed_by_kind         smallint,
    total                  bigint,
    currency               text,
    order_class            text,
    source_app             text,
    customer_id            text collate "C",
    customer_name          text,
    customer_email         text,
    customer_phone         text,
    customer_language      text,
    search                 text             not null,
    facts_version          smallint         not null,
    facts                  text             not null,
    primary key (shop_id, subject_number, subject_type)
) with (fillfactor = 80);

create index order_state_by_time on systemlog.order_state (shop_id, placed_at, subject_type, subject_number);
create index order_state_by_status on systemlog.order_state (shop_id, status, placed_at, subject_type, subject_number);
create index order_state_by_customer on systemlog.order_state (shop_id, customer_id, placed_at, subject_type, subject_number)
    where customer_id is not null;

-- Append-only. The primary key numbers the changes of an order, and the command's id makes a second try of a command no second change.
create table systemlog.status_change (
    shop_id          text collate "C" not null,
    subject_number   text collate "C" not null,
    subject_type     text collate "C" not null,
    sequence         bigint           not null,
    from_status      text,
    to_status        text             not null,
    trigger          text             not null,
    transition       text             not null,
    is_automatic     smallint         not null,
    actor_id         text             not null,
    actor_name       text             not null,
    actor_kind       smallint         not null,
    at               bigint           not null,
    reason           text,
    customer_note    text,
    internal_note    text,
    is_override      smallint         not null,
    command_id       text collate "C",
    correlation_id   text,
    payment_hint     smallint         not null,
    workflow_version text             not null,
    primary key (shop_id, subject_number, subject_type, sequence)
);

create unique index status_change_by_command on systemlog.status_change (shop_id, command_id) where command_id is not null;

-- A row for every decision, also the one to tell nobody.
create table systemlog.order_message (
    shop_id        text collate "C" not null,
    subject_number text collate "C" not null,
    subject_type   text collate "C" not null,
    cause          text collate "C" not null,
    audience       smallint         not null,
    channel        smallint         not null,
    state          smallint         not null,
    suppressed     smallint,
    recipient      text,
    language       text             not null,
    at             bigint           not null,
    detail         text,
    primary key (shop_id, subject_number, subject_type, cause, audience, channel)
);

-- What kind of actor it was; null where the entry is older than this column, and the id tells the system from the staff.
alter table systemlog.timeline_entry add column actor_kind smallint;
