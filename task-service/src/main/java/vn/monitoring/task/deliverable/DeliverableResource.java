package vn.monitoring.task.deliverable;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;

/// Deliverables over HTTP.
@Path("/api/v1/tasks/{id}/deliverables")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliverables")
public class DeliverableResource {

    private final DeliverableService deliverables;

    DeliverableResource(DeliverableService deliverables) {
        this.deliverables = deliverables;
    }

    /// All deliverables of a task.
    @Schema(name = "Deliverables")
    record Deliverables(List<Deliverable> items) {}

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "attachDeliverable",
            summary = "Attach a file or a document's number to a task",
            description =
                    "A file (multipart, part `file`, at most 25 MB, its content and extension agreeing), or as JSON a"
                            + " reference to a document {title, documentNumber, issuedOn}. Do not upload classified content."
                            + " The ETag of the answer is the task's. Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "201",
            description = "Attached",
            content = @Content(schema = @Schema(implementation = Deliverable.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: more than 25 MB")
    @APIResponse(
            responseCode = "415",
            description = "FILE_TYPE_REFUSED: content and extension do not agree, or not taken")
    public Response attach(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("title") @Nullable String title) {
        return created(id, deliverables.attach(id, ifMatch, title, file));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(operationId = "attachDeliverable")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE")
    public Response refer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReferenceRequest request) {
        return created(id, deliverables.refer(id, ifMatch, request));
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listDeliverables",
            summary = "What a task brought about",
            description = "In the order in which they came. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Deliverables.class)))
    public Deliverables list(@PathParam("id") UUID id) {
        return new Deliverables(deliverables.list(id));
    }

    @GET
    @Path("{deliverableId}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "downloadDeliverable",
            summary = "The file of a deliverable",
            description = "404 for a reference. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The file as it was uploaded",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    public Response download(@PathParam("id") UUID id, @PathParam("deliverableId") UUID deliverableId) {
        DeliverableStore.StoredFile file = deliverables.getFile(id, deliverableId);
        String name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.content(), file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Response created(UUID taskId, DeliverableService.Attached attached) {
        return Response.created(URI.create("/api/v1/tasks/" + taskId + "/deliverables"))
                .header(HttpHeaders.ETAG, ETags.of(attached.taskVersion()))
                .entity(attached.deliverable())
                .build();
    }
}
