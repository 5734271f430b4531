-- Work that must happen once. A row's token grows with every claim; whatever a node writes carries the one it was given.

create table systemlog.work_item (
    id              bigint generated always as identity primary key,
    shop_id         text collate "C" not null,
    kind            text collate "C" not null,
    key             text collate "C" not null,
    subject_type    text,
    subject_number  text,
    state           smallint not null,
    due_at          bigint not null,
    order_key       text collate "C",
    payload         text not null,
    payload_version integer not null,
    attempts        integer not null,
    token           bigint not null,
    lease_owner     text,
    lease_until     bigint,
    reason          text,
    queued_at       bigint not null,
    ended_at        bigint,
    unique (shop_id, kind, key)
);

-- What has ended stands in none of these, so that claiming costs the same after a million items as after a thousand.
create index work_item_due on systemlog.work_item (kind, due_at, id) where state = 0;
create index work_item_leased on systemlog.work_item (kind, lease_until) where state = 1;
create index work_item_in_order on systemlog.work_item (shop_id, order_key, id) where order_key is not null and state in (0, 1);

create table systemlog.work_attempt (
    item_id  bigint not null,
    number   integer not null,
    owner    text not null,
    begun_at bigint not null,
    ended_at bigint,
    outcome  text,
    reason   text,
    primary key (item_id, number)
);
