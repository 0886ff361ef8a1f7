package vn.monitoring.report.publication;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.table.TableAnswer;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.table.TableFormat;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.kit.web.StreamedBody;

/// What was published, for everybody: without a token, nothing but the chosen fields, and cacheable.
@Tag(name = "Public data")
@Path("/api/v1/public/datasets")
@RunOnVirtualThread
@PermitAll
public class PublicDataResource {

    private static final String CACHED = "public, max-age=300";

    private final PublicationStore store;
    private final PublicationSources sources;
    private final ObjectMapper json;
    private final Clock clock;

    PublicDataResource(PublicationStore store, PublicationSources sources, ObjectMapper json, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDatasets",
            summary = "The catalogue of what is public",
            description = "Needs no token. `unit` takes those below it along.")
    public RestResponse<Page<Dataset>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("period") @Nullable String period,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        Cursor after = Cursor.decode(cursor, 1);
        List<Publication> found =
                store.listPublic(clock.instant(), unit, kind, period, after == null ? null : after.id(0), limit + 1);
        Page<Dataset> page = Page.of(found, limit, publication -> Cursor.at(publication.id()))
                .map(this::describe);
        RestResponse<Page<Dataset>> answer = PageAnswer.of(page, uri);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
        return answer;
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getDataset", summary = "An entry of the catalogue", description = "Needs no token.")
    @APIResponseSchema(value = Dataset.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "As the client has it")
    public Response get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Publication publication = requirePublic(id);
        return isKnown(publication, "c", ifNoneMatch)
                ? unchanged(publication, "c")
                : cached(Response.ok(describe(publication)), publication, "c");
    }

    @GET
    @Path("{id}/rows")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDatasetRows",
            summary = "The rows of a dataset",
            description = "Needs no token. A row holds the published fields and no other.")
    @APIResponse(responseCode = "304", description = "As the client has it")
    @APIResponseSchema(value = DatasetRows.class, responseCode = "200")
    public Response rows(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context UriInfo uri) {
        Publication publication = requirePublic(id);
        if (isKnown(publication, "r", ifNoneMatch)) {
            return unchanged(publication, "r");
        }
        Cursor after = Cursor.decode(cursor, 1);
        int position = after == null ? 0 : (int) Math.clamp(after.number(0), 0, Integer.MAX_VALUE);
        Page<JsonNode> page = Page.of(store.rows(id, position, limit + 1), limit, row -> Cursor.at(row.position()))
                .map(PublicationStore.PlacedRow::data);
        return cached(Response.fromResponse(PageAnswer.of(page, uri).toResponse()), publication, "r");
    }

    /// A page of rows as the document describes it.
    @Schema(name = "DatasetRows")
    public record DatasetRows(List<Object> items, @Nullable String next) {}

    @GET
    @Path("{id}/file")
    @PermitAll
    @Operation(
            operationId = "downloadDataset",
            summary = "A dataset as a file",
            description = "Needs no token. `format`: json, csv or xlsx.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON),
                @Content(mediaType = TableFormat.CSV_TYPE),
                @Content(mediaType = TableFormat.XLSX_TYPE)
            })
    @APIResponse(responseCode = "304", description = "As the client has it")
    public Response file(
            @PathParam("id") UUID id,
            @QueryParam("format") @DefaultValue("json") String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context HttpHeaders headers) {
        Publication publication = requirePublic(id);
        String form = "f-" + format;
        if (isKnown(publication, form, ifNoneMatch)) {
            return unchanged(publication, form);
        }
        String name = "%s-%s-%s"
                .formatted(publication.kind().toLowerCase(Locale.ROOT), publication.unitCode(), publication.period());
        if (format.equals("json")) {
            return cached(
                    Response.ok(StreamedBody.of(out -> writeJson(publication, out)), MediaType.APPLICATION_JSON_TYPE)
                            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.json\"".formatted(name))
                            .header("X-Content-Type-Options", "nosniff"),
                    publication,
                    form);
        }
        List<PublishedSource.Field> fields = fieldsOf(publication);
        Response table = TableAnswer.of(
                TableFormat.chosen(format, headers),
                name,
                new Text("Dữ liệu công bố", "Public data"),
                fields.stream()
                        .map(field -> new TableColumn(field.heading(), field.kind(), 20))
                        .toList(),
                headers,
                writer -> store.forEachRow(
                        id,
                        row -> writer.row(fields.stream()
                                .map(field -> cell(row.path(field.code()), field.kind()))
                                .toArray())));
        return cached(Response.fromResponse(table), publication, form);
    }

    private void writeJson(Publication publication, OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            generator.writePOJOField("dataset", describe(publication));
            generator.writeArrayFieldStart("rows");
            store.forEachRow(publication.id(), generator::writeTree);
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private static @Nullable Object cell(JsonNode value, TableColumn.Kind kind) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> value.decimalValue();
            case DATE -> LocalDate.parse(value.asText());
            case TIME -> Instant.parse(value.asText());
            case TEXT -> value.asText();
        };
    }

    private Publication requirePublic(UUID id) {
        return store.findPublic(id, clock.instant()).orElseThrow(Problem::notFound);
    }

    private Dataset describe(Publication publication) {
        return Dataset.of(publication, sources.get(publication.kind()), fieldsOf(publication));
    }

    private List<PublishedSource.Field> fieldsOf(Publication publication) {
        return sources.fields(sources.get(publication.kind()), publication.fields());
    }

    /// A publication never changes while it is public, so that its id and the form make its tag; of a page
    /// the address makes the rest.
    private static String tag(Publication publication, String form) {
        return '"' + publication.id().toString() + "-" + publication.version() + "-" + form + '"';
    }

    private static boolean isKnown(Publication publication, String form, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && List.of(ifNoneMatch.split("\\s*,\\s*", -1)).contains(tag(publication, form));
    }

    private static Response unchanged(Publication publication, String form) {
        return cached(Response.notModified(), publication, form);
    }

    private static Response cached(Response.ResponseBuilder answer, Publication publication, String form) {
        return answer.header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .header(HttpHeaders.ETAG, tag(publication, form))
                .build();
    }
}
