package vn.monitoring.kit.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.monitoring.kit.metric.Freshness;

/// Walks the youngest part of the audit trail's chains all the time: from the last day's entries at the start of this
/// process on to the heads, each entry after the one before it. What is changed, taken out or cut off there meanwhile
/// shows in a metric within minutes; the whole trail and its signed heads are proven by `./platform audit verify`.
///
/// Reads a chain from the last entry that was found sound, so that this entry itself is looked at again: an end that
/// was
/// cut off or written anew is missed there.
@ApplicationScoped
public class AuditCheck {

    private static final Logger LOG = Logger.getLogger(AuditCheck.class);
    private static final int AT_ONCE = 5_000;

    private static final String BEGIN = """
            select chain, min(seq) from audit_entry where at > now() - interval '1 day' group by chain
            union all select chain, seq from audit_heads() h
            where not exists (select from audit_entry e where e.chain = h.chain and e.at > now() - interval '1 day')""";

    /// Parameters: chain, seq, how many.
    private static final String WALK = """
            select e.seq, e.hash, e.previous, audit_hash(e.chain, e.seq, e.previous, e.at, e.transaction, e.table_name, e.kind,
                e.subject, e.username, e.roles, e.request, e.operation, e.row_count, e.marks, e.changes) = e.hash
            from audit_entry e where e.chain = ? and e.seq >= ? order by e.seq limit ?""";

    private final DataSource dataSource;
    private final Freshness freshness;
    private final Map<Integer, Entry> sound = new HashMap<>();
    private final Set<Integer> broken = ConcurrentHashMap.newKeySet();
    private boolean begun;

    /// @param hash in hexadecimal digits; empty where no entry of the chain has been looked at yet
    private record Entry(long seq, String hash) {}

    AuditCheck(DataSource dataSource, Freshness freshness, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.freshness = freshness;
        Gauge.builder("monitoring.audit.chains.broken", broken, Set::size)
                .description("Chains of the audit trail in which this process found an entry changed or missing")
                .register(registry);
    }

    @Scheduled(
            every = "{monitoring.audit.check.every}",
            identity = "audit-check",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void check() {
        try (Connection connection = dataSource.getConnection()) {
            if (!begun) {
                begin(connection);
                begun = true;
            }
            boolean atTheHeads = true;
            for (int chain : chains(connection)) {
                atTheHeads &= walk(connection, chain);
            }
            if (atTheHeads) {
                freshness.now(
                        "monitoring.audit.checked.timestamp",
                        "When the youngest part of the audit trail was last walked to its heads",
                        "trail",
                        "youngest");
            }
        } catch (SQLException e) {
            LOG.warnf("the check of the audit trail waits for the database: %s", e.getMessage());
        }
    }

    private void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sound.put(rows.getInt(1), new Entry(rows.getLong(2), ""));
            }
        }
    }

    /// Those of the heads, and those that were there once.
    private Set<Integer> chains(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select chain from audit_heads()");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sound.putIfAbsent(rows.getInt(1), new Entry(1, ""));
            }
        }
        return Set.copyOf(sound.keySet());
    }

    /// Whether the chain's head was reached.
    private boolean walk(Connection connection, int chain) throws SQLException {
        Entry last = sound.getOrDefault(chain, new Entry(1, ""));
        try (PreparedStatement statement = connection.prepareStatement(WALK)) {
            statement.setInt(1, chain);
            statement.setLong(2, last.seq());
            statement.setInt(3, AT_ONCE);
            int looked = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = looked == 0 ? again(chain, last, rows) : next(chain, last, rows);
                    looked++;
                }
            }
            if (looked == 0) {
                report(chain, last.seq(), "is missing");
            }
            sound.put(chain, last);
            return looked < AT_ONCE;
        }
    }

    private Entry again(int chain, Entry last, ResultSet row) throws SQLException {
        Entry entry = entry(row);
        if (entry.seq() != last.seq()) {
            report(chain, last.seq(), "is missing");
        } else if (!row.getBoolean(4) || !(last.hash().isEmpty() || last.hash().equals(entry.hash()))) {
            report(chain, entry.seq(), "was changed");
        }
        return entry;
    }

    private Entry next(int chain, Entry last, ResultSet row) throws SQLException {
        Entry entry = entry(row);
        if (entry.seq() != last.seq() + 1) {
            report(chain, last.seq() + 1, "is missing");
        } else if (!row.getBoolean(4) || !hex(row, 3).equals(last.hash())) {
            report(chain, entry.seq(), "was changed");
        }
        return entry;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), hex(row, 2));
    }

    private static String hex(ResultSet row, int column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    private void report(int chain, long seq, String what) {
        if (broken.add(chain)) {
            LOG.errorf(
                    "entry %d/%d of the audit trail %s: run ./platform audit verify and keep the database as it is",
                    chain, seq, what);
        }
    }
}
