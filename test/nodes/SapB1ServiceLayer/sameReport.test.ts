import type { IDataObject } from 'n8n-workflow';
import { sampleDocuments } from '../../../sandbox/sample-documents';
import { runNode, type NodeSetup } from '../../helpers/engine';
import { DemoCompany } from '../BuildJournalEntry/company';
import { node } from './setup';

/** Documents that look alike, as they come from Concur, built and posted by the real nodes. */
const company = new DemoCompany().use();

const [REPORT, ADVANCE, INVOICE] = [1, 9, 14].map((number) => (JSON.parse(sampleDocuments()) as IDataObject[])[number - 1]!);

interface Changes {
	id: string;
	[section: string]: string | IDataObject;
}

/** A sample under another document id, with some fields of its sections changed. */
function variant(sample: IDataObject, { id, ...sections }: Changes): IDataObject {
	const copy = structuredClone(sample) as IDataObject & { document: IDataObject };
	copy.id = id.repeat(32);
	for (const [section, fields] of Object.entries(sections)) Object.assign(copy.document[section] as IDataObject, fields);
	return copy;
}

const advance = (id: string, cashAdvanceId: string, more: Partial<Changes> = {}) =>
	variant(ADVANCE!, { id, cashAdvanceData: { cashAdvanceId, name: 'Travel advance' }, ...more } as Changes);

function givenBack(id: string, cashAdvanceId: string): IDataObject {
	const document = advance(id, cashAdvanceId) as { document: { journalData: IDataObject[] } } & IDataObject;
	for (const row of document.document.journalData)
		Object.assign(row, { amount: -200, debitOrCredit: 'CR', payer: 'EMPL', payee: 'COMP' });
	return document;
}

describe.each([{ register: true }, { register: false }])('posting register: $register', ({ register }) => {
	let setup: NodeSetup;

	beforeEach(async () => {
		setup = company.node();
		if (register) await runNode(b1({ resource: 'company', operation: 'setUpPostingRegister' }), [{}]);
	});

	const b1 = (parameters: IDataObject): NodeSetup => ({ ...setup, nodeType: node, parameters: parameters as never });

	/** Builds and posts documents; gives what became of each. */
	async function post(documents: IDataObject[], revisionPolicy: string, reference?: string): Promise<unknown[]> {
		const build = reference === undefined ? setup : { ...setup, parameters: { reference } };
		const [ready] = await runNode(build, documents);
		const items = ready!.map(({ json }) => json);
		expect(items).toHaveLength(documents.length);
		const outputs = await runNode(b1({ resource: 'journalEntry', operation: 'post', options: { revisionPolicy } }), items);
		return outputs.flatMap((posted) => posted.map(({ json }) => (json.posting as IDataObject).outcome));
	}

	const pairs: Array<[string, IDataObject[], string?]> = [
		['advances of two employees with one name', [advance('a', 'A'.repeat(32)), advance('b', 'B'.repeat(32))]],
		['an advance and its return', [advance('a', 'A'.repeat(32)), givenBack('c', 'A'.repeat(32))]],
		[
			'a report and an invoice of one number',
			[
				variant(REPORT!, { id: 'd', report: { reportKey: 4101, reportNumber: null } }),
				variant(INVOICE!, { id: 'e', requestHeader: { reqKey: 4101, requestNumber: null } }),
			],
		],
		[
			'two reports of one name, by which they are referred to',
			[
				variant(REPORT!, { id: 'd', report: { reportId: 'D'.repeat(20), reportName: 'March' } }),
				variant(REPORT!, { id: 'f', report: { reportId: 'F'.repeat(20), reportName: 'March' } }),
			],
			'{reportName}',
		],
	];

	describe.each(pairs)('%s', (_, documents, reference) => {
		it.each(['hold', 'reverseAndRepost'])('are both posted under the policy %s, in one poll and in two', async (policy) => {
			expect(await post(documents, policy, reference)).toEqual(['posted', 'posted']);
			await company.control('reset', {});
			setup = company.node();
			if (register) await runNode(b1({ resource: 'company', operation: 'setUpPostingRegister' }), [{}]);
			for (const document of documents) expect(await post([document], policy, reference)).toEqual(['posted']);
		});
	});

	it('is held back where it is the same report under another document', async () => {
		await post([variant(REPORT!, { id: 'd' })], 'hold');
		expect(await post([variant(REPORT!, { id: 'f' })], 'hold')).toEqual(['rejected']);
	});
});
