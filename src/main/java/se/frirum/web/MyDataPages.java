package se.frirum.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is kept about whoever is signed in, and how to have it erased.
@ConditionalOnWebApplication
@Controller
class MyDataPages {

	private final Pages pages;

	MyDataPages(Pages pages) {
		this.pages = pages;
	}

	@GetMapping("/about/me")
	String me(@RequestParam(required = false) @Nullable String after, Model model) {
		model.addAllAttributes(this.pages.read("my-data", Variables.none().with("after", after).all()));
		return "web/my-data";
	}

	@PostMapping("/about/me/erase")
	String erase(RedirectAttributes flash) {
		return this.pages.change("erase-personal-data", Map.of()).then(flash, "/about/me", "me.erased");
	}

}
