package se.frirum.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Who runs this, how to ask for records, and what the law says must be told.
@ConditionalOnWebApplication
@Controller
class AboutPages {

	private final String operator;

	private final String contact;

	AboutPages(@Value("${frirum.operator.name:}") String operator,
			@Value("${frirum.operator.contact:}") String contact) {
		this.operator = operator;
		this.contact = contact;
	}

	@GetMapping("/about")
	String about(Model model) {
		return page("about", model);
	}

	@GetMapping("/about/accessibility")
	String accessibility(Model model) {
		return page("accessibility", model);
	}

	@GetMapping("/about/privacy")
	String privacy(Model model) {
		return page("privacy", model);
	}

	private String page(String name, Model model) {
		model.addAttribute("operator", this.operator);
		model.addAttribute("contact", this.contact);
		return "web/" + name;
	}

}
