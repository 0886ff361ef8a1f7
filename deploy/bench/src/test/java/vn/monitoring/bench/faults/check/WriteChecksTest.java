package vn.monitoring.bench.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.monitoring.bench.faults.work.JournalLine;
import vn.monitoring.bench.faults.work.Outcome;

class WriteChecksTest {

    private static final String FIGURES = Places.FIGURES.sql(StagedEvidence.RUN);
    private static final String FIGURE = "11111111-1111-1111-1111-111111111111";

    private static StagedEvidence submitted(Outcome outcome) {
        return new StagedEvidence().wrote("submitMeasurement", "r1.figures.1", "", outcome);
    }

    @Test
    void holdsWhenAnAcknowledgedWriteIsThereOnce() {
        StagedEvidence evidence =
                submitted(Outcome.ACKNOWLEDGED).row("indicator", FIGURES, "r1.figures.1", "1", FIGURE);

        assertThat(new WritesKept().check(evidence).violations()).isEmpty();
        assertThat(new NothingInvented().check(evidence).violations()).isEmpty();
    }

    @Test
    void namesAnAcknowledgedWriteThatIsLost() {
        CheckResult result = new WritesKept().check(submitted(Outcome.ACKNOWLEDGED));

        assertThat(result.violations())
                .singleElement()
                .asString()
                .contains("r1.figures.1 is missing", "submitMeasurement");
    }

    @Test
    void namesAWriteThatHadTwoEffects() {
        StagedEvidence evidence = submitted(Outcome.UNKNOWN).row("indicator", FIGURES, "r1.figures.1", "2", FIGURE);

        assertThat(new WritesKept().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("2 times");
    }

    @Test
    void allowsAWriteOfUnknownEndToBeThereOrNot() {
        assertThat(new WritesKept().check(submitted(Outcome.UNKNOWN)).holds()).isTrue();
        assertThat(new WritesKept()
                        .check(submitted(Outcome.UNKNOWN).row("indicator", FIGURES, "r1.figures.1", "1", FIGURE))
                        .holds())
                .isTrue();
    }

    @Test
    void namesARefusedWriteThatIsThere() {
        StagedEvidence evidence = submitted(Outcome.REFUSED).row("indicator", FIGURES, "r1.figures.1", "1", FIGURE);

        assertThat(new WritesKept().check(evidence).violated()).isEqualTo(1);
    }

    @Test
    void looksAtEachRowOfABatch() {
        StagedEvidence evidence = new StagedEvidence()
                .wrote("submitMeasurements", "r1.batches.1", "", Outcome.ACKNOWLEDGED, 3, List.of(1))
                .row("indicator", FIGURES, "r1.batches.1/0", "1", FIGURE)
                .row("indicator", FIGURES, "r1.batches.1/1", "1", FIGURE);

        assertThat(new WritesKept().check(evidence).violations())
                .anySatisfy(violation -> assertThat(violation).startsWith("r1.batches.1/1 is 1 times"))
                .anySatisfy(violation -> assertThat(violation).startsWith("r1.batches.1/2 is missing"))
                .hasSize(2);
    }

    @Test
    void namesARowThatNobodySent() {
        StagedEvidence evidence =
                submitted(Outcome.ACKNOWLEDGED).row("indicator", FIGURES, "r1.figures.2", "1", FIGURE);

        assertThat(new NothingInvented().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("r1.figures.2", FIGURE);
    }

    @Test
    void namesAnErrorInside() {
        StagedEvidence evidence = submitted(Outcome.ACKNOWLEDGED).answered("r1.figures.1", 500, "", 0);

        assertThat(new AnswersAgree().check(evidence).violations())
                .singleElement()
                .asString()
                .startsWith("answered 500");
    }

    @Test
    void namesAKeyThatWasAnsweredInTwoWays() {
        StagedEvidence evidence = submitted(Outcome.ACKNOWLEDGED)
                .answered("r1.figures.1", 201, FIGURE, 0)
                .answered("r1.figures.1", 201, "22222222-2222-2222-2222-222222222222", 0);

        assertThat(new AnswersAgree().check(evidence).violated()).isEqualTo(1);
    }

    @Test
    void namesAReadThatFailedInside() {
        StagedEvidence evidence =
                new StagedEvidence().recorded(asked(200)).recorded(asked(503)).recorded(asked(500));

        assertThat(new ReadsServed().check(evidence).violated()).isEqualTo(1);
    }

    private static JournalLine asked(int status) {
        return new JournalLine.Asked("reader1", "/api/v1/grades", status, 5, StagedEvidence.AT);
    }

    @Test
    void namesAClientThatStopped() {
        StagedEvidence evidence =
                new StagedEvidence().recorded(new JournalLine.Stopped("reader1", "no more", Instant.EPOCH));

        assertThat(new ClientsWell().check(evidence).violated()).isEqualTo(1);
    }

    private static StagedEvidence edited(String secondCount) {
        return new StagedEvidence()
                .recorded(new JournalLine.Edited("reviseMeasurement", FIGURE, Map.of()))
                .wrote("reviseMeasurement", "r1.editor1.1", FIGURE, Outcome.ACKNOWLEDGED)
                .wrote("reviseMeasurement", "r1.editor2.1", FIGURE, Outcome.ACKNOWLEDGED)
                .row("indicator", EditsKept.FIGURES.formatted(FIGURE), FIGURE, "1", "0", "")
                .row("indicator", EditsKept.FIGURES.formatted(FIGURE), FIGURE, "2", "1", "r1.editor1.1")
                .row("indicator", EditsKept.FIGURES.formatted(FIGURE), FIGURE, "3", secondCount, "r1.editor2.1");
    }

    @Test
    void followsEditsThroughTheRevisionsOfAFigure() {
        assertThat(new EditsKept().check(edited("2")).violations()).isEmpty();
        assertThat(new EditsKept().check(edited("1")).violations())
                .singleElement()
                .asString()
                .contains("counts 1 in revision 3, not 2");
    }

    @Test
    void namesAnEditOfATextThatIsGone() {
        StagedEvidence evidence = new StagedEvidence()
                .recorded(new JournalLine.Edited("correctTask", "t", Map.of()))
                .wrote("correctTask", "r1.editor1.1", "t", Outcome.ACKNOWLEDGED)
                .wrote("correctTask", "r1.editor2.1", "t", Outcome.ACKNOWLEDGED)
                .row("task", EditsKept.TASK.formatted("t"), "Nội dung editor2.1", "2");

        assertThat(new EditsKept().check(evidence).violations())
                .anySatisfy(violation -> assertThat(violation).contains("bears 1 edits, its history has 2"))
                .anySatisfy(violation -> assertThat(violation).contains("0 times", "r1.editor1.1"))
                .hasSize(2);
    }

    @Test
    void namesARevisionOfASectionThatIsNotTheOneBeforeAndOneWordMore() {
        String sql = EditsKept.SECTION.formatted("r", "k");
        StagedEvidence evidence = new StagedEvidence()
                .recorded(new JournalLine.Edited("editReportSection", "r", Map.of("section", "k")))
                .wrote("editReportSection", "r1.editor1.1", "r", Outcome.ACKNOWLEDGED)
                .wrote("editReportSection", "r1.editor2.1", "r", Outcome.ACKNOWLEDGED)
                .row("report", sql, "1", "Mở đầu. editor1.1")
                .row("report", sql, "2", "Mở đầu. editor2.1");

        assertThat(new EditsKept().check(evidence).violations())
                .anySatisfy(violation -> assertThat(violation).contains("revision 2 of the section"))
                .hasSize(2);
    }

    @Test
    void namesAStepThatWasNotTold() {
        StagedEvidence evidence = new StagedEvidence()
                .wrote("closeIncident", "r1.incidents.4", "i", Outcome.ACKNOWLEDGED)
                .answered("r1.incidents.4", 200, "i", 3)
                .told("monitoring.incident", "i", "e1", "incident.updated", "{\"id\":\"i\",\"version\":2}");

        assertThat(new FactsOfWrites().check(evidence).violations())
                .singleElement()
                .asString()
                .contains("holds nothing of version 3 of i");
        evidence.told("monitoring.incident", "i", "e2", "incident.closed", "{\"id\":\"i\",\"version\":3}");
        assertThat(new FactsOfWrites().check(evidence).holds()).isTrue();
    }
}
