-- The facts of what was verified before.
select refresh_unit_figures(array_agg(i.unit_code), array_agg(i.canonical_code), array_agg(f.period))
from verified_figure f
join indicator i on i.id = f.indicator_id and i.canonical_code is not null
having count(*) > 0;
