package vn.bamcoso.documents.official;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns Word into PDF through LibreOffice where it is installed. Times New Roman is given by Tinos, which has the same widths and
 * all Vietnamese letters and comes with the product; a private list of fonts and LibreOffice's own
 * table of replacements say so, since it would otherwise take Liberation Serif; the machine's settings are left alone. One
 * conversion at a time; LibreOffice keeps its settings in a folder of ours, which goes when the program ends.
 */
public final class Pdf {

    private static final Logger log = LoggerFactory.getLogger(Pdf.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> FONTS = List.of("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf");
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final Optional<Path> OFFICE = onPath("soffice").or(() -> onPath("libreoffice"));
    private static @Nullable Path home;

    private Pdf() {}

    /** Whether there is a LibreOffice on this machine's PATH. */
    public static boolean available() {
        return OFFICE.isPresent();
    }

    /** The document as PDF; empty when there is no LibreOffice, or it failed or took longer than a minute and a half (the log says which). */
    public static Optional<byte[]> from(byte[] docx) {
        if (OFFICE.isEmpty()) return Optional.empty();
        ONE_AT_A_TIME.lock();
        Path work = null;
        try {
            work = Files.createTempDirectory(home(), "pdf");
            Files.write(work.resolve("document.docx"), docx);
            return convert(OFFICE.get(), work);
        } catch (IOException failed) {
            log.warn("PDF: {}", failed.toString());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (work != null) delete(work);
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Optional<byte[]> convert(Path office, Path work) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(office.toString(), "-env:UserInstallation=" + home().resolve("profile").toUri(), "--headless",
                "--norestore", "--nologo", "--nodefault", "--convert-to", "pdf:writer_pdf_Export", "--outdir", work.toString(), work.resolve("document.docx").toString());
        builder.environment().put("FONTCONFIG_FILE", home().resolve("fonts.conf").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true).redirectOutput(work.resolve("log").toFile());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            log.warn("PDF: LibreOffice took longer than {} s", PATIENCE.toSeconds());
            return Optional.empty();
        }
        Path pdf = work.resolve("document.pdf");
        if (Files.exists(pdf)) return Optional.of(Files.readAllBytes(pdf));
        log.warn("PDF: LibreOffice ended with {} and made nothing: {}", process.exitValue(), Files.readString(work.resolve("log")).strip());
        return Optional.empty();
    }

    /** The folder with our fonts, the font list and LibreOffice's settings. */
    private static Path home() throws IOException {
        if (home != null) return home;
        Path made = Files.createTempDirectory("bamcoso-office");
        Path fonts = Files.createDirectories(made.resolve("fonts"));
        for (String font : FONTS) {
            try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream(font), font)) {
                Files.copy(in, fonts.resolve(font));
            }
        }
        Files.writeString(made.resolve("fonts.conf"), """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>
                  <dir>%s</dir>
                  <cachedir>%s</cachedir>
                  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
                </fontconfig>
                """.formatted(fonts, made.resolve("font-cache")), StandardCharsets.UTF_8);
        Path settings = Files.createDirectories(made.resolve("profile/user")).resolve("registrymodifications.xcu");
        Files.writeString(settings, """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <item oor:path="/org.openoffice.Office.Common/Font/Substitution"><prop oor:name="Replacement" oor:op="fuse"><value>true</value></prop></item>
                <item oor:path="/org.openoffice.Office.Common/Font/Substitution/FontPairs"><node oor:name="_0" oor:op="replace"><prop oor:name="ReplaceFont" oor:op="fuse"><value>Times New Roman</value></prop><prop oor:name="SubstituteFont" oor:op="fuse"><value>Tinos</value></prop><prop oor:name="Always" oor:op="fuse"><value>true</value></prop><prop oor:name="OnScreenOnly" oor:op="fuse"><value>false</value></prop></node></item>
                </oor:items>
                """, StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        home = made;
        return made;
    }

    private static Optional<Path> onPath(String program) {
        List<Path> found = new ArrayList<>();
        for (String folder : Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) found.add(candidate);
        }
        return found.stream().findFirst();
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException error) throws IOException {
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException leftover) {
            throw new UncheckedIOException(leftover);
        }
    }
}
