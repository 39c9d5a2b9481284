package se.frirum.platform.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/// A name and a password, by form or HTTP Basic.
record DemoSignIn(DemoAccounts accounts) implements SignIn {

	@Override
	public String challenge() {
		return "Basic realm=\"Frirum\", charset=\"UTF-8\"";
	}

	@Override
	public void configure(HttpSecurity http, AuthenticationEntryPoint refusal) {
		http.addFilterAfter(new LocalSessions(), SecurityContextHolderFilter.class)
			.authenticationProvider(this.accounts)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusal).authenticationDetailsSource(Caller::of))
			.formLogin((form) -> form.loginPage("/login")
				.authenticationDetailsSource(Caller::of)
				.successHandler(new PageToReturnTo()));
	}

}
