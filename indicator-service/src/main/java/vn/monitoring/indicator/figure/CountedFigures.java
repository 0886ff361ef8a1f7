package vn.monitoring.indicator.figure;

import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// Verified figures as they are told to others: one for each unit, canonical indicator and period.
///
/// A fact that stands in a Party plan and in a government plan counts once: the government's comes
/// first, that of a plan in force before one that was superseded. A link that only suggests a canonical
/// indicator does not count.
public final class CountedFigures {

    /// A subquery `c` of the counted figures that are visible and asked for, with the parameters of
    /// [#parameters].
    ///
    /// Columns: unit_code (that issued the plan), canonical_code, period, period_start, period_end,
    /// measurement_id, revision, numerator, denominator, value, as_of, source, not_applicable,
    /// revision_waits.
    public static final String TABLE = """
            (select distinct on (i.unit_code, i.canonical_code, v.period) i.unit_code, i.canonical_code, v.period,
                v.period_start, v.period_end, v.measurement_id, v.revision, v.numerator, v.denominator, v.value,
                v.as_of, v.source, 'NOT_APPLICABLE' = any (v.flags) as not_applicable,
                m.status <> 'VERIFIED' as revision_waits
            from (select cast(? as ltree[]) as paths, cast(? as text) as unit, cast(? as text) as period) f
            cross join verified_figure v
            join measurement m on m.id = v.measurement_id
            join indicator i on i.id = v.indicator_id
            join plan p on p.id = i.plan_id
            join unit r on r.code = i.responsible_unit_code
            where i.canonical_code is not null and i.canonical_match is distinct from 'NEAR' and p.status <> 'DRAFT'
                and r.path <@ any (f.paths)
                and (f.unit is null or r.path <@ (select path from unit where code = f.unit))
                and (f.period is null or v.period = f.period)
            order by i.unit_code, i.canonical_code, v.period, p.status = 'IN_FORCE' desc,
                p.block = 'CHINH_QUYEN' desc, v.as_of desc, v.measurement_id) c""";

    private CountedFigures() {}

    /// @param paths the caller's subtrees as a PostgreSQL array of ltree, by the units responsible for
    ///     the figures
    /// @param unitCode responsible is this unit or one below it; null for all
    /// @param others what follows in the query
    public static @Nullable Object[] parameters(
            String paths, @Nullable String unitCode, @Nullable Period period, @Nullable Object... others) {
        @Nullable Object[] parameters = new @Nullable Object[3 + others.length];
        parameters[0] = paths;
        parameters[1] = unitCode;
        parameters[2] = period == null ? null : period.key();
        System.arraycopy(others, 0, parameters, 3, others.length);
        return parameters;
    }
}
