package vn.monitoring.indicator.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// The catalogue of canonical indicators, by code.
@ApplicationScoped
public class CanonicalIndicatorRepository implements PanacheRepositoryBase<CanonicalIndicator, String> {}
