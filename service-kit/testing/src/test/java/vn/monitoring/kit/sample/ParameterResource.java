package vn.monitoring.kit.sample;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes a parameter of each kind and says what it has read.
@Path("/parameters")
@PermitAll
public class ParameterResource {

    @GET
    @Path("{id}")
    public String read(
            @PathParam("id") UUID id,
            @QueryParam("of") @Nullable UUID of,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return "%s %s %s %s %s".formatted(of, on, open, dryRun, limit);
    }
}
