package vn.monitoring.bench.suite;

import java.util.List;
import vn.monitoring.client.ClientFailure;

/// The benchmarks of one part of the platform.
///
/// @param <B> what they work with
public interface Suite<B extends Bench> {

    /// As the command names it: `bench indicators`.
    String name();

    /// The part whose memory is watched, as `./platform status` names it.
    String service();

    List<Benchmark<B>> benchmarks();

    /// What is measured when nothing is asked for.
    Wish usual();

    /// Looks whether the platform holds what is to be measured.
    ///
    /// @throws ClientFailure when it does not
    B open(Field field);
}
