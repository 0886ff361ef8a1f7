package vn.monitoring.kit.trace;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;

/// Tells a fact, as an operation that changes something does.
@Path("/tellings")
@RunOnVirtualThread
public class TellingResource {

    private final Outbox outbox;

    TellingResource(Outbox outbox) {
        this.outbox = outbox;
    }

    @POST
    @PermitAll
    @Transactional
    public void tell(@QueryParam("topic") String topic) {
        outbox.append(new Fact(topic, "vn.monitoring.test.happened.v1", "a", Instant.EPOCH, Map.of("n", 1)));
    }
}
