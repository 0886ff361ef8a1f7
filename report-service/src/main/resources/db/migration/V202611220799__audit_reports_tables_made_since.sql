-- The tables that came with corrections, letterheads and incidents.
select audit_table('report_correction', '(select o.unit_code from report_obligation o where o.id = r.report_id)');
select audit_table('unit_letterhead');
select audit_table('incident');
select audit_table('incident_entry', '(select i.unit_code from incident i where i.id = r.incident_id)');
