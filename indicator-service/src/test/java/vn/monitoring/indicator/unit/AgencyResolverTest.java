package vn.monitoring.indicator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyResolverTest {

    private final AgencyResolver.Directory directory = new AgencyResolver.Directory(
            List.of(
                    unit("10675", UnitType.COMMUNE_PHUONG, "Phường Kinh Môn"),
                    unit("10675.VHXH", UnitType.AGENCY, "Phòng Văn hóa - Xã hội", "VH-XH"),
                    unit("10675.KT", UnitType.AGENCY, "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT"),
                    unit("10675.HCC", UnitType.AGENCY, "Trung tâm Phục vụ hành chính công"),
                    unit("10675.CA", UnitType.AGENCY, "Công an phường Kinh Môn"),
                    unit("10675.VP", UnitType.AGENCY, "Văn phòng HĐND và UBND phường"),
                    unit("10675.MTTQ", UnitType.AGENCY, "Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam phường"),
                    unit("10675.UBND", UnitType.AGENCY, "Ủy ban nhân dân phường"),
                    unit("10675.BXDD", UnitType.AGENCY, "Ban Xây dựng Đảng"),
                    unit("10675.TRUONG1", UnitType.AGENCY, "Trường học"),
                    unit("10675.TRUONG2", UnitType.AGENCY, "Trường học")),
            "10675");

    private static Unit unit(String code, UnitType type, String name, String... aliases) {
        return new Unit(
                code, null, code, type, name, null, null, List.of(aliases), null, null, null, null, List.of(), 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phòng Văn hóa Xã hội | 10675.VHXH",
                "Phòng Văn hoá - Xã hội | 10675.VHXH",
                "PHÒNG VĂN HÓA – XÃ HỘI PHƯỜNG KINH MÔN | 10675.VHXH",
                "VH - XH | 10675.VHXH",
                "Phòng VHXH | ''",
                "Trưởng phòng Văn hóa Xã hội | 10675.VHXH",
                "Phó Giám đốc Trung tâm hành chính công | 10675.HCC",
                "Trưởng Công an phường | 10675.CA",
                "Công an | 10675.CA",
                "Công an xã | 10675.CA",
                "Phòng Kinh tế hạ tầng và Đô thị | 10675.KT",
                "Phòng Kinh tế, Hạ tầng và Đô thị | 10675.KT",
                "Văn phòng HĐND-UBND | 10675.VP",
                "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường | 10675.VP",
                "Uỷ ban MTTQ Việt Nam phường | 10675.MTTQ",
                "Ủy ban Mặt trận Tổ quốc | 10675.MTTQ",
                "UBND phường | 10675.UBND",
                "Trưởng ban Xây dựng Đảng | 10675.BXDD",
                "Trường học | ''",
                "Sở Nội vụ | ''",
            })
    void findsAnAgencyByTheNamesItGoesBy(String text, String code) {
        assertThat(directory.find(text).orElse("")).isEqualTo(code);
    }

    @Test
    void readsSeveralLeadsInOrder() {
        AgencyResolver.Resolution resolution =
                directory.resolve("Phòng Văn hóa Xã hội, phòng Kinh tế hạ tầng và Đô thị; Công an phường");

        assertThat(resolution.unitCodes()).containsExactly("10675.VHXH", "10675.KT", "10675.CA");
        assertThat(resolution.lead()).contains("10675.VHXH");
        assertThat(resolution.unknown()).isEmpty();
    }

    @Test
    void tellsWhoIsMeantCollectivelyAndWhoIsUnknown() {
        AgencyResolver.Resolution resolution =
                directory.resolve("Phòng Văn hóa Xã hội, các cơ quan liên quan; Doanh nghiệp viễn thông");

        assertThat(resolution.unitCodes()).containsExactly("10675.VHXH");
        assertThat(resolution.collective()).containsExactly("các cơ quan liên quan");
        assertThat(resolution.unknown()).containsExactly("Doanh nghiệp viễn thông");
    }

    @Test
    void readsPositionsOfSeveralAgencies() {
        AgencyResolver.Resolution resolution =
                directory.resolve("Trưởng phòng Văn hóa Xã hội, trưởng các phòng, ban, ngành");

        assertThat(resolution.unitCodes()).containsExactly("10675.VHXH");
        assertThat(resolution.collective()).containsExactly("trưởng các phòng, ban, ngành");
    }
}
