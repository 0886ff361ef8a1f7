package vn.monitoring.kit.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Sunset;

/// The smallest service: what the kit promises is tested on it over HTTP.
@Path("/notes")
@RunOnVirtualThread
public class NoteResource {

    static volatile CountDownLatch entered = new CountDownLatch(0);
    static volatile CountDownLatch gate = new CountDownLatch(0);

    record NoteRequest(@NotBlank String unitCode, @NotBlank String content) {}

    record NoteResponse(@Nullable Long id, String unitCode, String content, long version) {
        static NoteResponse from(Note note) {
            return new NoteResponse(note.id, note.unitCode, note.content, note.version);
        }
    }

    private final EntityManager entities;
    private final Scope scope;

    NoteResource(EntityManager entities, Scope scope) {
        this.entities = entities;
        this.scope = scope;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.REPORTER)
    public Response create(@Valid @NotNull NoteRequest request) throws InterruptedException {
        scope.require(request.unitCode());
        entered.countDown();
        gate.await();
        Note note = new Note();
        note.unitCode = request.unitCode();
        note.content = request.content();
        entities.persist(note);
        entities.flush();
        return Response.created(URI.create("/notes/" + note.id))
                .header("ETag", ETags.of(note.version))
                .entity(NoteResponse.from(note))
                .build();
    }

    @PUT
    @Path("{id}")
    @Transactional
    @RolesAllowed(Role.REPORTER)
    public NoteResponse change(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid NoteRequest request) {
        Note note = entities.find(Note.class, id);
        if (note == null) {
            throw Problem.notFound();
        }
        ETags.requireMatch(ifMatch, note.version);
        note.content = request.content();
        entities.flush();
        return NoteResponse.from(note);
    }

    @GET
    @Path("{id: [0-9]+}")
    @Transactional
    @RolesAllowed(Role.REPORTER)
    public Response get(@PathParam("id") long id) {
        Note note = entities.find(Note.class, id);
        if (note == null) {
            throw Problem.notFound();
        }
        return Response.ok(NoteResponse.from(note))
                .header("ETag", ETags.of(note.version))
                .build();
    }

    @GET
    @Path("oldest")
    @Sunset(
            deprecatedOn = "2026-12-01",
            lastDay = "2027-06-30",
            instead = "Read `/notes/{id}`.",
            link = "https://example.vn/changes")
    @Operation(operationId = "getOldestNote", summary = "The first note")
    @RolesAllowed(Role.REPORTER)
    public NoteResponse oldest() {
        throw Problem.notFound();
    }

    @GET
    @Path("failing")
    @RolesAllowed(Role.REPORTER)
    public NoteResponse fail() {
        throw new IllegalStateException("password=hunter2 in /etc/secret");
    }
}
