package vn.monitoring.task.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            nothing to say               | false | true  | 40  | 0    | 0    | 0 | 40  | -     | -
            money and work in step       | false | true  | 40  | 1000 | 400  | 0 | 40  | 40.0  | -
            exactly 20 points ahead      | false | true  | 40  | 1000 | 600  | 0 | 40  | 60.0  | -
            a đồng more than 20 ahead    | false | true  | 40  | 1000 | 601  | 0 | 40  | 60.1  | DISBURSED_AHEAD
            a hair, though rounded away  | false | true  | 40  | 100000 | 60001 | 0 | 40 | 60.0 | DISBURSED_AHEAD
            work ahead of the money      | false | true  | 90  | 1000 | 100  | 0 | 90  | 10.0  | -
            paid before work began       | false | true  | -   | 1000 | 300  | 0 | 0   | 30.0  | DISBURSED_AHEAD
            advance within the tolerance | false | true  | -   | 1000 | 200  | 0 | 0   | 20.0  | -
            continuous, no percent       | false | false | -   | 1000 | 900  | 0 | -   | 90.0  | -
            done, nothing attached       | true  | true  | 100 | 0    | 0    | 0 | 100 | -     | DONE_WITHOUT_DELIVERABLE
            done and attached            | true  | true  | 100 | 1000 | 1000 | 1 | 100 | 100.0 | -
            continuous done, nothing     | true  | false | -   | 0    | 0    | 0 | 100 | -     | DONE_WITHOUT_DELIVERABLE
            said to be all done          | false | true  | 100 | 0    | 0    | 0 | 100 | -     | DONE_WITHOUT_DELIVERABLE
            done, paid more              | true  | true  | 100 | 1000 | 1001 | 2 | 100 | 100.1 | OVERSPENT
            paid more, little done       | false | true  | 50  | 1000 | 1500 | 0 | 50  | 150.0 | DISBURSED_AHEAD+OVERSPENT
            paid without a budget        | false | true  | 50  | 0    | 5    | 0 | 50  | -     | DISBURSED_AHEAD+OVERSPENT
            """)
    void holdsProgressMoneyAndDeliverablesTogether(
            String name,
            boolean completed,
            boolean oneOff,
            Integer percent,
            BigDecimal allocated,
            BigDecimal disbursed,
            int deliverables,
            Integer progress,
            BigDecimal rate,
            String mismatches) {
        Reconciliation found = Reconciliation.of(completed, oneOff, percent, allocated, disbursed, deliverables);

        assertThat(found.progressPercent()).isEqualTo(progress);
        assertThat(found.disbursedPercent()).isEqualTo(rate);
        assertThat(found.deliverables()).isEqualTo(deliverables);
        assertThat(found.mismatches().stream().map(Enum::name).toList())
                .as(name)
                .isEqualTo(mismatches == null ? java.util.List.of() : java.util.List.of(mismatches.split("\\+", -1)));
    }
}
