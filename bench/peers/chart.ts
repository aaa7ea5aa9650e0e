import { barChart } from '../chart';
import type { PeerFigure } from './figures';

/** Seconds without the login as bars, one group for each client, drawn as SVG. */
export function peerChart(figures: readonly PeerFigure[], count: number): string {
	const shown = figures.filter((figure) => figure.count === count);
	const models = [...new Set(shown.map(({ model }) => model))];
	const clients = [...new Set(shown.map(({ client }) => client))];
	const secondsOf = (model: string, client: string) =>
		shown.find((one) => one.model === model && one.client === client)?.withoutLogin ?? null;
	return barChart({
		title: `Seconds to post ${count.toLocaleString('en-US')} journal entries, login left out`,
		categories: clients,
		series: models.map((name) => ({ name, values: clients.map((client) => secondsOf(name, client)) })),
		unit: 's',
		logarithmic: true,
	});
}
