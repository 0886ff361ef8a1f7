package vn.monitoring.bench.country;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Names for communes: two syllables as place names have them. As in the real country, 246 names stand for more than
/// one commune, each time in another province: a name is no key.
final class CommuneNames {

    static final int REPEATED = 246;

    private static final List<String> FIRST = List.of(
            "An", "Bắc", "Bạch", "Bảo", "Bình", "Cẩm", "Cao", "Châu", "Đại", "Định", "Đoàn", "Đông", "Đồng", "Đức",
            "Gia", "Giao", "Hà", "Hải", "Hạnh", "Hiệp", "Hòa", "Hoàng", "Hồng", "Hùng", "Hưng", "Khánh", "Kim", "Lạc",
            "Lâm", "Liên", "Long", "Lương", "Mai", "Minh", "Mỹ", "Nam", "Nghĩa", "Ngọc", "Nhân", "Ninh", "Phong", "Phú",
            "Phúc", "Phước", "Quang", "Quảng", "Quỳnh", "Sơn", "Tam", "Tân", "Tây", "Thái", "Thanh", "Thạnh", "Thiện",
            "Thịnh", "Thuận", "Thượng", "Tiên", "Trung", "Tú", "Vạn", "Văn", "Việt", "Vĩnh", "Xuân", "Yên");
    private static final List<String> SECOND = List.of(
            "An", "Bình", "Cường", "Châu", "Dương", "Điền", "Định", "Đô", "Đức", "Giang", "Hà", "Hải", "Hậu", "Hiệp",
            "Hòa", "Hội", "Hợp", "Hưng", "Khê", "Lạc", "Lâm", "Lập", "Lễ", "Lộc", "Lợi", "Long", "Lương", "Mỹ", "Ngãi",
            "Nghĩa", "Ninh", "Phong", "Phú", "Phúc", "Phước", "Quang", "Quý", "Sơn", "Tân", "Tâm", "Thái", "Thành",
            "Thạnh", "Thắng", "Thịnh", "Thọ", "Thuận", "Thủy", "Tiến", "Trạch", "Trị", "Trung", "Trường", "Tường",
            "Văn", "Viên", "Xá", "Xuân", "Yên");

    private CommuneNames() {}

    /// A name for every place in the list.
    ///
    /// @param provinces of each commune, in order; two communes with one name lie in two provinces
    /// @param taken names not to use
    static List<String> of(List<String> provinces, Set<String> taken, Random random) {
        List<String> pool = pool(taken, random);
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < provinces.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, random);
        List<String> names = new ArrayList<>(Collections.nCopies(provinces.size(), ""));
        Set<Integer> named = new HashSet<>();
        int next = 0;
        for (int i = 0; i + 1 < places.size() && next < REPEATED; i += 2) {
            int one = places.get(i);
            int other = places.get(i + 1);
            if (!provinces.get(one).equals(provinces.get(other))) {
                names.set(one, pool.get(next));
                names.set(other, pool.get(next));
                named.add(one);
                named.add(other);
                next++;
            }
        }
        for (int place : places) {
            if (named.add(place)) {
                names.set(place, pool.get(next++));
            }
        }
        return names;
    }

    private static List<String> pool(Set<String> taken, Random random) {
        List<String> pool = new ArrayList<>();
        for (String first : FIRST) {
            for (String second : SECOND) {
                String name = first + " " + second;
                if (!first.equals(second) && !taken.contains(name)) {
                    pool.add(name);
                }
            }
        }
        Collections.shuffle(pool, random);
        return pool;
    }
}
