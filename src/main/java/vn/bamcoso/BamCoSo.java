package vn.bamcoso;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The program. What a word on the command line does is told in {@link vn.bamcoso.Console}. */
@Modulithic(systemName = "Bám Cơ Sở")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // two rooms may use one word
public class BamCoSo {
    public static void main(String[] words) {
        System.exit(new Console(System.out, System.err).run(words));
    }
}
