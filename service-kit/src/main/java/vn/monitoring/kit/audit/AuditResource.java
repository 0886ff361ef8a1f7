package vn.monitoring.kit.audit;

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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The audit trail of this service over HTTP: `/api/v1/audit/indicators`, `/tasks` or `/reports`, so that the gateway
/// tells
/// the services apart ([AuditPaths] writes the one path into the service's OpenAPI document).
@Path("/api/v1/audit/{service}")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditResource {

    private final AuditEntries entries;
    private final String part;

    AuditResource(AuditEntries entries, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.entries = entries;
        this.part = partOf(application);
    }

    /// `indicators` of `indicator-service`.
    static String partOf(String application) {
        return application.replaceFirst("-service$", "") + "s";
    }

    @Schema(name = "AuditPage")
    record AuditPage(List<AuditEntry> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.INSPECTOR, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who changed what and when, before and after, the newest first",
            description =
                    "One item for each row that a statement changed, within the caller's units; rows that belong to no unit are "
                            + "shown too. Roles: inspector, province-admin.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<AuditEntry>> list(
            @PathParam("service") String service,
            @Parameter(description = "Changes of this table", example = "measurement") @QueryParam("table") @Nullable
                    String table,
            @Parameter(description = "Changes of the row with this key; quick together with the table")
                    @QueryParam("key")
                    @Nullable
                    String key,
            @Parameter(description = "Changes of what belongs to this unit or to one below it", example = "10675")
                    @QueryParam("unit")
                    @Nullable
                    String unit,
            @Parameter(description = "From this day on", example = "2026-11-01") @QueryParam("from") @Nullable
                    LocalDate from,
            @Parameter(description = "Up to the end of this day", example = "2026-11-30") @QueryParam("to") @Nullable
                    LocalDate to,
            @Parameter(description = "Changes by this account", example = "reporter-10675") @QueryParam("by") @Nullable
                    String by,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        if (!service.equals(part)) {
            throw Problem.notFound();
        }
        return PageAnswer.of(entries.list(new AuditEntries.Filter(table, key, unit, from, to, by), cursor, limit), uri);
    }
}
