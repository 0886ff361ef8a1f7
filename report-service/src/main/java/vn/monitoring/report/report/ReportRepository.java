package vn.monitoring.report.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Stores reports.
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {}
