// Follows an import that runs: new numbers every other second, and the whole page once it has ended.
const box = document.querySelector("[data-import]");

async function follow(query) {
	const answer = await fetch("/graphql", {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: "application/json" },
		body: JSON.stringify({ query, variables: { id: box.dataset.import } }),
	});
	const stands = (await answer.json()).data?.lawImport;
	if (stands?.state !== "RUNNING") {
		location.reload();
		return;
	}
	const numbers = new Intl.NumberFormat(document.documentElement.lang);
	box.querySelectorAll("[data-count]").forEach((place) => {
		place.textContent = numbers.format(stands[place.dataset.count]);
	});
	const bar = box.querySelector("progress");
	bar.max = stands.acts || 1;
	bar.value = stands.actsDone;
	setTimeout(follow, 2000, query);
}

if (box) {
	const operation = await fetch("/operations/follow-import.graphql");
	if (operation.ok) {
		follow(await operation.text());
	}
}
