/** The shipped workflows in a hurry: seconds where they wait for minutes and hours. */
import { slowness } from './patience';
import type { PipelineFile, PipelineNode } from '../start/pipeline';

export type NodeSettings = Record<string, Record<string, unknown>>;

/** Of a hold in the hurried workflow. On a busy machine runs last longer, and a hold has to outlast a run. */
export const holdMs = (): number => Math.round(15_000 * slowness());

/** Seconds where the shipped workflow waits for minutes: its triggers by their type, because their names say how often they run. */
export function hurried({ nodes }: PipelineFile): NodeSettings {
	const where = (isMeant: (node: PipelineNode) => boolean, parameters: Record<string, unknown>): NodeSettings =>
		Object.fromEntries(nodes.filter(isMeant).map(({ name }) => [name, parameters]));
	const ofType = (name: string, parameters: Record<string, unknown>) =>
		where(({ type }) => type.endsWith(`.${name}`), parameters);
	const ofOperation = (name: string, parameters: Record<string, unknown>) =>
		where(({ parameters: { operation } }) => operation === name, parameters);
	return {
		...ofType('concurFisTrigger', { pollTimes: { item: [{ mode: 'everyMinute' }] } }),
		...ofType('scheduleTrigger', { rule: { interval: [{ field: 'seconds', secondsInterval: 3 }] } }),
		...ofOperation('takeUp', { holdMinutes: holdMs() / 60_000 }),
		...ofOperation('decide', { passing: '0.1', person: '0.2' }),
	};
}

/** The workflow as it is shipped, with other settings of some of its nodes. */
export function withSettings(pipeline: PipelineFile, settings: NodeSettings): PipelineFile {
	const copy = structuredClone(pipeline);
	for (const [name, parameters] of Object.entries(settings)) {
		const node = copy.nodes.find((one) => one.name === name);
		if (node === undefined) throw new Error(`The workflow "${pipeline.name}" has no node "${name}"`);
		Object.assign(node.parameters, parameters);
	}
	return copy;
}
