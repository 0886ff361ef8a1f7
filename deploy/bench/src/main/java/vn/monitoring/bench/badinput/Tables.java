package vn.monitoring.bench.badinput;

import java.util.List;
import java.util.Map;

/// All tables of the services, so that two moments can be compared.
interface Tables {

    /// Of each table something that is another one when its rows are.
    Map<String, String> fingerprint();

    /// The fingerprint as soon as nothing happens any more.
    Map<String, String> settled();

    /// The tables in which two moments differ.
    static List<String> difference(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
