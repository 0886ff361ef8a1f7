package vn.monitoring.bench.country;

/// An indicator of the canonical catalogue: a share of which more is better.
///
/// @param name exactly as in the catalogue, so that a plan's row of this name is linked to it
public record CatalogueEntry(String code, String name, String unit) {}
