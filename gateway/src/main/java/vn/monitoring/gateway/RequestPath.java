package vn.monitoring.gateway;

/// Refuses every path that the gateway and a service could read differently.
final class RequestPath {

    private RequestPath() {}

    /// Whether the path reads the same to everyone: no dot segments, empty segments, backslashes, path parameters,
    /// encoded separators, dots or controls, and no stray percent sign. An encoded letter (a Vietnamese one, a
    /// space) is fine.
    static boolean isSound(String path) {
        if (!path.startsWith("/") || path.contains("//") || path.chars().anyMatch(RequestPath::isForbidden)) {
            return false;
        }
        for (String segment : Route.split(path)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return isSoundlyEncoded(path);
    }

    private static boolean isForbidden(int character) {
        return character <= ' ' || character >= 0x7f || character == '\\' || character == ';' || character == '#';
    }

    private static boolean isSoundlyEncoded(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length()) {
                return false;
            }
            int high = Character.digit(path.charAt(at + 1), 16);
            int low = Character.digit(path.charAt(at + 2), 16);
            if (high < 0 || low < 0) {
                return false;
            }
            int value = high * 16 + low;
            boolean control = value < ' ' || value == 0x7f;
            if (control || value == '/' || value == '\\' || value == '.' || value == '%' || value == ';') {
                return false;
            }
        }
        return true;
    }
}
