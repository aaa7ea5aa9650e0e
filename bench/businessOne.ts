/**
 * Nodes are imported by the name they compile to: beside each stands a codex file `*.node.json`, which the bare name would find first.
 */
import { BuildJournalEntry } from '../nodes/BuildJournalEntry/BuildJournalEntry.node.js';
import { SapB1ServiceLayer } from '../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node.js';
import { runNode } from '../test/helpers/engine';
import { BenchCompany, newItems } from './company';
import { perDocument, type Figure } from './table';

type Items = Parameters<typeof runNode>[1];

const AREA = 'Business One';
const EXECUTIONS = 1_000;
const LEVELS = { register: 'posting register', referenceCheck: 'reference check' } as const;

const postParameters = (level: keyof typeof LEVELS) => ({ resource: 'journalEntry', operation: 'post', options: { level } });

async function build(company: BenchCompany, count: number): Promise<Items> {
	const [ready = []] = await runNode(company.node(new BuildJournalEntry()), newItems(count) as Items);
	if (ready.length !== count) throw new Error(`Only ${ready.length} of ${count} documents could be built`);
	return ready.map(({ json }) => json);
}

async function post(company: BenchCompany, items: Items, level: keyof typeof LEVELS): Promise<void> {
	const [posted = []] = await runNode(company.node(new SapB1ServiceLayer(), postParameters(level)), items);
	if (posted.length !== items.length) throw new Error(`Only ${posted.length} of ${items.length} documents were posted`);
}

/** A company at this level, with a session that is open already: logins are measured by themselves. */
async function open(url: string, level: keyof typeof LEVELS): Promise<BenchCompany> {
	const company = await BenchCompany.open(url);
	const operation = level === 'register' ? 'setUpPostingRegister' : 'getInfo';
	await runNode(company.node(new SapB1ServiceLayer(), { resource: 'company', operation }), [{}]);
	return company;
}

async function postingFigures(url: string, level: keyof typeof LEVELS): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const count of [1, 100, 1_000]) {
		const company = await open(url, level);
		const items = await build(company, count);
		const alone = await company.counted(async () => await post(company, items, level));
		const next = company.newRun();
		const whole = await next.counted(async () => await post(next, await build(next, count), level));
		const goal = count === 100 ? 'at most 0.2 each' : '';
		figures.push(
			{ area: AREA, measure: `requests of Post, ${LEVELS[level]}`, count, value: perDocument(alone.businessOne, count), goal },
			{
				area: AREA,
				measure: `requests of Build with master data + Post, ${LEVELS[level]}`,
				count,
				value: perDocument(whole.businessOne, count),
				goal,
			},
		);
	}
	return figures;
}

/** Executions one after the other, each with contexts of its own, as n8n makes them; the credential is what they share. */
async function loginFigure(url: string): Promise<Figure> {
	const company = await BenchCompany.open(url);
	const { logins } = await company.counted(async () => {
		for (let execution = 0; execution < EXECUTIONS; execution++) {
			await runNode(company.node(new SapB1ServiceLayer(), { resource: 'company', operation: 'getInfo' }), [{}]);
		}
	});
	return { area: AREA, measure: 'logins, executions', count: EXECUTIONS, value: String(logins), goal: '1' };
}

/** Requests and logins at Business One. */
export async function businessOneFigures(url: string): Promise<Figure[]> {
	return [...(await postingFigures(url, 'register')), ...(await postingFigures(url, 'referenceCheck')), await loginFigure(url)];
}
