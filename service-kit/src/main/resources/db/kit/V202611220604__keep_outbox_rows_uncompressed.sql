-- A row lives for milliseconds: compressing those above two kilobytes would cost more than it saves.
alter table outbox_event set (toast_tuple_target = 8160);
