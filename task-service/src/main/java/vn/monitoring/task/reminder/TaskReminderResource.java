package vn.monitoring.task.reminder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;

/// The reminders of one task over HTTP.
@Path("/api/v1/tasks/{id}/reminders")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
public class TaskReminderResource {

    private final ReminderService reminders;

    TaskReminderResource(ReminderService reminders) {
        this.reminders = reminders;
    }

    /// All reminders of a task.
    @Schema(name = "Reminders")
    record Reminders(List<Reminder> items) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "remindOfTask",
            summary = "Remind the lead of a task, and ask for an explanation",
            description = "Roles: standing-body, leader, steering-committee.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            content = @Content(schema = @Schema(implementation = Reminder.class)))
    @APIResponse(responseCode = "409", description = "TASK_NOT_OPEN")
    @APIResponse(responseCode = "422", description = "EXPLANATION_DAY_PASSED, WARNING_OF_ANOTHER_TASK")
    public Response issue(@PathParam("id") UUID id, @NotNull @Valid ReminderRequest request) {
        Reminder reminder = reminders.issue(id, request);
        return Response.created(URI.create("/api/v1/reminders/" + reminder.id()))
                .header(HttpHeaders.ETAG, ETags.of(reminder.version()))
                .entity(reminder)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listTaskReminders",
            summary = "The reminders of a task, the newest first",
            description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Reminders.class)))
    public Reminders list(@PathParam("id") UUID id) {
        return new Reminders(reminders.list(id));
    }
}
