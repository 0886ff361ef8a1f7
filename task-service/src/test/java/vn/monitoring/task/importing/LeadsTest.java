package vn.monitoring.task.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadsTest {

    private static final Leads LEADS = new Leads(List.of(
            new Leads.Candidate("10675.VHXH", "Phòng Văn hóa - Xã hội", "VHXH", List.of("VH-XH")),
            new Leads.Candidate("10675.KT", "Phòng Kinh tế, Hạ tầng và Đô thị", "KT", List.of()),
            new Leads.Candidate("10675.VP", "Văn phòng HĐND và UBND", "VP", List.of()),
            new Leads.Candidate("10675.VPDU", "Văn phòng Đảng ủy", "VPDU", List.of()),
            new Leads.Candidate("10675.UBKT", "Ủy ban Kiểm tra Đảng ủy", "UBKT", List.of()),
            new Leads.Candidate("10675.CA", "Công an phường", "CA", List.of()),
            new Leads.Candidate("10675.UBND", "Ủy ban nhân dân phường", "UBND", List.of("UBND phường")),
            new Leads.Candidate("10675.MTTQ", "Ủy ban MTTQ Việt Nam phường", "MTTQ", List.of()),
            new Leads.Candidate("10675.TRUONG.1", "Trường Mầm non Hoa Sen", "TRUONG", List.of()),
            new Leads.Candidate("10675.TRUONG.2", "Trường Tiểu học Kinh Môn", "TRUONG", List.of())));

    @ParameterizedTest
    @CsvSource({
        "Phòng Văn hóa Xã hội, 10675.VHXH",
        "PHÒNG VĂN HOÁ – XÃ HỘI, 10675.VHXH",
        "Phòng Văn hóa - Xã hội phường, 10675.VHXH",
        "Trưởng phòng Văn hóa Xã hội, 10675.VHXH",
        "VH–XH, 10675.VHXH",
        "'Phòng Kinh tế, Hạ tầng và Đô thị phường Kinh Môn', 10675.KT",
        "Trưởng phòng Kinh tế Hạ tầng và Đô thị, 10675.KT",
        "Chánh Văn phòng Đảng uỷ, 10675.VPDU",
        "Văn phòng HĐND & UBND phường, 10675.VP",
        "Chủ nhiệm Ủy ban kiểm tra, 10675.UBKT",
        "Trưởng Công an phường, 10675.CA",
        "Phó Chủ tịch UBND phường, 10675.UBND",
        "Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam phường, 10675.MTTQ",
        "Trường Tiểu học Kinh Môn, 10675.TRUONG.2",
        "Trường Tiểu học, ",
        "Các cơ quan chuyên môn, ",
        "Thủ trưởng các cơ quan, ",
        "Đoàn Thanh niên, "
    })
    void findsTheUnitThatIsMeant(String lead, @Nullable String code) {
        assertThat(LEADS.find(lead).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Các cơ quan chuyên môn, đơn vị thuộc phường",
                "Thủ trưởng các cơ quan, đơn vị",
                "Toàn thể đơn vị"
            })
    void knowsACollective(String lead) {
        assertThat(Leads.isCollective(lead)).isTrue();
    }

    @Test
    void putsTheMainLeadFirst() {
        assertThat(Leads.split("Phòng Văn hóa – Xã hội; Trung tâm phục vụ hành chính công;"))
                .containsExactly("Phòng Văn hóa – Xã hội", "Trung tâm phục vụ hành chính công");
        assertThat(Leads.split(" - ")).isEmpty();
    }
}
