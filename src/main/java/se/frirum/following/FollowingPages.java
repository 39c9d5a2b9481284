package se.frirum.following;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.frirum.platform.page.Pages;
import se.frirum.platform.page.Variables;
import se.frirum.platform.security.Viewer;
import se.frirum.platform.security.Viewers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What somebody follows, what happened to it, and by mail if they like.
@ConditionalOnWebApplication
@Controller
class FollowingPages {

	private final Pages pages;

	private final Viewers viewers;

	FollowingPages(Pages pages, Viewers viewers) {
		this.pages = pages;
		this.viewers = viewers;
	}

	/// An account that acts for nobody follows nothing.
	@GetMapping("/following")
	String following(@RequestParam(required = false) @Nullable String before, Model model) {
		Viewer viewer = this.viewers.current();
		if (!viewer.signedIn() || viewer.organisation() != null) {
			model.addAllAttributes(this.pages.read("following-page", Variables.none().with("before", before).all()));
		}
		return "following/following";
	}

	@PostMapping("/following")
	String follow(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages.change("follow", Variables.of(form, "law", "provision", "area", "subject").all())
			.then(flash, "/following", "following.begun");
	}

	@PostMapping("/following/end")
	String unfollow(@RequestParam String id, RedirectAttributes flash) {
		return this.pages.changeById("unfollow", id).then(flash, "/following", "following.ended");
	}

	@PostMapping("/following/mail")
	String mail(@RequestParam Map<String, String> form, RedirectAttributes flash) {
		return this.pages
			.change("mail-digest", Variables.of(form, "email").with("on", !"false".equals(form.get("on"))).all())
			.then(flash, "/following", "following.mail");
	}

}
