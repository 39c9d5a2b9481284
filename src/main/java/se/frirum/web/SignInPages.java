package se.frirum.web;

import jakarta.servlet.http.HttpServletRequest;
import se.frirum.platform.security.PageToReturnTo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The form for signing in by name and password.
@ConditionalOnWebApplication
@Controller
class SignInPages {

	@GetMapping("/login")
	String form(HttpServletRequest request) {
		PageToReturnTo.remember(request);
		return "web/sign-in";
	}

}
