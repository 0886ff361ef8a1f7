package vn.monitoring.indicator.figure;

import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// Verified figures as they are told to others: one for each unit, canonical indicator and period, as
/// `unit_figure` keeps them (a fact of several plans counts once, the government's plan first). One
/// whose link to the catalogue is only suggested is not told before a person has confirmed it.
public final class CountedFigures {

    /// A subquery `c` of the counted figures that are visible and asked for, with the parameters of
    /// [#parameters].
    ///
    /// Columns: unit_code (that issued the plan), canonical_code, period, period_start, period_end,
    /// measurement_id, revision, numerator, denominator, value, as_of, source, not_applicable,
    /// revision_waits.
    public static final String TABLE = """
            (select uf.unit_code, uf.canonical_code, uf.period, m.period_start, m.period_end, uf.measurement_id,
                uf.revision, uf.numerator, uf.denominator, uf.value, uf.as_of,
                case when m.version = uf.version then m.source else (select h.source from measurement_history h
                    where h.measurement_id = uf.measurement_id and h.version = uf.version) end as source,
                coalesce(uf.denominator = 0, false) as not_applicable, m.version <> uf.version as revision_waits
            from (select cast(? as ltree[]) as paths, cast(? as text) as unit, cast(? as text) as period) f
            cross join unit_figure uf
            join measurement m on m.id = uf.measurement_id
            join indicator i on i.id = uf.indicator_id
            join unit r on r.code = i.responsible_unit_code
            where i.canonical_match is distinct from 'NEAR'
                and r.path <@ any (f.paths)
                and (f.unit is null or r.path <@ (select path from unit where code = f.unit))
                and (f.period is null or uf.period = f.period)) c""";

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
