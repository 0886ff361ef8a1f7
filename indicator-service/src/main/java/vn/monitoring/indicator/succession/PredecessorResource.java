package vn.monitoring.indicator.succession;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;

/// Predecessors over HTTP. Who may see the successor may see what it took over, wherever the predecessors stood.
@Path("/api/v1/units/{code}/predecessors")
@Tag(name = "Units", description = "The tree of provinces, communes and their agencies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PredecessorResource {

    private final Predecessors predecessors;
    private final Scope scope;

    PredecessorResource(Predecessors predecessors, Scope scope) {
        this.predecessors = predecessors;
        this.scope = scope;
    }

    /// @param predecessors with the last verified figure of each for each canonical indicator
    /// @param combined those figures taken together
    @Schema(name = "Predecessors")
    record PredecessorsResponse(String unitCode, List<Predecessor> predecessors, List<CombinedFigure> combined) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listPredecessors",
            summary = "The units that were merged into this one, with their last verified figures",
            description =
                    "To state baselines of the successor's indicators from: `PUT /indicators/{id}/baseline` with `baselineSource` as "
                            + "the source. Combined figures are ratios of sums, or sums of counts.")
    @APIResponseSchema(value = PredecessorsResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response list(@PathParam("code") String code) {
        scope.require(code);
        List<Predecessor> found = predecessors.listOf(code);
        return Response.ok(new PredecessorsResponse(code, found, CombinedFigure.of(found)))
                .build();
    }
}
