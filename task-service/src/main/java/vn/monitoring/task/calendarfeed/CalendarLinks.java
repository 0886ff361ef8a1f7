package vn.monitoring.task.calendarfeed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Vietnamese;

/// Makes, finds and revokes secret links: 256 random bits, of which the hash is kept; each works for a year.
@ApplicationScoped
class CalendarLinks {

    private static final Logger LOG = Logger.getLogger(CalendarLinks.class);
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final DataSource dataSource;
    private final Scope scope;
    private final Caller caller;
    private final AsSystem asSystem;
    private final Clock clock;

    CalendarLinks(DataSource dataSource, Scope scope, Caller caller, AsSystem asSystem, Clock clock) {
        this.dataSource = dataSource;
        this.scope = scope;
        this.caller = caller;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    /// A link with its secret, which is not to be had again.
    record Secret(CalendarLink link, String text) {}

    /// @throws Problem 404 for a unit out of sight
    @Transactional
    Secret create(String unitCode, @Nullable String label) {
        scope.require(unitCode);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        CalendarLink link = new CalendarLink(
                UUID.randomUUID(),
                unitCode,
                label == null || label.isBlank() ? null : Vietnamese.clean(label),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                LocalDate.now(clock).plusYears(1),
                null,
                caller.username());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into calendar_link (id, unit_code, label, secret_sha256, created_at, expires_on, by_subject,
                            by_username)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, link.id());
            insert.setString(2, link.unitCode());
            insert.setString(3, link.label());
            insert.setString(4, hash(secret));
            insert.setObject(5, link.createdAt().atOffset(ZoneOffset.UTC));
            insert.setObject(6, link.expiresOn());
            insert.setString(7, caller.subject());
            insert.setString(8, link.by());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a calendar link", e);
        }
        LOG.infof("calendar link %s of unit %s made", link.id(), unitCode);
        return new Secret(link, secret);
    }

    /// The caller's own links that work; for province administrators and standing bodies all of their units.
    @Transactional
    List<CalendarLink> list() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select l.id, l.unit_code, l.label, l.created_at, l.expires_on, l.last_used_on, l.by_username
                        from calendar_link l left join unit u on u.code = l.unit_code
                        where l.revoked_at is null and l.expires_on > ?
                            and (l.by_subject = ? or ? and u.path <@ any (cast(? as ltree[])))
                        order by l.created_at, l.id""")) {
            select.setObject(1, LocalDate.now(clock));
            select.setString(2, caller.subject());
            select.setBoolean(3, guardsLinks());
            select.setString(4, scope.paths());
            List<CalendarLink> links = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    links.add(new CalendarLink(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            rows.getObject(5, LocalDate.class),
                            rows.getObject(6, LocalDate.class),
                            rows.getString(7)));
                }
            }
            return links;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read calendar links", e);
        }
    }

    /// Ends a link at once.
    /// @throws Problem 404 for one that is not the caller's to end, or ended before
    @Transactional
    void revoke(UUID id) {
        // One's own is ended from anywhere, also once its unit has left the caller's.
        if (!asSystem.call(() -> end(id, "by_subject = ?", caller.subject()))
                && !(guardsLinks()
                        && end(
                                id,
                                "unit_code in (select code from unit where path <@ any (cast(? as ltree[])))",
                                scope.paths()))) {
            throw Problem.notFound();
        }
        LOG.infof("calendar link %s revoked", id);
    }

    private boolean end(UUID id, String condition, String parameter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update calendar_link set revoked_at = ? where id = ? and revoked_at is null and "
                                + condition)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setObject(2, id);
            update.setString(3, parameter);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot revoke a calendar link", e);
        }
    }

    /// The unit that a secret opens; notes the day of its use.
    @Transactional
    Optional<String> findUnit(String secret) {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, unit_code, last_used_on from calendar_link
                        where secret_sha256 = ? and revoked_at is null and expires_on > ?""")) {
            select.setString(1, hash(secret));
            select.setObject(2, today);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                if (!today.equals(rows.getObject(3, LocalDate.class))) {
                    noteUse(connection, rows.getObject(1, UUID.class), today);
                }
                return Optional.of(rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a calendar link", e);
        }
    }

    private static void noteUse(Connection connection, UUID id, LocalDate today) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update calendar_link set last_used_on = ? where id = ?")) {
            update.setObject(1, today);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    private boolean guardsLinks() {
        return caller.has(Role.PROVINCE_ADMIN) || caller.has(Role.STANDING_BODY);
    }

    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
