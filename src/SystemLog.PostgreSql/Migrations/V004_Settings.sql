-- What a shop has set in the control panel: one row for each group of settings, as JSON of the feature it belongs to.

create table systemlog.setting (
    shop_id         text collate "C" not null,
    name            text collate "C" not null,
    value           text not null,
    version         bigint not null,
    changed_at      bigint not null,
    changed_by_id   text not null,
    changed_by_name text not null,
    primary key (shop_id, name)
);
