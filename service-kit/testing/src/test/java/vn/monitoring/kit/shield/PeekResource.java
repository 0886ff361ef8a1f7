package vn.monitoring.kit.shield;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.sql.Rows;

/// A careless part of a service: none of its queries is scoped.
@Path("/peek")
@RunOnVirtualThread
@ApplicationScoped
public class PeekResource {

    private static final String ALL = "select content from note order by content";

    private final Rows rows;
    private final AsSystem asSystem;

    PeekResource(Rows rows, AsSystem asSystem) {
        this.rows = rows;
        this.asSystem = asSystem;
    }

    @GET
    @RolesAllowed(Role.REPORTER)
    public List<String> peek() {
        return contents();
    }

    @GET
    @Path("public")
    @PermitAll
    public List<String> peekWithoutLogin() {
        return contents();
    }

    @GET
    @Path("transaction")
    @Transactional
    @RolesAllowed(Role.REPORTER)
    public List<String> peekInTransaction() {
        return contents();
    }

    /// Sees its own before, all as the system, its own after.
    @GET
    @Path("system")
    @RolesAllowed(Role.REPORTER)
    public List<List<String>> peekAsSystem() {
        return List.of(contents(), asSystem.call(this::contents), contents());
    }

    @GET
    @Path("system-in-transaction")
    @Transactional
    @RolesAllowed(Role.REPORTER)
    public List<List<String>> peekAsSystemInTransaction() {
        return peekAsSystem();
    }

    @POST
    @Path("failing")
    @Transactional
    @RolesAllowed(Role.REPORTER)
    public void failAsSystem() {
        asSystem.run(() -> {
            contents();
            throw new IllegalStateException("rolled back as the system");
        });
    }

    /// Writes a row of any unit, as the caller or as the system.
    @POST
    @Transactional
    @RolesAllowed(Role.REPORTER)
    public void write(@QueryParam("unit") String unit, @QueryParam("system") boolean system) {
        if (system) {
            asSystem.run(() -> insert(unit));
        } else {
            insert(unit);
        }
    }

    private void insert(String unit) {
        rows.change("insert into note (unit_code, content) values (?, ?)", unit, "written for " + unit);
    }

    private List<String> contents() {
        return rows.list(ALL, row -> row.getString(1));
    }
}
