package vn.monitoring.local;

import java.util.List;
import vn.monitoring.local.component.Home;
import vn.monitoring.local.component.Ports;

/// What a person needs to know once the platform is ready.
final class Welcome {

    private Welcome() {}

    static List<String> lines(Home home, Ports ports) {
        return """

                API         http://localhost:%1$d/api/v1
                Sign-in     http://localhost:%2$d/realms/monitoring
                Keycloak    http://localhost:%2$d/admin             admin / admin
                PostgreSQL  jdbc:postgresql://127.0.0.1:%3$d/indicator    indicator / indicator (task, report alike)
                Kafka       127.0.0.1:%4$d

                Demo users  password demo, named by role and unit (province 31 Hải Phòng, 24 Bắc Ninh)
                  province  admin-31  steering-31  leader-31  standing-31  inspector-31           (… -24)
                  commune   standing-10675  leader-10675  head-10675  reporter-10675    (… -11002 -10750 -07228)
                  agency    reporter-10675-vhxh  reporter-10675-hcc

                Logs        %5$s
                See also    ./platform status · ./platform logs gateway -f · ./platform demo · ./platform down
                """.formatted(ports.gateway(), ports.keycloak(), ports.postgres(), ports.kafka(), home.logs())
                .lines()
                .toList();
    }
}
