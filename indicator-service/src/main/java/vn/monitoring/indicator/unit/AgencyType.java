package vn.monitoring.indicator.unit;

import java.util.Arrays;
import java.util.Optional;
import vn.monitoring.kit.text.Text;

/// The kinds of agencies that communes and provinces have, whatever an agency is called where it is.
public enum AgencyType {
    VHXH("Phòng Văn hóa – Xã hội", "Office of culture and society", Block.CHINH_QUYEN),
    KT(
            "Phòng Kinh tế; Kinh tế, Hạ tầng và Đô thị",
            "Office of economy, infrastructure and urban affairs",
            Block.CHINH_QUYEN),
    HCC("Trung tâm Phục vụ hành chính công", "Public administration service centre", Block.CHINH_QUYEN),
    VP("Văn phòng HĐND và UBND", "Office of the People's Council and Committee", Block.CHINH_QUYEN),
    UBND("Ủy ban nhân dân", "People's Committee", Block.CHINH_QUYEN),
    CA("Công an", "Police", Block.CHINH_QUYEN),
    TYT("Trạm y tế", "Health station", Block.CHINH_QUYEN),
    TRUONG("Các trường học", "Schools", Block.CHINH_QUYEN),
    THON("Thôn, tổ dân phố", "Villages and residential groups", Block.CHINH_QUYEN),
    TTVH("Trung tâm Văn hóa, Thể thao và Truyền thông", "Centre of culture, sports and media", Block.CHINH_QUYEN),
    TTDVSNC("Trung tâm Dịch vụ sự nghiệp công", "Public service centre", Block.CHINH_QUYEN),
    HDND("Hội đồng nhân dân", "People's Council", Block.HDND),
    VPDU("Văn phòng Đảng ủy", "Office of the Party Committee", Block.DANG),
    BXDD("Ban Xây dựng Đảng", "Party building board", Block.DANG),
    UBKT("Ủy ban Kiểm tra", "Inspection commission", Block.DANG),
    BCD("Ban Chỉ đạo", "Steering committee", Block.DANG),
    MTTQ("Ủy ban Mặt trận Tổ quốc", "Fatherland Front", Block.MTTQ);

    private final Text label;
    private final Block usualBlock;

    AgencyType(String vi, String en, Block usualBlock) {
        this.label = new Text(vi, en);
        this.usualBlock = usualBlock;
    }

    public Text label() {
        return label;
    }

    /// The block that an agency of this kind usually belongs to.
    public Block usualBlock() {
        return usualBlock;
    }

    static Optional<AgencyType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
    }

    static String codes() {
        return String.join(", ", Arrays.stream(values()).map(Enum::name).toList());
    }
}
