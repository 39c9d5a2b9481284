// Draws a table as a chart: `<figure data-chart="bar" data-table="#id">`, or "line". The first column holds the labels,
// each column of numbers is a series unless its heading has `data-apart`. The table stays, for those who read.
import "/webjars/chart.js/dist/chart.umd.min.js";

const { Chart } = globalThis;
const SERIES = [
	{ colour: "--frirum", pointStyle: "circle", borderDash: [] },
	{ colour: "--frirum-warn", pointStyle: "rectRot", borderDash: [8, 4] },
	{ colour: "--pico-muted-color", pointStyle: "triangle", borderDash: [2, 4] },
];
const LONGEST_LABEL = 44;
const FEW = 8;

Object.assign(Chart.defaults.font, { family: getComputedStyle(document.body).fontFamily, size: 14 });

const written = new Intl.NumberFormat(document.documentElement.lang).formatToParts(1234567.5);
const decimal = written.find((part) => part.type === "decimal").value;

function number(cell) {
	const digits = cell.textContent.replaceAll("−", "-").replace(decimal, "#").replace(/[^\d#-]/g, "").replace("#", ".");
	return /\d/.test(digits) ? Number(digits) : null;
}

function read(table) {
	const rows = [...table.tBodies[0].rows];
	const series = [...table.tHead.rows[0].cells]
		.map((heading, at) => ({ heading, values: rows.map((row) => number(row.cells[at])) }))
		.filter(({ heading, values }, at) => at > 0 && !("apart" in heading.dataset) && values.some((value) => value !== null));
	return {
		labels: rows.map((row) => row.cells[0].textContent.trim()),
		series: series.map(({ heading, values }) => ({ label: heading.textContent.trim(), data: values })),
	};
}

function draw(figure) {
	const type = figure.dataset.chart;
	const { labels, series } = read(document.querySelector(figure.dataset.table));
	const lying = type === "bar" && (labels.length > FEW || labels.some((label) => label.length > FEW));
	const canvas = document.createElement("canvas");
	canvas.ariaHidden = "true";
	figure.replaceChildren(canvas);
	const chart = new Chart(canvas, {
		type,
		data: {
			labels,
			datasets: series.map((one, at) => ({ ...one, ...look(type, SERIES[at % SERIES.length]) })),
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			indexAxis: lying ? "y" : "x",
			interaction: { mode: "index", axis: lying ? "y" : "x", intersect: false },
			locale: document.documentElement.lang,
			plugins: { legend: { display: series.length > 1, labels: { usePointStyle: type === "line" } } },
			scales: {
				[lying ? "y" : "x"]: { grid: { display: false }, ticks: { autoSkip: !lying, callback: (at) => shortened(labels[at], canvas) } },
				[lying ? "x" : "y"]: { beginAtZero: type === "bar", ticks: type === "bar" ? { precision: 0 } : {} },
			},
		},
	});
	dress(chart);
	return chart;
}

function look(type, { colour, pointStyle, borderDash }) {
	return { colour, spanGaps: true, ...(type === "line" ? { pointStyle, borderDash, borderWidth: 2.5, pointRadius: 5 } : { maxBarThickness: 28 }) };
}

function shortened(label, canvas) {
	const longest = Math.min(LONGEST_LABEL, Math.max(14, Math.floor(canvas.parentElement.clientWidth / 24)));
	return label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label;
}

function dress(chart) {
	const style = getComputedStyle(document.documentElement);
	chart.data.datasets.forEach((series) => {
		series.borderColor = series.backgroundColor = style.getPropertyValue(series.colour).trim();
	});
	chart.options.color = style.getPropertyValue("--pico-color").trim();
	Object.values(chart.options.scales).forEach((scale) => {
		scale.ticks.color = style.getPropertyValue("--pico-color").trim();
		scale.grid = { ...scale.grid, color: style.getPropertyValue("--frirum-line").trim() };
	});
	chart.update();
}

const charts = [...document.querySelectorAll("[data-chart]")].map(draw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(dress));
