package vn.monitoring.report.letterhead;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.report.document.OfficialDocument.Layout;

class StandardLetterheadTest {

    private static final Office HAI_PHONG = new Office("31", "Thành phố Hải Phòng", "PROVINCE", null, null);
    private static final Office BAC_NINH = new Office("24", "Tỉnh Bắc Ninh", "PROVINCE", null, null);
    private static final Office KINH_MON = new Office("10675", "Phường Kinh Môn", "COMMUNE_PHUONG", null, HAI_PHONG);
    private static final Office PHU_THAI = new Office("10750", "Xã Phú Thái", "COMMUNE_XA", null, HAI_PHONG);
    private static final Office CULTURE =
            new Office("10675.VHXH", "Phòng Văn hóa - Xã hội", "AGENCY", "VHXH", KINH_MON);
    private static final Office POLICE = new Office("10750.CA", "Công an xã", "AGENCY", "CA", PHU_THAI);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            31,         GOVERNMENT, -,                                ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG, BC-UBND, Hải Phòng, TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH
            24,         PARTY,      -,                                TỈNH ỦY BẮC NINH,                    BC/TU,   Bắc Ninh,  T/M BAN THƯỜNG VỤ,   BÍ THƯ
            31,         PARTY,      -,                                THÀNH ỦY HẢI PHÒNG,                  BC/TU,   Hải Phòng, T/M BAN THƯỜNG VỤ,   BÍ THƯ
            10675,      GOVERNMENT, -,                                ỦY BAN NHÂN DÂN PHƯỜNG KINH MÔN,     BC-UBND, Kinh Môn,  TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH
            10675,      PARTY,      ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG,      ĐẢNG ỦY PHƯỜNG KINH MÔN,             BC/ĐU,   Kinh Môn,  T/M BAN THƯỜNG VỤ,   BÍ THƯ
            10750,      PARTY,      ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG,      ĐẢNG ỦY XÃ PHÚ THÁI,                 BC/ĐU,   Phú Thái,  T/M BAN THƯỜNG VỤ,   BÍ THƯ
            10675.VHXH, GOVERNMENT, ỦY BAN NHÂN DÂN PHƯỜNG KINH MÔN,  PHÒNG VĂN HÓA - XÃ HỘI,              BC-VHXH, Kinh Môn,  -,                   TRƯỞNG PHÒNG
            10750.CA,   GOVERNMENT, ỦY BAN NHÂN DÂN XÃ PHÚ THÁI,      CÔNG AN XÃ,                          BC-CA,   Phú Thái,  -,                   TRƯỞNG CÔNG AN
            """)
    void headsAndSignsByLevelKindAndLayout(
            String code,
            Layout layout,
            @Nullable String superior,
            String authority,
            String symbol,
            String place,
            @Nullable String onBehalfOf,
            String position) {
        Letterhead letterhead = StandardLetterhead.of(office(code), layout);

        assertThat(letterhead.superior()).isEqualTo(superior);
        assertThat(letterhead.authority()).isEqualTo(authority);
        assertThat(letterhead.symbol()).isEqualTo(symbol);
        assertThat(letterhead.place()).isEqualTo(place);
        assertThat(letterhead.onBehalfOf()).isEqualTo(onBehalfOf);
        assertThat(letterhead.position()).isEqualTo(position);
        assertThat(letterhead.recipients()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31,GOVERNMENT,Ủy ban nhân dân thành phố Hải Phòng",
        "24,GOVERNMENT,Ủy ban nhân dân tỉnh Bắc Ninh",
        "24,PARTY,Tỉnh ủy Bắc Ninh",
        "10675,PARTY,Đảng ủy phường Kinh Môn",
        "10675.VHXH,GOVERNMENT,Phòng Văn hóa - Xã hội"
    })
    void namesWhomADocumentIsAddressedTo(String code, Layout layout, String name) {
        assertThat(StandardLetterhead.addressed(office(code), layout)).isEqualTo(name);
    }

    private static Office office(String code) {
        return switch (code) {
            case "31" -> HAI_PHONG;
            case "24" -> BAC_NINH;
            case "10675" -> KINH_MON;
            case "10750" -> PHU_THAI;
            case "10675.VHXH" -> CULTURE;
            case "10750.CA" -> POLICE;
            default -> throw new IllegalArgumentException(code);
        };
    }
}
