package vn.monitoring.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.monitoring.audit.SignedHeads.Head;

/// Walks all chains of a database once, in their order, and holds each entry to its hash, to the one before it and to
/// the
/// heads that were signed. Streams; keeps only what is suspicious.
final class ChainWalk {

    private static final int AT_ONCE = 20;

    /// Beyond as many findings of one kind in a chain the rest is only counted.
    private static final int MOST = 50;

    private static final long FARTHEST_SHIFT = 5;

    private final Connection connection;
    private final SignedHeads heads;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Integer> chains = new HashSet<>();
    private long entries;

    // Of the chain that is walked:
    private int chain = -1;
    private @Nullable Entry before;
    private byte[] link = new byte[32];
    private boolean broken;
    private TreeMap<Long, Head> signed = new TreeMap<>();
    private long agreed;
    private boolean rewritten;
    private final List<Entry> foreign = new ArrayList<>();

    /// By how much entries stand before their place, after some were removed and the rest was numbered anew.
    private long shift;

    ChainWalk(Connection connection, SignedHeads heads) {
        this.connection = connection;
        this.heads = heads;
    }

    long entries() {
        return entries;
    }

    int chains() {
        return chains.size();
    }

    /// Runs in a read-only transaction of the connection.
    List<Finding> run() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + Entry.COLUMNS + " from audit_entry order by chain, seq")) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                @Nullable Entry entry = row.next() ? Entry.read(row) : null;
                while (entry != null) {
                    @Nullable Entry next = row.next() ? Entry.read(row) : null;
                    if (entry.chain() != chain) {
                        endChain();
                        beginChain(entry.chain());
                    }
                    take(entry, next != null && next.chain() == chain ? next : null);
                    entries++;
                    entry = next;
                }
            }
        }
        endChain();
        for (Map.Entry<Integer, TreeMap<Long, Head>> missing : heads.chains().entrySet()) {
            if (!chains.contains(missing.getKey())) {
                removedTail(missing.getKey(), 0, missing.getValue());
            }
        }
        return findings;
    }

    private void beginChain(int number) {
        chain = number;
        chains.add(number);
        before = null;
        link = new byte[32];
        broken = false;
        signed = heads.of(number);
        agreed = 0;
        rewritten = false;
        foreign.clear();
        shift = 0;
    }

    private void take(Entry entry, @Nullable Entry next) {
        long expected = before == null ? 1 : before.seq() + 1;
        boolean gap = entry.seq() != expected;
        if (gap) {
            report(
                    Finding.Kind.ENTRY_REMOVED,
                    range(expected, entry.seq() - 1),
                    "%d missing before %s, which says: %s"
                            .formatted(entry.seq() - expected, entry.place(), entry.told()));
        }
        boolean moved = !entry.isItselfAt(entry.seq() + shift) && noticeShift(entry, next);
        boolean itself = entry.isItselfAt(entry.seq() + shift);
        boolean linked = gap || moved || entry.follows(link);
        if (!itself) {
            foreign.add(entry);
            report(
                    linked ? Finding.Kind.ENTRY_CHANGED : Finding.Kind.ENTRY_INSERTED,
                    entry,
                    linked
                            ? "is not what was written; it says now: " + entry.told()
                            : "does not belong here: it was put in, or in the place of another one; it says: "
                                    + entry.told());
        } else if (!linked && !broken) {
            // It agrees with what stood before it when it was written: what stands there now was hashed anew.
            noteRenewed(entry);
        }
        broken = !itself;
        compareWithSigned(entry);
        link = entry.hash();
        before = entry;
    }

    private void noteRenewed(Entry entry) {
        if (before == null) {
            report(
                    Finding.Kind.ENTRY_REMOVED,
                    entry,
                    "is not the first one of its chain: what came before it was removed; it says: " + entry.told());
        } else {
            report(
                    Finding.Kind.ENTRY_CHANGED,
                    before,
                    "was written anew, since %s follows another one; it says now: %s"
                            .formatted(entry.place(), before.told()));
        }
    }

    /// Whether this entry and the one behind it are themselves some places further on or back: then entries were put in
    /// or
    /// taken out before it and the rest was numbered anew.
    private boolean noticeShift(Entry entry, @Nullable Entry next) {
        for (long step = 1; step <= FARTHEST_SHIFT; step++) {
            for (long by : new long[] {step, -step}) {
                long place = entry.seq() + shift + by;
                if (place < 1
                        || !entry.isItselfAt(place)
                        || next != null && !next.isItselfAt(next.seq() + shift + by)) {
                    continue;
                }
                if (by > 0) {
                    report(
                            Finding.Kind.ENTRY_REMOVED,
                            range(entry.seq() + shift, place - 1),
                            "taken out, and what followed was numbered anew: %s was %d/%d; it says: %s"
                                    .formatted(entry.place(), chain, place, entry.told()));
                } else {
                    noteInserted(entry, step);
                }
                shift += by;
                return true;
            }
        }
        return false;
    }

    private void noteInserted(Entry entry, long count) {
        if (count == 1 && before != null) {
            findings.removeIf(finding -> finding.place().equals(before.place()));
            report(
                    Finding.Kind.ENTRY_INSERTED,
                    before,
                    "was put in, and what followed was numbered anew; it says: " + before.told());
        } else {
            report(
                    Finding.Kind.ENTRY_INSERTED,
                    range(entry.seq() - count, entry.seq() - 1),
                    "put in, and what followed was numbered anew");
        }
    }

    private String range(long from, long to) {
        return from == to ? chain + "/" + from : "%d/%d–%d".formatted(chain, from, to);
    }

    private void compareWithSigned(Entry entry) {
        @Nullable Head head = signed.get(entry.seq() + shift);
        if (head == null) {
            return;
        }
        if (head.hash().equals(entry.hashHex())) {
            agreed = entry.seq() + shift;
        } else if (!rewritten) {
            rewritten = true;
            report(
                    Finding.Kind.CHAIN_REWRITTEN,
                    entry,
                    "is not the one that was signed at %s (%s): the chain was written anew somewhere after %d/%d; it says now: %s"
                            .formatted(head.at(), head.line(), chain, agreed, entry.told()));
        }
    }

    private void endChain() {
        if (chain < 0) {
            return;
        }
        nameSwapped();
        removedTail(chain, before == null ? 0 : before.seq() + shift, signed);
        chain = -1;
    }

    private void removedTail(int of, long last, TreeMap<Long, Head> signedOnes) {
        if (signedOnes.isEmpty() || signedOnes.lastKey() <= last) {
            return;
        }
        Head head = signedOnes.lastEntry().getValue();
        findings.add(Finding.of(
                Finding.Kind.ENTRY_REMOVED,
                signedOnes.lastKey() == last + 1
                        ? of + "/" + signedOnes.lastKey()
                        : "%d/%d–%d".formatted(of, last + 1, signedOnes.lastKey()),
                "removed from the end of the chain: %d/%d was signed at %s (%s)"
                        .formatted(of, signedOnes.lastKey(), head.at(), head.line())));
    }

    /// An entry that would be itself at the place of another foreign one was moved there.
    private void nameSwapped() {
        for (Entry one : foreign) {
            for (Entry other : foreign) {
                if (one.seq() < other.seq() && one.isItselfAt(other.seq()) && other.isItselfAt(one.seq())) {
                    findings.removeIf(finding -> finding.place().equals(one.place())
                            || finding.place().equals(other.place()));
                    report(
                            Finding.Kind.ENTRY_SWAPPED,
                            one,
                            "changed places with %s; it says: %s".formatted(other.place(), one.told()));
                }
            }
        }
    }

    private void report(Finding.Kind kind, Entry entry, String message) {
        if (atMost(kind)) {
            findings.add(new Finding(kind, entry.place(), entry.table(), entry.firstRow(), message));
        }
    }

    private void report(Finding.Kind kind, String place, String message) {
        if (atMost(kind)) {
            findings.add(Finding.of(kind, place, message));
        }
    }

    private boolean atMost(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count() < MOST;
    }
}
