package vn.bamcoso.identity;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.identity.tls.OwnAuthority;
import vn.bamcoso.store.StoreProblem;

/** TLS for the console: by a given certificate, by an authority of our own in the data folder, or not at all. */
public final class Tls {
    private Tls() {}

    /**
     * By a given certificate.
     *
     * @param certificate PEM, the server's first, then those above it
     * @param key PEM, PKCS#8, not encrypted
     * @return settings for the program
     * @throws StoreProblem in one sentence when one is missing or cannot be read
     */
    public static Map<String, Object> given(@Nullable String certificate, @Nullable String key) {
        if (certificate == null || key == null) {
            throw new StoreProblem("--tls-cert và --tls-key phải đi cùng nhau. / --tls-cert and --tls-key go together.");
        }
        for (String file : List.of(certificate, key)) {
            if (!Files.isReadable(Path.of(file))) {
                throw new StoreProblem("Không đọc được tệp " + file + ". / The file " + file + " cannot be read.");
            }
        }
        return settings(Path.of(certificate), Path.of(key));
    }

    /**
     * By an authority of our own, made once in {@code data/tls}; its certificate {@code data/tls/ca.crt} is to be installed
     * on the computers that come. The server's own is made anew when it has less than 30 days left or the names change.
     *
     * @param names host names and addresses by which people reach the program, besides localhost; when empty, all of this
     *     computer
     */
    public static Map<String, Object> own(Path data, List<String> names, Clock clock) {
        var authority = new OwnAuthority(data.resolve("tls"), clock);
        authority.serve(names.isEmpty() ? ofThisComputer() : names);
        return settings(authority.certificate(), authority.key());
    }

    private static List<String> ofThisComputer() {
        try {
            var names = new ArrayList<String>();
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .forEach(address -> names.add(address.getHostAddress()));
            names.add(InetAddress.getLocalHost().getHostName());
            return names;
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private static Map<String, Object> settings(Path certificate, Path key) {
        var settings = new HashMap<String, Object>();
        settings.put("server.ssl.certificate", certificate.toUri().toString());
        settings.put("server.ssl.certificate-private-key", key.toUri().toString());
        settings.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        settings.put("server.http2.enabled", true);
        return settings;
    }

    /**
     * What to say on the console when the program is reached from other computers without TLS.
     *
     * @param host the address it listens on
     * @return sentences; empty on this computer alone, or with TLS
     */
    public static List<String> missing(String host, boolean tls) {
        boolean thisComputer = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
        return tls || thisComputer
                ? List.of()
                : List.of(
                        "Chưa có TLS: mật khẩu và số liệu đi qua mạng không được mã hóa. Dùng --tls-cert và --tls-key, hoặc --tls-own."
                                + " / No TLS: passwords and figures cross the network in the clear. Use --tls-cert and --tls-key, or --tls-own.",
                        "Không có TLS thì không dùng được: cookie chỉ gửi qua kênh mã hóa, ép trình duyệt dùng HTTPS, làm việc khi mất mạng, khóa truy cập."
                                + " / Off without TLS: cookies kept to encrypted channels, forcing browsers to HTTPS, work offline, passkeys.");
    }
}
