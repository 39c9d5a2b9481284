// Draws what the explorer found and goes on from node to node. What is chosen is told in the words of the list below
// the picture, which the server makes anew for each address.
import cytoscape from "/webjars/cytoscape/dist/cytoscape.esm.min.mjs";

const LINE = 30;
const LINES = 2;
const LEADING = 15;
const RADIUS = 9;
const COLUMN = 290;
const BULGE = 120;
const LEGIBLE = 0.6;
const FEW = 20;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const page = document.querySelector("[data-explorer]");
const [picture, nodes, chosen, open, from] = [".picture", "#nodes", "[data-chosen]", "[data-open]", "[data-from]"].map((part) => page.querySelector(part));
const found = document.querySelector("#found");
const list = document.querySelector("#list");
const address = new URL(location);
const operation = fetch("/operations/dependencies.graphql").then((answer) => answer.text());
const graph = { nodes: [], edges: [], truncated: false };

const cy = cytoscape({ container: picture, minZoom: 0.15, maxZoom: 3, selectionType: "single", boxSelectionEnabled: false });

// The picture

function lines(label) {
	const wrapped = [""];
	for (const word of label.split(" ")) {
		const line = `${wrapped.at(-1)} ${word}`.trim();
		if (line.length > LINE && wrapped.at(-1)) {
			wrapped.push(word);
		} else {
			wrapped[wrapped.length - 1] = line;
		}
	}
	return wrapped.length > LINES ? [...wrapped.slice(0, LINES - 1), `${wrapped[LINES - 1]}…`] : wrapped;
}

function said(kind) {
	return document.querySelector(`input[name="kind"][value="${kind}"]`).parentElement.textContent.trim();
}

function shape(type) {
	return page.querySelector(`[data-types~="${type}"] svg > *`);
}

function colour(name) {
	return getComputedStyle(page).getPropertyValue(name).trim();
}

function style() {
	const paper = getComputedStyle(picture);
	const text = { "font-family": paper.fontFamily, color: paper.color, "text-background-color": paper.backgroundColor, "text-background-opacity": 0.85 };
	return [
		{
			selector: "node",
			style: { ...text, label: "data(label)", width: 2 * RADIUS, height: 2 * RADIUS, "font-size": 12, "text-wrap": "wrap", "text-justification": "left", "text-halign": "right", "text-valign": "center", "text-margin-x": 5, "min-zoomed-font-size": 5 },
		},
		...[...page.querySelectorAll("[data-types]")].flatMap((entry) => {
			const drawn = entry.querySelector("svg > *");
			const points = drawn.getAttribute("points");
			return entry.dataset.types.split(" ").map((type) => ({
				selector: `[type="${type}"]`,
				style: { "background-color": getComputedStyle(drawn).fill, ...(points ? { shape: "polygon", "shape-polygon-points": points } : { shape: "ellipse" }) },
			}));
		}),
		{ selector: ".first", style: { "font-weight": "bold", width: 3 * RADIUS, height: 3 * RADIUS, "text-halign": "left", "text-margin-x": -5, "text-justification": "right" } },
		{
			selector: "edge",
			style: { ...text, width: 1.2, "line-color": colour("--pico-muted-color"), "target-arrow-color": colour("--pico-muted-color"), "target-arrow-shape": "triangle", "arrow-scale": 0.8, "curve-style": "bezier", "font-size": 11 },
		},
		{ selector: "edge[bend]", style: { "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)", "control-point-weights": 0.5 } },
		{ selector: "node:selected", style: { "underlay-color": colour("--frirum"), "underlay-opacity": 0.35, "underlay-padding": 7, "min-zoomed-font-size": 0, "z-index": 9 } },
		{ selector: ".near", style: { "source-text-offset": 50, "target-text-offset": 50, width: 1.8, "line-color": colour("--frirum"), "target-arrow-color": colour("--frirum"), "z-index": 8 } },
		{ selector: '.told[right="source"]', style: { "source-label": "data(said)", "source-text-rotation": "autorotate" } },
		{ selector: '.told[right="target"]', style: { "target-label": "data(said)", "target-text-rotation": "autorotate" } },
	];
}

// Columns by the number of steps, from the first on; a long one goes on beside itself. The list's order keeps together
// what hangs on the same.
function places() {
	const columns = [...Map.groupBy(list.tBodies[0].rows, ({ cells }) => cells[2].textContent).values()].flatMap((column) => {
		const longest = Math.max(22, Math.ceil(2.5 * Math.sqrt(column.length)));
		const parts = Math.ceil(column.length / longest);
		const length = Math.ceil(column.length / parts);
		return Array.from({ length: parts }, (_, part) => column.slice(part * length, (part + 1) * length));
	});
	return Object.fromEntries(columns.flatMap((column, at) => {
		const heights = column.map(({ dataset }) => LEADING * (1 + cy.getElementById(dataset.id).data("label").split("\n").length));
		let y = -heights.reduce((sum, height) => sum + height) / 2;
		return column.map(({ dataset }, place) => {
			y += heights[place];
			return [dataset.id, { x: at * COLUMN, y: y - heights[place] / 2 }];
		});
	}));
}

// An edge within a column passes the nodes between on their left.
function bend(positions) {
	cy.edges().forEach((edge) => {
		const [from, to] = [positions[edge.source().id()], positions[edge.target().id()]];
		const far = to.y - from.y;
		edge.removeData("bend");
		if (from.x === to.x) {
			edge.data("bend", Math.sign(far) * Math.min(20 + Math.abs(far) / 4, BULGE));
		}
	});
}

function draw(around) {
	const fresh = graph.nodes.filter(({ node }) => cy.getElementById(node.id).empty());
	const origin = around && cy.getElementById(around).position();
	cy.add(fresh.map(({ node, label }, at) => ({
		data: { id: node.id, type: node.__typename, label: lines(label).join("\n") },
		classes: !around && at === 0 ? "first" : "",
		position: origin && { x: origin.x + COLUMN / 2, y: origin.y + LEADING * (at - fresh.length / 2) },
	})));
	cy.add(graph.edges
		.map((edge) => ({ data: { id: `${edge.from} ${edge.kind} ${edge.to}`, source: edge.from, target: edge.to, said: said(edge.kind) } }))
		.filter(({ data }) => cy.getElementById(data.id).empty()));
	const positions = places();
	bend(positions);
	cy.style(style());
	cy.layout({ name: "preset", positions, animate: Boolean(around) && !calm.matches, animationDuration: 400, fit: false, stop: () => look(around) }).run();
}

// Shows all, or as much as can be read, from the first node or around the one that was opened.
function look(around) {
	cy.fit(undefined, 20);
	const legible = Math.min(Math.max(cy.zoom(), LEGIBLE), 1.15);
	if (cy.zoom() < legible) {
		const centre = cy.getElementById(around ?? graph.nodes[0].node.id);
		cy.viewport({ zoom: legible, pan: { x: 20 - centre.boundingBox().x1 * legible, y: cy.height() / 2 - centre.position("y") * legible } });
	} else {
		cy.zoom(legible);
		cy.center();
	}
}

function show(node) {
	const [{ x1, y1, x2, y2 }, seen] = [node.boundingBox(), cy.extent()];
	if (x1 < seen.x1 || y1 < seen.y1 || x2 > seen.x2 || y2 > seen.y2) {
		cy.animate({ center: { eles: node }, duration: calm.matches ? 0 : 200 });
	}
}

// What is asked for

async function ask(start, depth) {
	const given = address.searchParams;
	const kinds = given.getAll("kind").filter(Boolean);
	const input = {
		from: start,
		depth,
		limit: Number(given.get("limit") || 60),
		direction: given.get("direction") || "BOTH",
		...(kinds.length > 0 && { kinds }),
	};
	const answer = await fetch("/graphql", {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: "application/json" },
		body: JSON.stringify({ query: await operation, variables: { input } }),
	});
	const more = (await answer.json()).data.dependencies;
	const known = new Set(graph.nodes.map(({ node }) => node.id));
	const edges = new Set(graph.edges.map((edge) => Object.values(edge).join(" ")));
	graph.nodes.push(...more.nodes.filter(({ node }) => !known.has(node.id)));
	graph.edges.push(...more.edges.filter((edge) => !edges.has(Object.values(edge).join(" "))));
	graph.truncated ||= more.truncated;
}

async function renew() {
	const answer = await fetch(address);
	const anew = new DOMParser().parseFromString(await answer.text(), "text/html");
	found.replaceChildren(...anew.querySelector("#found").childNodes);
	list.tBodies[0].replaceWith(anew.querySelector("#list tbody"));
}

async function goOn(id) {
	if (isOpen(id)) {
		return;
	}
	address.searchParams.append("open", id);
	open.disabled = true;
	try {
		await Promise.all([ask(id, 1), renew()]);
		history.replaceState(null, "", address);
		draw(id);
		fill();
	} catch {
		found.textContent = page.dataset.failed;
	}
	choose(id);
}

function isOpen(id) {
	return id === graph.nodes[0].node.id || address.searchParams.getAll("open").includes(id);
}

// What is chosen

function row(id) {
	return list.querySelector(`tbody tr[data-id="${CSS.escape(id)}"]`);
}

function fill() {
	nodes.replaceChildren(...[...list.tBodies[0].rows].map(({ dataset, cells }) => new Option(`${cells[0].textContent.trim()} (${cells[1].textContent})`, dataset.id)));
}

function choose(id) {
	const [name, kind, , way] = row(id).cells;
	const facts = Object.assign(document.createElement("p"), { className: "facts", textContent: kind.textContent });
	const words = Object.assign(document.createElement("p"), { textContent: way.textContent });
	chosen.replaceChildren(name.firstElementChild.cloneNode(true), facts, words);
	nodes.value = id;
	open.disabled = isOpen(id);
	open.textContent = open.disabled ? open.dataset.opened : open.dataset.more;
	from.href = `/explore?from=${encodeURIComponent(id)}`;
	cy.elements().unselect().removeClass("near told");
	const near = cy.getElementById(id).select().connectedEdges().addClass("near");
	near.toggleClass("told", near.length <= FEW).forEach((edge) => {
		edge.data("right", edge.source().position("x") > edge.target().position("x") ? "source" : "target");
	});
}

// What can be taken along

function element(name, attributes, ...content) {
	const made = document.createElementNS("http://www.w3.org/2000/svg", name);
	Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
	made.append(...content);
	return made;
}

function edgeAsSvg(edge) {
	const [start, end, [bend]] = [edge.sourceEndpoint(), edge.targetEndpoint(), edge.controlPoints() ?? [undefined]];
	return element("path", { d: `M${start.x} ${start.y}${bend ? `Q${bend.x} ${bend.y} ` : "L"}${end.x} ${end.y}` }, element("title", {}, edge.data("said")));
}

function nodeAsSvg(node) {
	const { x, y } = node.position();
	const radius = node.width() / 2;
	const drawn = shape(node.data("type")).cloneNode();
	drawn.setAttribute("fill", node.style("background-color"));
	drawn.setAttribute("transform", `scale(${radius})`);
	const label = node.data("label").split("\n");
	const left = node.hasClass("first");
	const words = label.map((line, at) => element("tspan", { x: left ? -radius - 5 : radius + 5, y: 4 + LEADING * (at - (label.length - 1) / 2) }, line));
	return element("g", { transform: `translate(${x} ${y})` }, drawn, element("text", { "text-anchor": left ? "end" : "start", "font-weight": left ? "bold" : "normal", "paint-order": "stroke", stroke: getComputedStyle(picture).backgroundColor, "stroke-width": 4 }, ...words));
}

function svg() {
	const { x1, y1, w, h } = cy.elements().boundingBox();
	const line = colour("--pico-muted-color");
	const paper = getComputedStyle(picture);
	const arrow = element("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, element("path", { d: "M0 0 8 4 0 8Z", fill: line }));
	return new XMLSerializer().serializeToString(element("svg", { viewBox: `${x1 - 20} ${y1 - 20} ${w + 40} ${h + 40}`, width: w + 40, height: h + 40 },
		element("title", {}, document.title),
		element("defs", {}, arrow),
		element("rect", { x: x1 - 20, y: y1 - 20, width: w + 40, height: h + 40, fill: paper.backgroundColor }),
		element("g", { fill: "none", stroke: line, "stroke-width": 1.2, "marker-end": "url(#arrow)" }, ...cy.edges().map(edgeAsSvg)),
		element("g", { "font-family": "sans-serif", "font-size": 12, fill: paper.color }, ...cy.nodes().map(nodeAsSvg))));
}

// A cell that a spreadsheet would take for a formula begins with an apostrophe.
function cell(text) {
	return `"${text.trim().replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
}

function csv() {
	const columns = [0, 1, 2, 3];
	const table = [...list.rows].map((line, at) => [at === 0 ? "id" : line.dataset.id, ...columns.map((column) => line.cells[column].textContent)]);
	return `\ufeff${table.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

const saved = {
	png: () => cy.png({ output: "blob", full: true, scale: 2, bg: getComputedStyle(picture).backgroundColor }),
	svg: () => new Blob([svg()], { type: "image/svg+xml" }),
	json: () => new Blob([JSON.stringify(graph, null, 2)], { type: "application/json" }),
	csv: () => new Blob([csv()], { type: "text/csv" }),
};

function save(form) {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(saved[form]());
	link.download = `frirum-${graph.nodes[0].node.id.replace(/[^\w-]+/g, "-")}.${form}`;
	link.click();
	setTimeout(URL.revokeObjectURL, 10_000, link.href);
}

function zoom(by) {
	if (by === "fit") {
		cy.fit(undefined, 25);
	} else {
		cy.zoom({ level: cy.zoom() * Number(by), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
	}
}

cy.on("tap", "node", (event) => choose(event.target.id()));
cy.on("dbltap", "node", (event) => goOn(event.target.id()));
nodes.addEventListener("change", () => {
	choose(nodes.value);
	show(cy.getElementById(nodes.value));
});
nodes.addEventListener("keydown", (event) => event.key === "Enter" && goOn(nodes.value));
open.addEventListener("click", () => {
	nodes.focus();
	goOn(nodes.value);
});
page.addEventListener("click", ({ target }) => {
	if (target.dataset.save) {
		save(target.dataset.save);
	} else if (target.dataset.zoom) {
		zoom(target.dataset.zoom);
	}
});
// The wheel scrolls the page, as anywhere; with the key for it, it zooms.
page.addEventListener("wheel", (event) => !event.ctrlKey && event.stopPropagation(), { capture: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(style()));

page.hidden = false;
try {
	const first = address.searchParams.get("from");
	await ask(first, Number(address.searchParams.get("depth") || 1));
	for (const id of address.searchParams.getAll("open").slice(0, 20)) {
		if (graph.nodes.some(({ node }) => node.id === id)) {
			await ask(id, 1);
		}
	}
	cy.resize();
	draw();
	fill();
	choose(first);
} catch {
	page.hidden = true;
	found.textContent = page.dataset.failed;
}
