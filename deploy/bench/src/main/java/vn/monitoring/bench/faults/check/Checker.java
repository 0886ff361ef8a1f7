package vn.monitoring.bench.faults.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.faults.work.JournalLine;
import vn.monitoring.bench.faults.work.Recording;

/// Proves after a run that the platform kept its promises. Call [#settle] when the clients have finished, let the
/// subscribers listen until [#feedEnd], then call [#check].
public final class Checker implements AutoCloseable {

    private static final List<Check> CHECKS = List.of(
            new ClientsWell(),
            new WritesKept(),
            new NothingInvented(),
            new AnswersAgree(),
            new EditsKept(),
            new FactsOfWrites(),
            new TopicOrder(),
            new ReplicasEqual(),
            new NothingParked(),
            new FeedWhole(),
            new StreamsWhole(),
            new WebhooksWhole(),
            new ReadsServed());

    /// What can be asked of a platform that was restored; its clients were not there.
    private static final List<Check> OF_WHAT_IS_KEPT = List.of(
            new WritesKept(),
            new NothingInvented(),
            new TopicOrder(),
            new ReplicasEqual(),
            new NothingParked(),
            new FeedWhole());

    private final Recording recording;
    private final Databases databases;
    private final Topics topics;

    /// @throws vn.monitoring.client.ClientFailure when Kafka does not answer
    public Checker(Site site, Recording recording) {
        this.recording = recording;
        this.databases = new Databases(site);
        this.topics = new Topics("127.0.0.1:" + site.ports().kafka());
    }

    /// Waits until the platform has nothing left to do.
    ///
    /// @return violated by what is still open when patience ends
    public CheckResult settle(Duration patience) {
        List<String> webhooks = recording.lines(JournalLine.Registered.class).stream()
                .map(JournalLine.Registered::webhookId)
                .toList();
        return new Settling(databases, topics, webhooks).await(patience);
    }

    /// The last place of the feed.
    public long feedEnd() {
        return topics.last(FeedEntries.TOPIC);
    }

    /// All checks, in their order; one that fails does not keep the others back.
    public List<CheckResult> check() {
        return check(CHECKS);
    }

    /// Those that look at what is kept, and not at what clients heard.
    public List<CheckResult> checkWhatIsKept() {
        return check(OF_WHAT_IS_KEPT);
    }

    private List<CheckResult> check(List<Check> checks) {
        Evidence evidence = new Live(new HashMap<>());
        return checks.stream().map(check -> check.check(evidence)).toList();
    }

    @Override
    public void close() {
        topics.close();
    }

    /// Reads each topic once.
    private final class Live implements Evidence {

        private final Map<String, List<TopicRecord>> read;

        private Live(Map<String, List<TopicRecord>> read) {
            this.read = read;
        }

        @Override
        public Recording recording() {
            return recording;
        }

        @Override
        public List<Row> rows(String database, String sql) {
            return databases.rows(database, sql);
        }

        @Override
        public List<TopicRecord> topic(String name) {
            return read.computeIfAbsent(name, topics::read);
        }
    }
}
