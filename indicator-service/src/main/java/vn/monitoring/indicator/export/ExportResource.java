package vn.monitoring.indicator.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.snapshot.Snapshots;
import vn.monitoring.kit.table.TableAnswer;
import vn.monitoring.kit.table.TableFormat;
import vn.monitoring.kit.web.Languages;

/// Lists as files over HTTP.
@Path("/api/v1/exports")
@Tag(name = "exports", description = "Lists as CSV and .xlsx files, streamed, of any length")
@Produces(MediaType.WILDCARD)
@RunOnVirtualThread
public class ExportResource {

    private static final String DESCRIPTION = """
            A file of all rows in the caller's units, headings by Accept-Language (vi, en). CSV is UTF-8 with a byte order mark, \
            numbers with a decimal point, ISO dates; .xlsx has typed cells. Texts that a spreadsheet program would run as a \
            formula begin with an apostrophe. Roles: every role.""";
    private static final String FORMAT = "csv or xlsx; goes before Accept";
    private static final String UNIT = "Only what this unit or one below it is responsible for";

    private final Snapshots snapshots;
    private final Scope scope;
    private final Clock clock;

    ExportResource(Snapshots snapshots, Scope scope, Clock clock) {
        this.snapshots = snapshots;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Path("units")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "exportUnits", summary = "Units as a file", description = DESCRIPTION)
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
    public Response units(
            @Parameter(description = "Only this unit and those below it") @QueryParam("unit") @Nullable String unit,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return answer(ExportedList.UNITS, filter(unit, null, null, null), format, headers);
    }

    @GET
    @Path("indicators")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "exportIndicators",
            summary = "Indicators with their targets as a file, a row for each target",
            description = DESCRIPTION)
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
    public Response indicators(
            @Parameter(description = UNIT) @QueryParam("unit") @Nullable String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(description = "The day whose targets are shown, today when absent") @QueryParam("asOf") @Nullable
                    LocalDate asOf,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return answer(ExportedList.INDICATORS, filter(unit, planId, null, asOf), format, headers);
    }

    @GET
    @Path("measurements")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "exportMeasurements",
            summary = "Figures as a file, as their last revision stands",
            description = DESCRIPTION)
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
    public Response measurements(
            @Parameter(description = UNIT) @QueryParam("unit") @Nullable String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(
                            description = "2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026",
                            schema = @Schema(type = SchemaType.STRING))
                    @QueryParam("period")
                    @Nullable
                    Period period,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return answer(ExportedList.MEASUREMENTS, filter(unit, planId, period, null), format, headers);
    }

    @GET
    @Path("grades")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "exportGrades",
            summary = "The grade of each indicator as at a date, as a file",
            description = DESCRIPTION)
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
    public Response grades(
            @Parameter(description = UNIT) @QueryParam("unit") @Nullable String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return answer(ExportedList.GRADES, filter(unit, planId, null, asOf), format, headers);
    }

    private ExportFilter filter(
            @Nullable String unit, @Nullable UUID planId, @Nullable Period period, @Nullable LocalDate asOf) {
        if (unit != null) {
            scope.require(unit);
        }
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return new ExportFilter(scope.paths(), unit, planId, period, day);
    }

    private Response answer(ExportedList list, ExportFilter filter, @Nullable String formatName, HttpHeaders headers) {
        TableFormat format = TableFormat.chosen(formatName, headers);
        List<ExportColumn> columns = list.columns();
        String sql = list.sql(Languages.of(headers));
        String fileName = list.fileName() + "-" + filter.asOf();
        return TableAnswer.of(
                format,
                fileName,
                list.title(),
                list.tableColumns(),
                headers,
                table -> snapshots.read(snapshot -> snapshot.forEach(
                        sql,
                        row -> {
                            @Nullable Object[] cells = new @Nullable Object[columns.size()];
                            for (int i = 0; i < cells.length; i++) {
                                cells[i] = columns.get(i).cell(row, i + 1);
                            }
                            table.row(cells);
                        },
                        filter.parameters())));
    }
}
