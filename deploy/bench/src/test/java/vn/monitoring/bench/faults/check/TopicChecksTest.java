package vn.monitoring.bench.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.monitoring.bench.faults.check.ReplicasEqual.Replica;

class TopicChecksTest {

    private static final String TOPIC = "monitoring.feedback";
    private static final String SQL = TopicOrder.ALL.stream()
            .filter(told -> told.topic().equals(TOPIC))
            .findFirst()
            .orElseThrow()
            .sql();

    private static StagedEvidence closed() {
        return new StagedEvidence().row("report", SQL, "f", "2", "CLOSED");
    }

    private static String state(long version, String status) {
        return "{\"id\":\"f\",\"version\":%d,\"status\":\"%s\"}".formatted(version, status);
    }

    private static StagedEvidence tell(StagedEvidence evidence, String event, long version, String status) {
        return evidence.told(TOPIC, "f", event, "feedback.x", state(version, status));
    }

    @Test
    void acceptsRepetitionsOfAnEvent() {
        StagedEvidence evidence = closed();
        tell(evidence, "a", 0, "RECEIVED");
        tell(evidence, "b", 1, "ANSWERED");
        tell(evidence, "a", 0, "RECEIVED");
        tell(evidence, "c", 2, "CLOSED");

        assertThat(new TopicOrder().check(evidence).violations()).isEmpty();
    }

    @Test
    void namesTheFirstEventThatCameTooLate() {
        StagedEvidence evidence = closed();
        tell(evidence, "a", 0, "RECEIVED");
        tell(evidence, "c", 2, "CLOSED");
        tell(evidence, "b", 1, "ANSWERED");

        assertThat(new TopicOrder().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("version 1 of f comes after version 2", "monitoring.feedback-0@2", "event b");
    }

    @Test
    void namesAVersionThatWasLeftOut() {
        StagedEvidence evidence = closed();
        tell(evidence, "a", 0, "RECEIVED");
        tell(evidence, "c", 2, "CLOSED");

        assertThat(new TopicOrder().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("leaves out versions of f: it has [0, 2]");
    }

    @Test
    void namesAnAggregateWhoseLastStateWasNotTold() {
        StagedEvidence evidence = closed();
        tell(evidence, "a", 0, "RECEIVED");
        tell(evidence, "b", 1, "ANSWERED");

        assertThat(new TopicOrder().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("ends for f with version 1 [ANSWERED], the database has version 2 [CLOSED]");
    }

    @Test
    void namesWhatTheDatabaseOrTheTopicDoesNotKnow() {
        assertThat(new TopicOrder().check(closed()).violations())
                .singleElement()
                .asString()
                .contains("tells nothing of f");
        assertThat(new TopicOrder()
                        .check(tell(new StagedEvidence(), "a", 0, "RECEIVED"))
                        .violations())
                .singleElement()
                .asString()
                .contains("which the database does not have");
    }

    @Test
    void readsTheFiguresOfABatchOneByOne() {
        String sql = TopicOrder.ALL.getFirst().sql();
        StagedEvidence evidence = new StagedEvidence()
                .row("indicator", sql, "m1", "1", "2")
                .told("monitoring.measurement", "10675", "a", "measurement.batch-submitted", batch(0, 1))
                .told("monitoring.measurement", "10675", "b", "measurement.batch-submitted", batch(1, 2));

        assertThat(new TopicOrder().check(evidence).violations()).isEmpty();
    }

    private static String batch(long version, int revision) {
        return "{\"figures\":[{\"id\":\"m1\",\"version\":%d,\"revision\":%d}]}".formatted(version, revision);
    }

    @Test
    void namesEveryDifferenceBetweenAReplicaAndItsSource() {
        Replica plans = ReplicasEqual.ALL.get(2);
        StagedEvidence evidence = new StagedEvidence()
                .row(plans.source(), plans.sourceSql(), "same", "1")
                .row(plans.source(), plans.sourceSql(), "older", "2")
                .row(plans.source(), plans.sourceSql(), "lost", "1")
                .row(plans.keeper(), plans.keeperSql(), "same", "1")
                .row(plans.keeper(), plans.keeperSql(), "older", "1")
                .row(plans.keeper(), plans.keeperSql(), "invented", "1");

        assertThat(new ReplicasEqual().check(evidence).violations())
                .anySatisfy(violation -> assertThat(violation).contains("older is [1], its source is [2]"))
                .anySatisfy(violation -> assertThat(violation).contains("lost is missing"))
                .anySatisfy(violation -> assertThat(violation).contains("invented is not in the source"))
                .hasSize(3);
    }

    @Test
    void namesAFactThatWasParked() {
        StagedEvidence evidence = new StagedEvidence()
                .row("report", NothingParked.SQL, "feed", "monitoring.task", "1", "7", "t", "value too long");

        assertThat(new NothingParked().check(evidence).violations())
                .containsExactly("feed of report-service parked monitoring.task-1@7 (key t): value too long");
    }
}
