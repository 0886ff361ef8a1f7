package vn.monitoring.indicator.sdmx;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.snapshot.Snapshots;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.kit.web.StreamedBody;

/// The part of the SDMX REST API 2 that is offered, in SDMX-JSON 2.1.
@Path("/api/v1/sdmx/v2")
@Tag(
        name = "sdmx",
        description = "Verified figures for statistical systems: a part of the SDMX REST API 2, SDMX-JSON 2.1")
@Produces(MediaType.WILDCARD)
@RunOnVirtualThread
public class SdmxResource {

    private static final String DATA_TYPE = Sdmx.DATA_TYPE + ";version=2.1";
    private static final String STRUCTURE_TYPE = Sdmx.STRUCTURE_TYPE + ";version=2.1";
    private static final String DATA_DESCRIPTION = """
            The dataflow INDICATOR_FIGURES of agency VN57: one observation for each unit, canonical indicator and period, verified. \
            Dimensions FREQ, REF_AREA (unit code), INDICATOR (catalogue code), TIME_PERIOD; in ids a dot of a code becomes a hyphen. \
            The key is FREQ.REF_AREA.INDICATOR with * for any, several keys parted by commas. The figures are those that units in \
            the caller's scope are responsible for. Not offered (501): other operators than eq on codes, other time operators than \
            eq, ge, gt, le, lt, updatedAfter, includeHistory, asOf, first- and lastNObservations, offset, limit. Roles: every role.""";

    private final Snapshots snapshots;
    private final Scope scope;
    private final Clock clock;

    SdmxResource(Snapshots snapshots, Scope scope, Clock clock) {
        this.snapshots = snapshots;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Path("structure/{artefactType}/{agencyID}/{resourceID}/{version}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getSdmxStructure",
            summary = "Data structure, dataflow, concepts and codes of the figures",
            description =
                    "Artefact types: dataflow, datastructure, conceptscheme, codelist, agencyscheme, or *. The list of"
                            + " units holds those of the caller's scope. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A structure message",
            content = @Content(mediaType = STRUCTURE_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "204", description = "No such artefact")
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE: SDMX-JSON 2.1 is not accepted")
    public Response structure(
            @PathParam("artefactType") String artefactType,
            @Parameter(description = "VN57, SDMX (for the agencies) or *") @PathParam("agencyID") String agencyId,
            @PathParam("resourceID") String resourceId,
            @Parameter(description = "1.0.0, +, ~ or *") @PathParam("version") String version,
            @Parameter(description = "What else to give: none, children, descendants, parents or all")
                    @QueryParam("references")
                    @DefaultValue("none")
                    String references,
            @Context HttpHeaders headers) {
        String type = Sdmx.negotiate(Sdmx.STRUCTURE_TYPE, headers);
        Set<Artefact> artefacts =
                withReferences(Artefact.named(artefactType, agencyId, resourceId, version), references);
        if (artefacts.isEmpty()) {
            return Response.noContent().build();
        }
        StructureMessage message = new StructureMessage(artefacts, scope.paths());
        Instant now = Instant.now(clock);
        Locale language = Languages.of(headers);
        return answer(type, language, out -> snapshots.read(snapshot -> message.write(snapshot, out, now, language)));
    }

    @GET
    @Path("data/{context}/{agencyID}/{resourceID}/{version}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getSdmxData",
            summary = "Verified figures as a data message",
            description = DATA_DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = @Content(mediaType = DATA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "204", description = "No figures")
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE: SDMX-JSON 2.1 is not accepted")
    @APIResponse(responseCode = "501", description = "SDMX_NOT_IMPLEMENTED")
    public Response data(
            @Parameter(description = "dataflow, datastructure or *") @PathParam("context") String context,
            @PathParam("agencyID") String agencyId,
            @Parameter(description = "INDICATOR_FIGURES or *") @PathParam("resourceID") String resourceId,
            @PathParam("version") String version,
            @QueryParam("c[FREQ]") @Nullable String frequency,
            @QueryParam("c[REF_AREA]") @Nullable String area,
            @QueryParam("c[INDICATOR]") @Nullable String indicator,
            @Parameter(description = "ge:2026-M01+le:2026-M12, or 2026-Q3,2026-Q4")
                    @QueryParam("c[TIME_PERIOD]")
                    @Nullable
                    String time,
            @Parameter(description = "TIME_PERIOD (series) or AllDimensions (flat)")
                    @QueryParam("dimensionAtObservation")
                    @DefaultValue("TIME_PERIOD")
                    String dimensionAtObservation,
            @Context HttpHeaders headers) {
        return dataOfKey(
                context,
                agencyId,
                resourceId,
                version,
                "*",
                frequency,
                area,
                indicator,
                time,
                dimensionAtObservation,
                headers);
    }

    @GET
    @Path("data/{context}/{agencyID}/{resourceID}/{version}/{key}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getSdmxDataOfKey",
            summary = "Verified figures of a key as a data message",
            description = DATA_DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "A data message",
            content = @Content(mediaType = DATA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "204", description = "No figures")
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE: SDMX-JSON 2.1 is not accepted")
    @APIResponse(responseCode = "501", description = "SDMX_NOT_IMPLEMENTED")
    public Response dataOfKey(
            @Parameter(description = "dataflow, datastructure or *") @PathParam("context") String context,
            @PathParam("agencyID") String agencyId,
            @Parameter(description = "INDICATOR_FIGURES or *") @PathParam("resourceID") String resourceId,
            @PathParam("version") String version,
            @Parameter(description = "Q.10675.CQ-HOSO_TT, Q.*.*") @PathParam("key") String key,
            @QueryParam("c[FREQ]") @Nullable String frequency,
            @QueryParam("c[REF_AREA]") @Nullable String area,
            @QueryParam("c[INDICATOR]") @Nullable String indicator,
            @Parameter(description = "ge:2026-M01+le:2026-M12, or 2026-Q3,2026-Q4")
                    @QueryParam("c[TIME_PERIOD]")
                    @Nullable
                    String time,
            @Parameter(description = "TIME_PERIOD (series) or AllDimensions (flat)")
                    @QueryParam("dimensionAtObservation")
                    @DefaultValue("TIME_PERIOD")
                    String dimensionAtObservation,
            @Context HttpHeaders headers) {
        String type = Sdmx.negotiate(Sdmx.DATA_TYPE, headers);
        DataQuery query = new DataQuery()
                .key(key)
                .values(Component.FREQ, frequency)
                .values(Component.REF_AREA, area)
                .values(Component.INDICATOR, indicator)
                .time(time);
        DataMessage message = new DataMessage(query, scope.paths(), isFlat(dimensionAtObservation));
        if (!isOffered(context, agencyId, resourceId, version) || hasNone(message)) {
            return Response.noContent().build();
        }
        Instant now = Instant.now(clock);
        Locale language = Languages.of(headers);
        return answer(type, language, out -> snapshots.read(snapshot -> message.write(snapshot, out, now, language)));
    }

    private static Response answer(String type, Locale language, StreamingOutput writer) {
        return Response.ok(StreamedBody.of(writer), type)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    private static boolean isOffered(String context, String agency, String id, String version) {
        boolean flow = Artefact.matches(context, "dataflow") && Artefact.matches(id, Sdmx.DATAFLOW);
        boolean structure = Artefact.matches(context, "datastructure") && Artefact.matches(id, Sdmx.STRUCTURE);
        return (flow || structure)
                && Artefact.matches(agency, Sdmx.AGENCY)
                && Artefact.matchesVersion(version, Sdmx.VERSION);
    }

    private boolean hasNone(DataMessage message) {
        boolean[] none = new boolean[1];
        try {
            snapshots.read(snapshot -> none[0] = message.isEmpty(snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return none[0];
    }

    private static boolean isFlat(String dimensionAtObservation) {
        return switch (dimensionAtObservation) {
            case "TIME_PERIOD" -> false;
            case "AllDimensions" -> true;
            case "FREQ", "REF_AREA", "INDICATOR" ->
                throw DataQuery.notImplemented("dimensionAtObservation=" + dimensionAtObservation);
            default ->
                throw DataQuery.invalid(
                        "dimensionAtObservation", "TIME_PERIOD hoặc AllDimensions", "TIME_PERIOD or AllDimensions");
        };
    }

    private static Set<Artefact> withReferences(Set<Artefact> named, String references) {
        Set<Artefact> all = EnumSet.noneOf(Artefact.class);
        all.addAll(named);
        switch (references) {
            case "none" -> {}
            case "children" -> named.forEach(artefact -> all.addAll(artefact.children()));
            case "parents" -> named.forEach(artefact -> all.addAll(artefact.parents()));
            case "descendants" -> addDescendants(all, named);
            case "all" -> {
                named.forEach(artefact -> all.addAll(artefact.parents()));
                addDescendants(all, List.copyOf(all));
            }
            default ->
                throw new Problem(
                                KitProblem.INVALID_REQUEST,
                                "references là none, children, descendants, parents hoặc all.",
                                "references is none, children, descendants, parents or all.")
                        .violation("query", "references", Text.same(references));
        }
        return all;
    }

    private static void addDescendants(Set<Artefact> all, Iterable<Artefact> of) {
        for (Artefact artefact : of) {
            all.addAll(artefact.children());
            addDescendants(all, artefact.children());
        }
    }
}
