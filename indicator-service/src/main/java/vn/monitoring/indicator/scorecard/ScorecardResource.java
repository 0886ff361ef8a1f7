package vn.monitoring.indicator.scorecard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitType;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemBody;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

@Path("/api/v1/scorecards")
@Tag(name = "scorecards", description = "How a unit stands")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScorecardResource {

    private static final int MOST_STEPS = 60;
    private static final int YEAR = 12;

    /// At the end of which spans a trend is told.
    enum Step {
        MONTH(1),
        QUARTER(3);

        private final int months;

        Step(int months) {
            this.months = months;
        }

        /// As clients write it: `month`, `quarter`.
        public static Step fromString(String text) {
            for (Step step : values()) {
                if (step.name().equalsIgnoreCase(text)) {
                    return step;
                }
            }
            throw new IllegalArgumentException(text);
        }
    }

    private final Scorecards scorecards;
    private final Comparisons comparisons;
    private final Matrices matrices;
    private final Scope scope;
    private final Clock clock;

    ScorecardResource(Scorecards scorecards, Comparisons comparisons, Matrices matrices, Scope scope, Clock clock) {
        this.scorecards = scorecards;
        this.comparisons = comparisons;
        this.matrices = matrices;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Path("{unitCode}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getScorecard",
            summary = "Grades of a unit and all below it, counted by status, in all and by group")
    @APIResponse(responseCode = "200", description = "the counts")
    @APIResponse(responseCode = "400", description = "a date of the wrong shape")
    @APIResponse(
            responseCode = "401",
            description = "no valid token",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "403", description = "role")
    @APIResponse(responseCode = "404", description = "no such unit in the caller's units")
    public Scorecard get(
            @PathParam("unitCode") String unitCode,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf) {
        scope.require(unitCode);
        return scorecards.of(unitCode, day(asOf), scope.paths());
    }

    @GET
    @Path("{unitCode}/children")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listScorecardsOfChildren",
            summary = "The grades of each unit directly below, with all below it, counted by status")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: a date, the limit or the cursor")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    public RestResponse<Page<Scorecard.Child>> children(
            @PathParam("unitCode") String unitCode,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        scope.require(unitCode);
        Cursor after = Cursor.decode(cursor, 1);
        return PageAnswer.of(
                Page.of(
                        scorecards.children(
                                unitCode,
                                day(asOf),
                                scope.paths(),
                                after == null ? null : after.keys().getFirst(),
                                limit + 1),
                        limit,
                        child -> Cursor.at(child.unitCode())),
                uri);
    }

    @GET
    @Path("{unitCode}/trend")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getScorecardTrend",
            summary = "How the grades of a unit and all below it were spread at the end of each month or quarter",
            description = "The last point is `to` itself. Of the plans that are in force now; at most 60 steps.")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: dates, the step, or more than 60 steps")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    public Scorecard.Trend trend(
            @PathParam("unitCode") String unitCode,
            @Parameter(description = "a year before `to` when absent") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "today when absent") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"month", "quarter"},
                                            defaultValue = "month"))
                    @QueryParam("step")
                    @DefaultValue("month")
                    Step step) {
        scope.require(unitCode);
        LocalDate last = day(to);
        LocalDate first = from == null ? last.minusMonths(YEAR) : from;
        return scorecards.trend(unitCode, ends(first, last, step), scope.paths());
    }

    private static List<LocalDate> ends(LocalDate first, LocalDate last, Step step) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last));
        if (first.isAfter(last) || months / step.months >= MOST_STEPS) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Khoảng thời gian phải từ trước đến sau và không quá %d bước.".formatted(MOST_STEPS),
                            "The span must run forward and have at most %d steps.".formatted(MOST_STEPS))
                    .violation(
                            "query", "from", new Text("Hãy rút ngắn hoặc đổi bước.", "Shorten it or change the step."));
        }
        List<LocalDate> ends = new ArrayList<>();
        for (YearMonth month = YearMonth.from(first);
                month.isBefore(YearMonth.from(last));
                month = month.plusMonths(1)) {
            if (month.getMonthValue() % step.months == 0) {
                ends.add(month.atEndOfMonth());
            }
        }
        ends.add(last);
        return ends;
    }

    @GET
    @Path("{unitCode}/comparison")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "compareUnits",
            summary = "Units of one type below a unit, ranked by one indicator of the catalogue",
            description = "One province's units at most, so in one piece. Greys stand apart; ties share a rank.")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the type, the code or the date")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    public Comparison compare(
            @PathParam("unitCode") String unitCode,
            @QueryParam("type") @NotNull UnitType type,
            @Parameter(description = "code of the catalogue") @QueryParam("canonical") @NotBlank String canonical,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf) {
        scope.require(unitCode);
        return comparisons.of(unitCode, type, canonical, day(asOf), scope.paths());
    }

    @GET
    @Path("{unitCode}/matrix")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getScorecardMatrix",
            summary = "The units directly below a unit against the indicators of the catalogue, a status in each cell",
            description = "A cell is the worst latest grade of a unit's indicators of one code, all below it included; "
                    + "where a unit has none there is no cell. Rows come in pages, the columns with the rows.")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the date, the limit or the cursor")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    public Matrix matrix(
            @PathParam("unitCode") String unitCode,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf,
            @Parameter(description = "group of the catalogue: what stands before the dot of its codes")
                    @QueryParam("group")
                    @Nullable
                    String group,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        scope.require(unitCode);
        Cursor after = Cursor.decode(cursor, 1);
        return matrices.of(
                unitCode,
                day(asOf),
                group,
                scope.paths(),
                after == null ? null : after.keys().getFirst(),
                limit);
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
