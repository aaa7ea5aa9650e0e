import { setTimeout as delay } from 'node:timers/promises';

import { say } from '../progress';
import { actionFaults } from './actionFaults';
import { ruleFaults, type FaultRule, type RuleFault } from './faults';
import type { Mode } from './installation';
import { judge, type Problem } from './judge';
import { comesTrue } from './patience';
import { LabWorld } from './world';

export interface LabOptions {
	seed: number;
	documents: number;
	kills: number;
	/** A single n8n unless told. */
	mode?: Mode;
}

export interface LabResult {
	documents: number;
	kills: number;
	/** How often each kind of fault was hit, never hit included. */
	hits: Record<string, number>;
	problems: Problem[];
}

interface Step {
	name: string;
	tries: number;
	play: () => Promise<boolean>;
}

/** Faults that are on at the same time. */
const LANES = 4;
const TRIES = 3;
const LOOK_EVERY_MS = 250;
const IN_TIME_MS = 40_000;
const ARRIVAL_MS = 1_500;
const SETTLE_MS = 120_000;
/** Executions under way end within this time, and may undo what looked right. */
const QUIET_MS = 8_000;
/** Faults of every kind come once for about so many documents. */
const DOCUMENTS_PER_ROUND = 150;
/** Requests behind which n8n is killed: in the middle of the work, not between. */
const KILL_AT = ['acknowledgements', 'batch', 'postingconfirmations', 'transactions'];

/** Puts the rules into force, lets documents come, and waits until every rule was used up. */
async function playRules(world: LabWorld, fault: RuleFault): Promise<boolean> {
	const { document, load } = world.prepare();
	for (const [path, body] of fault.before ?? []) await world.control.post(path, body);
	// A mark tells these rules from others of the same kind.
	const mark = `${fault.name} ${world.documents.length}`;
	const rules = fault.rules(world.random, document.docId, world.holdMs).map((rule) => ({ ...rule, mark }));
	await world.control.post('/control/faults', rules);
	await load();
	const mine = async () => {
		const { faults } = (await world.control.get<{ faults: Array<FaultRule & { seen: number }> }>('/control/faults')).data;
		return faults.filter((rule) => rule.mark === mark);
	};
	await world.until(async () => (await mine()).every(({ seen, nth = 1, times = 1 }) => seen >= nth + times - 1), IN_TIME_MS);
	return (await mine()).every(({ seen, nth = 1 }) => seen >= nth);
}

/** Every kind of fault, as often as there are documents for, in an order of the seed's. */
function stepsOf(world: LabWorld, documents: number): Step[] {
	const rounds = Math.max(1, Math.round(documents / DOCUMENTS_PER_ROUND));
	const all = [
		...ruleFaults.map((fault) => ({ name: fault.name, play: async () => await playRules(world, fault) })),
		...actionFaults.map(({ name, play }) => ({ name, play: async () => await play(world) })),
	];
	return Array.from({ length: rounds }, () => world.random.shuffled(all))
		.flat()
		.map((step) => ({ ...step, tries: 0 }));
}

/** Documents are approved all the while. */
async function arrive(world: LabWorld, documents: number): Promise<void> {
	while (world.documents.length < documents) {
		await world.load();
		await delay(world.random.whole(0, 2 * ARRIVAL_MS));
	}
}

/** Takes the next fault until none is left; one that nobody ran into comes again. */
async function playLane(steps: Step[], hits: Record<string, number>): Promise<void> {
	for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
		const began = Date.now();
		const isHit = await step.play();
		say(`${isHit ? 'hit' : 'not hit'} after ${Math.round((Date.now() - began) / 1000)} s: ${step.name}`);
		hits[step.name] = (hits[step.name] ?? 0) + (isHit ? 1 : 0);
		if (!isHit && step.tries + 1 < TRIES) steps.push({ ...step, tries: step.tries + 1 });
	}
}

async function requestsTo(world: LabWorld, endpoint: string): Promise<number> {
	const { data } = await world.control.get<{ endpoints: Record<string, { requests: number }> }>('/control/counters');
	return Object.entries(data.endpoints).reduce((sum, [name, { requests }]) => sum + (name.includes(endpoint) ? requests : 0), 0);
}

/** Kills n8n in the middle of its work and starts it again; new documents come meanwhile. */
async function kill(world: LabWorld): Promise<void> {
	const endpoint = world.random.pick(KILL_AT);
	const before = await requestsTo(world, endpoint);
	const after = world.random.whole(1, 6);
	await comesTrue(async () => (await requestsTo(world, endpoint)) >= before + after, IN_TIME_MS, 10);
	await delay(world.random.whole(0, 300));
	const parts = await world.cutOff();
	say(`${parts.join(', ')} was killed after ${after} requests to ${endpoint}`);
}

async function settled(world: LabWorld): Promise<Problem[]> {
	const look = async () => judge(world.documents, await world.evidence());
	await world.until(async () => (await look()).length === 0, SETTLE_MS);
	await delay(QUIET_MS);
	return await look();
}

/** Runs the shipped pipeline under faults and kills, ends them, lets everything come to rest and judges what came of it. */
export async function runLab({ seed, documents, kills, mode }: LabOptions): Promise<LabResult> {
	const world = await LabWorld.open(seed, mode);
	try {
		const steps = stepsOf(world, documents);
		const total = steps.length;
		const hits: Record<string, number> = {};
		const lanes = Array.from({ length: LANES }, async () => await playLane(steps, hits));
		const killing = (async () => {
			for (let done = 1; done <= kills; done += 1) {
				const left = total * (1 - done / (kills + 1));
				while (steps.length > left) await delay(LOOK_EVERY_MS);
				await kill(world);
			}
		})();
		await Promise.all([...lanes, killing, arrive(world, documents)]);
		say('Faults have ended; the rest comes to rest ...');
		await world.control.delete('/control/faults');
		const problems = await settled(world);
		return { documents: world.documents.length, kills, hits, problems };
	} finally {
		await world.loop.close();
	}
}
