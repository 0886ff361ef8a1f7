package vn.monitoring.report.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host.
@FunctionalInterface
interface HostNames {

    /// All of them, at least one.
    ///
    /// @throws UnknownHostException when the name has none now
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
