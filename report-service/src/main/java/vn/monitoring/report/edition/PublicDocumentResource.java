package vn.monitoring.report.edition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.FileType;
import vn.monitoring.kit.file.ReceivedFile;
import vn.monitoring.kit.file.Uploads;
import vn.monitoring.kit.shield.AsSystem;

/// Whether a document is genuine, for everybody who holds one.
///
/// Nobody signs in: who holds a document or its number asks for that one, as the system.
@Tag(name = "Public documents")
@Path("/api/v1/public/documents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
public class PublicDocumentResource {

    private final PublicDocuments documents;
    private final AsSystem asSystem;
    private final Uploads uploads;

    PublicDocumentResource(PublicDocuments documents, AsSystem asSystem, Uploads uploads) {
        this.documents = documents;
        this.asSystem = asSystem;
        this.uploads = uploads;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "findPublicDocument",
            summary = "Whether a document of this number was issued",
            description =
                    "The address of the QR code on issued documents. Needs no token. Tells neither content nor persons.")
    @APIResponse(responseCode = "200", description = "What is known of it; exists is false for an unknown one")
    public PublicDocument find(
            @QueryParam("unit") @NotBlank @Size(max = 50) String unit,
            @QueryParam("symbol") @NotBlank @Size(max = 50) String symbol,
            @QueryParam("number") @NotNull @Min(1) @Max(1_000_000) Integer number,
            @QueryParam("year") @NotNull @Min(2000) @Max(9999) Integer year) {
        return asSystem.call(() -> documents.find(unit, symbol, year, number));
    }

    @POST
    @Path("check")
    @PermitAll
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "checkPublicDocument",
            summary = "Whether a PDF is one that was issued, unaltered",
            description = "Multipart, part `file`: a PDF of at most 25 MB. Needs no token; nothing is stored.")
    @APIResponse(responseCode = "200", description = "What it is")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: more than 25 MB")
    @APIResponse(responseCode = "415", description = "FILE_TYPE_REFUSED: no PDF")
    public PublicDocumentCheck check(@RestForm("file") @Nullable FileUpload file) {
        ReceivedFile received = uploads.receive(file, Set.of(FileType.PDF));
        return asSystem.call(() -> documents.check(received));
    }
}
