import type { INodeExecutionData } from 'n8n-workflow';
import { judge } from './judge';
import { Random } from '../../scripts/lab/random';
import { Run, type Workflow } from './run';
import { faultKinds, World, type FaultKind } from './world';

export interface ScheduleOptions {
	documents: number;
	/** Things that happen before the schedule settles. */
	steps: number;
	allowed: ReadonlySet<FaultKind>;
	level: 'register' | 'referenceCheck';
	misdecide?: World['misdecide'];
	often?: ReadonlySet<FaultKind>;
	/** See World. */
	isFunds?: boolean;
}

export interface Result {
	seed: number;
	options: ScheduleOptions;
	faults: ReadonlyMap<FaultKind, number>;
	problems: string[];
}

export const defaultOptions: ScheduleOptions = { documents: 4, steps: 260, allowed: new Set(faultKinds), level: 'register' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KINDS = ['entry', 'entry', 'entry', 'nothing', 'review', 'sentBack'] as const;
/** Drafts and vouchers need the register. */
const REGISTER_KINDS = [...KINDS, 'parked', 'parked'] as const;
const FUNDS_KINDS = ['entry', 'entry', 'review', 'sentBack'] as const;

/** What is under way in one schedule. */
class Schedule {
	readonly world: World;

	private readonly random: Random;

	private readonly active: Run[] = [];

	/** An execution that hangs in a slow request, while others go on, and until which step. */
	private sleeper: { run: Run; until: number } | undefined;

	private executions = 0;

	constructor(
		private readonly workflow: Workflow,
		seed: number,
		private readonly options: ScheduleOptions,
	) {
		this.random = new Random(seed);
		this.world = new World(this.random, options.allowed, options.level, options.often, options.isFunds);
		this.world.misdecide = options.misdecide;
		jest.spyOn(Date, 'now').mockImplementation(() => this.world.now);
	}

	private start(node: string, items: INodeExecutionData[]): void {
		const run = new Run(this.workflow, this.world, String(++this.executions), node, items);
		this.active.push(run);
	}

	private note(): void {
		const ready = this.world.concur
			.ready()
			.map(({ docId }) => ({ json: { docId, docType: this.world.concur.docType, companyId: 'c', facts: {} } }));
		if (ready.length > 0) this.start(this.nameOf('concurFisTrigger'), ready);
	}

	private work = (): void => this.start(this.nameOf('scheduleTrigger'), [{ json: {} }]);

	/** Of the trigger of that type. */
	private nameOf(type: string): string {
		return this.workflow.nodes.find((node) => node.type.endsWith(`.${type}`))!.name;
	}

	/** A node that throws ends its execution, as in n8n. */
	private async step(run: Run): Promise<void> {
		await run.step().catch(() => this.drop(run));
		if (run.isOver) this.drop(run);
		if (this.world.isAskedToGoOn) this.start(this.nameOf('executeWorkflowTrigger'), [{ json: {} }]);
		this.world.isAskedToGoOn = false;
	}

	private drop(run: Run): void {
		const at = this.active.indexOf(run);
		if (at >= 0) this.active.splice(at, 1);
	}

	/** Executions to their end, those included that they start. */
	private async allToEnd(): Promise<void> {
		for (let run = this.active[0]; run; run = this.active[0]) await this.step(run);
	}

	/** Time passes all at once for one execution: its request hangs until its hold is over, and the others go on. */
	private fallAsleep(step: number): void {
		this.world.now += 16 * MINUTE;
		if (this.active.length > 0) this.sleeper = { run: this.random.pick(this.active), until: step + 60 };
	}

	private awake(step: number): Run[] {
		return this.active.filter((run) => run !== this.sleeper?.run || step > this.sleeper.until);
	}

	private happen(step: number): void {
		const { world, random } = this;
		const documents = [...world.concur.documents.keys()];
		if (this.active.length > 0 && world.strikes('crash', 0.01)) this.drop(random.pick(this.active));
		if (documents.length > 0 && world.strikes('recall', 0.006)) world.concur.recall(random.pick(documents));
		const live = world.books.entries.filter(({ isLive }) => isLive);
		if (live.length > 0 && world.strikes('pay', 0.012)) random.pick(live).isPaid = true;
		const { parked } = world.books;
		if (parked.size > 0 && world.strikes('personAdds', 0.02)) world.books.add(random.pick([...parked]));
		if (world.strikes('mappingBreaks', 0.015))
			world.brokenMapping = world.brokenMapping ? undefined : random.pick(['review', 'sentBack'] as const);
		if (this.options.allowed.has('tableFull')) this.happenRarely(documents);
		world.now += Math.floor(random.next() * 20_000);
		if (world.strikes('clockJump', 0.02)) this.fallAsleep(step);
	}

	/** Only some of the schedules have these: they hold so much up that little else happens. */
	private happenRarely(documents: string[]): void {
		const { world, random } = this;
		if (documents.length > 0 && world.strikes('recallUntold', 0.006)) world.concur.recall(random.pick(documents), true);
		if (world.strikes('tableFull', 0.008)) world.table.fill();
		else if (world.table.isFull && random.chance(0.05)) world.table.deleteClosed();
	}

	private get kinds() {
		if (this.world.isFunds) return FUNDS_KINDS;
		return this.world.level === 'register' ? REGISTER_KINDS : KINDS;
	}

	async run(): Promise<void> {
		const { world, random, options } = this;
		for (let step = 0; step < options.steps; step++) {
			this.happen(step);
			const awake = this.awake(step);
			const draw = random.next();
			const { size } = world.concur.documents;
			if (size < options.documents && draw < 0.06) world.concur.add(`doc${size}`, random.pick(this.kinds));
			else if (draw < 0.1) this.note();
			else if (awake.length === 0 || (draw < 0.17 && awake.length < 3)) this.work();
			else await this.step(random.pick(awake));
		}
		await this.settle();
	}

	/** Nothing goes wrong any more, and days pass. What was under way ends first: it may have been overtaken long ago. */
	private async settle(): Promise<void> {
		this.world.isHostile = false;
		this.world.brokenMapping = undefined;
		if (this.world.table.isFull) this.world.table.deleteClosed();
		await this.allToEnd();
		// One priority of rows is taken up in a round, and what waited for a person comes rounds later.
		for (let round = 0; round < 8; round++) {
			this.note();
			await this.allToEnd();
			this.work();
			await this.allToEnd();
			// A person adds at last what waits; the next look-up finds it.
			for (const docId of [...this.world.books.parked]) this.world.books.add(docId);
			this.world.now += 25 * HOUR;
		}
	}
}

/** Runs one schedule: what happens and in which order is decided by the seed alone. */
export async function runSchedule(workflow: Workflow, seed: number, options: ScheduleOptions = defaultOptions): Promise<Result> {
	const schedule = new Schedule(workflow, seed, options);
	await schedule.run();
	const { world } = schedule;
	return { seed, options, faults: world.faults, problems: [...new Set([...world.problems, ...judge(world)])] };
}

/** The shortest schedule of that seed that still fails: fewer faults, fewer documents, fewer steps. */
export async function shortest(workflow: Workflow, failing: Result): Promise<Result> {
	let best = failing;
	const attempt = async (options: ScheduleOptions): Promise<boolean> => {
		const result = await runSchedule(workflow, failing.seed, options);
		if (result.problems.length > 0) best = result;
		return result.problems.length > 0;
	};
	for (const kind of faultKinds)
		await attempt({ ...best.options, allowed: new Set([...best.options.allowed].filter((one) => one !== kind)) });
	for (let documents = best.options.documents - 1; documents > 0; documents--)
		if (!(await attempt({ ...best.options, documents }))) break;
	for (let steps = best.options.steps - 1; steps > 0; steps -= 1) if (!(await attempt({ ...best.options, steps }))) break;
	return best;
}

/** A failing schedule in words. */
export const describeResult = ({ seed, options, problems, faults }: Result): string =>
	[
		`seed ${seed}, ${options.documents} documents, ${options.steps} steps, ${options.level}`,
		`faults: ${[...faults].map(([kind, times]) => `${kind} ${times}`).join(', ') || 'none'}`,
		...problems,
	].join('\n  ');
