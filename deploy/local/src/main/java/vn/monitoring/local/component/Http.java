package vn.monitoring.local.component;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a health endpoint.
final class Http {

    private Http() {}

    /// Whether the address answers 200 within a second.
    static boolean isOk(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(1000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
