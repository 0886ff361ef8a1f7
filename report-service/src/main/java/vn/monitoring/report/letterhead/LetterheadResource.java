package vn.monitoring.report.letterhead;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// Letterheads over HTTP.
@Tag(name = "Letterheads")
@Path("/api/v1/report-letterheads/{unitCode}/{layout}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LetterheadResource {

    private final Letterheads letterheads;
    private final Scope scope;

    LetterheadResource(Letterheads letterheads, Scope scope) {
        this.letterheads = letterheads;
        this.scope = scope;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getLetterhead",
            summary = "Read how a unit heads and signs its documents",
            description = "Its own letterhead, or the standard one of its level and kind.")
    public RestResponse<LetterheadResponse> get(
            @PathParam("unitCode") String unitCode, @PathParam("layout") Layout layout) {
        scope.require(unitCode);
        return answer(letterheads.find(unitCode, layout));
    }

    @PUT
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY, Role.UNIT_HEAD})
    @Operation(
            operationId = "setLetterhead",
            summary = "Set how a unit heads and signs its documents",
            description =
                    "For documents issued from now on. Positions only, never a person's name. The standard one has the ETag \"0\".")
    public RestResponse<LetterheadResponse> set(
            @PathParam("unitCode") String unitCode,
            @PathParam("layout") Layout layout,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LetterheadRequest request) {
        scope.require(unitCode);
        return answer(letterheads.set(unitCode, layout, request.toLetterhead(), ifMatch));
    }

    private static RestResponse<LetterheadResponse> answer(LetterheadResponse response) {
        return RestResponse.ResponseBuilder.ok(response)
                .header("ETag", ETags.of(response.version()))
                .build();
    }
}
