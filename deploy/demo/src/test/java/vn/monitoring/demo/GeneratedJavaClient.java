package vn.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.monitoring.api.AccessTokens;
import vn.monitoring.api.ApiClient;
import vn.monitoring.api.ApiException;
import vn.monitoring.api.ApiResponse;
import vn.monitoring.api.Events;
import vn.monitoring.api.model.BatchAnswer;
import vn.monitoring.api.model.Indicator;
import vn.monitoring.api.model.Measurement;
import vn.monitoring.api.model.MeasurementRequest;
import vn.monitoring.api.model.MeasurementRevision;
import vn.monitoring.api.model.Plan;
import vn.monitoring.api.model.Unit;
import vn.monitoring.api.model.UnitPage;
import vn.monitoring.api.operation.ExportsApi;
import vn.monitoring.api.operation.MeasurementsApi;
import vn.monitoring.api.operation.PlansApi;
import vn.monitoring.api.operation.UnitsApi;

/// What a developer of a provincial system does first, with the generated Java client: finds the way to an indicator,
/// writes its figure, repeats, revises, meets each kind of error, sends a batch, downloads a file and hears of it all.
final class GeneratedJavaClient {

    private static final String UNIT = "10675";

    /// Before every figure of the demo and of the other tests.
    private static final String PERIOD = "2023-05";

    private static final LocalDate AS_OF = LocalDate.of(2023, 5, 14);

    private final ApiClient client;
    private final MeasurementsApi measurements;

    GeneratedJavaClient(URI gateway, Supplier<String> token) {
        this.client = new ApiClient();
        client.updateBaseUri(gateway.toString());
        client.setRequestInterceptor(AccessTokens.bearer(token));
        this.measurements = new MeasurementsApi(client);
    }

    void run() throws Exception {
        listsUnitsPageByPage();
        Indicator indicator = anIndicatorInPercent();
        try (Events events = Events.open(client, "measurement.submitted", UNIT, null)) {
            Measurement stored = writesOnce(indicator.getId());
            hears(events, stored.getId());
            readsAndRevises(stored.getId());
        }
        meetsViolations(indicator.getId());
        sendsABatch(indicator.getId());
        downloadsCsv();
    }

    private void listsUnitsPageByPage() throws ApiException {
        UnitsApi api = new UnitsApi(client);
        List<String> codes = new ArrayList<>();
        String cursor = null;
        do {
            UnitPage page = api.listUnits(UnitsApi.APIListUnitsRequest.newBuilder()
                    .limit(2)
                    .cursor(cursor)
                    .build());
            page.getItems().stream().map(Unit::getCode).forEach(codes::add);
            cursor = page.getNext();
        } while (cursor != null);
        assertThat(codes).contains(UNIT).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    private Indicator anIndicatorInPercent() throws ApiException {
        PlansApi plans = new PlansApi(client);
        Plan plan = plans.listPlans(
                        PlansApi.APIListPlansRequest.newBuilder().unit(UNIT).build())
                .getItems()
                .getFirst();
        return plans
                .listIndicatorsOfPlan(PlansApi.APIListIndicatorsOfPlanRequest.newBuilder()
                        .id(plan.getId())
                        .limit(200)
                        .build())
                .getItems()
                .stream()
                .filter(indicator -> indicator.getMeasureUnit() != null
                        && indicator.getMeasureUnit().strip().startsWith("%"))
                .findFirst()
                .orElseThrow();
    }

    private Measurement writesOnce(UUID indicator) throws ApiException {
        MeasurementRequest figure = new MeasurementRequest()
                .indicatorId(indicator)
                .period(PERIOD)
                .numerator(new BigDecimal("61"))
                .denominator(new BigDecimal("100"))
                .asOf(AS_OF);
        var request = MeasurementsApi.APISubmitMeasurementRequest.newBuilder()
                .measurementRequest(figure)
                .idempotencyKey(UUID.randomUUID().toString())
                .build();
        Measurement stored = measurements.submitMeasurement(request);
        assertThat(stored.getNumerator()).isEqualByComparingTo("61");
        assertThat(measurements.submitMeasurement(request)).isEqualTo(stored);
        return stored;
    }

    private static void hears(Events events, UUID measurement) throws Exception {
        Events.Event event = CompletableFuture.supplyAsync(() -> {
                    try {
                        return events.next().orElseThrow();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .get(30, TimeUnit.SECONDS);
        assertThat(event.id()).isNotEmpty();
        assertThat(event.entry().getType()).endsWith("measurement.submitted.v1");
        assertThat(event.entry().getSubject()).isEqualTo(measurement.toString());
    }

    private void readsAndRevises(UUID id) throws ApiException {
        ApiResponse<Measurement> read = measurements.getMeasurementWithHttpInfo(
                MeasurementsApi.APIGetMeasurementRequest.newBuilder().id(id).build());
        String etag = read.getHeaders().get("etag").getFirst();

        ApiException notModified = catchThrowableOfType(
                ApiException.class,
                () -> measurements.getMeasurement(MeasurementsApi.APIGetMeasurementRequest.newBuilder()
                        .id(id)
                        .ifNoneMatch(etag)
                        .build()));
        assertThat(notModified.getCode()).isEqualTo(304);

        var revision = MeasurementsApi.APIReviseMeasurementRequest.newBuilder()
                .id(id)
                .ifMatch(etag)
                .measurementRevision(new MeasurementRevision()
                        .numerator(new BigDecimal("62.5"))
                        .denominator(new BigDecimal("100"))
                        .asOf(AS_OF))
                .build();
        assertThat(measurements.reviseMeasurement(revision).getNumerator()).isEqualByComparingTo("62.5");

        ApiException stale = catchThrowableOfType(ApiException.class, () -> measurements.reviseMeasurement(revision));
        assertThat(stale.getCode()).isEqualTo(412);
        assertThat(stale.is("STALE")).isTrue();
    }

    private void meetsViolations(UUID indicator) {
        MeasurementRequest withoutPeriod =
                new MeasurementRequest().indicatorId(indicator).period(" ").asOf(AS_OF);
        ApiException invalid = catchThrowableOfType(
                ApiException.class,
                () -> measurements.submitMeasurement(MeasurementsApi.APISubmitMeasurementRequest.newBuilder()
                        .measurementRequest(withoutPeriod)
                        .build()));
        assertThat(invalid.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.getCode()).isEqualTo("INVALID_REQUEST");
            assertThat(problem.getViolations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.getField()).isEqualTo("period"));
        });
    }

    private void sendsABatch(UUID indicator) throws ApiException {
        String rows = """
                indicator_id,period,numerator,denominator,as_of
                %s,2023-07,7,10,2023-07-14
                %s,2023-07,7,10,2023-07-14
                """.formatted(indicator, UUID.randomUUID());
        ApiResponse<BatchAnswer> answer =
                measurements.submitMeasurementsWithHttpInfo(MeasurementsApi.APISubmitMeasurementsRequest.newBuilder()
                        .body(rows)
                        .build());
        assertThat(answer.getStatusCode()).isEqualTo(207);
        assertThat(answer.getData().getSummary().getRows()).isEqualTo(2);
        assertThat(answer.getData().getSummary().getFailed()).isEqualTo(1);
        assertThat(answer.getData().getResults()).hasSize(2);
    }

    private void downloadsCsv() throws ApiException, IOException {
        var file = new ExportsApi(client)
                .exportMeasurements(ExportsApi.APIExportMeasurementsRequest.newBuilder()
                        .unit(UNIT)
                        .period(PERIOD)
                        .build());
        assertThat(Files.readAllLines(file.toPath())).hasSizeGreaterThan(1);
    }
}
