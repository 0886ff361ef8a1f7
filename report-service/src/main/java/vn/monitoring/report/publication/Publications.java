package vn.monitoring.report.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemMapper;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;

/// Decides what is public and takes it back, within the caller's units.
@ApplicationScoped
class Publications {

    private static final Logger LOG = Logger.getLogger(Publications.class);
    private static final String LICENCE = "CC-BY-4.0";
    private static final String REPLACED = "REPLACED";

    private final PublicationStore store;
    private final PublicationSources sources;
    private final AsSystem asSystem;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    Publications(
            PublicationStore store,
            PublicationSources sources,
            AsSystem asSystem,
            Scope scope,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.store = store;
        this.sources = sources;
        this.asSystem = asSystem;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /// Copies the chosen fields and makes them public from then on. What was public of the same kind, unit
    /// and period is replaced, but only by something that is public at once: between the two there is no gap.
    @Transactional
    Publication publish(PublicationRequest request) {
        scope.require(request.unitCode());
        PublishedSource source = sources.get(request.kind());
        List<String> fields = sources.fields(source, request.fields()).stream()
                .map(PublishedSource.Field::code)
                .toList();
        LocalDate asAt = dayOf(request);
        Instant now = clock.instant();
        Instant publicFrom = Objects.requireNonNullElse(request.publicFrom(), now);
        store.findCurrent(request.kind(), request.unitCode(), request.period())
                .ifPresent(current -> replace(current, publicFrom, now));
        // Also what the unit answers for in plans of the units above.
        List<String> rows =
                asSystem
                        .callAbout(request.unitCode(), () -> source.rows(request.unitCode(), request.period(), asAt))
                        .stream()
                        .map(row -> copy(row, fields))
                        .toList();
        UUID id = UUID.randomUUID();
        store.add(
                new Publication(
                        id,
                        request.kind(),
                        request.unitCode(),
                        "",
                        request.period(),
                        asAt,
                        fields,
                        request.decision(),
                        Objects.requireNonNullElse(request.licence(), LICENCE),
                        publicFrom,
                        caller.username(),
                        now,
                        null,
                        null,
                        rows.size(),
                        1),
                rows);
        LOG.infof(
                "publication %s: %s of %s for %s, %d rows",
                id, request.kind(), request.unitCode(), request.period(), rows.size());
        return get(id);
    }

    private void replace(Publication current, Instant publicFrom, Instant now) {
        if (publicFrom.isAfter(now)) {
            throw new Problem(
                            PublicationProblem.PUBLICATION_EXISTS,
                            "Dữ liệu này đang được công bố. Hãy công bố thay thế ngay (bỏ publicFrom) hoặc rút lại trước.",
                            "This data is public. Replace it at once (leave publicFrom out), or withdraw it first.")
                    .with("publicationId", current.id());
        }
        store.withdraw(current, caller.username(), now, REPLACED);
    }

    private LocalDate dayOf(PublicationRequest request) {
        Period period = periodOf(request.period());
        LocalDate day = Objects.requireNonNullElse(request.asAt(), period.lastDay());
        if (day.isAfter(LocalDate.now(clock))) {
            Text message = new Text(
                    "Ngày %s chưa đến. Hãy chọn ngày đã qua.".formatted(day),
                    "The day %s has not come. Choose one that has.".formatted(day));
            throw new Problem(PublicationProblem.DAY_NOT_REACHED, message).violation("body", "asAt", message);
        }
        return day;
    }

    private static Period periodOf(String key) {
        try {
            return Period.of(key);
        } catch (IllegalArgumentException e) {
            Text message = new Text(
                    "Hãy viết kỳ như 2026-09, 2026-Q3, 2026-H1, 2026-9M, 2026.",
                    "Write it as 2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026.");
            throw new Problem(KitProblem.INVALID_REQUEST, message).violation("body", "period", message);
        }
    }

    /// Nothing but the chosen fields leaves the source.
    private String copy(Map<String, @Nullable Object> row, List<String> fields) {
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        fields.forEach(field -> chosen.put(field, row.get(field)));
        try {
            return json.writeValueAsString(chosen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row cannot be written as JSON", e);
        }
    }

    @Transactional
    Publication withdraw(UUID id, @Nullable String ifMatch, String reason) {
        Publication publication = get(id);
        ETags.requireMatch(ifMatch, publication.version());
        if (publication.withdrawnAt() != null) {
            throw new Problem(
                    PublicationProblem.PUBLICATION_WITHDRAWN,
                    "Công bố này đã được rút lại hoặc thay thế. Hãy xem công bố hiện hành của đơn vị.",
                    "This publication was withdrawn or replaced. Look for the unit's current one.");
        }
        if (!store.withdraw(publication, caller.username(), clock.instant(), reason)) {
            throw ProblemMapper.stale();
        }
        LOG.infof("publication %s withdrawn", id);
        return get(id);
    }

    Publication get(UUID id) {
        return store.find(id, scope.paths()).orElseThrow(Problem::notFound);
    }

    Page<Publication> list(
            @Nullable String unit, @Nullable String kind, @Nullable String period, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 1);
        List<Publication> found =
                store.list(scope.paths(), unit, kind, period, after == null ? null : after.id(0), limit + 1);
        return Page.of(found, limit, publication -> Cursor.at(publication.id()));
    }
}
