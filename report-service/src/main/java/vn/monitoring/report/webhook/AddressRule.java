package vn.monitoring.report.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/// Which addresses may be sent to: those of the public internet, and no others unless the setting
/// `WEBHOOK_ALLOW_PRIVATE` allows them.
///
/// A webhook's URL is chosen by somebody else; without this rule it would make the service ask its own
/// machine, its neighbours or a cloud's metadata service on his behalf (server-side request forgery). Ranges:
/// the IANA special-purpose registries for IPv4 and IPv6; of the IPv6 ones that carry an IPv4 address none is
/// let through.
enum AddressRule {
    /// Only the public internet.
    NONE,
    /// The own machine too, as on a developer's.
    LOOPBACK,
    /// Any unicast address, for a platform whose receivers stand in its own network.
    ALL;

    boolean allows(InetAddress address) {
        return isPublic(address)
                || switch (this) {
                    case NONE -> false;
                    case LOOPBACK -> address.isLoopbackAddress();
                    case ALL -> !address.isMulticastAddress() && !address.isAnyLocalAddress();
                };
    }

    /// Whether the address belongs to the public internet, where plain `http` is not spoken.
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four);
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(Inet4Address address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0 -> false;
            // carrier-grade NAT, 100.64.0.0/10
            case 100 -> second < 64 || second > 127;
            // 192.0.0.0/24 (protocol assignments), 192.0.2.0/24 (documentation), 192.88.99.0/24 (6to4 relays)
            case 192 -> !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            // 198.18.0.0/15 (benchmarks), 198.51.100.0/24 (documentation)
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            // 203.0.113.0/24 (documentation)
            case 203 -> !(second == 0 && third == 113);
            // 240.0.0.0/4 (reserved) and the broadcast address
            default -> first < 240;
        };
    }

    /// Global unicast 2000::/3 without documentation, Teredo and other assignments of 2001::/23, and 6to4.
    private static boolean isPublic(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (first >>> 13 != 1 || first == 0x2002 || first == 0x3fff) {
            return false;
        }
        return first != 0x2001 || (second >= 0x0200 && second != 0x0db8);
    }
}
