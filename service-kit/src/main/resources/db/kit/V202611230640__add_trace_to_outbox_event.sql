-- The W3C trace context of the work that told the fact, sent along as the record's header; none where no request began it.
alter table outbox_event add column trace_parent text;
