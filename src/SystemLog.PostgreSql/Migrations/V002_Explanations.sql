-- The version of the rules that explained the issue; null where they were older than this column.
alter table systemlog.issue add column catalogue text;
