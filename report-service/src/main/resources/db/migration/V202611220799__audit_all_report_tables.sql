-- What came to this service's own tables since the trail began.
select audit_table('report_correction', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('report_consolidation', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('report_source', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('unit_letterhead');
select audit_table('incident');
select audit_table('incident_entry', '(select i.unit_code from incident i where i.id = r.incident_id)');
select audit_table('webhook', hidden => '{secret,earlier_secret}', ignored => '{leased_until,paused_until}');

select audit_exempt('webhook_message', 'what is told to other systems; taken from the feed');
select audit_exempt('webhook_delivery', 'how far the telling is');
select audit_exempt('webhook_attempt', 'the log of the telling, itself a record');
