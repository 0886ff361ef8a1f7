package vn.monitoring.kit.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Tells of every scheduled job when it last succeeded, how often it should, and how often it failed.
@ApplicationScoped
class Jobs {

    private final Scheduler scheduler;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    Jobs(Scheduler scheduler, MeterRegistry registry, Clock clock) {
        this.scheduler = scheduler;
        this.registry = registry;
        this.clock = clock;
    }

    private static final class Job {

        private final Counter failures;
        private volatile long succeeded;
        private volatile long interval;

        private Job(Counter failures, long succeeded) {
            this.failures = failures;
            this.succeeded = succeeded;
        }
    }

    /// A job that has not run yet counts from the start.
    void start(@Observes StartupEvent event) {
        if (scheduler.isStarted()) {
            scheduler.getScheduledJobs().forEach(trigger -> job(trigger.getId()));
        }
    }

    void succeeded(@Observes SuccessfulExecution success) {
        Job job = job(success.getExecution().getTrigger().getId());
        job.succeeded = clock.millis();
        job.interval = intervalOf(success.getExecution());
    }

    void failed(@Observes FailedExecution failure) {
        Job job = job(failure.getExecution().getTrigger().getId());
        job.failures.increment();
        job.interval = intervalOf(failure.getExecution());
    }

    private static long intervalOf(ScheduledExecution execution) {
        Trigger trigger = execution.getTrigger();
        return trigger.getNextFireTime() == null
                ? 0
                : Duration.between(execution.getScheduledFireTime(), trigger.getNextFireTime())
                        .toMillis();
    }

    private Job job(String id) {
        return jobs.computeIfAbsent(id, this::register);
    }

    private Job register(String id) {
        Job job = new Job(
                Counter.builder("monitoring.job.failures")
                        .description("How often a scheduled job failed")
                        .tag("job_name", id)
                        .register(registry),
                clock.millis());
        TimeGauge.builder("monitoring.job.last.success.timestamp", job, TimeUnit.MILLISECONDS, it -> it.succeeded)
                .description("When a scheduled job last succeeded, at first when it was planned")
                .tag("job_name", id)
                .register(registry);
        TimeGauge.builder("monitoring.job.interval", job, TimeUnit.MILLISECONDS, it -> it.interval)
                .description("How often a scheduled job is to run; 0 before its first run")
                .tag("job_name", id)
                .register(registry);
        return job;
    }
}
