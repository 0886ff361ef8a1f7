package vn.monitoring.kit.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/// Tells who calls.
@Path("/who")
@Produces("application/json")
public class WhoResource {

    record Who(String username, List<String> units, List<String> roles) {}

    private final Caller caller;

    WhoResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    public Who who() {
        return new Who(caller.username(), caller.unitCodes(), caller.roles());
    }

    @POST
    @RolesAllowed(Role.EVERY)
    public Who post() {
        return who();
    }
}
