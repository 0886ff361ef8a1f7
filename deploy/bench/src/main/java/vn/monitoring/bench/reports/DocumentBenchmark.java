package vn.monitoring.bench.reports;

import java.util.ArrayList;
import java.util.List;
import vn.monitoring.bench.indicators.IndicatorBench;
import vn.monitoring.bench.load.Accounts;
import vn.monitoring.bench.measure.Latencies;
import vn.monitoring.bench.measure.Target;
import vn.monitoring.bench.suite.Benchmark;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// Documents of one report after the other: the preview of a draft, and sending it, which renders, signs and stores
/// every format of an edition.
final class DocumentBenchmark implements Benchmark<IndicatorBench> {

    private static final Target DOCX = Target.atMost(1_000);
    private static final Target SIGNED = Target.atMost(2_000);
    private static final int REPORTS = 60;
    private static final int WARM_UP = 10;

    private record Nothing() {}

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public void run(IndicatorBench bench) {
        try (ReportDatabase database = new ReportDatabase(bench.site().databaseUrl(ReportDatabase.ROLE))) {
            ReportingRound round = ReportingRound.open(bench, database);
            round.owe();
            round.draft();
            List<ReportDatabase.Draft> drafts = database.someDrafts(ReportingRound.NAME, round.period(), REPORTS);
            Session heads = heads(bench, drafts);
            Latencies docx = new Latencies();
            Latencies pdf = new Latencies();
            Latencies sent = new Latencies();
            for (int index = 0; index < drafts.size(); index++) {
                String report = "/api/v1/reports/" + drafts.get(index).id();
                long wordTook = timed(() -> heads.download(report + "/document?format=docx"));
                long pdfTook = timed(() -> heads.download(report + "/document?format=pdf"));
                long sendTook = timed(() -> heads.write(
                        Write.post(report + "/submission", new Nothing()).ifMatch("*")));
                if (index >= WARM_UP) {
                    docx.record(wordTook);
                    pdf.record(pdfTook);
                    sent.record(sendTook);
                }
            }
            tell(bench, "a draft as docx", docx, DOCX);
            tell(bench, "a draft as PDF", pdf, SIGNED);
            tell(bench, "sent: all formats rendered, PDF and JSON signed", sent, SIGNED);
        }
    }

    private void tell(IndicatorBench bench, String what, Latencies latencies, Target target) {
        bench.figure(name(), what + ", p50", latencies.percentile(50), "ms");
        bench.figure(name(), what + ", p99", latencies.percentile(99), "ms", target);
    }

    private static long timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static Session heads(IndicatorBench bench, List<ReportDatabase.Draft> drafts) {
        List<String> units = new ArrayList<>(
                drafts.stream().map(ReportDatabase.Draft::unitCode).distinct().toList());
        try (Accounts accounts = new Accounts(bench.site().keycloak())) {
            accounts.ensure(new Accounts.Account(
                    "bench-heads", "Thủ trưởng đo hiệu năng", units, List.of("unit-head", "reporter")));
        }
        return bench.api().as("bench-heads");
    }
}
