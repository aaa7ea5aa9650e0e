import { decide } from '../../../nodes/FisAcknowledgeConfirm/actions/posting/decision';
import { postingConfirmation } from '../../../nodes/shared/concur/confirmations';
import { FundsSandbox } from '../../fundsRegister/fundsSandbox';
import { request } from '../../funds/documents';
import type { CredentialStore } from '../../helpers/engine';
import { run, sandboxCredential, setupOf } from './setup';

let b1: FundsSandbox;
let credentials: CredentialStore;

beforeAll(async () => {
	b1 = await FundsSandbox.start();
	await b1.reset([{ key: '616000/SALES', amount: 10 }]);
	credentials = sandboxCredential(b1.sandbox);
});

afterAll(async () => await b1.stop());

const funds = (operation: string, parameters = {}) => setupOf(credentials, { resource: 'funds', operation, ...parameters });
const SETTINGS = { language: 'EN', ifRefused: 'confirmError', numberFrom: 'number' } as const;
const spec = { account: '616000', costCenter: 'SALES' };

function item(fisId: string, instruction: string, amount: number) {
	const { document } = request(fisId, instruction, `REQ-${fisId}`, [{ amount, ...spec }]);
	return { docId: fisId, docType: 'requestobligation', document: document as never };
}

it('answers a reservation with number and references, and a refusal with the figures', async () => {
	const [answered, review, uncertain] = await run(funds('checkReserveRelease'), [
		item('n1', 'obligate', 6),
		item('n2', 'obligate', 5),
	]);
	expect([review, uncertain]).toEqual([[], []]);
	const [first, second] = answered!;
	expect(first).toMatchObject({ docId: 'n1', funds: { outcome: 'applied', confirm: 'success', companyDb: 'SBODEMO' } });

	const success = decide(first!, SETTINGS);
	if ('stopped' in success) throw new Error(success.stopped);
	const [posted] = postingConfirmation('n1', success.result).postingDocs;
	expect(posted).toMatchObject({
		companyId: 'SBODEMO',
		documentNumber: 'KEY-REQ-n1',
		fiscalYear: expect.stringMatching(/^\d{4}$/),
	});
	expect(posted!.paymentRelevantLineItems.map(({ type, id }) => [type, id])).toEqual([
		['DOCUMENT', 'REQ-n1'],
		['ENTRY', 'RE1'],
		['ALLOCATION', 'KEY-RE1'],
	]);

	const refusal = decide(second!, SETTINGS);
	if ('stopped' in refusal) throw new Error(refusal.stopped);
	const { overallPostingStatusCode, systemMessages } = postingConfirmation('n2', refusal.result);
	expect(overallPostingStatusCode).toBe('error');
	expect(systemMessages.map(({ messageShortText }) => messageShortText)).toEqual([
		expect.stringMatching(/616000, cost center SALES.*5\.00 USD needed, 4\.00 USD available/),
	]);
});

it('shows where the budgets stand', async () => {
	const [balances] = await run(funds('getBalances'));
	expect(balances).toContainEqual(
		expect.objectContaining({ account: '616000', costCenter: 'SALES', budget: '10', committed: '6', available: '4' }),
	);
});

it('answers nobody where a person has to decide, and Confirm sends nothing', async () => {
	const euro = request('n3', 'obligate', 'REQ-n3', [{ amount: 1, ...spec }], { currency: 'EUR' });
	const [answered, review] = await run(funds('checkReserveRelease'), [
		{ docId: 'n3', docType: 'requestobligation', document: euro.document as never },
	]);
	expect(answered).toEqual([]);
	expect(review![0]).toMatchObject({ funds: { outcome: 'review', confirm: null, reasons: [{ code: 'other-currency' }] } });
	expect(decide(review![0]!, SETTINGS)).toHaveProperty('stopped');
});

it.each([
	[{ options: { expectedCompany: 'OTHER' } }, /not to "OTHER"/],
	[{ options: { encumbranceAccount: '991000' } }, /belong together/],
	[{ options: { toleranceAmount: 'some' } }, /Tolerance Amount "some"/],
	[{ profile: '{"nonsense": 1}' }, /Mapping Profile/],
	[{ mappingRows: 'setting,from,to\nAccount Table,TAXI,' }, /Row 2, "Account Table"/],
])('does nothing with settings that cannot be meant: %j', async (parameters, message) => {
	await expect(run(funds('checkReserveRelease', parameters), [item('n4', 'obligate', 1)])).rejects.toThrow(message);
});

it('takes the mapping table that the postings take', async () => {
	await b1.reset([{ key: '616000/SALES', amount: 10 }]);
	const mappingRows = [{ json: { setting: 'Account Table', from: '616000', to: '613000' } }];
	const budgetsOf = async (parameters: object) => {
		const [answered] = await run(funds('checkReserveRelease', { ...parameters, noBudget: 'refuse' } as never), [
			item('n9', 'fundsCheck', 6),
		]);
		return answered![0]!.funds as { confirm: string };
	};
	expect(await budgetsOf({})).toMatchObject({ confirm: 'success' });
	expect(await budgetsOf({ mappingRows: mappingRows as never })).toMatchObject({ confirm: 'error' });
});

it('tells the mapping that a step in review waits for', async () => {
	await b1.reset([{ key: '616000/SALES', amount: 10 }]);
	const stepOf = async (fisId: string, parameters: object) => {
		const { document } = request(fisId, 'obligate', `REQ-${fisId}`, [{ amount: 1, ...spec }], { currency: 'EUR' });
		const outputs = await run(funds('checkReserveRelease', { ...parameters, noBudget: 'review' }), [
			{ docId: fisId, docType: 'requestobligation', document: document as never },
		]);
		return outputs.flat()[0]!.funds as { outcome: string; mapping?: string; reasons: { code: string }[] };
	};
	const [first, same] = [await stepOf('n10', {}), await stepOf('n11', {})];
	expect(first).toMatchObject({ outcome: 'review', mapping: expect.stringMatching(/^[0-9a-f]{16}$/) });
	expect(same.mapping).toBe(first.mapping);
	const mappingRows = 'setting,from,to\nAccount Table,TAXI,613000';
	expect((await stepOf('n12', { mappingRows })).mapping).not.toBe(first.mapping);
});

it('says what to set up where there is no register', async () => {
	await b1.control('post', 'reset', {});
	await expect(run(funds('checkReserveRelease'), [item('n5', 'obligate', 1)])).rejects.toThrow(
		/commitment register.*is not there/,
	);
});

it.each([99, '', 0, 'main'])('refuses the budget scenario %j, in which everything would pass', async (scenario) => {
	await b1.reset([{ key: '616000/SALES', amount: 10 }]);
	const options = { scenario: `={{ ${JSON.stringify(scenario)} }}` };
	for (const name of ['checkReserveRelease', 'getBalances'])
		await expect(run(funds(name, { options }), [item('n6', 'obligate', 1)])).rejects.toThrow(/[Bb]udget [Ss]cenario/);
});

it.each([
	['year', 'month'],
	['month', 'year'],
	['month', 'yearToDate'],
])('refuses a change of the periods from %s to %s while commitments are open, and says the way out', async (before, after) => {
	await b1.reset([{ key: '616000/SALES', amount: 1200 }]);
	await run(funds('checkReserveRelease', { basis: before }), [item('n7', 'obligate', 6)]);
	const former = before === 'year' ? 'Fiscal Year' : 'Month';
	for (const name of ['checkReserveRelease', 'getBalances'])
		await expect(run(funds(name, { basis: after }), [item('n8', 'obligate', 1)])).rejects.toMatchObject({
			message: expect.stringContaining('REQ-n7'),
			description: expect.stringContaining(`Set Budget Period back to ${former}`),
		});
	const [answered] = await run(funds('checkReserveRelease', { basis: before }), [item('n8', 'obligate', 1)]);
	expect(answered).toHaveLength(1);
});
