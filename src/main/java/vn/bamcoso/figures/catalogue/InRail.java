package vn.bamcoso.figures.catalogue;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

/** The lines of figures in the rail: what is counted, and what was printed. */
@Configuration(proxyBeanMethods = false)
class InRail {
    private static final Set<String> READERS = Set.of(
            "commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader");

    @Bean
    NavItem catalogueItem() {
        return new Line("figures.catalogue.title", "/figures", 200);
    }

    @Bean
    NavItem statementsItem() {
        return new Line("figures.statement.title", "/statements", 210);
    }

    private record Line(String label, String path, int order) implements NavItem {
        @Override
        public String group() {
            return "shell.nav.figures";
        }

        @Override
        public boolean shownTo(CurrentUser user) {
            return user.has(READERS.toArray(String[]::new));
        }
    }
}
