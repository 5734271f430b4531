-- What a shop has set in the control panel: one row for each group of settings, as JSON of the feature it belongs to.

create table systemlog_setting (
    shop_id         text not null,
    name            text not null,
    value           text not null,
    version         integer not null,
    changed_at      integer not null,
    changed_by_id   text not null,
    changed_by_name text not null,
    primary key (shop_id, name)
) strict, without rowid;
