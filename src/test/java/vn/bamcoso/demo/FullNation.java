package vn.bamcoso.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;

/** A test in the running program with the whole demonstration nation, loaded once. Under a minute: for the tests that need all of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InTheHouse
@TestPropertySource(properties = {"bamcoso.demo=true", "bamcoso.data=target/full-nation"})
public @interface FullNation {
    String PASSWORD_FILE = "target/full-nation/demo.password";
}
