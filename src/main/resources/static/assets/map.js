// Draws a table's rows on the country's map: `<figure class="map" data-map="#id">`, where a row has `data-code`,
// `data-latitude`, `data-longitude`, `data-value` and a link; as areas where the server knows boundaries, else as points.
// The table stays, for those who read. On the map the arrow keys go from place to place, and Enter to the row's link.
import * as leaflet from "/webjars/leaflet/dist/leaflet-src.esm.js";

const LEVELS = 4;
const SMALLEST = 2.5;
const LARGEST = 13;
const MARGIN = 14;
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const SVG = "http://www.w3.org/2000/svg";

const stylesheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/webjars/leaflet/dist/leaflet.css" });
const styled = new Promise((resolve) => {
	stylesheet.addEventListener("load", resolve);
});
document.head.prepend(stylesheet);

function read(table) {
	const headings = [...table.tHead.rows[0].cells];
	return [...table.querySelectorAll("[data-latitude][data-longitude]")].map((row) => {
		const link = row.querySelector("a");
		return {
			code: row.dataset.code,
			at: [Number(row.dataset.latitude), Number(row.dataset.longitude)],
			value: Number(row.dataset.value),
			name: link.textContent.trim(),
			href: link.href,
			numbers: [...row.cells]
				.map((cell, column) => cell.matches(".number") && `${headings[column].textContent.trim()}: ${cell.textContent.trim()}`)
				.filter(Boolean),
		};
	});
}

function look(value, most) {
	return {
		radius: value > 0 ? SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(value / most) : SMALLEST,
		className: `place level-${value > 0 ? Math.ceil((LEVELS * value) / most) : 0}`,
		weight: 1,
	};
}

async function boundaries() {
	const answer = await fetch("/boundaries.geojson");
	return answer.status === 200 ? (await answer.json()).features : [];
}

function areas(features, places, most) {
	const known = new Map(places.map((place) => [place.code, place]));
	return features.flatMap((feature) => {
		const place = known.get(Object.values(feature.properties).find((property) => known.has(property)));
		return place ? [{ ...place, layer: leaflet.GeoJSON.geometryToLayer(feature, look(place.value, most)) }] : [];
	});
}

function points(places, most) {
	return places.map((place) => ({ ...place, layer: leaflet.circleMarker(place.at, look(place.value, most)) }));
}

function told({ name, numbers }) {
	const tooltip = document.createElement("div");
	tooltip.append(Object.assign(document.createElement("strong"), { textContent: name }));
	tooltip.append(...numbers.map((number) => Object.assign(document.createElement("div"), { textContent: number })));
	return tooltip;
}

function place(map, drawn) {
	drawn.layer.bindTooltip(told(drawn), { className: "told-place" }).addTo(map);
	drawn.layer.on("click", () => location.assign(drawn.href));
	drawn.path = drawn.layer.getElement();
	drawn.path.setAttribute("role", "link");
	drawn.path.setAttribute("aria-label", [drawn.name, ...drawn.numbers].join(", "));
	drawn.path.setAttribute("tabindex", "-1");
}

// The next place in a direction: the nearer and the less to the side, the better.
function next(map, drawn, from, [x, y]) {
	const start = map.latLngToLayerPoint(from.at);
	const far = (other) => {
		const way = map.latLngToLayerPoint(other.at).subtract(start);
		const along = way.x * x + way.y * y;
		return along > 0 ? along + 2 * Math.abs(way.x * y + way.y * x) : Infinity;
	};
	const nearest = drawn.map((other) => [far(other), other]).reduce((best, one) => (one[0] < best[0] ? one : best));
	return nearest[0] < Infinity ? nearest[1] : from;
}

// The map is one stop for Tab: the place that was visited last.
function steer(map, drawn) {
	const byPath = new Map(drawn.map((one) => [one.path, one]));
	let visited = drawn[0];
	visited.path.setAttribute("tabindex", "0");
	map.getContainer().addEventListener("focusin", ({ target }) => {
		if (byPath.has(target)) {
			visited.path.setAttribute("tabindex", "-1");
			visited = byPath.get(target);
			visited.path.setAttribute("tabindex", "0");
			map.panInside(visited.at, { padding: [MARGIN, MARGIN] });
		}
	});
	map.getContainer().addEventListener("keydown", (event) => {
		const here = byPath.get(event.target);
		if (here && event.key in ARROWS) {
			event.preventDefault();
			next(map, drawn, here, ARROWS[event.key]).path.focus({ preventScroll: true });
		} else if (here && event.key === "Enter") {
			location.assign(here.href);
		}
	});
}

function sample(value, most) {
	const { radius, className } = look(value, most);
	const picture = document.createElementNS(SVG, "svg");
	const circle = document.createElementNS(SVG, "circle");
	picture.setAttribute("width", 2 * radius + 2);
	picture.setAttribute("height", 2 * radius + 2);
	picture.setAttribute("aria-hidden", "true");
	circle.setAttribute("class", className);
	["r", "cx", "cy"].forEach((name, at) => circle.setAttribute(name, at ? radius + 1 : radius));
	picture.append(circle);
	return picture;
}

function legend(label, most) {
	const caption = document.createElement("figcaption");
	const values = new Set([0, 1, Math.ceil(most / 2), most]);
	caption.append(`${label}:`, ...[...values].map((value) => {
		const entry = document.createElement("span");
		entry.append(sample(value, most), ` ${value}`);
		return entry;
	}));
	return caption;
}

async function draw(figure) {
	const { map: table, label, in: zoomInTitle, out: zoomOutTitle } = figure.dataset;
	const places = read(document.querySelector(table));
	if (places.length === 0) {
		return;
	}
	const most = Math.max(1, ...places.map(({ value }) => value));
	const features = await boundaries();
	await styled;
	const container = document.createElement("div");
	figure.replaceChildren(container, ...(label ? [legend(label, most)] : []));
	const map = leaflet.map(container, {
		attributionControl: false,
		dragging: !matchMedia("(pointer: coarse)").matches,
		keyboard: false,
		scrollWheelZoom: false,
		zoomControl: false,
		zoomSnap: 0,
	});
	const size = leaflet.latLngBounds(places.map(({ at }) => at));
	const fit = () => {
		map.invalidateSize({ animate: false }).setMinZoom(0);
		map.fitBounds(size, { animate: false, padding: [MARGIN, MARGIN] }).setMinZoom(map.getZoom());
	};
	map.fitBounds(size, { animate: false });
	leaflet.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(map);
	// The smaller ones last, so that none is hidden.
	const drawn = (features.length > 0 ? areas(features, places, most) : points(places, most)).sort((one, other) => other.value - one.value);
	drawn.forEach((one) => place(map, one));
	steer(map, drawn);
	new ResizeObserver(fit).observe(container);
}

document.querySelectorAll("[data-map]").forEach(draw);
