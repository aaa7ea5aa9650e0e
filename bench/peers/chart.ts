import type { PeerFigure } from './figures';

interface Chart {
	setOption(option: object): void;
	renderToSVGString(): string;
	dispose(): void;
}

/** Seconds without the login as bars, one group for each kind of Business One, drawn as SVG. */
export function peerChart(figures: readonly PeerFigure[], count: number): string {
	const shown = figures.filter((figure) => figure.count === count);
	const models = [...new Set(shown.map(({ model }) => model))];
	const clients = [...new Set(shown.map(({ client }) => client))];
	const { init } = require('echarts') as { init(dom: null, theme: null, options: object): Chart };
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: 1000, height: 620 });
	chart.setOption({
		animation: false,
		backgroundColor: '#ffffff',
		title: { text: `Seconds to post ${count.toLocaleString('en-US')} journal entries, login left out`, left: 'center' },
		legend: { bottom: 0 },
		grid: { left: 250, right: 40, top: 50, bottom: 90 },
		xAxis: { type: 'log', min: 0.1, name: 's' },
		yAxis: { type: 'category', data: clients, inverse: true },
		series: models.map((model) => ({
			type: 'bar',
			name: model,
			data: clients.map((client) => shown.find((one) => one.model === model && one.client === client)?.withoutLogin ?? null),
		})),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}
