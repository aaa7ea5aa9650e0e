/** Thousands of schedules of the shipped pipeline: two executions at once, a crash between any two steps, both systems failing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Workflow } from './run';
import { decisionMutants, workflowMutants } from './mutants';
import { defaultOptions, describeResult, runSchedule, shortest, type ScheduleOptions } from './schedule';
import { faultKinds, type FaultKind } from './world';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const FIRST_SEED = Number(process.env.SIMULATION_SEED ?? 1);
/** Schedules tried until a mutant is given up on as unnoticed. */
const SCHEDULES_FOR_A_MUTANT = 2000;
const SCHEDULES = Number(process.env.SIMULATION_SCHEDULES ?? 1500);

const workflowOf = (file: string) => JSON.parse(readFileSync(join(__dirname, '..', '..', 'workflows', file), 'utf8')) as Workflow;

const pipeline = workflowOf('concur-to-business-one.json');

/** Portions of two rows, so that executions go on with the next one. */
function inPortions(workflow: Workflow): Workflow {
	const copy = structuredClone(workflow);
	copy.nodes.find(({ name }) => name === 'Take up')!.parameters.rowsPerRun = 2;
	return copy;
}
const fundsPipeline = workflowOf('funds-check-and-reserve.json');

afterEach(() => jest.restoreAllMocks());

/** See Schedule.happenRarely. */
const withRoom = new Set(faultKinds.filter((kind) => kind !== 'tableFull'));

const optionsOf = (seed: number): ScheduleOptions => ({
	...defaultOptions,
	allowed: seed % 4 === 0 ? defaultOptions.allowed : withRoom,
	level: seed % 3 === 0 ? 'referenceCheck' : 'register',
});

/** Faults that the schedules ran into. Throws Error with the shortest schedule of the first one that fails. */
async function faultsOf(workflow: Workflow, schedules: number, isFunds: boolean): Promise<string[]> {
	const faults = new Map<FaultKind, number>();
	const portions = inPortions(workflow);
	for (let seed = FIRST_SEED; seed < FIRST_SEED + schedules; seed++) {
		const shape = seed % 5 > 0 ? portions : workflow;
		const result = await runSchedule(shape, seed, { ...optionsOf(seed), isFunds });
		if (result.problems.length > 0) throw new Error(describeResult(await shortest(shape, result)));
		for (const [kind, times] of result.faults) faults.set(kind, (faults.get(kind) ?? 0) + times);
	}
	console.info([...faults].map(([kind, times]) => `${kind} ${times}`).join(', '));
	return [...faults.keys()].sort();
}

test('nothing is lost, doubled, stuck, or told to Concur that is not true', async () => {
	expect(await faultsOf(pipeline, SCHEDULES, false)).toEqual([...faultKinds].sort());
});

test('funds are reserved once, and every document is answered', async () => {
	const never = ['postRefuses', 'cancelFails', 'personAdds'];
	expect(await faultsOf(fundsPipeline, SCHEDULES / 2, true)).toEqual(faultKinds.filter((kind) => !never.includes(kind)).sort());
});

/** Few kinds of faults, and those often: what only happens when two of them meet. */
const upset = (seed: number): ScheduleOptions => {
	const kinds = new Set<FaultKind>(['mappingBreaks', 'clockJump']);
	return { ...optionsOf(seed), allowed: kinds, often: kinds };
};

/** Schedules until one fails; undefined where none does. */
async function firstFailure(workflow: Workflow, more: Partial<ScheduleOptions>): Promise<number | undefined> {
	for (let seed = 1; seed <= SCHEDULES_FOR_A_MUTANT; seed++) {
		for (const options of [optionsOf(seed), upset(seed)]) {
			const { problems } = await runSchedule(workflow, seed, { ...options, ...more });
			if (problems.length > 0) return seed;
		}
	}
	return undefined;
}

test.each(Object.entries(workflowMutants))('is noticed: %s', async (_name, mutate) => {
	const mutant = structuredClone(pipeline);
	mutate(mutant);
	expect(await firstFailure(mutant, {})).toBeDefined();
});

test.each(Object.entries(decisionMutants))('is noticed: %s', async (_name, misdecide) => {
	expect(await firstFailure(pipeline, { misdecide })).toBeDefined();
});
