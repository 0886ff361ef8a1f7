package vn.monitoring.report.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Webhooks over HTTP.
///
/// The two operations that show a secret keep no answer for their repetition: the secret would stand readable
/// in the database for a day. A repeated creation finds the webhook (409 with its id), a repeated rotation
/// fails by its ETag.
@Tag(name = "Webhooks")
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WebhookResource {

    private final Webhooks webhooks;

    WebhookResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Not kept by this operation, whose answer holds a secret",
            schema = @Schema(type = SchemaType.STRING))
    @Operation(
            operationId = "createWebhook",
            summary = "Have another system told what happens in a unit and below it",
            description = """
                    Each entry of the event feed is sent as `POST` to the URL, signed by Standard Webhooks: headers `webhook-id` (the
                    same at each attempt and replay: at least once), `webhook-timestamp`, `webhook-signature`. Tried again for three
                    days, best effort in order; an answer other than 2xx is a failure, 410 disables. The secret is shown in this answer
                    only. Without `Idempotency-Key` support: a repeated request answers 409 with the webhook's id. Roles:
                    province-admin, integration.""")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "409", description = "WEBHOOK_EXISTS (with webhookId)")
    @APIResponse(responseCode = "422", description = "WEBHOOK_URL_REFUSED (with reason), WEBHOOK_UNIT_AMBIGUOUS")
    public Response create(@NotNull @Valid WebhookRequest request) {
        Webhooks.WithSecret made = webhooks.create(request);
        return Response.created(URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .header(HttpHeaders.ETAG, ETags.of(made.webhook().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(WebhookResponse.from(made.webhook(), made.secret()))
                .build();
    }

    @GET
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION, Role.INSPECTOR})
    @Operation(operationId = "listWebhooks", summary = "List the webhooks of the caller's units")
    public RestResponse<Page<WebhookResponse>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(webhooks.list(cursor, limit).map(WebhookResponse::from), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION, Role.INSPECTOR})
    @Operation(operationId = "getWebhook", summary = "Read a webhook")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        return answer(webhooks.get(id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Operation(
            operationId = "changeWebhook",
            summary = "Change, stop or start a webhook",
            description = "All but its unit. What came while it was stopped waits and can be replayed.")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "WEBHOOK_EXISTS (with webhookId)")
    @APIResponse(responseCode = "422", description = "WEBHOOK_URL_REFUSED (with reason)")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid WebhookRequest request) {
        return answer(webhooks.change(id, ifMatch, request));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook with its deliveries")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        webhooks.remove(id, ifMatch);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/secret")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Not kept by this operation, whose answer holds a secret",
            schema = @Schema(type = SchemaType.STRING))
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret",
            description = "Shown in this answer only. The one before signs as well until `earlierSecretUntil`.")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200")
    public Response rotate(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Webhooks.WithSecret made = webhooks.rotate(id, ifMatch);
        return Response.ok(WebhookResponse.from(made.webhook(), made.secret()))
                .header(HttpHeaders.ETAG, ETags.of(made.webhook().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response answer(Webhook webhook) {
        return Response.ok(WebhookResponse.from(webhook))
                .header(HttpHeaders.ETAG, ETags.of(webhook.version()))
                .build();
    }
}
