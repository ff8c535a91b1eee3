package vn.bamcoso.audit.page;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.audit.Verification;
import vn.bamcoso.basics.Problem;

/** What an auditor does with the contents of a line: looks at them, empties them by order, checks the trail. Each is a line itself. */
@Component
public class Reading {
    static final String CHECKED = "audit.trail.checked";

    private final TrailQueries queries;
    private final Trail trail;
    private final JdbcClient jdbc;

    Reading(TrailQueries queries, Trail trail, JdbcClient jdbc) {
        this.queries = queries;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** @throws Problem not found to everybody but the auditor */
    @Transactional
    public TrailQueries.Whole open(long line) {
        var whole = queries.line(line).orElseThrow(Problem::notFound);
        trail.write("audit.content.read", "line:" + line, null, null);
        return whole;
    }

    /**
     * Empties the contents of a line, e.g. by an order under the law on personal data. The line itself stays sealed.
     *
     * @param order number, date and issuer of the order
     */
    @Transactional
    public void erase(long line, String order) {
        queries.line(line).orElseThrow(Problem::notFound);
        if (order.strip().length() < 8) {
            throw Problem.refused("audit.problem.order-missing");
        }
        boolean erased = jdbc.sql("select audit.erase(:line, :order)").param("line", line).param("order", order.strip()).query(Boolean.class).single();
        if (!erased) {
            throw Problem.refused("audit.problem.erased-already");
        }
        trail.write("audit.content.erased", "line:" + line, null, Map.of("order", order.strip()));
    }

    /** Keeps that the whole trail was checked, and with what result. */
    @Transactional
    public void checked(Verification.Report report) {
        trail.write(CHECKED, "trail", null, Map.of("lines", report.lines(), "holds", report.holds(), "findings", report.findings().size()));
    }
}
