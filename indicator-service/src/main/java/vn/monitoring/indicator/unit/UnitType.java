package vn.monitoring.indicator.unit;

/// What kind of unit it is; ranking and reports compare like with like.
public enum UnitType {
    PROVINCE,
    /// Xã
    COMMUNE_XA,
    /// Phường
    COMMUNE_PHUONG,
    /// Đặc khu
    COMMUNE_DACKHU,
    /// Phòng, trung tâm, công an, trường, trạm y tế …
    AGENCY,
    /// Thôn, tổ dân phố …
    SUB_UNIT
}
