package vn.monitoring.task.importing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.Uploads;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.sheet.ImportResult;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Idempotent;

/// Importing task tables over HTTP.
@Path("/api/v1/plans/{planId}/task-imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public class ImportResource {

    private final ImportService imports;
    private final Uploads uploads;

    ImportResource(ImportService imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "importTasks",
            summary = "Import the sheet \"Nhiệm vụ\" of a plan",
            description =
                    "An .xlsx or .csv file as the office has it (part `file`, at most 25 MB). Try with `dryRun=true`"
                            + " first. Importing again updates what changed. Roles: standing-body, province-admin.")
    @APIResponse(
            responseCode = "200",
            description = "The result of a dry run; nothing is written",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(
            responseCode = "201",
            description = "The result of the import",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(
            responseCode = "404",
            description = "PLAN_NOT_FOUND: absent, out of scope, or not told yet: try again in a few seconds")
    @APIResponse(responseCode = "413", description = "WORKBOOK_TOO_LARGE")
    @APIResponse(responseCode = "415", description = "NOT_A_WORKBOOK")
    @APIResponse(responseCode = "422", description = "SHEET_MISSING, HEADER_MISSING, TABLE_EMPTY")
    public Response run(
            @PathParam("planId") UUID planId,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.fileName() == null) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Hãy gửi bảng tính trong phần «file» của biểu mẫu.",
                            "Send the workbook in the form's part \"file\".")
                    .violation("body", "file", new Text("Còn thiếu.", "Missing."));
        }
        ImportResult result = imports.run(planId, dryRun, content(file), file.fileName());
        return Response.status(dryRun ? Response.Status.OK : Response.Status.CREATED)
                .entity(result)
                .build();
    }

    private byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(uploads.scanned(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
