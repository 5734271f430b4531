-- Work that must happen once. A row's token grows with every claim; whatever a node writes carries the one it was given.

create table systemlog_work_item (
    id              integer primary key autoincrement,
    shop_id         text not null,
    kind            text not null,
    key             text not null,
    subject_type    text,
    subject_number  text,
    state           integer not null,
    due_at          integer not null,
    order_key       text,
    payload         text not null,
    payload_version integer not null,
    attempts        integer not null,
    tries           integer not null,
    token           integer not null,
    no_return_at    integer,
    lease_owner     text,
    lease_until     integer,
    reason          text,
    result          text,
    queued_at       integer not null,
    ended_at        integer,
    unique (shop_id, kind, key)
) strict;

-- Pages list the items of a kind, and count those that are not over and done with.
create index systemlog_work_item_listed on systemlog_work_item (shop_id, kind, id);
create index systemlog_work_item_open on systemlog_work_item (shop_id, kind, state, due_at) where state not in (2, 6);

-- What has ended stands in none of these, so that claiming costs the same after a million items as after a thousand.
create index systemlog_work_item_due on systemlog_work_item (kind, due_at, id) where state = 0;
create index systemlog_work_item_leased on systemlog_work_item (kind, lease_until) where state = 1;
create index systemlog_work_item_in_order on systemlog_work_item (shop_id, order_key, id) where order_key is not null and state in (0, 1);

create table systemlog_work_attempt (
    item_id  integer not null,
    number   integer not null,
    owner    text not null,
    begun_at integer not null,
    ended_at integer,
    outcome  text,
    reason   text,
    primary key (item_id, number)
) strict, without rowid;

-- What a person decided about an item. The token is the one the decision gave it, so that no attempt from before can write any more.
create table systemlog_work_decision (
    item_id    integer not null,
    token      integer not null,
    at         integer not null,
    kind       integer not null,
    actor_id   text not null,
    actor_name text not null,
    primary key (item_id, token)
) strict, without rowid;
