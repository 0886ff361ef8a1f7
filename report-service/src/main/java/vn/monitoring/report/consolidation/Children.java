package vn.monitoring.report.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.regime.Section;

/// Reads what the units below owe and reported, a statement for all of them.
@ApplicationScoped
class Children {

    private static final String OWED = """
            select o.id, o.unit_code, u.name, o.status, r.accepted_edition
            from report_obligation o join unit u on u.code = o.unit_code join report_regime g on g.id = o.regime_id
            left join report r on r.id = o.id
            where o.receiver_unit_code = ? and o.unit_code <> ? and o.period = ? and (?::text is null or g.block is null or g.block = ?)
            order by o.unit_code, o.id""";

    private static final String STATEMENTS = """
            select o.unit_code, u.name, s.content, coalesce(s.edited_text, s.generated_text)
            from report_section s join report_obligation o on o.id = s.report_id join unit u on u.code = o.unit_code
            where s.report_id = any (?) and s.content = any (?)
            and (s.edited_text is not null or s.generated_text not like 'Không có %')
            order by o.unit_code, s.report_id, s.ordinal""";

    private static final String CANONICAL = """
            with used as (
                select id, canonical_code, name from indicator where id = any (?) and canonical_code is not null),
            named as (
                select distinct on (canonical_code) canonical_code, name
                from (select canonical_code, name, count(*) as units from used group by canonical_code, name) counted
                order by canonical_code, units desc, name)
            select u.id, u.canonical_code, n.name from used u join named n on n.canonical_code = u.canonical_code""";

    private final DataSource dataSource;

    Children(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// A report that a unit below owes.
    ///
    /// @param acceptedEdition null as long as none was accepted
    record Owed(
            UUID id,
            String unitCode,
            String unitName,
            String status,
            @Nullable Integer acceptedEdition) {

        /// Whether its accepted edition stands and nothing of it is open.
        boolean isSettled() {
            return status.equals("ACCEPTED") || status.equals("CONSOLIDATED");
        }
    }

    /// What a unit wrote in a section.
    record Statement(String unitCode, String unitName, Section.Content content, String text) {}

    /// What is owed to a unit for a period.
    ///
    /// @param block only regimes of this block or of all blocks; null for any
    List<Owed> owed(String receiverUnitCode, String period, @Nullable String block) {
        List<Owed> owed = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OWED)) {
            statement.setString(1, receiverUnitCode);
            statement.setString(2, receiverUnitCode);
            statement.setString(3, period);
            statement.setString(4, block);
            statement.setString(5, block);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    owed.add(new Owed(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getObject(5, Integer.class)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is owed to " + receiverUnitCode, e);
        }
        return owed;
    }

    /// Difficulties and proposals of these reports, by unit; those in which nothing was said are left out.
    List<Statement> statements(Collection<UUID> reportIds) {
        List<Statement> statements = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATEMENTS)) {
            statement.setArray(1, connection.createArrayOf("uuid", reportIds.toArray()));
            statement.setArray(2, connection.createArrayOf("text", new Object[] {
                Section.Content.DIFFICULTIES.name(), Section.Content.PROPOSALS.name()
            }));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    statements.add(new Statement(
                            rows.getString(1),
                            rows.getString(2),
                            Section.Content.valueOf(rows.getString(3)),
                            rows.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what units wrote", e);
        }
        return statements;
    }

    /// The catalogue's entry of each of these indicators that has one, under the name that most units give it.
    Map<UUID, CanonicalIndicator> canonical(Collection<UUID> indicatorIds) {
        Map<UUID, CanonicalIndicator> canonical = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CANONICAL)) {
            statement.setArray(1, connection.createArrayOf("uuid", indicatorIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    canonical.put(
                            rows.getObject(1, UUID.class),
                            new CanonicalIndicator(rows.getString(2), rows.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the catalogue's names", e);
        }
        return canonical;
    }
}
