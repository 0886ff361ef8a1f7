package vn.monitoring.indicator.central;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.snapshot.Snapshots;
import vn.monitoring.kit.table.TableAnswer;
import vn.monitoring.kit.table.TableFormat;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Re-keying into the central system over HTTP.
@Path("/api/v1/central-updates")
@Tag(name = "central-updates", description = "Figures that are keyed into the central system by hand")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CentralUpdateResource {

    private static final Logger LOG = Logger.getLogger(CentralUpdateResource.class);
    private static final String PERIOD = "2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026";

    private final CentralUpdates updates;
    private final Snapshots snapshots;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    CentralUpdateResource(CentralUpdates updates, Snapshots snapshots, Scope scope, Caller caller, Clock clock) {
        this.updates = updates;
        this.snapshots = snapshots;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param figures how many were marked
    @Schema(name = "CentralUpdateResult")
    record Marked(
            UUID updateId,
            String unitCode,

            @Schema(implementation = String.class, examples = "2026-Q3")
            Period period,

            LocalDate updatedOn,
            int figures) {}

    @GET
    @Path("sheet")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "exportCentralSheet",
            summary = "The sheet from which a period's figures are keyed into the central system",
            description =
                    "A row for each unit and canonical indicator with a verified figure, with the day of its last mark"
                            + " and whether it changed since. CSV or .xlsx, as the exports. Roles: standing-body, province-admin.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE: neither CSV nor .xlsx is accepted")
    public Response sheet(
            @Parameter(description = "This unit and those below it", required = true) @QueryParam("unit") @Nullable
                    String unit,
            @Parameter(description = PERIOD, required = true, schema = @Schema(type = SchemaType.STRING))
                    @QueryParam("period")
                    @Nullable
                    Period period,
            @Parameter(description = "csv or xlsx; goes before Accept") @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        if (unit == null || period == null) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Hãy nêu đơn vị (unit) và kỳ (period) của bảng.",
                            "Name the unit and the period of the sheet.")
                    .violation("query", unit == null ? "unit" : "period", new Text("Còn thiếu.", "Missing."));
        }
        scope.require(unit);
        String paths = scope.paths();
        Locale language = Languages.of(headers);
        return TableAnswer.of(
                TableFormat.chosen(format, headers),
                "central-" + unit + "-" + period,
                CentralSheet.TITLE,
                CentralSheet.COLUMNS,
                headers,
                table ->
                        snapshots.read(snapshot -> CentralSheet.write(snapshot, paths, unit, period, table, language)));
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "markCentralUpdate",
            summary = "Mark figures as updated centrally on a day",
            description =
                    "The verified figures of a unit and those below it for a period: all of them, or those named by"
                            + " canonicalCodes or by measurementIds. Kept with their revision, never changed; all or nothing."
                            + " Roles: standing-body, province-admin.")
    @APIResponse(
            responseCode = "201",
            description = "Marked",
            content = @Content(schema = @Schema(implementation = Marked.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    @APIResponse(responseCode = "422", description = "CENTRAL_FIGURE_MISSING, CENTRAL_DATE_IN_FUTURE")
    public Response mark(@Valid @NotNull CentralUpdateRequest request) {
        check(request);
        scope.require(request.unitCode());
        UUID updateId = UUID.randomUUID();
        int figures = updates.append(
                request, scope.paths(), new CentralUpdates.Mark(updateId, caller.username(), Instant.now(clock)));
        Set<String> missing = updates.missing(request, updateId);
        if (figures == 0 || !missing.isEmpty()) {
            throw missing(request, missing);
        }
        LOG.infof("%d figures of %s, %s marked as updated centrally", figures, request.unitCode(), request.period());
        return Response.status(Response.Status.CREATED)
                .entity(new Marked(updateId, request.unitCode(), request.period(), request.updatedOn(), figures))
                .build();
    }

    @GET
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN, Role.INSPECTOR})
    @Operation(
            operationId = "listCentralUpdates",
            summary = "What was marked as updated centrally, newest first",
            description = "A mark is stale when another revision of its figure was verified since."
                    + " Roles: standing-body, province-admin, inspector.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    public RestResponse<Page<CentralUpdate>> list(
            @Parameter(description = "Only what this unit or one below it is responsible for")
                    @QueryParam("unit")
                    @Nullable
                    String unit,
            @Parameter(description = PERIOD, schema = @Schema(type = SchemaType.STRING)) @QueryParam("period") @Nullable
                    Period period,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        if (unit != null) {
            scope.require(unit);
        }
        return PageAnswer.of(updates.list(scope.paths(), unit, period, Cursor.decode(cursor, 1), limit), uri);
    }

    private void check(CentralUpdateRequest request) {
        if (request.canonicalCodes() != null && request.measurementIds() != null) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Hãy chỉ dùng canonicalCodes hoặc measurementIds, không dùng cả hai.",
                            "Use either canonicalCodes or measurementIds, not both.")
                    .violation("body", "measurementIds", new Text("Thừa.", "One too many."));
        }
        if (request.updatedOn().isAfter(LocalDate.now(clock))) {
            throw new Problem(
                            CentralProblem.CENTRAL_DATE_IN_FUTURE,
                            "Ngày cập nhật không được ở tương lai. Hãy ghi ngày đã nhập số liệu lên hệ thống Trung ương.",
                            "The date may not lie in the future. Give the day on which the figures were keyed.")
                    .violation("body", "updatedOn", new Text("Ở tương lai.", "In the future."));
        }
    }

    private static Problem missing(CentralUpdateRequest request, Set<String> missing) {
        Problem problem = new Problem(
                CentralProblem.CENTRAL_FIGURE_MISSING,
                "Chưa đánh dấu gì: có chỉ tiêu chưa có số liệu đã xác nhận của kỳ %s. Hãy xem bảng cập nhật, bỏ các mục đó hoặc xác nhận số liệu trước."
                        .formatted(request.period()),
                "Nothing was marked: something has no verified figure for %s. See the sheet; leave it out, or verify its figure first."
                        .formatted(request.period()));
        String field = request.measurementIds() == null ? "canonicalCodes" : "measurementIds";
        missing.forEach(name -> problem.violation("body", field, Text.same(name)));
        return problem;
    }
}
