package vn.monitoring.report.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.report.document.DocumentFormat;
import vn.monitoring.report.document.Documents;
import vn.monitoring.report.document.OfficialDocument;
import vn.monitoring.report.signature.Signing;
import vn.monitoring.report.signature.Signing.Stamp;

/// Issues editions of reports and finds issued ones.
@ApplicationScoped
public class Editions {

    private static final String REASON = "Ban hành văn bản số %s";

    private final EditionStore store;
    private final DocumentRegister register;
    private final Documents documents;
    private final Signing signing;
    private final ObjectMapper json;
    private final String publicBaseUrl;

    Editions(
            EditionStore store,
            DocumentRegister register,
            Documents documents,
            Signing signing,
            ObjectMapper json,
            @ConfigProperty(name = "monitoring.public-base-url") String publicBaseUrl) {
        this.store = store;
        this.register = register;
        this.documents = documents;
        this.signing = signing;
        this.json = json;
        this.publicBaseUrl = publicBaseUrl.replaceAll("/+$", "");
    }

    /// Gives the document its number and day, renders and signs it, and stores the edition with its
    /// files, in the caller's transaction: rolled back, no number is used up. Others who issue in the
    /// same register wait meanwhile.
    ///
    /// @throws Problem 503 SIGNING_UNAVAILABLE, 409 DOCUMENT_NUMBER_TAKEN
    @Transactional(Transactional.TxType.MANDATORY)
    public Edition issue(Issue issue) {
        signing.requireKey(issue.unitCode());
        String symbol = issue.document().symbol();
        int year = issue.issuedOn().getYear();
        int documentNumber = register.enter(issue.unitCode(), symbol, year, issue.documentNumber());
        OfficialDocument document = issue.document().issued(documentNumber, issue.issuedOn());
        @Nullable Edition previous = store.findLatest(issue.reportId()).orElse(null);
        int number = previous == null ? 1 : previous.number() + 1;
        @Nullable String previousSha256 = previous == null ? null : previous.contentSha256();

        byte[] statement = canonical(statement(issue, document, number, documentNumber, previousSha256));
        Edition edition = new Edition(
                issue.reportId(),
                number,
                issue.unitCode(),
                documentNumber,
                symbol,
                year,
                document.notation(),
                document.subject(),
                issue.issuedOn(),
                issue.issuedAt(),
                issue.issuedBy(),
                issue.reason(),
                List.copyOf(issue.differences()),
                Sha256.of(statement),
                previousSha256,
                List.of());
        Map<EditionFormat, byte[]> contents = render(issue, document, edition, statement);
        store.insert(edition);
        List<Edition.File> files = new ArrayList<>();
        contents.forEach((format, content) -> {
            Edition.File file = new Edition.File(
                    format, fileName(edition, format), format.mediaType(), content.length, Sha256.of(content));
            store.insert(issue.reportId(), number, file, content);
            files.add(file);
        });
        return edition.with(files);
    }

    /// The editions of a report, oldest first, whoever asks.
    public List<Edition> list(UUID reportId) {
        return store.list(reportId);
    }

    public Optional<Edition> find(UUID reportId, int number) {
        return store.find(reportId, number);
    }

    /// What an edition says for machines, with what issuing has added to it.
    ///
    /// @throws Problem 404 when there is no such edition
    public JsonNode statement(UUID reportId, int number) {
        try {
            return json.readTree(
                    store.findContent(reportId, number, EditionFormat.JSON).orElseThrow(Problem::notFound));
        } catch (IOException e) {
            throw new UncheckedIOException("an issued statement is no JSON", e);
        }
    }

    /// A draft as a file: marked as such, unsigned, not stored.
    public byte[] preview(OfficialDocument document, DocumentFormat format) {
        return documents.render(document, format, null);
    }

    /// Where everybody can ask whether the document is genuine.
    private String checkAddress(Edition edition) {
        return "%s/api/v1/public/documents?unit=%s&symbol=%s&number=%d&year=%d"
                .formatted(
                        publicBaseUrl,
                        encoded(edition.unitCode()),
                        encoded(edition.symbol()),
                        edition.documentNumber(),
                        edition.year());
    }

    private Map<EditionFormat, byte[]> render(
            Issue issue, OfficialDocument document, Edition edition, byte[] statement) {
        String address = checkAddress(edition);
        Stamp stamp = new Stamp(
                edition.unitCode(), REASON.formatted(edition.notation()), document.place(), edition.issuedAt());
        Map<EditionFormat, byte[]> files = new EnumMap<>(EditionFormat.class);
        files.put(EditionFormat.PDF, signing.signPdf(documents.render(document, DocumentFormat.PDF, address), stamp));
        files.put(EditionFormat.DOCX, documents.render(document, DocumentFormat.DOCX, address));
        files.put(EditionFormat.XLSX, documents.render(document, DocumentFormat.XLSX, address));
        files.put(EditionFormat.JSON, statement);
        files.put(EditionFormat.JADES, signing.signJson(statement, issue.unitCode(), issue.issuedAt()));
        return files;
    }

    private JsonNode statement(
            Issue issue, OfficialDocument document, int number, int documentNumber, @Nullable String previousSha256) {
        ObjectNode statement = json.createObjectNode();
        statement.setAll((ObjectNode) issue.content());
        statement
                .putObject("edition")
                .put("number", number)
                .put("documentNumber", documentNumber)
                .put("symbol", document.symbol())
                .put("notation", document.notation())
                .put("issuedOn", issue.issuedOn().toString())
                .put("reason", issue.reason())
                .put("previousSha256", previousSha256)
                .set("differences", json.valueToTree(issue.differences()));
        return statement;
    }

    private byte[] canonical(JsonNode statement) {
        try {
            return new JsonCanonicalizer(json.writeValueAsBytes(statement)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("a statement has no canonical form", e);
        }
    }

    /// `report-10675-12-BC-UBND-2026-edition-1.pdf`.
    private static String fileName(Edition edition, EditionFormat format) {
        String symbol = Normalizer.normalize(edition.symbol(), Normalizer.Form.NFD)
                .replace('Đ', 'D')
                .replace('đ', 'd')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-");
        return "report-%s-%d-%s-%d-edition-%d.%s"
                .formatted(
                        edition.unitCode(),
                        edition.documentNumber(),
                        symbol,
                        edition.year(),
                        edition.number(),
                        format.extension());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
