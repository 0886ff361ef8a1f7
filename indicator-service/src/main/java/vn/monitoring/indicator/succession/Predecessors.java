package vn.monitoring.indicator.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.monitoring.indicator.succession.Predecessor.LastFigure;
import vn.monitoring.kit.shield.AsSystem;

/// Reads predecessors and their figures; does not check the caller's scope.
@ApplicationScoped
class Predecessors {

    /// Those that are merged by now, with the decision.
    private static final String UNITS = """
            select u.code, u.name, u.type, u.valid_to, d.effective_on, d.decision_document
            from unit u
            left join lateral (select effective_on, decision_document from unit_change
                where unit_code = u.code and kind = 'MERGED' and successor_code = u.successor_code
                order by seq desc limit 1) d on true
            where u.successor_code = ? order by u.code
            """;

    /// Of each predecessor and canonical indicator the latest figure that was verified, also while a later revision of
    /// it waits: of its own plans, or of the indicators that it answered for. A fact of two plans comes once.
    private static final String FIGURES = """
            with owned as (
                select u.code as owner, i.id, i.plan_id, i.name, i.canonical_code
                from unit u join plan p on p.unit_code = u.code
                join indicator i on i.plan_id = p.id where u.successor_code = ?
                union
                select u.code as owner, i.id, i.plan_id, i.name, i.canonical_code
                from unit u join indicator i on i.responsible_unit_code = u.code
                where u.successor_code = ?)
            select distinct on (o.owner, c.code) o.owner, c.code, c.name as canonical_name, c.unit, c.roll_up, o.plan_id,
                o.id as indicator_id, o.name as indicator_name, l.*
            from owned o join canonical_indicator c on c.code = o.canonical_code join verified_figure l on l.indicator_id = o.id
            order by o.owner, c.code, l.as_of desc, l.verified_at desc, l.measurement_id
            """;

    private final DataSource dataSource;
    private final AsSystem asSystem;

    Predecessors(DataSource dataSource, AsSystem asSystem) {
        this.dataSource = dataSource;
        this.asSystem = asSystem;
    }

    /// The units that were merged into this one, by code.
    ///
    /// As the system: they lie beside the successor, and what they left is its own now.
    List<Predecessor> listOf(String successorCode) {
        return asSystem.callAbout(successorCode, () -> read(successorCode));
    }

    private List<Predecessor> read(String successorCode) {
        try (Connection connection = dataSource.getConnection()) {
            List<Predecessor> predecessors = units(connection, successorCode);
            if (predecessors.isEmpty()) {
                return predecessors;
            }
            Map<String, Predecessor> byCode = new HashMap<>();
            predecessors.forEach(predecessor -> byCode.put(predecessor.code(), predecessor));
            addFigures(connection, successorCode, byCode);
            return predecessors;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read predecessors", e);
        }
    }

    private static List<Predecessor> units(Connection connection, String successorCode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNITS)) {
            select.setString(1, successorCode);
            List<Predecessor> units = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    units.add(new Predecessor(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("type"),
                            row.getObject("valid_to", LocalDate.class),
                            row.getObject("effective_on", LocalDate.class),
                            row.getString("decision_document"),
                            new ArrayList<>()));
                }
            }
            return units;
        }
    }

    private static void addFigures(Connection connection, String successorCode, Map<String, Predecessor> byCode)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIGURES)) {
            select.setString(1, successorCode);
            select.setString(2, successorCode);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Predecessor owner = byCode.get(row.getString("owner"));
                    if (owner != null) {
                        owner.figures().add(figure(row, owner));
                    }
                }
            }
        }
    }

    private static LastFigure figure(ResultSet row, Predecessor owner) throws SQLException {
        String period = row.getString("period");
        LocalDate asOf = row.getObject("as_of", LocalDate.class);
        return new LastFigure(
                row.getString("code"),
                row.getString("canonical_name"),
                row.getString("unit"),
                row.getString("roll_up"),
                row.getObject("plan_id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                row.getString("indicator_name"),
                row.getObject("measurement_id", UUID.class),
                period,
                asOf,
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getTimestamp("verified_at").toInstant(),
                CombinedFigure.sourceOf(
                        owner.name(), owner.code(), period, asOf, owner.decisionDocument(), owner.effectiveOn()));
    }
}
