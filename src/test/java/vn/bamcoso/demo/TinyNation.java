package vn.bamcoso.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;

/**
 * A test in the running program with a small piece of the demonstration nation: Hà Giang and old Tuyên Quang (today one
 * province of 124 communes) with the review of 23 April 2021, a quarter on the old map, the last two that are over, and all
 * demonstration users. Their password is {@link #PASSWORD_FILE}'s content. Loads in two or three seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InTheHouse
@TestPropertySource(properties = {
    "bamcoso.demo=true", "bamcoso.demo.homes=2,8", "bamcoso.demo.periods=@2021-04-23,@2021-05-31,2025-Q2,back1,back0", "bamcoso.data=target/tiny-nation"
})
public @interface TinyNation {
    String PASSWORD_FILE = "target/tiny-nation/demo.password";
}
