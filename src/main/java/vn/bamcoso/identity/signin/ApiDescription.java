package vn.bamcoso.identity.signin;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the API's description, and how one comes in: the rest each room describes beside its own addresses. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SCHEME = "token";

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Bám Cơ Sở")
                        .version(known == null ? "0" : known.getVersion())
                        .description("Places of any day, indicators, figures with their provenance, published statements and submissions. A program"
                                + " comes with a token (profile page, or ./bamcoso token USER) in the header Authorization: Bearer …, and reaches what its"
                                + " user reaches. A signed-in browser may read. Errors are problems of RFC 9457; lists carry their total.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes(SCHEME, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
