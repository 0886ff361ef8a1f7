-- The rows of each unit are shown to callers of its subtree, whatever a query forgets to ask.
--
-- A report belongs to its obligation, and that to its sender and to the unit that receives it; everything in a report
-- hangs on the obligation itself, whose id is the report's, so that a row asks for one other row only.
select scope_by('report_obligation',
    '(unit_code in (select scope_units()) or receiver_unit_code in (select scope_units()))');
select scope_part('report', 'id', 'report_obligation');
select scope_part('report_section', 'report_id', 'report_obligation');
select scope_part('report_section_revision', 'report_id', 'report_obligation');
select scope_part('report_figure', 'report_id', 'report_obligation');
select scope_part('report_figure_history', 'report_id', 'report_obligation');
select scope_part('report_review', 'report_id', 'report_obligation');
select scope_part('report_correction', 'report_id', 'report_obligation');
select scope_part('report_consolidation', 'report_id', 'report_obligation');
select scope_part('report_source', 'report_id', 'report_obligation');
select scope_part('report_edition', 'report_id', 'report_obligation');
select scope_part('report_edition_file', 'report_id', 'report_obligation');
select scope_part('report_notice', 'obligation_id', 'report_obligation');
select scope_table('document_register', 'unit_code');
select scope_table('unit_letterhead', 'unit_code');

-- A regime is its receiver's, and read by all below, who report under it; so are its revisions and periods.
select scope_table('report_regime', 'receiver_unit_code');
select scope_read('report_regime', 'receiver_unit_code in (select scope_above())',
    'whoever reports to a unit reads what it asks for');
select scope_by('report_regime_revision', 'exists (select from report_regime w where w.id = report_regime_revision.regime_id
    and w.receiver_unit_code in (select scope_units()) offset 0)');
select scope_read('report_regime_revision',
    'exists (select from report_regime w where w.id = report_regime_revision.regime_id offset 0)', 'as its regime is read');
select scope_by('report_period', 'exists (select from report_regime w where w.id = report_period.regime_id
    and w.receiver_unit_code in (select scope_units()) offset 0)');
select scope_read('report_period',
    'exists (select from report_regime w where w.id = report_period.regime_id offset 0)', 'as its regime is read');
select scope_exempt('report_call_number', 'the last number of an ad hoc call of each year, one for the country');

-- Facts of other services are of the unit of their plan and of the one that answers for them. What a report cites of plans
-- above, and of units that have answered before, is read as the system.
select scope_table('plan', 'unit_code');
select scope_by('indicator',
    '(unit_code in (select scope_units()) or responsible_unit_code in (select scope_units()))');
select scope_part('indicator_target', 'indicator_id', 'indicator');
select scope_by('grade_fact',
    '(unit_code in (select scope_units()) or responsible_unit_code in (select scope_units()))');
select scope_by('task_fact',
    '(unit_code in (select scope_units()) or responsible_unit_code in (select scope_units()))');
select scope_table('update_rate_fact', 'unit_code');

-- A ranking that is out is read by all whom it ranks, with the rows of the others.
select scope_table('ranking', 'unit_code');
select scope_read('ranking', 'status <> ''DRAFT'' and unit_code in (select scope_above())',
    'a published ranking is read by the units that it ranks');
select scope_by('ranking_row', 'exists (select from ranking w where w.id = ranking_row.ranking_id
    and w.unit_code in (select scope_units()) offset 0)');
select scope_read('ranking_row', 'exists (select from ranking w where w.id = ranking_row.ranking_id offset 0)',
    'as its ranking is read');
select scope_table('ranking_policy', 'unit_code');
select scope_read('ranking_policy', 'unit_code in (select scope_above())', 'a policy decided above holds below');
select scope_table('evaluation_sheet', 'unit_code');

select scope_table('incident', 'unit_code');
select scope_part('incident_entry', 'incident_id', 'incident');

-- Feedback is of the unit that received it and of the one that it was given to.
select scope_by('feedback', '(unit_code in (select scope_units()) or assignee_unit_code in (select scope_units()))');
select scope_part('feedback_sender', 'feedback_id', 'feedback');
select scope_part('feedback_assignment', 'feedback_id', 'feedback');
select scope_table('feedback_deadline', 'unit_code');
select scope_read('feedback_deadline', 'unit_code in (select scope_above())', 'a deadline set above holds below');
select scope_exempt('feedback_contact', 'how often a hashed contact sent something today, of no unit');
select scope_table('survey', 'unit_code');
select scope_part('survey_answer', 'survey_id', 'survey');

select scope_table('publication', 'unit_code');
select scope_part('publication_row', 'publication_id', 'publication');

-- A message is written before it is known who gets it, and stays with an endpoint's log when its unit has moved.
select scope_table('webhook', 'unit_code');
select scope_part('webhook_lease', 'webhook_id', 'webhook');
select scope_part('webhook_delivery', 'webhook_id', 'webhook');
select scope_part('webhook_attempt', 'delivery_id', 'webhook_delivery');
select scope_table('webhook_message', 'unit_code');
select scope_read('webhook_message', 'exists (select from webhook_delivery d where d.message_id = webhook_message.id offset 0)',
    'whoever sees a delivery sees what was sent');
