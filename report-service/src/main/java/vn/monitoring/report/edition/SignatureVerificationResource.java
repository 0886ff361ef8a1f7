package vn.monitoring.report.edition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.FileProblem;
import vn.monitoring.kit.file.FileType;
import vn.monitoring.kit.file.ReceivedFile;
import vn.monitoring.kit.file.Uploads;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.signature.Verification;
import vn.monitoring.report.signature.Verifier;

/// Checks signed files that people bring, whoever issued them.
@Tag(name = "Signatures")
@Path("/api/v1/signature-verifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SignatureVerificationResource {

    private final Verifier verifier;
    private final Uploads uploads;

    SignatureVerificationResource(Verifier verifier, Uploads uploads) {
        this.verifier = verifier;
        this.uploads = uploads;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "verifySignatures",
            summary = "Verify the signatures of a file",
            description =
                    "Multipart, at most 25 MB a part: `file`, a signed PDF (PAdES); or `content`, a .json, and `signature`, its detached"
                            + " JAdES (.jws or .json). Nothing is stored. Roles: every role.")
    @APIResponse(responseCode = "200", description = "VALID, INVALID or INDETERMINATE, with reasons")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE: more than 25 MB")
    @APIResponse(
            responseCode = "415",
            description = "FILE_TYPE_REFUSED: content and extension do not agree, or not taken")
    public Verification verify(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("content") @Nullable FileUpload content,
            @RestForm("signature") @Nullable FileUpload signature) {
        if (content == null && signature == null) {
            return verifier.verifyPdf(
                    uploads.receive(file, Set.of(FileType.PDF)).content());
        }
        return verifier.verifyJson(
                required(content, "content", ".json"), required(signature, "signature", ".jws", ".json"));
    }

    private java.nio.file.Path required(@Nullable FileUpload upload, String part, String... extensions) {
        if (upload == null || upload.fileName() == null) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Hãy gửi tệp PDF trong phần «file», hoặc cả hai phần «content» và «signature».",
                            "Send a PDF in the part \"file\", or both of the parts \"content\" and \"signature\".")
                    .violation("body", part, new Text("Còn thiếu.", "Missing."));
        }
        if (upload.size() > ReceivedFile.MOST_BYTES) {
            throw new Problem(
                    FileProblem.FILE_TOO_LARGE,
                    "Mỗi tệp tối đa 25 MB.",
                    "A file has at most 25 MB. Send a smaller one.");
        }
        String name = upload.fileName().toLowerCase(Locale.ROOT);
        java.nio.file.Path content = uploads.scanned(upload);
        for (String extension : extensions) {
            if (name.endsWith(extension) && looksLike(content, extension)) {
                return content;
            }
        }
        String wanted = String.join(", ", extensions);
        throw new Problem(
                        FileProblem.FILE_TYPE_REFUSED,
                        "Phần này phải là tệp %s, nội dung và đuôi tệp cùng loại.".formatted(wanted),
                        "This part must be a %s file, its content and extension agreeing.".formatted(wanted))
                .violation("body", part, Text.same(upload.fileName()));
    }

    /// A JSON begins with a brace or a bracket, a compact JWS with its header, `eyJ…`.
    private static boolean looksLike(java.nio.file.Path content, String extension) {
        try (var in = Files.newInputStream(content)) {
            int first = in.read();
            return extension.equals(".json") ? first == '{' || first == '[' : first == 'e' || first == '{';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
