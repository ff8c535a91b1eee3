package vn.bamcoso.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.demo.loading.DemoPassword;

/** What the console prints once the demonstration nation answers: who can sign in, as what, with which password. */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
public class Welcome {
    private record Line(String login, String role, String office) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path data;

    Welcome(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, @Value("${bamcoso.data:target/demo-data}") Path data) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.data = data;
    }

    public void print(PrintStream out) {
        List<Line> lines = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql("""
                        select u.login, r.name_vi as role, o.name as office
                        from identity.app_user u
                        join identity.user_grant g on g.user_id = u.id
                        join identity.role r on r.code = g.role
                        join territory.pub_office o on o.office_id = g.office_id and o.valid_from <= :today and :today < o.valid_to
                        where u.disabled_at is null
                        group by u.id, r.code, o.office_id, o.name
                        order by u.id""")
                .param("today", VietnamTime.today(clock))
                .query(Line.class)
                .list()));
        int login = width(lines.stream().map(Line::login).toList());
        int role = width(lines.stream().map(Line::role).toList());
        out.println();
        out.println("Người dùng minh họa / demonstration users");
        lines.forEach(line -> out.println("  " + padded(line.login(), login) + padded(line.role(), role) + line.office()));
        out.println();
        out.println("Mật khẩu chung / the password of all: " + DemoPassword.in(data));
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String padded(String word, int width) {
        return word + " ".repeat(width - word.length());
    }
}
