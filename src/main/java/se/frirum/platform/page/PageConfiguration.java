package se.frirum.platform.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.HandlerInterceptor;

/// Which language a page speaks: Swedish, until somebody asks for English with
/// `?language=en`, which a cookie keeps for a year.
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

	private static final Locale SWEDISH = Locale.of("sv");

	private final LocaleResolver languages = languages();

	private final ObjectProvider<ThymeleafViewResolver> views;

	PageConfiguration(ObjectProvider<ThymeleafViewResolver> views) {
		this.views = views;
	}

	private static LocaleResolver languages() {
		CookieLocaleResolver languages = new CookieLocaleResolver("language");
		languages.setDefaultLocale(SWEDISH);
		languages.setCookieMaxAge(Duration.ofDays(365));
		languages.setCookieHttpOnly(true);
		languages.setCookieSameSite("Lax");
		languages.setRejectInvalidCookies(false);
		return languages;
	}

	@Bean
	LocaleResolver localeResolver() {
		return this.languages;
	}

	@Bean
	MessageSource messageSource() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		messages.setFallbackToSystemLocale(false);
		messages.setDefaultLocale(SWEDISH);
		return messages;
	}

	/// Turns off what looks for a file behind each link of a page: none of them has a
	/// version to add.
	@Bean
	FilterRegistrationBean<ResourceUrlEncodingFilter> linksAsTheyAre() {
		FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(
				new ResourceUrlEncodingFilter());
		filter.setEnabled(false);
		return filter;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				choose(request.getParameter("language"), request, response);
				return true;
			}
		});
		interceptors.addInterceptor(new RefusedForms(this.views));
	}

	/// Serves the operation documents, for the scripts of pages and for whoever wants to
	/// read them or to ask the same.
	@Override
	public void addResourceHandlers(ResourceHandlerRegistry resources) {
		resources.addResourceHandler("/operations/**").addResourceLocations("classpath:graphql/operations/");
	}

	private void choose(@Nullable String language, HttpServletRequest request, HttpServletResponse response) {
		if ("sv".equals(language) || "en".equals(language)) {
			this.languages.setLocale(request, response, Locale.of(language));
		}
	}

}
