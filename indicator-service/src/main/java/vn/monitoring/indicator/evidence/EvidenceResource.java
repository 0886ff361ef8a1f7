package vn.monitoring.indicator.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.snapshot.Snapshots;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.StreamedBody;

/// Evidence of measurements over HTTP.
@Path("/api/v1/measurements/{id}/evidence")
@Tag(name = "evidence", description = "Files that prove the figures of a measurement")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class EvidenceResource {

    private static final Text NOTICE = new Text(
            "Không tải lên tài liệu chứa bí mật nhà nước; hệ thống không tiếp nhận nội dung mật. Nếu lỡ tải lên, hãy xóa ngay và báo bộ phận bảo mật.",
            "Do not upload documents with state secrets: classified content is refused here. If one was uploaded by mistake, remove it at once and tell your security officer.");

    private final EvidenceService evidence;
    private final Snapshots snapshots;

    EvidenceResource(EvidenceService evidence, Snapshots snapshots) {
        this.evidence = evidence;
        this.snapshots = snapshots;
    }

    /// What was stored, with what the uploader has to know.
    @Schema(name = "AttachedEvidence")
    record Attached(Evidence evidence, Text notice) {}

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATION})
    @Operation(
            operationId = "attachEvidence",
            summary = "Attach a file that proves a figure",
            description =
                    "A file (multipart, part `file`, at most 25 MB, at most 20 of a figure): pdf, docx, xlsx, png, jpg,"
                            + " its content and extension agreeing; no .zip, no macros. The same content again is not stored twice."
                            + " WARNING: classified content is refused; do not upload documents with state secrets."
                            + " Roles: reporter, unit-head, integration.")
    @APIResponse(
            responseCode = "200",
            description = "The figure has a file of this content already",
            content = @Content(schema = @Schema(implementation = Attached.class)))
    @APIResponse(
            responseCode = "201",
            description = "Attached",
            content = @Content(schema = @Schema(implementation = Attached.class)))
    @APIResponse(
            responseCode = "409",
            description = "EVIDENCE_MEASUREMENT_VERIFIED (revise it first), PERIOD_CLOSED, EVIDENCE_TOO_MANY")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: more than 25 MB")
    @APIResponse(
            responseCode = "415",
            description = "FILE_TYPE_REFUSED: content and extension do not agree, or not taken")
    public Response attach(@PathParam("id") UUID id, @RestForm("file") @Nullable FileUpload file) {
        EvidenceService.Attached attached = evidence.attach(id, file);
        URI place = URI.create("/api/v1/measurements/" + id + "/evidence/"
                + attached.evidence().id());
        Response.ResponseBuilder answer =
                attached.isNew() ? Response.created(place) : Response.ok().location(place);
        return answer.entity(new Attached(attached.evidence(), NOTICE)).build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listEvidence",
            summary = "The files that prove a figure",
            description = "All of them on one page, in the order in which they came. Roles: every role.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Page<Evidence> list(@PathParam("id") UUID id) {
        return new Page<>(evidence.list(id), null);
    }

    @GET
    @Path("{evidenceId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "downloadEvidence",
            summary = "One file, as it was uploaded",
            description = "To be saved, not shown. The ETag is the content's SHA-256. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    @APIResponse(responseCode = "304", description = "The client has it")
    public Response download(
            @PathParam("id") UUID id,
            @PathParam("evidenceId") UUID evidenceId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Evidence found = evidence.get(id, evidenceId);
        String etag = '"' + found.sha256() + '"';
        if (ifNoneMatch != null && ifNoneMatch.contains(etag)) {
            return Response.notModified().header(HttpHeaders.ETAG, etag).build();
        }
        return Response.ok(
                        StreamedBody.of(out -> snapshots.read(snapshot -> {
                            for (int from = 1; from <= found.size(); from += EvidenceStore.PART_BYTES) {
                                snapshot.forEach(
                                        EvidenceStore.CONTENT_PART,
                                        row -> out.write(row.getBytes(1)),
                                        from,
                                        evidenceId);
                            }
                        })),
                        found.mediaType())
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.fileName() + '"')
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @DELETE
    @Path("{evidenceId}")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "removeEvidence",
            summary = "Remove a file while the figure awaits verification or was returned",
            description = "By the unit that submitted the figure or answers for it; a file with which a figure was"
                    + " verified stays. Roles: reporter, unit-head.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "403", description = "EVIDENCE_OF_OTHERS")
    @APIResponse(
            responseCode = "409",
            description = "EVIDENCE_MEASUREMENT_VERIFIED, PERIOD_CLOSED, EVIDENCE_OF_VERIFIED_FIGURE")
    public Response remove(@PathParam("id") UUID id, @PathParam("evidenceId") UUID evidenceId) {
        evidence.remove(id, evidenceId);
        return Response.noContent().build();
    }
}
