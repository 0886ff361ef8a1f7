package vn.monitoring.bench.badinput;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.Site;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;

/// Looks whether the platform is still whole after all that: everything ready, every fact told, none parked, the audit
/// trails intact.
final class Aftermath {

    private final Site site;
    private final Path project;
    private final Api api;
    private final Databases databases;

    Aftermath(Site site, Path project, Api api, Databases databases) {
        this.site = site;
        this.project = project;
        this.api = api;
        this.databases = databases;
    }

    /// @param parkedBefore how many facts were parked before the run
    void check(long parkedBefore, Findings findings) {
        services().forEach((name, port) -> {
            int status = ready(port);
            if (status != 200) {
                findings.add("%s is not ready: %d".formatted(name, status));
            }
        });
        try {
            databases.settled();
        } catch (ClientFailure unrest) {
            findings.add("%s (%d facts wait to be told)".formatted(unrest.getMessage(), databases.backlog()));
        }
        long parked = databases.parked() - parkedBefore;
        if (parked > 0) {
            findings.add("%d facts were parked by consumers: look into inbox_parked".formatted(parked));
        }
        audit(findings);
    }

    private Map<String, Integer> services() {
        Map<String, Integer> services = new LinkedHashMap<>();
        services.put("gateway", site.ports().gateway());
        services.put("indicator-service", site.ports().indicator());
        services.put("task-service", site.ports().task());
        services.put("report-service", site.ports().report());
        return services;
    }

    private int ready(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .build();
        try {
            return api.http()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted", e);
        }
    }

    /// As operators do it.
    private void audit(Findings findings) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                project.resolve("deploy/audit/target/audit.jar").toString(),
                "--home",
                site.home().folder().toString(),
                "audit",
                "verify");
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                findings.add("audit verify: " + said.strip());
            }
        } catch (IOException e) {
            throw new ClientFailure("audit verify cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("Interrupted during audit verify", e);
        }
    }
}
