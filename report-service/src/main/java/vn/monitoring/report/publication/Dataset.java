package vn.monitoring.report.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.period.ReportPeriod;

/// What everybody sees of a publication: an entry of the catalogue with DCAT's terms (title, publisher,
/// issued, modified, licence, temporal, distribution).
@Schema(name = "Dataset")
public record Dataset(
        UUID identifier,
        String type,
        Text title,
        Publisher publisher,
        String temporal,
        LocalDate asAt,
        Instant issued,
        Instant modified,
        String licence,
        String decision,
        int rows,
        List<DatasetField> fields,
        List<Distribution> distribution) {

    /// The unit that the data speaks of.
    @Schema(name = "DatasetPublisher")
    public record Publisher(String unitCode, String name) {}

    /// A form in which it can be had.
    @Schema(name = "DatasetDistribution")
    public record Distribution(String mediaType, String downloadUrl) {}

    static Dataset of(Publication publication, PublishedSource source, List<PublishedSource.Field> fields) {
        String path = "/api/v1/public/datasets/" + publication.id();
        return new Dataset(
                publication.id(),
                publication.kind(),
                new Text(
                        "%s của %s, %s"
                                .formatted(source.title().vi(), publication.unitName(), inWords(publication.period())),
                        "%s of %s, %s".formatted(source.title().en(), publication.unitName(), publication.period())),
                new Publisher(publication.unitCode(), publication.unitName()),
                publication.period(),
                publication.asAt(),
                publication.publicFrom(),
                publication.decidedAt(),
                publication.licence(),
                publication.decision(),
                publication.rowCount(),
                fields.stream().map(DatasetField::from).toList(),
                List.of(
                        new Distribution("application/json", path + "/file?format=json"),
                        new Distribution("text/csv", path + "/file?format=csv"),
                        new Distribution(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                path + "/file?format=xlsx")));
    }

    private static String inWords(String period) {
        return ReportPeriod.find(period).map(Vietnamese::period).orElse("kỳ " + period);
    }
}
