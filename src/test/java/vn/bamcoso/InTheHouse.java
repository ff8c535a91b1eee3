package vn.bamcoso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test in the running program, on a real port and a real database that the tests of one context share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = BamCoSo.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = InTheHouse.OwnDatabase.class)
public @interface InTheHouse {
    class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.fresh();
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", Map.of(
                    "bamcoso.db.url", database.url(),
                    "bamcoso.db.user", database.owner(),
                    "bamcoso.db.password", database.ownerPassword(),
                    "bamcoso.db.pool", "10",
                    "bamcoso.undecided-open", "true",
                    "bamcoso.data", "target/test-data/of-" + database.url().replaceFirst(".*/", ""))));
        }
    }
}
