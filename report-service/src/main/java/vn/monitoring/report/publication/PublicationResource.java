package vn.monitoring.report.publication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The register of what is public, for those who decide it.
@Tag(name = "Publications")
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PublicationResource {

    private final Publications publications;
    private final PublicationSources sources;

    PublicationResource(Publications publications, PublicationSources sources) {
        this.publications = publications;
        this.sources = sources;
    }

    /// Why it is taken back.
    @Schema(name = "PublicationWithdrawal", examples = """
            {"reason":"Số liệu của Phòng Văn hóa - Xã hội được đính chính"}""")
    public record Withdrawal(@NotBlank @Size(max = 1000) String reason) {}

    /// A kind of data with the fields that may be chosen.
    @Schema(name = "PublicationKind")
    public record Kind(String kind, Text title, List<DatasetField> fields) {}

    /// All kinds.
    @Schema(name = "PublicationKinds")
    public record Kinds(List<Kind> items) {}

    @POST
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "publish",
            summary = "Make chosen fields of a unit's data public",
            description =
                    "They are copied now; later facts change what is public only when it is published again, which replaces"
                            + " it. Roles: standing-body, leader.")
    @APIResponseSchema(value = PublicationResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "409", description = "PUBLICATION_EXISTS (with publicationId)")
    @APIResponse(responseCode = "422", description = "PUBLICATION_KIND_UNKNOWN, FIELD_NOT_PUBLISHABLE, DAY_NOT_REACHED")
    public Response publish(
            @NotNull @Valid PublicationRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Publication publication = publications.publish(request);
        return Response.created(URI.create("/api/v1/publications/" + publication.id()))
                .header(HttpHeaders.ETAG, ETags.of(publication.version()))
                .entity(PublicationResponse.from(publication))
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listPublications", summary = "List what is and was public of the caller's units")
    public RestResponse<Page<PublicationResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("period") @Nullable String period,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(
                publications.list(unit, kind, period, cursor, limit).map(PublicationResponse::from), uri);
    }

    @GET
    @Path("kinds")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.LEADER, Role.STANDING_BODY, Role.INSPECTOR})
    @Operation(operationId = "listPublicationKinds", summary = "The kinds of data and the fields that may be chosen")
    public Kinds kinds() {
        return new Kinds(sources.all().stream()
                .map(source -> new Kind(
                        source.kind(),
                        source.title(),
                        source.fields().stream().map(DatasetField::from).toList()))
                .toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getPublication", summary = "Read an entry of the register")
    @APIResponseSchema(value = PublicationResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        return answer(publications.get(id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "withdrawPublication",
            summary = "Take back what is public",
            description = "It stays in the register with the reason. Roles: standing-body, leader.")
    @APIResponseSchema(value = PublicationResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "PUBLICATION_WITHDRAWN")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(publications.withdraw(id, ifMatch, request.reason()));
    }

    private static Response answer(Publication publication) {
        return Response.ok(PublicationResponse.from(publication))
                .header(HttpHeaders.ETAG, ETags.of(publication.version()))
                .build();
    }
}
