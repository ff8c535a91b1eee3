package vn.bamcoso.notices.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;

/**
 * The organisation's mail server, by SMTP, as the settings of the environment name it: {@code BAMCOSO_MAIL_HOST}, {@code _PORT},
 * {@code _FROM}, {@code _TLS} (starttls, tls or none), {@code _USER} and {@code _PASSWORD}, {@code _TRUST} (host whose own certificate is trusted),
 * {@code _LINK} (address of this program, for links). Without a host nothing is sent and the pages say so.
 */
@Component
public class MailServer {
    private static final String WAIT = "10000";

    private final @Nullable JavaMailSenderImpl sender;
    private final String from;
    private final String link;

    MailServer(Environment environment) {
        String host = environment.getProperty("BAMCOSO_MAIL_HOST", "").strip();
        String tls = environment.getProperty("BAMCOSO_MAIL_TLS", "starttls").strip();
        String user = environment.getProperty("BAMCOSO_MAIL_USER", "").strip();
        from = environment.getProperty("BAMCOSO_MAIL_FROM", user.contains("@") ? user : "bamcoso@" + (host.isEmpty() ? "localhost" : host)).strip();
        link = environment.getProperty("BAMCOSO_MAIL_LINK", "").strip().replaceFirst("/+$", "");
        if (!java.util.Set.of("starttls", "tls", "none").contains(tls)) {
            throw new IllegalStateException("BAMCOSO_MAIL_TLS phải là starttls, tls hoặc none. / BAMCOSO_MAIL_TLS must be starttls, tls or none: " + tls);
        }
        if (host.isEmpty()) {
            sender = null;
            return;
        }
        sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(environment.getProperty("BAMCOSO_MAIL_PORT", Integer.class, tls.equals("tls") ? 465 : tls.equals("none") ? 25 : 587));
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties smtp = sender.getJavaMailProperties();
        smtp.setProperty("mail.smtp.connectiontimeout", WAIT);
        smtp.setProperty("mail.smtp.timeout", WAIT);
        smtp.setProperty("mail.smtp.writetimeout", WAIT);
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        smtp.setProperty("mail.smtp.ssl.enable", String.valueOf(tls.equals("tls")));
        smtp.setProperty("mail.smtp.starttls.enable", String.valueOf(tls.equals("starttls")));
        smtp.setProperty("mail.smtp.starttls.required", String.valueOf(tls.equals("starttls")));
        String trust = environment.getProperty("BAMCOSO_MAIL_TRUST", "").strip();
        if (!trust.isEmpty()) {
            smtp.setProperty("mail.smtp.ssl.trust", trust);
            smtp.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        }
        if (!user.isEmpty()) {
            smtp.setProperty("mail.smtp.auth", "true");
            sender.setUsername(user);
            sender.setPassword(environment.getProperty("BAMCOSO_MAIL_PASSWORD", ""));
        }
    }

    /** Whether there is one. */
    public boolean there() {
        return sender != null;
    }

    /** Where it is, for the page of the administrator; empty when there is none. */
    public String where() {
        return sender == null ? "" : sender.getHost() + ":" + sender.getPort();
    }

    /** Address of this program that stands before the path of a page; empty when it was not told. */
    public String link() {
        return link;
    }

    /**
     * Sends a text, and waits until the server has taken it.
     *
     * @param id of the message: the same one again is known as such by the receiver's program
     * @throws Problem refused when there is no mail server
     * @throws MailException with what the server said
     */
    public void send(String to, String id, String subject, String text) {
        if (sender == null) {
            throw Problem.refused("notices.problem.no-mail-server");
        }
        try {
            MimeMessage message = new WithId(sender.getSession(), "<" + id + "@" + from.replaceFirst(".*@", "") + ">");
            message.setFrom(new InternetAddress(from));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setText(text, StandardCharsets.UTF_8.name());
            sender.send(message);
        } catch (MessagingException e) {
            throw new MailSendException(e.getMessage(), e);
        }
    }

    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(jakarta.mail.Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
