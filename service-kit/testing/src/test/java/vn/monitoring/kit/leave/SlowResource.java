package vn.monitoring.kit.leave;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers when it is let.
@Path("/slow")
@RunOnVirtualThread
@ApplicationScoped
@PermitAll
public class SlowResource {

    static final CountDownLatch MAY_ANSWER = new CountDownLatch(1);
    static final AtomicInteger UNDER_WAY = new AtomicInteger();
    static final AtomicInteger LET_GO = new AtomicInteger();

    @GET
    public String slow() throws InterruptedException {
        UNDER_WAY.incrementAndGet();
        return MAY_ANSWER.await(30, TimeUnit.SECONDS) ? "done" : "given up";
    }

    @GET
    @Path("/quick")
    public String quick() {
        return "quick";
    }

    void count(@Observes LetGo now) {
        LET_GO.incrementAndGet();
    }
}
