package vn.monitoring.indicator.unit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Units over HTTP.
@Path("/api/v1")
@Tag(name = "Units", description = "The tree of provinces, communes and their agencies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnitResource {

    private final UnitBatch batch;
    private final UnitRepository units;
    private final UnitChanges history;
    private final Scope scope;

    UnitResource(UnitBatch batch, UnitRepository units, UnitChanges history, Scope scope) {
        this.batch = batch;
        this.units = units;
        this.history = history;
        this.scope = scope;
    }

    @POST
    @Path("units:batch")
    @Consumes("text/csv")
    @Idempotent
    @RolesAllowed(Role.PROVINCE_ADMIN)
    @Operation(
            operationId = "importUnits",
            summary = "Take in units from CSV, one result per row",
            description =
                    "Columns: code, parent_code, type, name, and optionally agency_type, block, aliases (separated by |), "
                            + "agency_identifier, valid_from, valid_to. Parents may stand anywhere in the file. Rows of the caller's own "
                            + "subtree, its root included. At most 100,000 rows. Unchanged rows write nothing; what a decision has set "
                            + "(name, type, end) no list changes.")
    @APIResponseSchema(value = UnitBatchResponse.class, responseCode = "207")
    @APIResponse(responseCode = "400", description = "UNITS_UNREADABLE")
    @APIResponse(responseCode = "409", description = "REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "413", description = "BATCH_TOO_LARGE, TOO_LARGE")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
    @APIResponse(responseCode = "422", description = "UNITS_HEADER_MISSING, UNITS_EMPTY, IDEMPOTENCY_KEY_REUSED")
    public Response importUnits(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples =
                                                    @ExampleObject(
                                                            name = "two units",
                                                            value =
                                                                    "code,parent_code,type,name,agency_type\n"
                                                                            + "10675,31,COMMUNE_PHUONG,Phường Kinh Môn,\n"
                                                                            + "10675.VHXH,10675,AGENCY,Phòng Văn hóa - Xã hội,VHXH\n")))
                    File csv,
            @Parameter(description = "Judge all rows and write nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(description = "Write all rows or none") @QueryParam("atomic") @DefaultValue("false")
                    boolean atomic,
            @Parameter(description = "Answer only with the rows that failed")
                    @Schema(enumeration = {"all", "failed"})
                    @QueryParam("results")
                    @DefaultValue("all")
                    String results,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        UnitBatchResponse answer = batch.run(csv.toPath(), dryRun, atomic);
        return Response.status(207)
                .entity(results.equals("failed") ? answer.onlyFailed() : answer)
                .build();
    }

    @GET
    @Path("units")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listUnits", summary = "List the units of the caller's subtrees, by code")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: a filter, the limit or the cursor")
    public RestResponse<Page<UnitResponse>> list(
            @QueryParam("type") @Nullable UnitType type,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("agencyType") @Nullable String agencyType,
            @Parameter(description = "Part of the code, name or an alias, with or without marks")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(description = "Units that exist on this day") @QueryParam("existingOn") @Nullable
                    LocalDate existingOn,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        Cursor after = Cursor.decode(cursor, 1);
        List<Unit> rows = units.list(
                scope.paths(),
                new UnitFilter(type, parent, agencyType, text, usable(existingOn, "existingOn")),
                after == null ? null : after.keys().getFirst(),
                limit + 1);
        return PageAnswer.of(
                Page.of(rows, limit, unit -> Cursor.at(unit.code())).map(UnitResponse::from), uri);
    }

    @GET
    @Path("units/{code}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getUnit", summary = "One unit of the caller's subtrees, today or as of a day")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the day")
    @APIResponseSchema(value = UnitResponse.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Not changed since the version of If-None-Match")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response get(
            @PathParam("code") String code,
            @Parameter(description = "As it was, or is decided to be, on this day; today when left out")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        scope.require(code);
        Unit unit = units.find(code).orElseThrow(Problem::notFound);
        Response.ResponseBuilder answer = ETags.matches(ifNoneMatch, unit.version())
                ? Response.notModified()
                : Response.ok(shown(unit, usable(asOf, "asOf")));
        return answer.header(HttpHeaders.ETAG, ETags.of(unit.version())).build();
    }

    private UnitResponse shown(Unit unit, @Nullable LocalDate asOf) {
        if (asOf == null) {
            return UnitResponse.from(unit);
        }
        List<UnitChange> changes = history.of(List.of(unit.code())).getOrDefault(unit.code(), List.of());
        return UnitResponse.asOf(new UnitTimeline(unit, changes).asOf(asOf), asOf);
    }

    private static @Nullable LocalDate usable(@Nullable LocalDate day, String parameter) {
        if (day != null && !UnitRules.usable(day)) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Ngày phải từ 1945-09-02 đến 2100-12-31.",
                            "The day must lie between 1945-09-02 and 2100-12-31.")
                    .violation("query", parameter, new Text("Ngoài khoảng.", "Out of range."));
        }
        return day;
    }
}
