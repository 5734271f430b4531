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
    tries           integer not null,
    token           bigint not null,
    no_return_at    bigint,
    lease_owner     text,
    lease_until     bigint,
    reason          text,
    result          text,
    queued_at       bigint not null,
    ended_at        bigint,
    unique (shop_id, kind, key)
);

-- Pages list the items of a kind, and count those that are not over and done with.
create index work_item_listed on systemlog.work_item (shop_id, kind, id);
create index work_item_open on systemlog.work_item (shop_id, kind, state, due_at) where state not in (2, 6);

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

-- What a person decided about an item. The token is the one the decision gave it, so that no attempt from before can write any more.
create table systemlog.work_decision (
    item_id    bigint not null,
    token      bigint not null,
    at         bigint not null,
    kind       smallint not null,
    actor_id   text not null,
    actor_name text not null,
    primary key (item_id, token)
);
