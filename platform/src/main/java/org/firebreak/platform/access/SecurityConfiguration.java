package org.firebreak.platform.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.PlatformConfig;
import org.firebreak.platform.web.Problems;
import org.firebreak.platform.web.RateLimitFilter;
import org.firebreak.platform.web.RateLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters before every request; what a route asks for is the {@link RouteGuard}'s. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

  private final RouteGuard guard;

  SecurityConfiguration(RouteGuard guard) {
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard).order(Integer.MIN_VALUE);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver());
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      Accounts accounts,
      Sessions sessions,
      Keys keys,
      Problems problems,
      RateLimits limits,
      PlatformConfig config) {
    UserException refused = new UserException("forbidden", "Your roles do not allow this.");
    UserException stranger = new UserException("not-signed-in", "Sign in first.");
    http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .anonymous(anonymous -> anonymous.disable())
        .addFilterAfter(
            new CallerFilter(accounts, sessions, keys, problems), SecurityContextHolderFilter.class)
        .addFilterAfter(
            new RateLimitFilter(
                limits, problems, config.bodyMax().toBytes(), config.uploadMax().toBytes()),
            CallerFilter.class)
        // Written by SecurityHeaders and CachingRules, for every answer alike.
        .headers(headers -> headers.disable())
        .csrf(csrf -> csrf.spa().ignoringRequestMatchers(CallerFilter::carriesKey))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(
                    (request, response, e) -> problems.write(request, response, stranger))
                .accessDeniedHandler(
                    (request, response, e) -> problems.write(request, response, refused)))
        .authorizeHttpRequests(routes ->
            routes
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAuthority("operation:read")
                .anyRequest()
                .permitAll());
    return http.build();
  }

  /**
   * There is no other way in than the filters above; this keeps a default account from appearing.
   */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new BadCredentialsException("Sign in at /api/v1/session");
    };
  }
}
