import { barChart } from '../chart';
import type { PipelineFigure } from './measure';

/** Nodes that take less than this part of the time are shown together. */
const LEAST_PART = 0.03;

const labelOf = ({ documents, ms, workers }: PipelineFigure): string => {
	const engine = workers === 0 ? 'one n8n' : `queue, ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
	return `${documents.toLocaleString('en-US')} documents, ${ms} ms, ${engine}`;
};

/** Documents from publication to closed rows, scaled to a minute. */
export const perMinute = ({ documents, seconds }: PipelineFigure): number => Math.round((documents / seconds) * 60);

const sumOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The figures as a Markdown table. */
export function pipelineTable(figures: readonly PipelineFigure[]): string {
	const lines = figures.map((figure) => {
		const { seconds, nodes, executions, requests, logins, memory, documents } = figure;
		const above = memory.peak - memory.before;
		return [
			labelOf(figure),
			seconds.toFixed(1),
			sumOf(Object.values(nodes)).toFixed(1),
			perMinute(figure),
			executions,
			requests.concur,
			requests.businessOne,
			logins,
			memory.peak,
			above,
			(above / documents).toFixed(2),
		].join(' | ');
	});
	return [
		'| Run | Wall s | Nodes s | Documents a minute | Executions | Requests to Concur | to B1 | Logins | Peak MB | Above start MB | MB a document |',
		'|---|---|---|---|---|---|---|---|---|---|---|',
		...lines.map((line) => `| ${line} |`),
	].join('\n');
}

/** Seconds of a run by node, the longest first, as a Markdown table. */
export function nodeTable({ nodes, documents }: PipelineFigure): string {
	const rows = Object.entries(nodes).sort(([, one], [, other]) => other - one);
	const total = sumOf(Object.values(nodes));
	const lines = rows.map(([node, seconds]) => {
		const part = Math.round((100 * seconds) / total);
		return `| ${node} | ${seconds.toFixed(1)} | ${((1000 * seconds) / documents).toFixed(1)} | ${part} % |`;
	});
	return ['| Node | Seconds | Milliseconds a document | Part |', '|---|---|---|---|', ...lines].join('\n');
}

/** Where the seconds of a document go, by node, drawn as SVG. */
export function pipelineChart(figures: readonly PipelineFigure[]): string {
	const msOf = ({ nodes, documents }: PipelineFigure, node: string) => (1000 * (nodes[node] ?? 0)) / documents;
	const longest = (figure: PipelineFigure) =>
		Object.keys(figure.nodes).filter((node) => msOf(figure, node) >= LEAST_PART * perDocumentMs(figure));
	const perDocumentMs = (figure: PipelineFigure) => sumOf(Object.keys(figure.nodes).map((node) => msOf(figure, node)));
	const shown = [...new Set(figures.flatMap(longest))];
	const rounded = (value: number) => Math.round(value * 10) / 10;
	const others = (figure: PipelineFigure) => perDocumentMs(figure) - sumOf(shown.map((node) => msOf(figure, node)));
	return barChart({
		title: 'Milliseconds of a document in the pipeline, by node',
		categories: figures.map(labelOf),
		series: [
			...shown.map((node) => ({ name: node, values: figures.map((figure) => rounded(msOf(figure, node))) })),
			{ name: 'all others', values: figures.map((figure) => rounded(others(figure))) },
		],
		unit: 'ms',
		stacked: true,
	});
}
