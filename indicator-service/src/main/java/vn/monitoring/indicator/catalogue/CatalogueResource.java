package vn.monitoring.indicator.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.Frequency;
import vn.monitoring.indicator.catalogue.CanonicalIndicator.Measure;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The catalogue over HTTP: the same for everybody, whatever his units.
@Path("/api/v1/catalogue")
@Tag(
        name = "Catalogue",
        description = "What each canonical indicator counts, so that figures of different plans add up")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CatalogueResource {

    private final CanonicalIndicatorRepository catalogue;

    CatalogueResource(CanonicalIndicatorRepository catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listCatalogue", summary = "List the canonical indicators by code")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: a filter, the limit or the cursor")
    public RestResponse<Page<CatalogueEntry>> list(
            @Parameter(description = "Beginning of the code", example = "CQ")
                    @QueryParam("group")
                    @Size(max = 50)
                    @Nullable
                    String group,
            @QueryParam("measure") @Nullable Measure measure,
            @QueryParam("frequency") @Nullable Frequency frequency,
            @Parameter(description = "Words of the code, the name or the definitions, with or without accents")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        CatalogueFilter filter = new CatalogueFilter(group, measure, frequency, search);
        Cursor after = Cursor.decode(cursor, 1);
        List<CanonicalIndicator> found = catalogue.listAll().stream()
                .filter(filter::accepts)
                .sorted(Comparator.comparing(CanonicalIndicator::code))
                .filter(entry ->
                        after == null || entry.code().compareTo(after.keys().getFirst()) > 0)
                .limit(limit + 1L)
                .toList();
        return PageAnswer.of(
                Page.of(found, limit, entry -> Cursor.at(entry.code())).map(CatalogueEntry::from), uri);
    }

    @GET
    @Path("{code}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getCatalogueEntry", summary = "One canonical indicator with its definitions")
    @APIResponse(responseCode = "200", description = "the entry")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the catalogue has no such code")
    public CatalogueEntry get(@PathParam("code") String code) {
        return catalogue.findByIdOptional(code).map(CatalogueEntry::from).orElseThrow(Problem::notFound);
    }
}
