package vn.bamcoso.shell;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.bamcoso.basics.WrittenDay;

/**
 * Days come from fields as people write them, 23/4/2021, and from links as 2021-04-23. The browser's own field for days is not
 * used: on a machine set to English it puts the month first, and 3/4 becomes another day without anybody noticing.
 */
@Configuration(proxyBeanMethods = false)
class DayFields implements WebMvcConfigurer {
    private static final Printer<LocalDate> PRINTER = (day, locale) -> day.toString();
    private static final Parser<LocalDate> PARSER = (text, locale) -> WrittenDay.read(text);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(LocalDate.class, PRINTER, PARSER);
        registry.addFormatterForFieldAnnotation(new AnnotationFormatterFactory<DateTimeFormat>() {
            @Override
            public Set<Class<?>> getFieldTypes() {
                return Set.of(LocalDate.class);
            }

            @Override
            public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
                return PRINTER;
            }

            @Override
            public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
                return PARSER;
            }
        });
    }
}
