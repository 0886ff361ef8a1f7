package vn.monitoring.report.webhook;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The deliveries of a webhook over HTTP: the log, a test, and sending again.
@Tag(name = "Webhooks")
@Path("/api/v1/webhooks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DeliveryResource {

    private final Webhooks webhooks;

    DeliveryResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /// What is to be sent again.
    @Schema(name = "WebhookReplayRequest")
    public record ReplayRequest(
            @NotNull @Schema(examples = "2026-11-20T00:00:00Z")
            Instant since) {}

    /// @param count how many deliveries are sent again
    @Schema(name = "WebhookReplay")
    public record Replay(Instant since, int count) {}

    @POST
    @Path("test")
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test message of the type vn.monitoring.webhook.tested.v1",
            description = "Sent within seconds; read its delivery to see what came of it.")
    @APIResponseSchema(value = DeliveryResponse.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED")
    public Response test(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return accepted(id, webhooks.test(id));
    }

    @GET
    @Path("deliveries")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION, Role.INSPECTOR})
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "The deliveries of a webhook with their attempts, newest first")
    public RestResponse<Page<DeliveryResponse>> list(
            @PathParam("id") UUID id,
            @QueryParam("status") DeliveryResponse.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(webhooks.listDeliveries(id, status, cursor, limit), uri);
    }

    @GET
    @Path("deliveries/{deliveryId}")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION, Role.INSPECTOR})
    @Operation(operationId = "getWebhookDelivery", summary = "Read a delivery with its attempts")
    public DeliveryResponse get(@PathParam("id") UUID id, @PathParam("deliveryId") long deliveryId) {
        return webhooks.getDelivery(id, deliveryId);
    }

    @POST
    @Path("deliveries/{deliveryId}/replay")
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send a message again",
            description = "With the same `webhook-id`; tried again for three days.")
    @APIResponseSchema(value = DeliveryResponse.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED")
    public Response replay(
            @PathParam("id") UUID id,
            @PathParam("deliveryId") long deliveryId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return accepted(id, webhooks.replay(id, deliveryId));
    }

    @POST
    @Path("replay")
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.INTEGRATION})
    @Operation(
            operationId = "replayWebhook",
            summary = "Send all messages again that were made since an instant",
            description = "As far back as the log reaches (WEBHOOK_LOG_DAYS), those among them that were taken.")
    @APIResponseSchema(value = Replay.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "WEBHOOK_DISABLED")
    public Response replaySince(
            @PathParam("id") UUID id,
            @NotNull @Valid ReplayRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return Response.accepted(new Replay(request.since(), webhooks.replaySince(id, request.since())))
                .build();
    }

    private static Response accepted(UUID id, DeliveryResponse delivery) {
        return Response.accepted(delivery)
                .location(URI.create("/api/v1/webhooks/%s/deliveries/%s".formatted(id, delivery.id())))
                .build();
    }
}
