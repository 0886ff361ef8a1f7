package vn.monitoring.kit.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who acts in a transaction, as the trail keeps it.
///
/// @param subject   the lasting id in Keycloak, null for the public and for the system itself
/// @param username  the account's name, `public`, or `system:<name>` for work that nobody asked for at this moment
/// @param roles     in the order of the alphabet, apart by blanks; null where nobody signed in
/// @param request   the trace id that also stands in logs and errors, or the id of the event that is applied
/// @param operation the method and path of the request, or the part of the program that works
record Actor(
        @Nullable String subject,
        String username,
        @Nullable String roles,
        @Nullable String request,
        @Nullable String operation) {

    private static final String SYSTEM = "system:";
    private static final int LONGEST = 300;

    static Actor system(String name, @Nullable String request, @Nullable String operation) {
        return new Actor(null, SYSTEM + name, null, request, operation);
    }

    static Actor anonymous(@Nullable String request, @Nullable String operation) {
        return new Actor(null, "public", null, request, operation);
    }

    static Actor person(
            String subject, String username, List<String> roles, @Nullable String request, @Nullable String operation) {
        return new Actor(subject, username, String.join(" ", roles), request, operation);
    }

    /// A JSON object for the setting `monitoring.caller`, each value as text of at most 300 characters.
    String json() {
        StringBuilder json = new StringBuilder("{");
        add(json, "subject", subject);
        add(json, "username", username);
        add(json, "roles", roles);
        add(json, "request", request);
        add(json, "operation", operation);
        return json.append('}').toString();
    }

    private static void add(StringBuilder json, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        json.append(json.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
        value.chars().limit(LONGEST).forEach(character -> {
            if (character == '"' || character == '\\') {
                json.append('\\').append((char) character);
            } else {
                json.append(character < ' ' ? ' ' : (char) character);
            }
        });
        json.append('"');
    }
}
