package vn.monitoring.kit.testing.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;

/// One operation of one service in the matrix.
///
/// @param open whether anybody may call it, without a token too; then `roles` is empty
/// @param relations what an allowed role gets, by relation; a relation that does not exist is left out
/// @param states what an allowed role of the own unit gets when the target is in a certain state
record MatrixLine(
        String service,
        String operation,
        boolean open,
        Set<String> roles,
        Map<Relation, Cell> relations,
        Map<String, Cell> states) {

    private static final Set<String> SERVICES = Set.of("indicator", "task", "report");
    private static final int COLUMNS = 10;
    private static final int FIRST_RELATION = 3;
    private static final int STATES = FIRST_RELATION + Relation.values().length;

    /// An outcome for all allowed roles but those that have another one.
    record Cell(Outcome common, Map<String, Outcome> byRole) {

        /// Reads `201` or `201 reporter=404 integration=404`.
        static Cell of(String text) {
            String[] words = text.split(" +", -1);
            Map<String, Outcome> byRole = new LinkedHashMap<>();
            for (int at = 1; at < words.length; at++) {
                String[] pair = words[at].split("=", 2);
                byRole.put(role(pair[0]), Outcome.of(pair[1]));
            }
            return new Cell(Outcome.of(words[0]), byRole);
        }

        Outcome of(@Nullable Caller caller) {
            return caller == null || caller.role() == null ? common : byRole.getOrDefault(caller.role(), common);
        }
    }

    /// Reads a line of the file.
    ///
    /// @throws IllegalArgumentException when it is not of the file's form
    static MatrixLine of(String line) {
        String[] columns = line.split(",", COLUMNS);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("not %d columns: %s".formatted(COLUMNS, line));
        }
        for (int at = 0; at < COLUMNS; at++) {
            columns[at] = columns[at].strip();
        }
        if (!SERVICES.contains(columns[0])) {
            throw new IllegalArgumentException("no such service: " + line);
        }
        try {
            return new MatrixLine(
                    columns[0],
                    columns[1],
                    columns[2].equals("public"),
                    roles(columns[2]),
                    relations(columns),
                    states(columns[STATES]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(line + ": " + e.getMessage(), e);
        }
    }

    private static Set<String> roles(String text) {
        Set<String> roles = new TreeSet<>();
        switch (text) {
            case "public" -> {}
            case "every" -> roles.addAll(Role.ALL);
            default -> {
                for (String word : text.split(" +", -1)) {
                    roles.add(role(word));
                }
            }
        }
        return roles;
    }

    private static String role(String word) {
        if (!Role.ALL.contains(word)) {
            throw new IllegalArgumentException("no such role: " + word);
        }
        return word;
    }

    private static Map<Relation, Cell> relations(String[] columns) {
        Map<Relation, Cell> relations = new LinkedHashMap<>();
        for (Relation relation : Relation.values()) {
            String text = columns[FIRST_RELATION + relation.ordinal()];
            if (!text.equals("-")) {
                relations.put(relation, Cell.of(text));
            }
        }
        return relations;
    }

    /// Reads `closed=409:PERIOD_CLOSED; returned=200 leader=409:…`.
    private static Map<String, Cell> states(String text) {
        Map<String, Cell> states = new LinkedHashMap<>();
        for (String state : text.isEmpty() ? new String[0] : text.split(" *; *", -1)) {
            String[] pair = state.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException(state + " needs an outcome, as closed=409:PERIOD_CLOSED");
            }
            states.put(pair[0], Cell.of(pair[1]));
        }
        return states;
    }
}
