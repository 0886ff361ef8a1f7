package vn.monitoring.report.ranking;

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
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.table.TableAnswer;
import vn.monitoring.kit.table.TableFormat;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Rankings over HTTP.
@Tag(name = "Rankings")
@Path("/api/v1/rankings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RankingResource {

    private final Rankings rankings;

    RankingResource(Rankings rankings) {
        this.rankings = rankings;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "runRanking",
            summary = "Rank the communes of a unit in a period",
            description =
                    "Counts the facts as at a day and freezes the counts with the policy that holds; a draft until it is"
                            + " published. A correction names the published run and the difference. Roles: standing-body, leader,"
                            + " province-admin.")
    @APIResponseSchema(value = RankingResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "409", description = "NO_COMMUNES")
    @APIResponse(responseCode = "422", description = "AS_OF_OUT_OF_PERIOD, RANKING_CORRECTION")
    public Response run(
            @NotNull @Valid RankingRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        RankingResponse ranking = rankings.run(request);
        return Response.created(
                        URI.create("/api/v1/rankings/" + ranking.summary().id()))
                .header("ETag", ETags.of(ranking.summary().version()))
                .entity(ranking)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listRankings",
            summary = "List rankings, the last made first",
            description = "Drafts of the caller's units; published ones of the units above too. Roles: every role.")
    public RestResponse<Page<RankingResponse.Summary>> list(
            @QueryParam("unit") @Nullable String unit,
            @Parameter(schema = @Schema(type = SchemaType.STRING, examples = "2026-Q3")) @QueryParam("period") @Nullable
                    Period period,
            @QueryParam("status") @Nullable RankingStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(rankings.list(unit, period, status, cursor, limit), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getRanking",
            summary = "Read a ranking with its rows, by type of the commune and rank",
            description = "Roles: every role.")
    public RestResponse<RankingResponse> get(@PathParam("id") UUID id) {
        RankingResponse ranking = rankings.get(id);
        return RestResponse.ResponseBuilder.ok(ranking)
                .header("ETag", ETags.of(ranking.summary().version()))
                .build();
    }

    @GET
    @Path("{id}/units/{code}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "openRankingUnit",
            summary = "Open a commune's score to its numerators, denominators and facts",
            description = "Roles: every role.")
    public RankingResponse.Opened open(@PathParam("id") UUID id, @PathParam("code") String code) {
        return rankings.open(id, code);
    }

    @GET
    @Path("{id}/verification")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "verifyRanking",
            summary = "Compute a ranking again from its frozen counts",
            description = "Tells whether the result is the same byte for byte. Roles: every role.")
    public RankingResponse.Verification verify(@PathParam("id") UUID id) {
        return rankings.verify(id);
    }

    @GET
    @Path("{id}/table")
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "exportRanking",
            summary = "Export a ranking as CSV or .xlsx",
            description = "By Accept or `format`. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE")
    public Response table(
            @PathParam("id") UUID id, @QueryParam("format") @Nullable String format, @Context HttpHeaders headers) {
        TableFormat chosen = TableFormat.chosen(format, headers);
        Rankings.Scored scored = rankings.scored(id);
        Locale language = Languages.of(headers);
        return TableAnswer.of(
                chosen,
                "xep-hang-" + scored.run().unitCode() + "-"
                        + scored.run().period().key(),
                new Text("Xếp hạng", "Ranking"),
                RankingTable.columns(),
                headers,
                table -> RankingTable.write(scored.scores(), scored.run().policy(), language, table));
    }

    @POST
    @Idempotent
    @Path("{id}/publication")
    @RolesAllowed(Role.LEADER)
    @Operation(
            operationId = "publishRanking",
            summary = "Publish a ranking",
            description =
                    "DRAFT → PUBLISHED; the run that it corrects becomes CORRECTED. Role: leader of the unit or above.")
    @APIResponseSchema(value = RankingResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "RANKING_STATUS, RANKING_PUBLISHED (with rankingId)")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        RankingResponse ranking = rankings.publish(id, ifMatch);
        return Response.ok(ranking)
                .header("ETag", ETags.of(ranking.summary().version()))
                .build();
    }
}
