package vn.monitoring.task.reminder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Reminders over HTTP.
@Path("/api/v1/reminders")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
public class ReminderResource {

    private final ReminderService reminders;

    ReminderResource(ReminderService reminders) {
        this.reminders = reminders;
    }

    /// A page of reminders.
    @Schema(name = "ReminderPage")
    record ReminderPage(List<Reminder> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReminders",
            summary = "Reminders of the tasks in the caller's units, the newest first",
            description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = ReminderPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<Reminder>> list(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @Parameter(description = "true: the lead still has to acknowledge or explain")
                    @QueryParam("waiting")
                    @Nullable
                    Boolean waiting,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(reminders.list(new ReminderStore.Filter(unit, waiting), cursor, limit), uri);
    }

    @GET
    @Path("counts")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "countReminders",
            summary = "Reminders that wait for the leads",
            description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content = @Content(schema = @Schema(implementation = ReminderCounts.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public ReminderCounts count(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit) {
        return reminders.count(unit);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getReminder", summary = "One reminder", description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The reminder",
            content = @Content(schema = @Schema(implementation = Reminder.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(reminders.get(id));
    }

    @POST
    @Path("{id}/acknowledgement")
    @Idempotent
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "acknowledgeReminder",
            summary = "Say that the reminder was heard",
            description = "ISSUED → ACKNOWLEDGED. Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged",
            content = @Content(schema = @Schema(implementation = Reminder.class)))
    @APIResponse(responseCode = "409", description = "REMINDER_ACKNOWLEDGED")
    public Response acknowledge(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(reminders.acknowledge(id, ifMatch));
    }

    @POST
    @Path("{id}/explanation")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "explainReminder",
            summary = "Give the explanation that the reminder asks for",
            description = "ISSUED or ACKNOWLEDGED → EXPLAINED. Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "200",
            description = "Explained",
            content = @Content(schema = @Schema(implementation = Reminder.class)))
    @APIResponse(responseCode = "409", description = "EXPLANATION_NOT_ASKED, REMINDER_EXPLAINED")
    public Response explain(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ExplanationRequest request) {
        return answer(reminders.explain(id, ifMatch, request.text()));
    }

    private static Response answer(Reminder reminder) {
        return Response.ok(reminder)
                .header(HttpHeaders.ETAG, ETags.of(reminder.version()))
                .build();
    }
}
