package vn.bamcoso.identity.signin;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import vn.bamcoso.identity.Tokens;

/**
 * The doors. Programs come to {@code /api} with a bearer token and leave no trace in sessions; people sign in with a form
 * and keep a session in the database. Everything is closed unless it is named here.
 */
@Configuration(proxyBeanMethods = false)
class Security {
    static final String CONTENT_POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** What a browser may fetch before anybody signs in. */
    static final String[] OPEN = {"/css/**", "/js/**", "/fonts/**", "/img/**"};

    /** How the API looks is no secret; what it answers is. */
    private static final String[] API_DESCRIPTION = {"/api/docs", "/api/openapi", "/api/openapi/**", "/api/openapi.yaml"};

    /** Nobody watches the filters one by one; each would be wrapped twice for that, in every request. */
    @Bean
    static SecurityObservationSettings unwatched() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens, SignedInUsers users, RoleNames roles, Refusals refusals) throws Exception {
        return http.securityMatcher(request -> request.getRequestURI().startsWith("/api/") && request.getHeader("Authorization") != null)
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(Security::strict)
                .addFilterBefore(new BearerToken(tokens, users, refusals), AuthorizationFilter.class)
                .addFilterBefore(new BindCurrentUser(roles), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, PasswordSignIn provider, SessionOfUser sessions, RoleNames roles, Refusals refusals, AfterSignIn after, Unlocking unlocking,
            Organisation organisation, @Value("${bamcoso.idle:15m}") Duration pause, Clock clock)
            throws Exception {
        organisation.opens(http);
        return http.authenticationManager(new ProviderManager(Stream.concat(Stream.of(provider), organisation.checks().stream()).toList()))
                .securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .headers(Security::strict)
                .addFilterAfter(new BindCurrentUser(roles), SecurityContextHolderFilter.class)
                .addFilterAfter(new IdleLock(unlocking, pause, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        .requestMatchers("/signin", "/signin/forget", "/signin/code", "/signin/passkey", "/signin/passkey/challenge", "/first/*", "/preferences", "/actuator/health").permitAll()
                        .requestMatchers(HttpMethod.GET, "/calendar/*", "/feeds/*").permitAll()
                        .requestMatchers("/actuator/**").denyAll()
                        .requestMatchers(HttpMethod.GET, API_DESCRIPTION).permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/**").authenticated()
                        .requestMatchers("/api/**").denyAll()
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/signin").usernameParameter("login").successHandler(after).failureHandler(after))
                .logout(logout -> logout.logoutUrl("/signout").logoutSuccessHandler(after))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** In a cookie, so that a page kept open over the end of its session can still be sent, and nobody costs a session before signing in. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("bamcoso-csrf");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookieCustomizer(made -> made.sameSite("Lax"));
        return cookie;
    }

    private static void strict(org.springframework.security.config.annotation.web.configurers.HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .frameOptions(frame -> frame.deny())
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false));
    }
}
