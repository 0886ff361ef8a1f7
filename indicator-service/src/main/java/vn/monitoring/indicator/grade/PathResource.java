package vn.monitoring.indicator.grade;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.indicator.plan.IndicatorRepository;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.ETags;

/// The path of one indicator over HTTP: as a series to be drawn, and with points entered by hand.
@Path("/api/v1/indicators/{id}/path")
@Tag(name = "grades", description = "What figures are worth against the targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PathResource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Schema(name = "PathPointRequest")
    record Point(
            @NotNull LocalDate date,
            @NotNull @PositiveOrZero BigDecimal value) {}

    /// @param points between milestones, in any order; none takes the points of before back
    /// @param source the decision or document that states them
    @Schema(
            name = "PathRequest",
            examples =
                    "{\"points\":[{\"date\":\"2026-03-31\",\"value\":72},{\"date\":\"2026-06-30\",\"value\":75}],\"source\":\"QĐ 45/QĐ-UBND\"}")
    record Request(
            @NotNull @Size(max = 200) List<@Valid @NotNull Point> points,
            @NotBlank @Size(max = 500) String source) {}

    private final SeriesReader series;
    private final StatedPaths paths;
    private final FactsReader facts;
    private final IndicatorRepository indicators;
    private final Regrading regrading;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    PathResource(
            SeriesReader series,
            StatedPaths paths,
            FactsReader facts,
            IndicatorRepository indicators,
            Regrading regrading,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.series = series;
        this.paths = paths;
        this.facts = facts;
        this.indicators = indicators;
        this.regrading = regrading;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getPath",
            summary = "An indicator over time: milestones, expected line, figures, projection, history of targets",
            description = "The ETag counts the statements of points by hand; \"0\" while there was none.")
    @APIResponseSchema(value = IndicatorSeries.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent, out of sight, or of a plan not in force")
    public Response get(@PathParam("id") UUID id) {
        requireVisible(id);
        return answer(id);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "statePath",
            summary = "State levels between milestones by hand, such as one a quarter; grades the indicator anew",
            description =
                    "On a stated day its level is expected; between two of them the path runs as the policy says.")
    @APIResponseSchema(value = IndicatorSeries.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent, out of sight, or of a plan not in force")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
    @APIResponse(responseCode = "422", description = "PATH_INVALID")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Request request) {
        requireVisible(id);
        long version = version(id);
        ETags.requireMatch(ifMatch, version);
        List<PathPoint> points = valid(id, request.points());
        paths.replace(
                id,
                new StatedPaths.StatedPath(
                        points, request.source(), caller.username(), Instant.now(clock), version + 1));
        regrading.regrade(Set.of(id), LocalDate.EPOCH);
        return answer(id);
    }

    private long version(UUID id) {
        return paths.find(id).map(StatedPaths.StatedPath::version).orElse(0L);
    }

    private Response answer(UUID id) {
        return Response.ok(series.read(id))
                .header(HttpHeaders.ETAG, ETags.of(version(id)))
                .build();
    }

    private void requireVisible(UUID id) {
        scope.require(
                indicators.findByIdOptional(id).orElseThrow(Problem::notFound).responsibleUnitCode());
    }

    /// By date: one level a day, none on or after the last milestone or on the day of another, no share above 100.
    private List<PathPoint> valid(UUID id, List<Point> points) {
        IndicatorFacts indicator = facts.read(List.of(id)).stream().findFirst().orElseThrow(Problem::notFound);
        LocalDate today = LocalDate.now(clock);
        Set<LocalDate> milestones = indicator.targets().stream()
                .filter(dated -> dated.isValidOn(today))
                .map(dated -> dated.target().due())
                .collect(Collectors.toSet());
        LocalDate last = milestones.stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
        boolean share = indicator.measureUnit() != null
                && indicator.measureUnit().strip().startsWith("%");
        Problem problem = new Problem(
                GradeProblem.PATH_INVALID,
                "Lộ trình chưa được ghi. Hãy sửa các điểm nêu trong danh sách vi phạm rồi gửi lại.",
                "The path was not written. Correct the points named in the violations and send again.");
        TreeMap<LocalDate, PathPoint> byDate = new TreeMap<>();
        for (int at = 0; at < points.size(); at++) {
            Point point = points.get(at);
            String field = "points[" + at + "].";
            if (byDate.put(point.date(), new PathPoint(point.date(), point.value())) != null) {
                problem.violation(
                        "body", field + "date", new Text("Ngày này có hai giá trị.", "Two levels for one day."));
            }
            if (!point.date().isBefore(last) || milestones.contains(point.date())) {
                problem.violation(
                        "body",
                        field + "date",
                        new Text(
                                "Phải nằm giữa các mốc của kế hoạch, không trùng và không sau mốc cuối.",
                                "Must lie between the plan's milestones, neither on one nor after the last."));
            }
            if (share && point.value().compareTo(HUNDRED) > 0) {
                problem.violation(
                        "body",
                        field + "value",
                        new Text("Tỷ lệ không vượt quá 100%.", "A share is not above 100 percent."));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        return List.copyOf(byDate.values());
    }
}
