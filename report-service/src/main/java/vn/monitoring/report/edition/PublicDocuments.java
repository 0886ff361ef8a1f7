package vn.monitoring.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.ReceivedFile;
import vn.monitoring.report.signature.Verification;
import vn.monitoring.report.signature.Verifier;
import vn.monitoring.report.unit.Units;

/// Tells everybody whether a document was issued here and still stands.
@ApplicationScoped
class PublicDocuments {

    /// How long a verification is taken over for the same file: it depends on trust and on the day, too.
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final int MOST_KEPT = 1_000;

    private final EditionStore store;
    private final Verifier verifier;
    private final Units units;
    private final Clock clock;
    private final Map<String, Kept> known = new LinkedHashMap<>();

    PublicDocuments(EditionStore store, Verifier verifier, Units units, Clock clock) {
        this.store = store;
        this.verifier = verifier;
        this.units = units;
        this.clock = clock;
    }

    private record Kept(Verification verification, Instant until) {}

    PublicDocument find(String unit, String symbol, int year, int number) {
        return store.findByDocument(unit, symbol, year, number)
                .map(this::describe)
                .orElse(PublicDocument.UNKNOWN);
    }

    /// Whether the file is one that was issued here, to the last byte.
    PublicDocumentCheck check(ReceivedFile file) {
        Optional<Edition> edition = store.findByPdf(file.sha256());
        return edition.map(found -> PublicDocumentCheck.issued(describe(found), verification(found)))
                .orElseGet(() -> PublicDocumentCheck.unknown(verifier.verifyPdf(file.content())));
    }

    private PublicDocument describe(Edition edition) {
        @Nullable
        Edition replacement = store.findLatest(edition.reportId())
                .filter(latest -> latest.number() > edition.number())
                .orElse(null);
        Verification verification = verification(edition);
        return new PublicDocument(
                true,
                edition.unitCode(),
                units.find(edition.unitCode()).map(unit -> unit.name()).orElse(null),
                edition.notation(),
                edition.title(),
                edition.issuedOn(),
                edition.number(),
                replacement == null,
                replacement == null ? null : replacement.notation(),
                replacement == null ? null : replacement.issuedOn(),
                edition.file(EditionFormat.PDF).sha256(),
                verification.status(),
                verification.signatures().isEmpty()
                        ? null
                        : verification.signatures().getFirst().signer());
    }

    private Verification verification(Edition edition) {
        String sha256 = edition.file(EditionFormat.PDF).sha256();
        Instant now = clock.instant();
        synchronized (known) {
            @Nullable Kept kept = known.get(sha256);
            if (kept != null && kept.until().isAfter(now)) {
                return kept.verification();
            }
        }
        Verification found =
                verifier.verifyPdf(store.findContent(edition.reportId(), edition.number(), EditionFormat.PDF)
                        .orElseThrow());
        synchronized (known) {
            if (known.size() >= MOST_KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(sha256, new Kept(found, now.plus(KEPT)));
        }
        return found;
    }
}
