package vn.monitoring.bench.badinput;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Sends requests that must change nothing (reads, and writes that must be refused) and compares all tables of all
/// services before and after. What differs once may be the platform's own work; what differs when the same is sent
/// again
/// is looked for request by request.
final class QuietCheck {

    private final Tables tables;
    private final Sending sending;
    private final Judge judge;
    private final Findings findings;

    /// Sends requests and tells each answer.
    interface Sending {
        void send(List<Request> requests, Consumer<Exchange> answered);
    }

    QuietCheck(Tables tables, Sending sending, Judge judge, Findings findings) {
        this.tables = tables;
        this.sending = sending;
        this.judge = judge;
        this.findings = findings;
    }

    void run(List<Request> requests) {
        Map<String, String> before = tables.settled();
        sending.send(requests, judge::judge);
        List<String> changed = Tables.difference(before, tables.fingerprint());
        if (changed.isEmpty()) {
            return;
        }
        Set<String> again = new HashSet<>(changedBy(requests, _ -> {}));
        again.retainAll(changed);
        if (!again.isEmpty()) {
            narrow(requests, again);
        }
    }

    /// Halves the requests until one is left.
    private void narrow(List<Request> requests, Set<String> changing) {
        if (requests.size() == 1) {
            changedBy(requests, exchange -> findings.add(exchange, "changed " + String.join(", ", changing)));
            return;
        }
        int middle = requests.size() / 2;
        List<List<Request>> halves = List.of(requests.subList(0, middle), requests.subList(middle, requests.size()));
        for (List<Request> half : halves) {
            Set<String> changed = new HashSet<>(changedBy(half, _ -> {}));
            changed.retainAll(changing);
            if (!changed.isEmpty()) {
                narrow(half, changed);
            }
        }
    }

    private List<String> changedBy(List<Request> requests, Consumer<Exchange> answered) {
        Map<String, String> before = tables.settled();
        List<Exchange> exchanges = new ArrayList<>();
        sending.send(requests, exchange -> {
            synchronized (exchanges) {
                exchanges.add(exchange);
            }
        });
        exchanges.forEach(answered);
        return Tables.difference(before, tables.fingerprint());
    }
}
