package vn.monitoring.report.letterhead;

import org.jspecify.annotations.Nullable;

/// A unit as its letterhead needs it.
///
/// @param type PROVINCE, COMMUNE_XA, COMMUNE_PHUONG, COMMUNE_DACKHU, AGENCY or SUB_UNIT
/// @param agencyType such as VHXH or CA; null for an administrative unit
/// @param above the unit above it; null for a province
record Office(
        String code,
        String name,
        String type,
        @Nullable String agencyType,
        @Nullable Office above) {

    boolean isProvince() {
        return type.equals("PROVINCE");
    }

    boolean isCommune() {
        return type.startsWith("COMMUNE");
    }

    /// `Hải Phòng` of `Thành phố Hải Phòng`: what stands before the date.
    String placeName() {
        if (!isProvince() && !isCommune()) {
            return above == null ? name : above.placeName();
        }
        for (String kind : new String[] {"Thành phố ", "Tỉnh ", "Phường ", "Xã ", "Đặc khu "}) {
            if (name.startsWith(kind)) {
                return name.substring(kind.length());
            }
        }
        return name;
    }

    /// The part of the code that tells an agency apart: `VHXH` of `10675.VHXH`.
    String shortCode() {
        return code.substring(code.lastIndexOf('.') + 1);
    }
}
