package vn.monitoring.task.money;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;

/// The money of one task over HTTP.
@Path("/api/v1/tasks/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "money", description = "Budgets and payments, in đồng")
public class BudgetResource {

    private final BudgetService budgets;
    private final DisbursementService disbursements;

    BudgetResource(BudgetService budgets, DisbursementService disbursements) {
        this.budgets = budgets;
        this.disbursements = disbursements;
    }

    /// All payments of a task.
    @Schema(name = "Disbursements")
    record Disbursements(List<Disbursement> items) {}

    @GET
    @Path("budget")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getTaskBudget",
            summary = "What a task may cost and has cost, by source",
            description = "The ETag is the budget's own and is needed to change it. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The budget, empty where none was set",
            content = @Content(schema = @Schema(implementation = Budget.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(budgets.get(id));
    }

    @PUT
    @Path("budget")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.UNIT_HEAD})
    @Operation(
            operationId = "setTaskBudget",
            summary = "Set the whole budget of a task",
            description = "What changes is kept with what it said before. Roles: standing-body, leader, unit-head.")
    @APIResponse(
            responseCode = "200",
            description = "The budget as it holds now",
            content = @Content(schema = @Schema(implementation = Budget.class)))
    @APIResponse(responseCode = "422", description = "AMOUNT_REFUSED, SOURCE_REPEATED")
    public Response set(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BudgetRequest request) {
        return answer(budgets.set(id, ifMatch, request));
    }

    @POST
    @Path("disbursements")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.UNIT_HEAD, Role.REPORTER})
    @Operation(
            operationId = "recordDisbursement",
            summary = "Record a payment, or the correction of one",
            description =
                    "Payments are not changed: with `corrects` the new one takes the place of that one. More than is"
                            + " allocated is taken, with the warning OVERSPENT in the answer. Roles: standing-body, unit-head,"
                            + " reporter.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DisbursementService.Recorded.class)))
    @APIResponse(responseCode = "409", description = "CORRECTED_BEFORE")
    @APIResponse(responseCode = "422", description = "AMOUNT_REFUSED, PAYMENT_UNKNOWN, DATE_IN_FUTURE")
    public Response disburse(@PathParam("id") UUID id, @NotNull @Valid DisbursementRequest request) {
        return Response.created(URI.create("/api/v1/tasks/" + id + "/disbursements"))
                .entity(disbursements.add(id, request))
                .build();
    }

    @GET
    @Path("disbursements")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listDisbursements",
            summary = "The payments of a task, those that were corrected among them",
            description = "By the day of the payment. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Disbursements.class)))
    public Disbursements list(@PathParam("id") UUID id) {
        return new Disbursements(disbursements.list(id));
    }

    private static Response answer(Budget budget) {
        return Response.ok(budget)
                .header(HttpHeaders.ETAG, ETags.of(budget.version()))
                .build();
    }
}
