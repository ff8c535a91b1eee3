package vn.bamcoso.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;

/**
 * A test in the running program with a small piece of the demonstration nation: Hà Giang and old Tuyên Quang (today one
 * province of 124 communes) with the review of 23 April 2021, the last quarter before and the last quarter now, and all
 * demonstration users. Their password is {@link #PASSWORD_FILE}'s content. Loads in two or three seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InTheHouse
@TestPropertySource(properties = {
    "bamcoso.demo=true", "bamcoso.demo.homes=2,8", "bamcoso.demo.periods=@2021-04-23,@2021-05-31,2025-Q2,last", "bamcoso.data=target/tiny-nation"
})
public @interface TinyNation {
    String PASSWORD_FILE = "target/tiny-nation/demo.password";
}
