package vn.bamcoso.reporting.submission;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.shell.NavItem;

/** The lines that this room adds to the rail, with what waits behind them. */
@Configuration(proxyBeanMethods = false)
class Navigation {
    private static final Set<String> READERS = Set.of(
            "commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader");

    private static final Set<String> APPROVING = Set.of("provincial_staff", "provincial_director", "ministry_office");

    @Bean
    NavItem formsItem(Waiting waiting) {
        return new Line("reporting.forms.title", "/forms", 100, READERS) {
            @Override
            public int waiting(CurrentUser user) {
                return user.has(Desk.REPORTING.toArray(String[]::new)) ? waiting.atMyOffice(user) : 0;
            }
        };
    }

    @Bean
    NavItem approvalsItem(Waiting waiting) {
        return new Line("reporting.approvals.title", "/approvals", 110, APPROVING) {
            @Override
            public int waiting(CurrentUser user) {
                return waiting.forApproval(user);
            }
        };
    }

    @Bean
    NavItem completenessItem(Forms forms, Grants grants) {
        return new Line("reporting.completeness.title", "/completeness", 120, READERS) {
            @Override
            public boolean shownTo(CurrentUser user) {
                return super.shownTo(user) && forms.all().stream().map(Form::field).distinct().anyMatch(field -> grants.widest(user, field, List.of()).isPresent());
            }
        };
    }

    @Bean
    NavItem submissionsItem() {
        return new Line("reporting.submissions.title", "/submissions", 130, READERS);
    }

    @Bean
    NavItem importsItem() {
        return new Line("reporting.imports.title", "/imports", 140,
                Set.of("commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department"));
    }

    @Bean
    Waiting waiting(JdbcClient jdbc, TransactionTemplate transaction, Desk desk) {
        return new Waiting(jdbc, transaction, desk);
    }

    /** Counts that are asked on every page: one short query each. */
    record Waiting(JdbcClient jdbc, TransactionTemplate transaction, Desk desk) {
        int atMyOffice(CurrentUser user) {
            var offices = desk.drafting(user).stream().map(grant -> grant.officeId()).toArray(Integer[]::new);
            return transaction.execute(running -> jdbc.sql("""
                            select count(*) from reporting.submission
                            where office_id = any (:offices) and status in ('draft', 'presented', 'returned', 'correcting')""")
                    .param("offices", offices)
                    .query(Integer.class)
                    .single());
        }

        /** Before the ministry lie few; they have an index of their own. */
        int forApproval(CurrentUser user) {
            String counted = user.has(Desk.PROVINCE.toArray(String[]::new)) ? "select count(*) from reporting.submission where status = 'submitted' and waits_at <> 'ministry'" : "select count(*) from reporting.submission where waits_at = 'ministry'";
            return transaction.execute(running -> jdbc.sql(counted).query(Integer.class).single());
        }
    }

    private static class Line implements NavItem {
        private final String label;
        private final String path;
        private final int order;
        private final Set<String> roles;

        Line(String label, String path, int order, Set<String> roles) {
            this.label = label;
            this.path = path;
            this.order = order;
            this.roles = roles;
        }

        @Override
        public String group() {
            return "shell.nav.reports";
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public boolean shownTo(CurrentUser user) {
            return user.has(roles.toArray(String[]::new));
        }
    }
}
