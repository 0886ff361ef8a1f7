package vn.monitoring.report.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.report.content.Material;
import vn.monitoring.report.content.ReportBody;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.OfficialDocument;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.edition.Difference;
import vn.monitoring.report.edition.DraftDocuments;
import vn.monitoring.report.letterhead.Letterhead;
import vn.monitoring.report.letterhead.Letterheads;
import vn.monitoring.report.obligation.Obligation;
import vn.monitoring.report.regime.OpenPeriod;
import vn.monitoring.report.regime.OpenPeriods;

/// Makes of a report the document that people read and the statement that machines read: the same facts in both.
@ApplicationScoped
class ReportDocuments implements DraftDocuments {

    private static final String KIND = "BÁO CÁO";

    private final ReportAccess access;
    private final ReportContents contents;
    private final Letterheads letterheads;
    private final Instance<ReportAddition> additions;
    private final OpenPeriods periods;
    private final ObjectMapper json;

    ReportDocuments(
            ReportAccess access,
            ReportContents contents,
            Letterheads letterheads,
            @Any Instance<ReportAddition> additions,
            OpenPeriods periods,
            ObjectMapper json) {
        this.access = access;
        this.contents = contents;
        this.letterheads = letterheads;
        this.additions = additions;
        this.periods = periods;
        this.json = json;
    }

    @Override
    @Transactional
    public Optional<OfficialDocument> find(UUID reportId) {
        ReportView view;
        try {
            view = access.get(reportId);
        } catch (Problem absent) {
            return Optional.empty();
        }
        return Optional.of(document(view, null, List.of()));
    }

    /// @param replaces notation and day of the edition that this one corrects, null for none
    OfficialDocument document(ReportView view, @Nullable String replaces, List<Difference> differences) {
        UUID id = view.report().id();
        Obligation obligation = view.obligation();
        OpenPeriod period = periods.get(obligation.regimeId(), obligation.period());
        Layout layout = period.layout();
        Letterhead head = letterheads.get(obligation.unitCode(), layout);
        List<StoredSection> sections = contents.sections(id);
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraph(introduction(view, period)));
        if (replaces != null) {
            body.add(new Block.Paragraph(
                    "Báo cáo này thay thế Báo cáo %s; nội dung thay đổi nêu tại Phụ lục cuối báo cáo."
                            .formatted(replaces)));
        }
        List<Annex> annexes = new ArrayList<>();
        for (ReportAddition addition : additions) {
            addition.find(id).ifPresent(added -> {
                body.addAll(added.blocks());
                annexes.addAll(added.annexes());
            });
        }
        Material material = Material.of(period, contents.figures(id));
        body.addAll(ReportBody.blocks(parts(sections), material));
        annexes.addAll(ReportBody.annexes(material));
        if (!differences.isEmpty()) {
            annexes.add(CorrectionAnnex.of(differences));
        }
        List<String> recipients = new ArrayList<>();
        recipients.add(receiver(obligation, period) + " (để báo cáo);");
        recipients.addAll(head.recipients());
        return new OfficialDocument(
                layout,
                head.superior(),
                head.authority(),
                null,
                head.symbol(),
                head.place(),
                null,
                KIND,
                subject(view.report().title()),
                body,
                head.signing(),
                recipients,
                annexes);
    }

    /// What the report says, for machines.
    JsonNode statement(ReportView view) {
        UUID id = view.report().id();
        Obligation obligation = view.obligation();
        OpenPeriod period = periods.get(obligation.regimeId(), obligation.period());
        @Nullable JsonNode consolidated = null;
        for (ReportAddition addition : additions) {
            consolidated =
                    addition.find(id).map(ReportAddition.Added::statement).orElse(consolidated);
        }
        return json.valueToTree(new ReportStatement(
                ReportStatement.SCHEMA,
                id,
                obligation.unitCode(),
                letterheads.addressed(obligation.unitCode(), period.layout()),
                obligation.receiverUnitCode(),
                receiver(obligation, period),
                new ReportStatement.Regime(
                        period.regimeId(), period.revision(), period.settings().name(), period.block()),
                obligation.period().key(),
                obligation.window().from(),
                obligation.window().cutOff(),
                obligation.dueOn(),
                view.report().title(),
                contents.sections(id).stream()
                        .map(section -> new ReportStatement.Section(section.key(), section.title(), section.text()))
                        .toList(),
                contents.figures(id),
                consolidated));
    }

    /// A unit, or someone outside of the platform whom the regime names.
    private String receiver(Obligation obligation, OpenPeriod period) {
        @Nullable String outside = period.settings().receiverName();
        return outside == null ? letterheads.addressed(obligation.receiverUnitCode(), period.layout()) : outside;
    }

    private String introduction(ReportView view, OpenPeriod period) {
        Obligation obligation = view.obligation();
        return "Theo chế độ “%s”, %s báo cáo như sau (số liệu chốt đến hết ngày %s):"
                .formatted(
                        period.settings().name(),
                        letterheads.addressed(obligation.unitCode(), period.layout()),
                        Vietnamese.day(obligation.window().cutOff()));
    }

    /// `Kết quả thực hiện …` of `Báo cáo kết quả thực hiện …`.
    private static String subject(String title) {
        String subject = title.startsWith("Báo cáo ") ? title.substring("Báo cáo ".length()) : title;
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }

    private static List<ReportBody.Part> parts(List<StoredSection> sections) {
        return sections.stream()
                .map(section -> new ReportBody.Part(section.title(), section.content(), section.text()))
                .toList();
    }
}
