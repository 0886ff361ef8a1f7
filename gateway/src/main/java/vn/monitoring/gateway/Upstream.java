package vn.monitoring.gateway;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One service behind the gateway: instances of which each can answer everything.
final class Upstream {

    private final String name;
    private final List<Instance> instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String name, List<URI> urls, Vertx vertx, GatewaySettings settings, Consumer<Instance> whenDown) {
        this.name = name;
        this.instances = urls.stream()
                .map(url -> new Instance(name, url, vertx, settings, whenDown))
                .toList();
    }

    String name() {
        return name;
    }

    boolean isDown() {
        for (Instance instance : instances) {
            if (instance.state() != InstanceHealth.State.DOWN) {
                return false;
            }
        }
        return true;
    }

    /// How many instances are in a state.
    long count(InstanceHealth.State state) {
        return instances.stream().filter(instance -> instance.state() == state).count();
    }

    /// Leaves the instances alone.
    void close() {
        instances.forEach(instance -> instance.health().close());
    }

    /// The instances in the order in which to try them: the ready ones before the others, the one with the least to do
    /// first,
    /// equals in turn; none that is down, unless all are. An instance that hangs is avoided before it is known to,
    /// since what it was given stays with it.
    List<Instance> inOrder(boolean stream) {
        if (instances.size() == 1) {
            return instances;
        }
        List<Instance> order = new ArrayList<>(instances);
        Collections.rotate(order, turn.getAndIncrement());
        order.sort(Comparator.comparing(Instance::state).thenComparingInt(instance -> instance.load(stream)));
        if (!isDown()) {
            order.removeIf(instance -> instance.state() == InstanceHealth.State.DOWN);
        }
        return order;
    }
}
