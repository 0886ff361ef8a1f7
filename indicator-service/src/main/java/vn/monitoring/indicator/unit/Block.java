package vn.monitoring.indicator.unit;

/// The part of the political system (khối) that a unit or a plan belongs to.
public enum Block {
    DANG,
    CHINH_QUYEN,
    HDND,
    MTTQ
}
