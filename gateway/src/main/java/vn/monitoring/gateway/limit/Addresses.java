package vn.monitoring.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/// Names whom an address belongs to.
public final class Addresses {

    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /// An IPv4 address itself; of an IPv6 address its /64 network, since a subscriber is given a whole one.
    ///
    /// @param address a literal, without brackets
    public static String ownerOf(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }
}
