package vn.monitoring.report.edition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.document.DocumentFormat;
import vn.monitoring.report.document.OfficialDocument;
import vn.monitoring.report.signature.Verification;
import vn.monitoring.report.signature.Verifier;

/// A report as a document: what was issued of it, its files and their signatures.
@Tag(name = "Editions")
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EditionResource {

    private static final String DRAFT = "draft";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final EditionStore store;
    private final Editions editions;
    private final Instance<DraftDocuments> drafts;
    private final Verifier verifier;
    private final Scope scope;

    EditionResource(
            EditionStore store, Editions editions, Instance<DraftDocuments> drafts, Verifier verifier, Scope scope) {
        this.store = store;
        this.editions = editions;
        this.drafts = drafts;
        this.verifier = verifier;
        this.scope = scope;
    }

    /// Whether the signatures of an edition verify now.
    ///
    /// @param pdf of the signature in the PDF
    /// @param json of the detached signature of the JSON
    public record EditionSignatures(int edition, String notation, Verification pdf, Verification json) {}

    @GET
    @Path("editions")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listEditions",
            summary = "What was issued of a report",
            description =
                    "All editions on one page, oldest first, each with what it says otherwise than the one before. Roles: every role.")
    @APIResponse(responseCode = "200", description = "All of them; none while the report is a draft")
    public Page<Edition> list(@PathParam("id") UUID id) {
        requireVisible(id);
        return new Page<>(store.list(id), null);
    }

    @GET
    @Path("document")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "downloadReportDocument",
            summary = "A report as a file",
            description =
                    "`edition`: a number, or `draft`; without it the newest edition, or the draft when none was issued. `format`: pdf,"
                            + " docx, xlsx, json, jades; a draft has the first three and is marked as one. The ETag is the content's SHA-256."
                            + " Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The file, to be saved",
            content = {
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = DOCX),
                @Content(mediaType = XLSX),
                @Content(mediaType = MediaType.APPLICATION_JSON),
                @Content(mediaType = "application/jose")
            })
    @APIResponse(responseCode = "304", description = "The client has it")
    public Response download(
            @PathParam("id") UUID id,
            @QueryParam("edition") @Nullable String edition,
            @QueryParam("format") @DefaultValue("pdf") String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        requireVisible(id);
        EditionFormat chosen = format(format);
        Optional<Edition> found = DRAFT.equals(edition) ? Optional.empty() : choose(id, edition);
        if (found.isPresent()) {
            Edition.File file = found.get().files().stream()
                    .filter(candidate -> candidate.format() == chosen)
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            return answer(
                    file.name(),
                    file.mediaType(),
                    file.sha256(),
                    ifNoneMatch,
                    () -> store.findContent(id, found.get().number(), chosen).orElseThrow());
        }
        byte[] preview = editions.preview(draft(id), draftFormat(chosen));
        String name = "report-" + id + "-draft." + chosen.extension();
        return answer(name, chosen.mediaType(), Sha256.of(preview), ifNoneMatch, () -> preview);
    }

    @GET
    @Path("signature")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "verifyReportSignatures",
            summary = "Who signed an edition, and whether that verifies now",
            description = "`edition`: a number; without it the newest. Roles: every role.")
    @APIResponse(responseCode = "200", description = "Both signatures with their verification")
    public EditionSignatures signatures(@PathParam("id") UUID id, @QueryParam("edition") @Nullable String edition) {
        requireVisible(id);
        Edition found = choose(id, edition).orElseThrow(Problem::notFound);
        return new EditionSignatures(
                found.number(),
                found.notation(),
                verifier.verifyPdf(content(found, EditionFormat.PDF)),
                verifier.verifyJson(content(found, EditionFormat.JSON), content(found, EditionFormat.JADES)));
    }

    /// @return empty when none was asked for and none was issued
    private Optional<Edition> choose(UUID id, @Nullable String edition) {
        if (edition == null) {
            return store.findLatest(id);
        }
        if (!edition.matches("[1-9][0-9]{0,5}")) {
            throw invalid("edition", new Text("Là số từ 1, hoặc «draft».", "A number from 1 on, or \"draft\"."));
        }
        return Optional.of(store.find(id, Integer.parseInt(edition)).orElseThrow(Problem::notFound));
    }

    private OfficialDocument draft(UUID id) {
        for (DraftDocuments source : drafts) {
            Optional<OfficialDocument> document = source.find(id);
            if (document.isPresent()) {
                return document.get();
            }
        }
        throw Problem.notFound();
    }

    private byte[] content(Edition edition, EditionFormat format) {
        return store.findContent(edition.reportId(), edition.number(), format).orElseThrow();
    }

    private void requireVisible(UUID id) {
        if (!store.isVisible(id, scope.paths())) {
            throw Problem.notFound();
        }
    }

    private static Response answer(
            String name, String mediaType, String sha256, @Nullable String ifNoneMatch, Supplier<byte[]> content) {
        String tag = '"' + sha256 + '"';
        if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(content.get(), mediaType)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static EditionFormat format(String name) {
        for (EditionFormat format : EditionFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw invalid(
                "format", new Text("Là pdf, docx, xlsx, json hoặc jades.", "One of pdf, docx, xlsx, json, jades."));
    }

    private static DocumentFormat draftFormat(EditionFormat format) {
        return switch (format) {
            case PDF -> DocumentFormat.PDF;
            case DOCX -> DocumentFormat.DOCX;
            case XLSX -> DocumentFormat.XLSX;
            case JSON, JADES ->
                throw invalid(
                        "format",
                        new Text(
                                "Dự thảo chỉ có pdf, docx, xlsx; hãy ban hành trước.",
                                "A draft has pdf, docx and xlsx only; issue it first."));
        };
    }

    private static Problem invalid(String parameter, Text message) {
        return new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Tham số không hợp lệ. Hãy sửa rồi gửi lại.",
                        "A parameter is not valid. Correct it and send again.")
                .violation("query", parameter, message);
    }
}
