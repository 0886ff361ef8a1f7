package vn.monitoring.task.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The story of a task over HTTP.
@Path("/api/v1/tasks/{id}/history")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
public class StoryResource {

    private final Story story;

    StoryResource(Story story) {
        this.story = story;
    }

    /// A page of a story.
    @Schema(name = "StoryPage")
    record StoryPage(List<StoryEntry> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "readTaskHistory",
            summary = "The history of a task as a story",
            description = "Who (by position and account) did what and when, and what changed, from → to; each step also"
                    + " as a sentence in Vietnamese and English. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page in order; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = StoryPage.class)))
    public RestResponse<Page<StoryEntry>> read(
            @PathParam("id") UUID id,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(story.list(id, cursor, limit), uri);
    }
}
