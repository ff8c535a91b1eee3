package vn.bamcoso.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that Maven brought, marked whole only when whole. */
final class Binaries {
    private Binaries() {}

    /** @return the folder that holds {@code bin/postgres} */
    static Path unpackInto(Path parent) throws IOException {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String resource = "postgres-linux-" + arch + ".txz";
        Path target = parent.resolve("postgres-18.6");
        if (Files.exists(target.resolve(".whole"))) {
            return target;
        }
        Files.createDirectories(target);
        try (InputStream packed = Binaries.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                throw new StoreProblem("Không có chương trình PostgreSQL cho máy này (" + resource
                        + "). Hãy dùng máy chủ PostgreSQL 18 của bạn qua BAMCOSO_DB_URL. / No PostgreSQL for this machine; set BAMCOSO_DB_URL.");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), target);
        }
        Files.createFile(target.resolve(".whole"));
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("entry outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.deleteIfExists(file);
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                continue;
            }
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0111) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
