package vn.monitoring.report.letterhead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// Finds how a unit heads and signs its documents, and keeps what it sets for itself.
@ApplicationScoped
public class Letterheads {

    private static final Logger LOG = Logger.getLogger(Letterheads.class);

    private final DataSource dataSource;
    private final Caller caller;
    private final Clock clock;

    Letterheads(DataSource dataSource, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.caller = caller;
        this.clock = clock;
    }

    /// What holds for a known unit: its own, else the standard of its kind.
    @Transactional
    public Letterhead get(String unitCode, Layout layout) {
        return find(unitCode, layout).letterhead();
    }

    /// How a known unit is named where a document is addressed to it.
    @Transactional
    public String addressed(String unitCode, Layout layout) {
        return StandardLetterhead.addressed(office(unitCode).orElseThrow(Problem::notFound), layout);
    }

    /// @throws Problem NOT_FOUND for an unknown unit
    @Transactional
    LetterheadResponse find(String unitCode, Layout layout) {
        return own(unitCode, layout)
                .orElseGet(() -> new LetterheadResponse(
                        unitCode,
                        layout,
                        true,
                        StandardLetterhead.of(office(unitCode).orElseThrow(Problem::notFound), layout),
                        null,
                        null,
                        0));
    }

    /// Sets a unit's own letterhead; documents that were issued keep theirs.
    @Transactional
    LetterheadResponse set(String unitCode, Layout layout, Letterhead letterhead, @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, find(unitCode, layout).version());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into unit_letterhead as own (unit_code, layout, superior, authority, symbol, place, on_behalf_of,
                            position, recipients, changed_at, changed_by, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                        on conflict (unit_code, layout) do update set superior = excluded.superior, authority = excluded.authority,
                            symbol = excluded.symbol, place = excluded.place, on_behalf_of = excluded.on_behalf_of,
                            position = excluded.position, recipients = excluded.recipients, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, version = own.version + 1""")) {
            Array recipients =
                    connection.createArrayOf("text", letterhead.recipients().toArray());
            @Nullable
            Object[] values = {
                unitCode,
                layout.name(),
                letterhead.superior(),
                letterhead.authority(),
                letterhead.symbol(),
                letterhead.place(),
                letterhead.onBehalfOf(),
                letterhead.position(),
                recipients,
                clock.instant().atOffset(ZoneOffset.UTC),
                caller.username()
            };
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set the letterhead of " + unitCode, e);
        }
        LOG.infof("letterhead %s of %s set", layout, unitCode);
        return find(unitCode, layout);
    }

    private Optional<LetterheadResponse> own(String unitCode, Layout layout) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select superior, authority, symbol, place, on_behalf_of, position, recipients, changed_at, changed_by, version
                        from unit_letterhead where unit_code = ? and layout = ?""")) {
            statement.setString(1, unitCode);
            statement.setString(2, layout.name());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Letterhead letterhead = new Letterhead(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        List.of((String[]) row.getArray(7).getArray()));
                return Optional.of(new LetterheadResponse(
                        unitCode,
                        layout,
                        false,
                        letterhead,
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getString(9),
                        row.getLong(10)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the letterhead of " + unitCode, e);
        }
    }

    /// The unit and those above it, nearest first.
    private Optional<Office> office(String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select above.code, above.name, above.type, above.agency_type from unit u join unit above on above.path @> u.path
                        where u.code = ? order by nlevel(above.path)""")) {
            statement.setString(1, unitCode);
            @Nullable Office office = null;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    office = new Office(
                            rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), office);
                }
            }
            return Optional.ofNullable(office);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the unit " + unitCode, e);
        }
    }
}
