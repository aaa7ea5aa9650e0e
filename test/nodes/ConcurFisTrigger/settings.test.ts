import type { IDataObject } from 'n8n-workflow';
import { ConcurFisTrigger } from '../../../nodes/ConcurFisTrigger/ConcurFisTrigger.node';
import { startCompany, type Company } from '../../concur/company';
import { pollContext } from '../../helpers/engine';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

let company: Company;
beforeEach(async () => (company = await startCompany()));
afterEach(async () => await company.stop());

const trigger = new ConcurFisTrigger();
async function poll(parameters: IDataObject): Promise<IDataObject[]> {
	const options = { repeatAfterMinutes: 0, ...(parameters.options as object) };
	const setup = company.node(trigger, { docTypes: ['expense'], ...parameters, options } as never);
	const output = await trigger.poll.call(pollContext(setup));
	return (output ?? []).flat().map(({ json }) => json);
}

describe('the trigger', () => {
	it('gives each document once where the older name of its type is chosen beside the new one', async () => {
		const ids = await company.ready(2, 'requestobligation');
		const items = await poll({ docTypes: ['obligation', 'requestobligation', 'reportobligation'] });
		expect(items.map(({ docId }) => docId).sort()).toEqual(ids.sort());
		expect(new Set(items.map(({ docType }) => docType))).toEqual(new Set(['requestobligation']));
	});

	it.each([-1, 0, '', 'many', 1.5])('refuses %j documents per poll', async (documentsPerPoll) => {
		await company.ready(1);
		await expect(poll({ documentsPerPoll: `={{ ${JSON.stringify(documentsPerPoll)} }}` })).rejects.toThrow(/Documents per Poll/);
	});

	it.each(['01.03.2026', '03/01/2026', '2026-02-30', '2026'])(
		'refuses the Go-Live Date %s, and does not blame Concur',
		async (goLiveDate) => {
			await company.ready(1);
			await expect(poll({ filters: { goLiveDate } })).rejects.toThrow(/Go-Live Date ".*" is no date/);
		},
	);

	it('refuses a page size and a document type that are none', async () => {
		await expect(poll({ options: { pageSize: 0 } })).rejects.toThrow(/Documents per Request/);
		await expect(poll({ docTypes: '={{ ["holiday"] }}' })).rejects.toThrow(/Document Types holds "holiday"/);
	});

	it('takes numbers of expressions as codes', async () => {
		const [docId] = await company.ready(1);
		expect((await poll({ filters: { companies: '={{ 192544 }}' } })).map((item) => item.docId)).toEqual([docId]);
	});

	it('says on its items which type could not be read', async () => {
		await company.ready(1);
		await company.control('POST', '/faults', { system: 'concur', kind: 'status', status: 400, path: 'cashadvance', times: 0 });
		const [item] = await poll({ docTypes: ['expense', 'cashadvance'] });
		expect(item).toMatchObject({ notRead: [{ docType: 'cashadvance', message: expect.stringContaining('400') }] });
	});
});
