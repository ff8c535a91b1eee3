package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import vn.bamcoso.identity.signin.SignedInUsers.Account;

/**
 * The organisation's own sign-in, by OpenID Connect, where the environment names one: {@code BAMCOSO_OIDC_ISSUER}, {@code _CLIENT_ID},
 * {@code _CLIENT_SECRET}, and {@code _CLAIM}, which says by what claim a user is known here as a login ({@code preferred_username}).
 * It says who somebody is; what he may do stands here: a login without an account is not let in. The provider is asked for its addresses
 * at the first sign-in, so that this program starts whether or not the provider stands.
 */
@Component
class Organisation {
    private static final Logger LOG = LoggerFactory.getLogger(Organisation.class);
    private static final String NAME = "organisation";

    /** The provider's tokens say once who came; they are not kept. */
    private static final OAuth2AuthorizedClientRepository FORGETFUL = new OAuth2AuthorizedClientRepository() {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
    };

    private final String issuer;
    private final String claim;
    private final Supplier<ClientRegistration> registration;
    private final SignedInUsers users;
    private final Entering entering;

    Organisation(Environment environment, SignedInUsers users, Entering entering) {
        this.issuer = environment.getProperty("BAMCOSO_OIDC_ISSUER", "").strip();
        this.claim = environment.getProperty("BAMCOSO_OIDC_CLAIM", "preferred_username").strip();
        this.users = users;
        this.entering = entering;
        String client = environment.getProperty("BAMCOSO_OIDC_CLIENT_ID", "").strip();
        String secret = environment.getProperty("BAMCOSO_OIDC_CLIENT_SECRET", "").strip();
        if (stands() && (client.isEmpty() || secret.isEmpty())) {
            throw new IllegalStateException("BAMCOSO_OIDC_ISSUER cần BAMCOSO_OIDC_CLIENT_ID và BAMCOSO_OIDC_CLIENT_SECRET. / BAMCOSO_OIDC_ISSUER needs BAMCOSO_OIDC_CLIENT_ID and BAMCOSO_OIDC_CLIENT_SECRET.");
        }
        this.registration = () -> ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(NAME)
                .clientId(client)
                .clientSecret(secret)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/signin/organisation/back")
                .userNameAttributeName(claim)
                .build();
    }

    /** Whether there is one. */
    boolean stands() {
        return !issuer.isEmpty();
    }

    /** Who checks what the provider sends; nobody when there is none. */
    List<AuthenticationProvider> checks() {
        return stands() ? List.of(new OidcAuthorizationCodeAuthenticationProvider(new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())) : List.of();
    }

    void opens(HttpSecurity http) throws Exception {
        if (stands()) {
            var repository = new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration.get()));
            http.oauth2Login(login -> login.loginPage("/signin")
                    .clientRegistrationRepository(repository)
                    .authorizedClientRepository(FORGETFUL)
                    .authorizationEndpoint(asked -> asked.baseUri("/signin/by"))
                    .redirectionEndpoint(back -> back.baseUri("/signin/organisation/back"))
                    .successHandler(this::come)
                    .failureHandler(this::refuse));
        }
    }

    private void come(HttpServletRequest request, HttpServletResponse response, Authentication proved) throws IOException {
        String login = proved.getPrincipal() instanceof OidcUser user && user.getClaimAsString(claim) != null ? user.getClaimAsString(claim).strip().toLowerCase(Locale.ROOT) : "";
        Optional<Account> account = users.account(login).filter(one -> !one.disabled());
        if (account.isEmpty()) {
            entering.refused(0, request);
            response.sendRedirect("/signin?problem=no-account");
            return;
        }
        entering.enter(account.get().id(), request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        LOG.warn("the organisation's sign-in at {} was not completed: {}", issuer, why.getMessage());
        entering.refused(0, request);
        response.sendRedirect("/signin?problem=organisation");
    }
}
