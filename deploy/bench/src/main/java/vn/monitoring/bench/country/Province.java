package vn.monitoring.bench.country;

/// One of the 34 provinces since 1 July 2025.
///
/// @param communes how many communes it has
/// @param special how many of them are special zones (đặc khu)
public record Province(String code, String name, int communes, int special) {}
