package vn.bamcoso.notices.mail;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that wants STARTTLS, before one that cannot: speaks in the clear until it is asked for, then hands the protected line on. Remembers what it was told in the clear. */
final class StartTlsFront implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    /** @param behind port of the server that gets what comes over the protected line */
    StartTlsFront(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    Socket client = door.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    List<String> inTheClear() {
        return inTheClear;
    }

    private void serve(Socket client) {
        try (client) {
            OutputStream out = client.getOutputStream();
            say(out, "220 cua truoc");
            for (String line = line(client.getInputStream()); line != null; line = line(client.getInputStream())) {
                inTheClear.add(line);
                if (line.startsWith("STARTTLS")) {
                    say(out, "220 bat dau");
                    protectedLine(client);
                    return;
                }
                say(out, line.startsWith("EHLO") ? "250-cua truoc\r\n250 STARTTLS" : line.startsWith("QUIT") ? "221 chao" : "530 can STARTTLS truoc");
            }
        } catch (IOException gone) {
            // The client left: that is what some of the tests are about.
        }
    }

    private void protectedLine(Socket client) throws IOException {
        var protectedOne = (SSLSocket) certified().getSocketFactory().createSocket(client, client.getInetAddress().getHostAddress(), client.getPort(), true);
        protectedOne.setUseClientMode(false);
        protectedOne.startHandshake();
        try (protectedOne; var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            line(server.getInputStream());
            Thread up = Thread.ofVirtual().start(() -> copy(protectedOne, server));
            copy(server, protectedOne);
            up.interrupt();
        }
    }

    /** With the certificate that the other server brings along for its tests. */
    private static SSLContext certified() throws IOException {
        try (InputStream in = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            char[] password = "changeit".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException ended) {
            // One side hung up.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Byte by byte: what follows STARTTLS belongs to the protected line. */
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                return null;
            }
            line.append((char) one);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
