// Suggests what to search for while somebody types: a combobox with a list below it. Enter without a choice searches.
const MOST = 6;
const SHORTEST = 2;
const PAUSE = 250;

let operation;

async function find(text, signal) {
	operation ??= fetch("/operations/search.graphql").then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
	const answer = await fetch("/graphql", {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: "application/json" },
		body: JSON.stringify({ query: await operation, variables: { text, first: MOST } }),
		signal,
	});
	return (await answer.json()).data?.search.nodes ?? [];
}

function element(name, properties) {
	return Object.assign(document.createElement(name), properties);
}

export function suggest(form) {
	const { suggestions: label, some, none, ...kinds } = form.dataset;
	const input = form.querySelector("input");
	const list = element("div", { id: "suggestions", className: "suggestions", role: "listbox", ariaLabel: label, hidden: true });
	const status = element("p", { className: "unseen", role: "status" });
	let pending;
	let asked;
	let active = -1;

	Object.assign(input, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
	input.setAttribute("aria-controls", list.id);
	form.append(list, status);

	function choose(at) {
		active = at;
		[...list.children].forEach((option, place) => {
			option.ariaSelected = String(place === at);
		});
		if (at < 0) {
			input.removeAttribute("aria-activedescendant");
		} else {
			input.setAttribute("aria-activedescendant", list.children[at].id);
			list.children[at].scrollIntoView({ block: "nearest" });
		}
	}

	function open(opened) {
		list.hidden = !opened;
		input.ariaExpanded = String(opened);
		choose(-1);
	}

	function close() {
		clearTimeout(pending);
		asked?.abort();
		status.textContent = "";
		open(false);
	}

	function option({ kind, title, node }, place) {
		const link = element("a", { id: `suggestion-${place}`, role: "option", tabIndex: -1, href: `/nodes?id=${encodeURIComponent(node.id)}` });
		link.append(element("span", { textContent: title, lang: "sv" }), " ", element("span", { className: "tag", textContent: kinds[kind.toLowerCase()] }));
		return link;
	}

	async function ask() {
		asked?.abort();
		asked = new AbortController();
		const { signal } = asked;
		try {
			const hits = await find(input.value.trim(), signal);
			if (!signal.aborted) {
				list.replaceChildren(...hits.map(option));
				open(hits.length > 0);
				status.textContent = hits.length > 0 ? `${some} ${hits.length}` : none;
			}
		} catch {
			operation = signal.aborted ? operation : undefined;
		}
	}

	input.addEventListener("input", () => {
		close();
		if (input.value.trim().length >= SHORTEST) {
			pending = setTimeout(ask, PAUSE);
		}
	});

	input.addEventListener("keydown", (event) => {
		const count = list.children.length;
		if (event.isComposing || event.ctrlKey || event.metaKey) {
			return;
		}
		if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
			event.preventDefault();
			const from = active;
			if (list.hidden) {
				open(true);
			}
			// One place past the last and before the first is the field itself.
			choose(((from + 1 + (event.key === "ArrowDown" ? 1 : count)) % (count + 1)) - 1);
		} else if (event.key === "Enter" && active >= 0) {
			event.preventDefault();
			list.children[active].click();
		} else if (event.key === "Escape" && !list.hidden) {
			event.preventDefault();
			close();
		}
	});

	list.addEventListener("pointerdown", (event) => event.preventDefault());
	input.addEventListener("blur", close);
}
