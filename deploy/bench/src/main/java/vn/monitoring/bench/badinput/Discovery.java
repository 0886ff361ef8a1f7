package vn.monitoring.bench.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.monitoring.client.Api;
import vn.monitoring.client.Json;
import vn.monitoring.client.UnexpectedAnswer;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Contract.Parameter;

/// Finds out what there is to ask for: the lists of the platform name the things that other operations take by their
/// path
/// (`/api/v1/plans` those of `/api/v1/plans/{id}/tasks`), or by a field (`planId`).
final class Discovery implements RequestPlan.Subjects {

    /// How many of one kind are used in turn.
    private static final int ENOUGH = 20;

    /// Names of fields and parameters, and the lists whose items they mean.
    private static final Map<String, String> LISTS = Map.of(
            "planId", "/api/v1/plans",
            "indicatorId", "/api/v1/indicators",
            "taskId", "/api/v1/tasks",
            "measurementId", "/api/v1/measurements",
            "regimeId", "/api/v1/report-regimes",
            "obligationId", "/api/v1/report-obligations",
            "reportId", "/api/v1/reports",
            "canonicalCode", "/api/v1/catalogue",
            "canonical", "/api/v1/catalogue");

    /// What no list names.
    private static final Map<String, List<String>> GIVEN = Map.of(
            "/api/v1/units/{code}/periods/{period}", List.of("2026-09", "2026-Q3", "2026-10", "2026-11"),
            "/api/v1/report-regimes/{id}/periods/{period}", List.of("2026-Q3", "2026-Q2", "2026-Q4"),
            "/api/v1/rankings/{id}/units/{code}", List.of("10675"),
            "/api/v1/tasks/{id}/submissions/{number}", List.of("1"),
            "/api/v1/tasks/{id}/extensions/{number}", List.of("1"),
            "/api/v1/reports/{id}/sections/{key}", List.of("progress", "difficulties", "results"));

    private final Api api;
    private final Set<String> lists;
    private final Map<String, List<JsonNode>> items = new ConcurrentHashMap<>();

    /// @param lists the paths that can be read
    Discovery(Api api, Set<String> lists) {
        this.api = api;
        this.lists = lists;
    }

    /// As the caller sees them.
    @Override
    public Map<String, String> known(Operation operation, Caller caller, int turn) {
        Map<String, String> known = new HashMap<>();
        known.put("unit", caller.unit());
        known.put("unitCode", caller.unit());
        known.put("period", List.of("2026-Q3", "2026-10", "2026-09").get(turn % 3));
        LISTS.forEach((name, list) -> item(list, caller, turn).ifPresent(item -> known.put(name, id(item, name))));
        Map<String, String> path = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                String place = operation.placeOf(parameter.name());
                String value = value(place, parameter.name(), path, caller, turn);
                if (!value.isEmpty()) {
                    path.put(parameter.name(), value);
                    known.put(place, value);
                }
            }
        }
        return known;
    }

    private String value(String place, String name, Map<String, String> before, Caller caller, int turn) {
        List<String> given = GIVEN.get(place);
        if (given != null) {
            return given.get(turn % given.size());
        }
        if (name.toLowerCase(Locale.ROOT).startsWith("unit")) {
            return caller.unit();
        }
        String list = place.substring(0, place.lastIndexOf('/'));
        if (!isRead(list)) {
            return "";
        }
        String address = list;
        for (Map.Entry<String, String> one : before.entrySet()) {
            address = address.replace('{' + one.getKey() + '}', one.getValue());
        }
        return address.contains("{")
                ? ""
                : item(address, caller, turn).map(item -> id(item, name)).orElse("");
    }

    private boolean isRead(String list) {
        String form = list.replaceAll("\\{[^}]+}", "{}");
        return lists.stream()
                .anyMatch(path -> path.replaceAll("\\{[^}]+}", "{}").equals(form));
    }

    private Optional<JsonNode> item(String list, Caller caller, int turn) {
        List<JsonNode> found = items.computeIfAbsent(caller.user() + " " + list, _ -> read(list, caller));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(turn % found.size()));
    }

    private List<JsonNode> read(String list, Caller caller) {
        List<JsonNode> found = new ArrayList<>();
        try {
            JsonNode answer = Json.tree(api.as(caller.user()).get(list).body());
            JsonNode page = answer.isArray() ? answer : answer.path("items");
            page.forEach(item -> {
                if (found.size() < ENOUGH) {
                    found.add(item);
                }
            });
        } catch (UnexpectedAnswer notForThisCaller) {
            // Who may not list them is given none.
        }
        return found;
    }

    /// What is found now may be more than before.
    void forget() {
        items.clear();
    }

    private static String id(JsonNode item, String name) {
        for (String field : List.of(name, "id", "code", "key", "number", "version")) {
            if (item.hasNonNull(field)) {
                return item.get(field).asText();
            }
        }
        return "";
    }
}
