package vn.monitoring.bench.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.faults.work.JournalLine;
import vn.monitoring.bench.faults.work.JournalLine.Delivered;

class FeedChecksTest {

    private static final Instant AT = StagedEvidence.AT;

    /// Entries 0 to 3 of the feed: two of a commune, a repetition of the relay, one of another province.
    private static StagedEvidence feed() {
        StagedEvidence evidence = new StagedEvidence()
                .row("report", FeedEntries.UNITS, "31", "31")
                .row("report", FeedEntries.UNITS, "10675", "31.10675")
                .row("report", FeedEntries.UNITS, "310", "310");
        entry(evidence, "e1", "f1", "10675");
        entry(evidence, "e2", "f2", "10675");
        entry(evidence, "e1", "f1", "10675");
        entry(evidence, "e3", "f3", "310");
        return evidence;
    }

    private static void entry(StagedEvidence evidence, String event, String fact, String unit) {
        evidence.told(
                FeedEntries.TOPIC,
                "feed",
                event,
                "feed.appended",
                "{\"id\":\"%s\",\"type\":\"vn.monitoring.task.assigned.v1\",\"unitCode\":\"%s\"}"
                        .formatted(fact, unit));
    }

    private static StagedEvidence connected(String types) {
        return feed().recorded(new JournalLine.Connected("s", "31", types, -1, AT));
    }

    private static StagedEvidence heard(StagedEvidence evidence, long place, String fact) {
        return evidence.recorded(new JournalLine.Heard("s", place, fact, AT, AT));
    }

    @Test
    void holdsWhenASubscriberHeardWhatIsForIt() {
        StagedEvidence evidence = heard(heard(connected(""), 0, "f1"), 1, "f2");

        assertThat(new StreamsWhole().check(evidence).violations()).isEmpty();
    }

    @Test
    void namesAnEntryThatWasNotHeard() {
        assertThat(new StreamsWhole().check(heard(connected(""), 1, "f2")).violations())
                .singleElement()
                .asString()
                .contains("s never heard entry 0", "fact f1");
    }

    @Test
    void namesAnEntryThatWasHeardTwice() {
        StagedEvidence evidence = heard(heard(heard(connected("task"), 0, "f1"), 1, "f2"), 1, "f2");

        assertThat(new StreamsWhole().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("heard entry 1", "after entry 1");
    }

    @Test
    void namesAnEntryOfAnotherUnit() {
        StagedEvidence evidence = heard(heard(heard(connected(""), 0, "f1"), 1, "f2"), 3, "f3");

        assertThat(new StreamsWhole().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("entry 3 (fact f3), which is not for it");
    }

    @Test
    void namesAPlaceThatWasLost() {
        StagedEvidence evidence = heard(heard(connected(""), 0, "f1"), 1, "f2");
        evidence.recorded(new JournalLine.Reset("s", 1, AT));

        assertThat(new StreamsWhole().check(evidence).violated()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatWasNotAskedFor() {
        assertThat(new StreamsWhole().check(connected("grade")).violations()).isEmpty();
    }

    @Test
    void namesFactsThatTheFeedLacksOrRepeats() {
        StagedEvidence evidence = feed();
        for (String fact : new String[] {"f1", "f2", "f3", "f4"}) {
            evidence.told("monitoring.task", "t", fact, "task.assigned", "{}");
        }
        entry(evidence, "e4", "f2", "10675");

        assertThat(new FeedWhole().check(evidence).violations())
                .anySatisfy(violation -> assertThat(violation).contains("fact f2 twice, at 1 and at 4"))
                .anySatisfy(violation -> assertThat(violation).contains("does not tell of", "event f4"))
                .hasSize(2);
    }

    @Test
    void namesAnEntryWithoutAFact() {
        assertThat(new FeedWhole().check(feed()).violations())
                .hasSize(3)
                .first()
                .asString()
                .contains("no topic holds");
    }

    private static StagedEvidence registered() {
        return connected("").recorded(new JournalLine.Registered("w", "id", "31", "task", AT));
    }

    private static Delivered delivered(String message, String content, boolean signed, int status) {
        return new Delivered("w", message, content, signed, status, AT, AT);
    }

    @Test
    void holdsWhenAWebhookTookEveryMessageAtLeastOnce() {
        StagedEvidence evidence = registered()
                .recorded(delivered("f2", "b", true, 204))
                .recorded(delivered("f1", "a", true, 500))
                .recorded(delivered("f1", "a", true, 204));

        CheckResult result = new WebhooksWhole().check(evidence);

        assertThat(result.violations()).isEmpty();
        assertThat(result.counted()).isEqualTo("2 messages wanted, 3 received, 2 of them after a later one");
    }

    @Test
    void namesAMessageThatWasNeverTaken() {
        StagedEvidence evidence =
                registered().recorded(delivered("f1", "a", true, 204)).recorded(delivered("f2", "b", true, 500));

        assertThat(new WebhooksWhole().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("never told of entry 1", "fact f2");
    }

    @Test
    void namesWhatIsWrongWithAMessage() {
        StagedEvidence evidence = registered()
                .recorded(delivered("f1", "a", true, 204))
                .recorded(delivered("f2", "b", false, 204))
                .recorded(delivered("f1", "c", true, 204))
                .recorded(delivered("f9", "d", true, 204));

        assertThat(new WebhooksWhole().check(evidence).violations())
                .anySatisfy(violation -> assertThat(violation).contains("f2", "without a right signature"))
                .anySatisfy(violation -> assertThat(violation).contains("f1", "another content"))
                .anySatisfy(violation -> assertThat(violation).contains("f9", "the feed does not hold"))
                .hasSize(3);
    }
}
