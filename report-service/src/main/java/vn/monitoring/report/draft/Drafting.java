package vn.monitoring.report.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.monitoring.kit.bulk.CopyRows;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.report.content.Material;
import vn.monitoring.report.content.SectionText;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.fact.CutOff;
import vn.monitoring.report.fact.Facts;
import vn.monitoring.report.fact.FiguresAsAt;
import vn.monitoring.report.fact.FrozenFigures;
import vn.monitoring.report.obligation.ReportEvent;
import vn.monitoring.report.obligation.ReportFacts;
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.regime.OpenPeriod;
import vn.monitoring.report.regime.OpenPeriods;
import vn.monitoring.report.regime.Section;

/// Drafts the reports that answer obligations: figures as at the cut-off, frozen; sections written from them; the facts
/// that
/// tell of it. One report or some hundreds are the same few statements.
@ApplicationScoped
public class Drafting {

    private static final Logger LOG = Logger.getLogger(Drafting.class);

    private static final String OPEN = """
            select o.id, o.regime_id, o.unit_code, u.name, o.period
            from report_obligation o join unit u on u.code = o.unit_code
            where o.id = any (?) and o.status = 'OPEN' and o.lapsed_on is null and o.cut_off_on < ? order by o.id for update of o skip locked""";

    private final Facts facts;
    private final FrozenFigures frozen;
    private final ReportFacts told;
    private final OpenPeriods periods;
    private final AsSystem asSystem;
    private final DataSource dataSource;
    private final Clock clock;

    Drafting(
            Facts facts,
            FrozenFigures frozen,
            ReportFacts told,
            OpenPeriods periods,
            AsSystem asSystem,
            DataSource dataSource,
            Clock clock) {
        this.facts = facts;
        this.frozen = frozen;
        this.told = told;
        this.periods = periods;
        this.asSystem = asSystem;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private record Owed(UUID id, UUID regimeId, String unitCode, String unitName, ReportPeriod period) {

        record Call(UUID regimeId, ReportPeriod period) {}

        Call call() {
            return new Call(regimeId, period);
        }
    }

    /// Drafts those of the obligations that are open and whose cut-off has passed; one that another transaction is busy
    /// with is left to it.
    ///
    /// @param draftedBy account of who asked for it
    /// @return the ids of the reports that were drafted
    @Transactional
    public List<UUID> draft(Collection<UUID> obligationIds, String draftedBy) {
        Instant now = clock.instant();
        List<Owed> open = open(obligationIds);
        Map<Owed.Call, List<Owed>> calls =
                open.stream().collect(Collectors.groupingBy(Owed::call, LinkedHashMap::new, Collectors.toList()));
        calls.forEach((call, owed) -> draft(call, owed, now, draftedBy));
        List<UUID> drafted = open.stream().map(Owed::id).toList();
        markDrafted(drafted);
        told.tell(drafted, ReportEvent.Kind.DRAFTED, now);
        if (!drafted.isEmpty()) {
            LOG.infof("%d reports drafted", drafted.size());
        }
        return drafted;
    }

    /// What the sections of a report would be drafted with from its figures as they are frozen now, by key; its edited
    /// texts
    /// are not looked at.
    @Transactional
    public Map<String, String> generatedTexts(UUID reportId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select o.regime_id, o.period, s.key, s.content from report_obligation o
                        join report_section s on s.report_id = o.id where o.id = ? order by s.ordinal""")) {
            statement.setObject(1, reportId);
            Map<String, String> texts = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                Material material = null;
                while (rows.next()) {
                    if (material == null) {
                        OpenPeriod period =
                                periods.get(rows.getObject(1, UUID.class), ReportPeriod.of(rows.getString(2)));
                        material = Material.of(period, frozen.of(reportId));
                    }
                    texts.put(
                            rows.getString(3), SectionText.write(Section.Content.valueOf(rows.getString(4)), material));
                }
            }
            if (texts.isEmpty()) {
                throw Problem.notFound();
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read report " + reportId, e);
        }
    }

    private void draft(Owed.Call call, List<Owed> owed, Instant now, String draftedBy) {
        OpenPeriod period = periods.get(call.regimeId(), call.period());
        CutOff cutOff = new CutOff(period.window().cutOff(), period.previousCutOff(), period.lastYearsCutOff());
        Map<UUID, String> senders = owed.stream().collect(Collectors.toMap(Owed::id, Owed::unitCode));
        // Whoever drafts, a report has all that its sender answers for, also in plans of the units above.
        Map<UUID, FiguresAsAt> figures = asSystem.call(() -> facts.asAt(senders, period.block(), cutOff));
        addReports(period, owed, now, draftedBy);
        addSections(owed, period.sections(), texts(period, figures));
        frozen.freeze(figures);
    }

    private static Map<UUID, List<String>> texts(OpenPeriod period, Map<UUID, FiguresAsAt> figures) {
        Map<UUID, List<String>> texts = new HashMap<>();
        figures.forEach((id, known) -> {
            Material material = Material.of(period, known.figures());
            texts.put(
                    id,
                    period.sections().stream()
                            .map(section -> SectionText.write(section.content(), material))
                            .toList());
        });
        return texts;
    }

    private List<Owed> open(Collection<UUID> obligationIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setArray(1, connection.createArrayOf("uuid", obligationIds.toArray()));
            statement.setObject(2, LocalDate.now(clock));
            List<Owed> open = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    open.add(new Owed(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getString(4),
                            ReportPeriod.of(rows.getString(5))));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is owed", e);
        }
    }

    private void addReports(OpenPeriod period, List<Owed> owed, Instant now, String draftedBy) {
        copy("report", "id, title, drafted_at, drafted_by, version", rows -> {
            for (Owed report : owed) {
                rows.value(report.id()).value(title(period, report)).value(now).value(draftedBy);
                rows.value(0).end();
            }
        });
    }

    private void addSections(List<Owed> owed, List<Section> outline, Map<UUID, List<String>> texts) {
        copy("report_section", "report_id, key, ordinal, title, content, generated_text, revision", rows -> {
            for (Owed report : owed) {
                List<String> textsOfReport = texts.getOrDefault(report.id(), List.of());
                for (int index = 0; index < outline.size(); index++) {
                    Section section = outline.get(index);
                    rows.value(report.id()).value(section.key()).value(index + 1);
                    rows.value(section.title()).value(section.content()).value(textsOfReport.get(index));
                    rows.value(0).end();
                }
            }
        });
    }

    private void copy(String table, String columns, Rows writer) {
        try (Connection connection = dataSource.getConnection();
                CopyRows rows = CopyRows.intoShielded(connection, table, columns)) {
            writer.write(rows);
            rows.send();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write drafts", e);
        }
    }

    private void markDrafted(List<UUID> drafted) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update report_obligation set status = 'DRAFTED', version = version + 1 where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", drafted.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note drafts", e);
        }
    }

    private static String title(OpenPeriod period, Owed report) {
        Period regular = period.period().regular();
        return regular == null
                ? "Báo cáo %s của %s".formatted(period.title(), report.unitName())
                : "Báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW %s của %s"
                        .formatted(Vietnamese.period(regular), report.unitName());
    }

    private interface Rows {
        void write(CopyRows rows) throws SQLException;
    }
}
