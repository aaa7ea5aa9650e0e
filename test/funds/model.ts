/**
 * An independent reading of the funds rules, in whole cents: it keeps one figure per source and budget key, knows no rows, and is
 * replayed from the first step of the history to the last for every question asked. Reports are linked to one request or none.
 */
export interface ModelStep {
	kind: 'request' | 'report' | 'actuals';
	instruction: 'obligate' | 'fundsCheck' | 'release' | 'post';
	id: string;
	/** Signed cents by budget key: the whole document. */
	amounts: Record<string, number>;
	request: string | null;
}

export interface ModelView {
	/** Whether the last step was accepted. */
	accepted: boolean;
	/** Open cents by `kind id` and key, without zeros. */
	open: Record<string, number>;
	available: Record<string, number>;
	actual: Record<string, number>;
}

interface Figure {
	target: number;
	used: number;
	/** Reports only: what is held of the request. */
	held: number;
}

type Figures = Map<string, Figure>;

export function replay(history: readonly ModelStep[], budgets: Record<string, number>): ModelView {
	let figures: Figures = new Map();
	const actual: Record<string, number> = {};
	const posted = new Set<string>();
	const linkOf = new Map<string, string | null>();
	let accepted = true;
	for (const step of history) {
		accepted = true;
		const source = `${step.kind === 'request' ? 'request' : 'report'} ${step.id}`;
		const link = step.request ?? linkOf.get(source) ?? null;
		if (step.instruction === 'release') {
			figures = releaseFrom(figures, source, linkOf.get(source) ?? null, posted.has(source));
			posted.delete(source);
		} else if (step.instruction === 'post') {
			postTo(figures, source, link, step.amounts, actual);
			posted.add(source);
		} else {
			const next = reserveIn(figures, source, link, step.amounts);
			accepted = Object.keys(budgets).every((key) => {
				const growth = total(next, key) - total(figures, key);
				return growth <= 0 || growth <= budgets[key]! - (actual[key] ?? 0) - total(figures, key);
			});
			if (accepted && step.instruction === 'obligate') {
				figures = next;
				linkOf.set(source, link);
			}
		}
	}
	return view(figures, budgets, actual, accepted);
}

const keyOf = (source: string, key: string) => `${source}|${key}`;
const ownerOf = (id: string) => id.split('|')[0]!;
const budgetOf = (id: string) => id.split('|')[1]!;

/** The request that a report's figure holds something of. */
const links = new WeakMap<Figure, string>();

function lentBy(figures: Figures, request: string, key: string): number {
	let sum = 0;
	for (const [id, figure] of figures) if (budgetOf(id) === key && links.get(figure) === request) sum += figure.held;
	return sum;
}

function openOf(figures: Figures, id: string): number {
	const { target, used } = figures.get(id)!;
	const lent = ownerOf(id).startsWith('request ') ? lentBy(figures, ownerOf(id), budgetOf(id)) : 0;
	return Math.max(0, target - used - lent);
}

function total(figures: Figures, key: string): number {
	return [...figures.keys()].filter((id) => budgetOf(id) === key).reduce((sum, id) => sum + openOf(figures, id), 0);
}

function copy(figures: Figures): Figures {
	const result: Figures = new Map();
	for (const [id, figure] of figures) {
		const fresh = { ...figure };
		const link = links.get(figure);
		if (link) links.set(fresh, link);
		result.set(id, fresh);
	}
	return result;
}

function reserveIn(before: Figures, source: string, request: string | null, amounts: Record<string, number>): Figures {
	const figures = copy(before);
	for (const id of [...figures.keys()]) if (ownerOf(id) === source && !(budgetOf(id) in amounts)) drop(figures, id);
	for (const [key, amount] of Object.entries(amounts)) {
		const figure: Figure = { target: Math.max(0, amount), used: figures.get(keyOf(source, key))?.used ?? 0, held: 0 };
		figures.set(keyOf(source, key), figure);
		const from = keyOf(`request ${request}`, key);
		if (!source.startsWith('report ') || request === null || !figures.has(from)) continue;
		figure.held = Math.min(Math.max(0, figure.target - figure.used), openOf(figures, from));
		links.set(figure, `request ${request}`);
	}
	return figures;
}

function drop(figures: Figures, id: string): void {
	figures.delete(id);
	for (const [other, figure] of figures)
		if (budgetOf(other) === budgetOf(id) && links.get(figure) === ownerOf(id)) figure.held = 0;
}

function releaseFrom(before: Figures, source: string, request: string | null, lapses: boolean): Figures {
	const figures = copy(before);
	for (const id of [...figures.keys()].filter((candidate) => ownerOf(candidate) === source)) {
		const from = figures.get(keyOf(`request ${request}`, budgetOf(id)));
		if (lapses && from) from.used += figures.get(id)!.held;
		drop(figures, id);
	}
	return figures;
}

function postTo(
	figures: Figures,
	source: string,
	request: string | null,
	amounts: Record<string, number>,
	actual: Record<string, number>,
): void {
	for (const [key, amount] of Object.entries(amounts)) {
		actual[key] = (actual[key] ?? 0) + amount;
		let rest = Math.max(0, amount);
		const own = figures.get(keyOf(source, key));
		const from = figures.get(keyOf(`request ${request}`, key));
		if (own) {
			const part = Math.min(rest, Math.max(0, own.target - own.used));
			const ofRequest = Math.min(part, own.held);
			own.used += part;
			own.held -= ofRequest;
			if (from) from.used += ofRequest;
			rest -= part;
		}
		if (from) from.used += Math.min(rest, openOf(figures, keyOf(`request ${request}`, key)));
	}
}

function view(figures: Figures, budgets: Record<string, number>, actual: Record<string, number>, accepted: boolean): ModelView {
	const open: Record<string, number> = {};
	for (const id of figures.keys()) if (openOf(figures, id) > 0) open[id] = openOf(figures, id);
	const available = Object.fromEntries(
		Object.entries(budgets).map(([key, amount]) => [key, amount - (actual[key] ?? 0) - total(figures, key)]),
	);
	return { accepted, open, available, actual };
}
