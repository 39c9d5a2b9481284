// What every page does when a browser runs scripts; nothing here is needed to use a page.
import { suggest } from "./search.js";

const NUMBER = /(?<!\d)(?<century>1[89]|20)?(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?<mark>[-+\u2010-\u2014\s])?\d{4}(?!\d)/g;
const COORDINATION = 60;

// Whether a text holds what looks like a personal identity number: a day of birth and four digits. Ten digits in a row
// are rather a telephone number.
function holdsPersonalNumber(text) {
	return [...text.matchAll(NUMBER)].some(({ groups: { century, year, month, day, mark } }) => {
		const born = new Date(Date.UTC(2000 + Number(year), month - 1, day > COORDINATION ? day - COORDINATION : day));
		return (century || mark) && day % COORDINATION > 0 && born.getUTCMonth() === month - 1;
	});
}

function warn(form) {
	const warning = form?.querySelector("[data-personal-number-warning]");
	if (warning) {
		warning.hidden = ![...form.querySelectorAll("[data-personal-numbers]")].some((field) => holdsPersonalNumber(field.value));
	}
}

document.addEventListener("input", (event) => event.target.matches("[data-personal-numbers]") && warn(event.target.form));
document.querySelectorAll("form:has([data-personal-numbers])").forEach(warn);
document.querySelectorAll("form[data-suggestions]").forEach(suggest);

if (document.querySelector("[data-chart]")) {
	import("./charts.js");
}

// Reply templates put their text behind what is written as the reason, for whoever decides to change; another one
// takes the place of one that nobody changed.
for (const replies of document.querySelectorAll("[data-replies]")) {
	const reason = replies.closest("form").querySelector("textarea");
	let reply = "";
	replies.closest("label").hidden = false;
	replies.addEventListener("change", () => {
		const written = (reply && reason.value.endsWith(reply) ? reason.value.slice(0, -reply.length) : reason.value).trim();
		reply = replies.value;
		reason.value = written && reply ? written + "\n\n" + reply : written + reply;
	});
}

// Where a part of a page can't be had, or only the page to sign in comes, what stands there is old: the page says so.
const unanswered = document.getElementById("unanswered");
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
	const signedOut = new URL(detail.xhr.responseURL).pathname === "/login";
	detail.shouldSwap &&= !signedOut;
	unanswered.hidden = !detail.isError && !signedOut;
});
document.addEventListener("htmx:sendError", () => unanswered.hidden = false);
