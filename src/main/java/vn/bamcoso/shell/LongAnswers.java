package vn.bamcoso.shell;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Long answers (all communes of the country are 25 megabytes) go to the network in pieces of 32 kilobytes: in Tomcat's own of
 * eight they would ask the system four times as often, and each time wake the reader.
 */
@Component
class LongAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String PIECE = String.valueOf(32 * 1024);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setProperty("socket.appWriteBufSize", PIECE);
            }
        });
    }
}
