package vn.monitoring.indicator.measurement;

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

/// Many figures in one call.
@Path("/api/v1")
@Tag(name = "measurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MeasurementBatchResource {

    private final MeasurementBatch batch;

    MeasurementBatchResource(MeasurementBatch batch) {
        this.batch = batch;
    }

    @POST
    @Path("measurements:batch")
    @Idempotent
    @Consumes({"text/csv", MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATION})
    @Operation(
            operationId = "submitMeasurements",
            summary = "Submit or revise up to 100,000 figures, one result per row",
            description =
                    "CSV with a header line, a JSON array, or one JSON object per line. A row names its indicator by indicatorId, or by "
                            + "unitCode and canonicalCode where the unit's plan in force has one such indicator. Fields: period, "
                            + "numerator, denominator, value, cumulative, asOf, source, note. A figure that stands is revised when "
                            + "the row says something else. Rows that fail do not keep the others out, unless atomic is asked.")
    @APIResponseSchema(value = BatchAnswer.class, responseCode = "207")
    @APIResponse(responseCode = "400", description = "BATCH_UNREADABLE")
    @APIResponse(responseCode = "413", description = "BATCH_TOO_LARGE, TOO_LARGE")
    @APIResponse(responseCode = "422", description = "BATCH_EMPTY, IDEMPOTENCY_KEY_REUSED")
    public Response submit(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "text/csv",
                                        schema = @Schema(type = SchemaType.STRING),
                                        examples =
                                                @ExampleObject(
                                                        name = "two figures",
                                                        value =
                                                                "unit_code,canonical_code,period,numerator,denominator,as_of,source\n"
                                                                        + "10675,CQ.HOSO_TT,2026-Q3,721,1000,2026-09-30,Báo cáo 45\n"
                                                                        + "10675,XH.VNEID,2026-Q3,9120,12000,2026-09-30,\n")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "one figure",
                                                        value =
                                                                "[{\"unitCode\": \"10675\", \"canonicalCode\": \"CQ.HOSO_TT\", \"period\": \"2026-Q3\","
                                                                        + " \"numerator\": 721, \"denominator\": 1000, \"asOf\": \"2026-09-30\"}]")),
                                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
                            })
                    File body,
            @Parameter(description = "Judge all rows and write nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "Write all rows or none") @QueryParam("atomic") @DefaultValue("false")
                    boolean atomic,
            @Parameter(description = "Answer only with the rows that failed")
                    @QueryParam("results")
                    @DefaultValue("all")
                    @Pattern(regexp = "all|failed")
                    String results,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        BatchAnswer answer =
                batch.run(() -> BatchBody.open(body.toPath(), contentType), dryRun, atomic, results.equals("failed"));
        return Response.status(207).entity(answer).build();
    }
}
