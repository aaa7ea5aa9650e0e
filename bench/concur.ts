import { ConcurFisTrigger } from '../nodes/ConcurFisTrigger/ConcurFisTrigger.node.js';
import { FisAcknowledgeConfirm } from '../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node.js';
import { pollContext, runNode } from '../test/helpers/engine';
import { BenchCompany } from './company';
import { newDocuments } from './documents';
import { perDocument, type Figure } from './table';

type Items = Parameters<typeof runNode>[1];

const AREA = 'Concur';
const READY = 1_000;
const OPEN_ROWS = 50;

/** As the bundled workflow polls. */
const DOC_TYPES = ['expense', 'cashadvance', 'invoice'];

async function poll(company: BenchCompany, pageSize: number): Promise<Items> {
	const trigger = new ConcurFisTrigger();
	const parameters = { docTypes: DOC_TYPES, documentsPerPoll: READY, options: { pageSize, repeatAfterMinutes: 0 } };
	const outputs = await trigger.poll.call(pollContext(company.node(trigger, parameters)));
	return (outputs?.[0] ?? []).map(({ json }) => json);
}

async function fis(company: BenchCompany, resource: string, operation: string, items: Items, batchSize: number): Promise<Items> {
	const parameters = { resource, operation, systemId: 'B1', options: { batchSize } };
	const outputs = await runNode(company.node(new FisAcknowledgeConfirm(), parameters), items);
	const [done = []] = outputs;
	if (done.length !== items.length) throw new Error(`${operation}: only ${done.length} of ${items.length} documents were done`);
	return done.map(({ json }) => json);
}

const posted = { outcome: 'posted', jdtNum: 1, number: 1, postingDate: '2026-03-31', fiscalYear: 2026, companyDb: 'SBODEMO' };

async function readyFigures(url: string, size: number): Promise<Figure[]> {
	const company = await BenchCompany.open(url);
	await company.ready(newDocuments(READY));
	await poll(company, size);
	let items: Items = [];
	const polled = await company.counted(async () => (items = await poll(company, size)));
	if (items.length !== READY) throw new Error(`Only ${items.length} of ${READY} documents were polled`);
	const acknowledged = await company.counted(async () => (items = await fis(company, 'document', 'acknowledge', items, size)));
	const withPosting = items.map((item) => ({ ...item, posting: posted }));
	const confirmed = await company.counted(async () => await fis(company, 'posting', 'confirm', withPosting, size));
	const sum = polled.concur + acknowledged.concur + confirmed.concur;
	const parts = `${polled.concur} + ${acknowledged.concur} + ${confirmed.concur}`;
	return [
		{
			area: AREA,
			measure: `poll + acknowledge + confirm, ${size} a request`,
			count: READY,
			value: `${parts} = ${perDocument(sum, READY)}`,
		},
	];
}

async function idleFigure(url: string): Promise<Figure> {
	const company = await BenchCompany.open(url);
	await poll(company, 25);
	const { concur } = await company.counted(async () => await poll(company, 25));
	return { area: AREA, measure: `requests of an idle poll, ${DOC_TYPES.length} document types`, count: 1, value: String(concur) };
}

/** The second entry looks every open row up by its id; that is all it adds to what a document costs the first time. */
async function openRowFigure(url: string): Promise<Figure> {
	const company = await BenchCompany.open(url);
	await company.ready(newDocuments(OPEN_ROWS));
	const items = await fis(company, 'document', 'acknowledge', await poll(company, 25), 25);
	const { concur } = await company.counted(async () => {
		const outputs = await runNode(company.node(new FisAcknowledgeConfirm(), { resource: 'document', operation: 'get' }), items);
		if (outputs[0]?.length !== OPEN_ROWS) throw new Error('Not every open row was found in Concur');
	});
	return {
		area: AREA,
		measure: 'requests of the second entry, open rows',
		count: OPEN_ROWS,
		value: perDocument(concur, OPEN_ROWS),
	};
}

/** Requests at Concur. */
export async function concurFigures(url: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const size of [25, 100, 200]) figures.push(...(await readyFigures(url, size)));
	return [...figures, await idleFigure(url), await openRowFigure(url)];
}
