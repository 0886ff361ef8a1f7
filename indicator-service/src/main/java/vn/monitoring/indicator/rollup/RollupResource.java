package vn.monitoring.indicator.rollup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Figures added up, over HTTP.
@Path("/api/v1/rollups")
@Tag(name = "Rollups", description = "Verified figures added up over units: ratios of sums with their coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RollupResource {

    private final Rollups rollups;
    private final Catalogue catalogue;
    private final Scope scope;
    private final Caller caller;

    RollupResource(Rollups rollups, Catalogue catalogue, Scope scope, Caller caller) {
        this.rollups = rollups;
        this.catalogue = catalogue;
        this.scope = scope;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getRollup",
            summary = "The catalogue's indicators of a period by province, or by commune of a unit",
            description =
                    "Sums of numerators by sums of denominators over verified figures, counts added, each fact once per unit. Fresh: a "
                            + "figure is in it from the commit of its verification on. `provisional` says that fewer than 80 percent of "
                            + "the expected units are in it.")
    @APIResponse(responseCode = "200", description = "One row a unit, and the rows added up")
    @APIResponse(responseCode = "400", description = "ROLLUP_PERIOD_UNKNOWN, ROLLUP_UNIT_MISSING, INVALID_REQUEST")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is absent or outside of the caller's units")
    public Rollup rollup(
            @Parameter(description = "2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026")
                    @QueryParam("period")
                    @NotNull
                    @NotBlank
                    String period,
            @Parameter(description = "One row for each province, or for each commune below `unit`")
                    @QueryParam("by")
                    @DefaultValue("province")
                    @Pattern(regexp = "province|commune")
                    String by,
            @Parameter(description = "With by=commune: the province, or the commune itself")
                    @QueryParam("unit")
                    @Nullable
                    String unit,
            @Parameter(description = "Only these entries of the catalogue") @QueryParam("canonical")
                    List<String> canonical,
            @Parameter(description = "Only entries whose code begins so: HT, CQ, XH …") @QueryParam("group") @Nullable
                    String group) {
        Period asked = period(period);
        Predicate<String> wanted = code ->
                (canonical.isEmpty() || canonical.contains(code)) && (group == null || code.startsWith(group + "."));
        if (by.equals("province")) {
            return rollups.byProvince(asked, wanted, caller.unitCodes());
        }
        if (unit == null) {
            throw new Problem(
                            RollupProblem.ROLLUP_UNIT_MISSING,
                            "Hãy ghi đơn vị (unit): mã tỉnh để xem các xã, hoặc mã xã.",
                            "Give the unit: a province's code to see its communes, or a commune's.")
                    .violation("query", "unit", new Text("Còn thiếu.", "Missing."));
        }
        scope.require(unit);
        return rollups.byCommune(unit, asked, wanted, caller.unitCodes());
    }

    @GET
    @Path("{canonicalCode}/trend")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getRollupTrend",
            summary = "An indicator of a province or a commune from period to period, oldest first")
    @APIResponse(responseCode = "200", description = "All periods with verified figures")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units, or no such code")
    public Trend trend(
            @PathParam("canonicalCode") String canonicalCode,
            @QueryParam("unit") @NotNull @NotBlank String unit,
            @Parameter(description = "Only periods of this length") @QueryParam("frequency")
                    Period.@Nullable Frequency frequency) {
        scope.require(unit);
        Rollup.Entry entry = entry(canonicalCode);
        List<Trend.Point> points = rollups.trend(unit, entry).stream()
                .filter(point -> frequency == null || point.period().frequency() == frequency)
                .toList();
        return new Trend(unit, entry, points);
    }

    @GET
    @Path("{canonicalCode}/figures")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listRollupFigures",
            summary = "The facts behind a sum: each unit's counts, its measurement, source and who verified it")
    @APIResponse(responseCode = "400", description = "ROLLUP_PERIOD_UNKNOWN, INVALID_REQUEST")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units, or no such code")
    public RestResponse<Page<Rollups.UnitFigure>> figures(
            @PathParam("canonicalCode") String canonicalCode,
            @QueryParam("unit") @NotNull @NotBlank String unit,
            @QueryParam("period") @NotNull @NotBlank String period,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        scope.require(unit);
        return PageAnswer.of(
                rollups.listFigures(
                        unit,
                        period(period),
                        entry(canonicalCode).canonicalCode(),
                        caller.unitCodes(),
                        Cursor.decode(cursor, 1),
                        limit),
                uri);
    }

    private Rollup.Entry entry(String canonicalCode) {
        Rollup.Entry entry = catalogue.entries().get(canonicalCode);
        if (entry == null) {
            throw Problem.notFound();
        }
        return entry;
    }

    private static Period period(String key) {
        return Period.find(key)
                .orElseThrow(() -> new Problem(
                                RollupProblem.ROLLUP_PERIOD_UNKNOWN,
                                "Không có kỳ \"%s\". Hãy dùng kỳ dạng 2026-09, 2026-Q3, 2026-H1, 2026-9M hoặc 2026."
                                        .formatted(key),
                                "There is no period \"%s\". Use one like 2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026."
                                        .formatted(key))
                        .violation("query", "period", new Text("Không có kỳ này.", "No such period.")));
    }
}
