package vn.monitoring.task.money;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The money of many tasks over HTTP.
@Path("/api/v1/money")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "money")
public class MoneyResource {

    private final MoneyQueries money;

    MoneyResource(MoneyQueries money) {
        this.money = money;
    }

    /// A page of tasks held against their money.
    @Schema(name = "ReconciledPage")
    record ReconciledPage(
            List<MoneyQueries.Reconciled> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "addUpMoney",
            summary = "Allocated and disbursed over the tasks of a unit and those below it",
            description = "By source, and by the units right below the one asked for. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The totals",
            content = @Content(schema = @Schema(implementation = MoneyTotals.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public MoneyTotals total(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId) {
        return money.total(unit, planId);
    }

    @GET
    @Path("reconciliation")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "reconcileTasks",
            summary = "Progress, money and deliverables side by side",
            description = "Tasks with money and those said to be done; a task with parts with what its parts have."
                    + " Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = ReconciledPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<MoneyQueries.Reconciled>> reconcile(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(description = "Only those where something does not fit together")
                    @QueryParam("mismatch")
                    @DefaultValue("false")
                    boolean mismatched,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(money.reconcile(unit, planId, mismatched, Cursor.decode(cursor, 3), limit), uri);
    }
}
