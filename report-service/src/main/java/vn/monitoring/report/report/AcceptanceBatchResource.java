package vn.monitoring.report.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.BatchAnswer;
import vn.monitoring.kit.bulk.BatchBody;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;

/// Many reports accepted at once, over HTTP.
@Tag(name = "Reports")
@Path("/api/v1/report-acceptances:batch")
@RunOnVirtualThread
public class AcceptanceBatchResource {

    private final AcceptanceBatch batch;

    AcceptanceBatchResource(AcceptanceBatch batch) {
        this.batch = batch;
    }

    @POST
    @Idempotent
    @Consumes({"text/csv", MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.STANDING_BODY)
    @Operation(
            operationId = "acceptReports",
            summary = "Accept many reports at once",
            description =
                    "Up to 100,000 rows of reportId and, to be sure of what was read, its edition. By the receivers' standing body. A row that "
                            + "cannot be taken (REPORT_NOT_UNDER_REVIEW, REPORT_EDITION_CHANGED, NOT_RECEIVER, NOT_FOUND) does not keep the others "
                            + "from being taken, unless atomic. An edition that has been accepted stays as it is (UNCHANGED).")
    @APIResponseSchema(value = BatchAnswer.class, responseCode = "207")
    @APIResponse(responseCode = "400", description = "BATCH_UNREADABLE")
    @APIResponse(responseCode = "413", description = "BATCH_TOO_LARGE, TOO_LARGE")
    @APIResponse(responseCode = "422", description = "BATCH_EMPTY, IDEMPOTENCY_KEY_REUSED")
    public Response accept(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples =
                                                @ExampleObject(
                                                        name = "two reports",
                                                        value =
                                                                "report_id,edition\nbd2d0aef-0c02-4a55-a54c-6a1f3a5e6f10,1\n3f1f0f1e-5d0f-4b0c-9a51-30d6a58e0c11,2\n")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "one report",
                                                        value =
                                                                "[{\"reportId\":\"bd2d0aef-0c02-4a55-a54c-6a1f3a5e6f10\",\"edition\":1}]")),
                                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
                            })
                    File body,
            @Parameter(description = "Judge all rows and write nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "Accept all or none") @QueryParam("atomic") @DefaultValue("false") boolean atomic,
            @Parameter(description = "Answer only with the rows that failed")
                    @QueryParam("results")
                    @DefaultValue("all")
                    @Pattern(regexp = "all|failed")
                    String results,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        BatchAnswer answer =
                batch.run(BatchBody.open(body.toPath(), contentType), dryRun, atomic, results.equals("failed"));
        return Response.status(207).entity(answer).build();
    }
}
