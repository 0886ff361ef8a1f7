-- The rows of each unit are shown to callers of its subtree, whatever a query forgets to ask.
select scope_table('indicator', 'responsible_unit_code');
select scope_part('target', 'indicator_id', 'indicator');
select scope_part('baseline', 'indicator_id', 'indicator');
select scope_part('stated_path', 'indicator_id', 'indicator');
select scope_part('target_conflict', 'indicator_id', 'indicator');
select scope_part('grade', 'indicator_id', 'indicator');

-- Whoever answers for an indicator reads the plan that it stands in: found from his units once a query, not plan by plan.
create function plans_answered_for() returns setof uuid language plpgsql stable parallel safe rows 100 as $$
begin
    return query select i.plan_id from scope_units() as mine (code) join indicator i on i.responsible_unit_code = mine.code;
end
$$;

select scope_table('plan', 'unit_code');
select scope_read('plan', 'id in (select plans_answered_for())',
    'whoever answers for one of its indicators reads a plan');
select scope_part('plan_version', 'plan_id', 'plan');

-- A figure belongs to the unit of its plan and to the one that answers for its indicator. The first is looked at before the
-- second, since it costs less and is enough for most.
select scope_by('measurement', '(unit_code in (select scope_units())
    or exists (select from indicator i where i.id = measurement.indicator_id offset 0))');
select scope_part('measurement_history', 'measurement_id', 'measurement');
select scope_part('evidence', 'measurement_id', 'measurement');
select scope_part('evidence_content', 'evidence_id', 'evidence');
select scope_table('unit_figure', 'unit_code');
select scope_read('unit_figure', 'exists (select from indicator i where i.id = unit_figure.indicator_id offset 0)',
    'whoever answers for the indicator reads the figure that counts');
select scope_table('central_update', 'unit_code');

-- The closure of a period holds for all below the unit that closed it.
select scope_table('period_closure', 'unit_code');
select scope_read('period_closure', 'unit_code in (select scope_above())', 'a period closed above is closed below');

-- What is added up over a province is known to all in it, and changed by nobody but triggers.
select scope_table('province_sum', 'province_code');
select scope_read('province_sum', 'province_code in (select scope_above())', 'the targets of communes compare with it');
select scope_table('province_expected', 'province_code');

select scope_table('unit_change', 'unit_code');

select scope_exempt('unit', 'the tree by which rows are judged; codes and names of public offices');
select scope_exempt('unit_change_due', 'days on which units change');
select scope_exempt('canonical_indicator', 'the catalogue is one for the country');
select scope_exempt('grading_policy', 'the policy is one for the country');
select scope_exempt('grading_due', 'ids of what is to be graded');
select scope_exempt('grading_state', 'how far grading is');
select scope_exempt('grading_sweep', 'how far grading is');
