package vn.bamcoso.tasks;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;

/**
 * The four books of the State's task system: done in time, done late, in progress in time, in progress late. Of any past day,
 * as known at any moment; late stays late. A share stands in them while it is owed; one taken back or merged into another does
 * not. The clock of a share stops on the day on which its completion was proposed; if the issuer returns it, it runs on.
 * Lateness belongs to the post; there is no ranking of people.
 */
@Component
public class Books {
    public static final List<String> BY = List.of("directive", "task", "office", "post", "field", "period");

    /**
     * What is asked.
     *
     * @param on the day; not ahead of today
     * @param known as it was known at this moment; null: as known now
     * @param by one of {@link #BY}
     * @param directive only of this one; {@code office} only shares of this office; {@code issuer} only tasks issued by it; null: all
     */
    public record Question(LocalDate on, @Nullable Instant known, String by, @Nullable Integer directive, @Nullable Integer office, @Nullable Integer issuer) {
        public static Question of(LocalDate on, String by) {
            return new Question(on, null, by, null, null, null);
        }
    }

    /**
     * One line of the books.
     *
     * @param key id of the directive, task, office or field; of a period year × 10 + quarter of the date; of a post the position of its role
     * @param latest most days that one of them is or was late
     */
    public record Line(long key, String nameVi, String nameEn, int done, int doneLate, int open, int openLate, int latest) {
        public int total() {
            return done + doneLate + open + openLate;
        }

        public Line plus(Line other) {
            return new Line(0, "", "", done + other.done, doneLate + other.doneLate, open + other.open, openLate + other.openLate, Math.max(latest, other.latest));
        }
    }

    public static final Line NOTHING = new Line(0, "", "", 0, 0, 0, 0, 0);

    private final JdbcClient jdbc;
    private final Desk desk;

    Books(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** The lines with the most late ones first. @throws Problem refused when the day lies ahead or nothing is grouped by that */
    @Transactional(readOnly = true)
    public List<Line> ask(Question question) {
        return named(question.by(), counted(question));
    }

    /** The same without names: of a long list only the part that is shown needs them. */
    @Transactional(readOnly = true)
    public List<Line> counted(Question question) {
        if (question.on().isAfter(desk.today())) {
            throw Problem.refused("tasks.problem.day-ahead", question.on());
        }
        if (!Set.copyOf(BY).contains(question.by())) {
            throw Problem.refused("tasks.problem.by", question.by());
        }
        return jdbc.sql(Sql.beside(Books.class, "books-" + question.by() + ".sql")).param("on", question.on()).param("known", question.known() == null ? null : Timestamp.from(question.known()), Types.TIMESTAMP)
                .param("directive", question.directive(), Types.INTEGER).param("office", question.office(), Types.INTEGER).param("issuer", question.issuer(), Types.INTEGER)
                .query((row, n) -> new Line(row.getLong("key"), "", "", row.getInt("done"), row.getInt("done_late"), row.getInt("open"), row.getInt("open_late"), row.getInt("latest"))).list();
    }

    /** Gives lines of {@link #counted} their names. */
    @Transactional(readOnly = true)
    public List<Line> named(String by, List<Line> lines) {
        Iterator<Line> next = lines.iterator();
        return lines.isEmpty() ? lines : jdbc.sql(Sql.beside(Books.class, "books-names.sql")).param("by", by).param("keys", lines.stream().map(Line::key).toArray(Long[]::new)).query((row, n) -> {
            Line line = next.next();
            String vi = row.getString("name_vi");
            String en = row.getString("name_en");
            return new Line(line.key(), vi, en.isEmpty() ? vi : en, line.done(), line.doneLate(), line.open(), line.openLate(), line.latest());
        }).list();
    }

    /** All lines in one. */
    @Transactional(readOnly = true)
    public Line total(Question question) {
        return counted(question).stream().reduce(NOTHING, Line::plus);
    }
}
