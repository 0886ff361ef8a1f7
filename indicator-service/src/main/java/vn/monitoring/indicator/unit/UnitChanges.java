package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitChange.Kind;

/// The history of units: an append-only table, and the days on which recorded changes fall due.
@ApplicationScoped
class UnitChanges {

    private static final String COLUMNS = """
            seq, unit_code, kind, effective_on, decision_document, name, type, agency_type, valid_from, valid_to,
            successor_code, predecessor_code, recorded_by, recorded_at""";

    private static final String APPEND = """
            insert into unit_change (unit_code, kind, effective_on, decision_document, name, type, agency_type, valid_from,
                valid_to, successor_code, predecessor_code, recorded_by, recorded_at)
            select unit_code, kind, cast(effective_on as date), decision_document, name, type, agency_type,
                cast(valid_from as date), cast(valid_to as date), successor_code, predecessor_code, recorded_by,
                cast(recorded_at as timestamptz)
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as n (unit_code, kind, effective_on,
                decision_document, name, type, agency_type, valid_from, valid_to, successor_code, predecessor_code,
                recorded_by, recorded_at, position)
            order by position""";

    private static final List<Function<UnitChange, @Nullable Object>> VALUES = List.of(
            UnitChange::unitCode,
            UnitChange::kind,
            UnitChange::effectiveOn,
            UnitChange::decisionDocument,
            UnitChange::name,
            UnitChange::type,
            UnitChange::agencyType,
            UnitChange::validFrom,
            UnitChange::validTo,
            UnitChange::successorCode,
            UnitChange::predecessorCode,
            UnitChange::recordedBy,
            UnitChange::recordedAt);

    /// Stands for the day of what was so from the beginning.
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final DataSource dataSource;

    UnitChanges(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Appends in list order.
    void append(List<UnitChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            for (int i = 0; i < VALUES.size(); i++) {
                insert.setArray(i + 1, connection.createArrayOf("text", UnitRepository.texts(changes, VALUES.get(i))));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot record changes of units", e);
        }
    }

    /// All changes of the given units in the order of recording, by unit.
    Map<String, List<UnitChange>> of(Collection<String> codes) {
        Map<String, List<UnitChange>> changes = new HashMap<>();
        codes.forEach(code -> changes.put(code, new ArrayList<>()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select " + COLUMNS + " from unit_change where unit_code = any (?) order by seq")) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UnitChange change = read(row);
                    changes.getOrDefault(change.unitCode(), new ArrayList<>()).add(change);
                }
            }
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the history of units", e);
        }
    }

    /// One page of a unit's history, by effective day and order of recording, the latest first.
    ///
    /// @param beforeDay the effective day of the last change of the page before, [#BEGINNING] for none
    List<UnitChange> list(String code, LocalDate beforeDay, long beforeSeq, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                        + " from unit_change where unit_code = ? and (coalesce(effective_on, ?), seq) < (?, ?)"
                        + " order by coalesce(effective_on, ?) desc, seq desc limit ?")) {
            select.setString(1, code);
            select.setObject(2, BEGINNING);
            select.setObject(3, beforeDay);
            select.setLong(4, beforeSeq);
            select.setObject(5, BEGINNING);
            select.setInt(6, limit);
            List<UnitChange> changes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(read(row));
                }
            }
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the history of a unit", e);
        }
    }

    /// Those of the units whose name, type or end was set by a decision.
    Set<String> decided(Collection<String> codes) {
        Set<String> decided = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select distinct unit_code from unit_change where unit_code = any (?)
                            and kind in ('RENAMED', 'RECLASSIFIED', 'MERGED', 'CEASED')""")) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    decided.add(row.getString(1));
                }
            }
            return decided;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read which units were decided upon", e);
        }
    }

    /// Notes that a unit changes on a day to come.
    void noteDue(Collection<String> codes, LocalDate day) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into unit_change_due (unit_code, due_on) select code, ? from unnest(?) as n (code)
                        on conflict do nothing""")) {
            insert.setObject(1, day);
            insert.setArray(2, connection.createArrayOf("text", codes.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note a change to come", e);
        }
    }

    /// Takes units whose day has come off the list.
    Set<String> takeDue(LocalDate today, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("""
                        delete from unit_change_due where (unit_code, due_on) in (select unit_code, due_on
                            from unit_change_due where due_on <= ? order by due_on, unit_code limit ?)
                        returning unit_code""")) {
            delete.setObject(1, today);
            delete.setInt(2, most);
            Set<String> codes = new HashSet<>();
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
            return codes;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot find the changes that are due", e);
        }
    }

    private static UnitChange read(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new UnitChange(
                row.getLong("seq"),
                row.getString("unit_code"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("effective_on", LocalDate.class),
                row.getString("decision_document"),
                row.getString("name"),
                type == null ? null : UnitType.valueOf(type),
                row.getString("agency_type"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("successor_code"),
                row.getString("predecessor_code"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
