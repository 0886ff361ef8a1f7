package vn.monitoring.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phường", "Nghị", "quyết", "chuyển", "đổi", "số", "hạ", "tầng", "khoa", "học", "ý", "ở", "uỷ", "yêu",
                "giữa", "khuya", "thuở", "quốc", "ngoằn", "xoong", "nghiệp", "tuyến", "giải", "gì"
            })
    void takesWords(String word) {
        assertThat(Syllable.isPossible(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ph", "phươ", "ng", "quyế", "số2", "Internet", "Gbps", "hạtầng", "", "tổchức", "điệ"})
    void refusesFragmentsAndForeignWords(String letters) {
        assertThat(Syllable.isPossible(letters)).isFalse();
    }
}
