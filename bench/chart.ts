interface Chart {
	setOption(option: object): void;
	renderToSVGString(): string;
	dispose(): void;
}

export interface Bars {
	title: string;
	/** What each bar, or group of bars, is about. */
	categories: string[];
	/** Values in the order of the categories; null where there is none. */
	series: Array<{ name: string; values: Array<number | null> }>;
	unit: string;
	/** Series stand on each other in one bar. */
	stacked?: boolean;
	/** Values differ so much that each step of the axis is ten times the last. */
	logarithmic?: boolean;
}

/** Horizontal bars as SVG text. */
export function barChart({ title, categories, series, unit, stacked = false, logarithmic = false }: Bars): string {
	const { init } = require('echarts') as { init(dom: null, theme: null, options: object): Chart };
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: 1000, height: 170 + 45 * categories.length });
	chart.setOption({
		animation: false,
		backgroundColor: '#ffffff',
		title: { text: title, left: 'center' },
		legend: { bottom: 0 },
		grid: { left: 250, right: 40, top: 50, bottom: 100 },
		xAxis: { name: unit, ...(logarithmic ? { type: 'log', min: 0.1 } : { type: 'value' }) },
		yAxis: { type: 'category', data: categories, inverse: true },
		series: series.map(({ name, values }) => ({ type: 'bar', name, data: values, ...(stacked ? { stack: 'all' } : {}) })),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}
