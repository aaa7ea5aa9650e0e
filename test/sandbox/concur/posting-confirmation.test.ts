import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, documentOf, errorAnswer, FisClient, load, postingDoc, report } from './client';

let sandbox: Sandbox;
let fis: FisClient;

beforeAll(async () => {
	sandbox = await startSandbox();
	fis = await FisClient.connect(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await control(sandbox, '/reset');
	await load(sandbox, [report('a'), report('b')]);
	await fis.acknowledge(['a']);
});

const message = (changes: Record<string, unknown> = {}) => ({
	...errorAnswer,
	systemMessages: [{ messageShortText: 'Wrong account.', messageLanguage: 'EN', ...changes }],
});

describe('service codes', () => {
	it('0 for a success, kept as it was sent', async () => {
		const { data } = await fis.confirm('a');
		expect(data).toEqual([
			{ code: 0, docId: 'a', systemId: 'B1', postingConfirmationResult: 'SUCCESS', errorMessage: null, detailMessage: '' },
		]);
		expect(await documentOf(sandbox, 'a')).toMatchObject({
			docStatus: 'POSTING_CONFIRMED_SUCCESS',
			postingConfirmation: { docId: 'a', postingDocs: [postingDoc] },
		});
	});

	it('0 for a success with nothing posted, and for an error with its reasons', async () => {
		expect((await fis.confirm('a', { postingDocs: [] })).data[0].code).toBe(0);
		await fis.acknowledge(['b']);
		expect((await fis.confirm('b', errorAnswer)).data[0].code).toBe(0);
		expect((await documentOf(sandbox, 'b')).docStatus).toBe('POSTING_CONFIRMED_FAILURE');
	});

	it('99 for a system that did not acknowledge the document', async () => {
		expect((await fis.confirm('a', {}, 'S4')).data[0]).toMatchObject({ code: 99, postingConfirmationResult: 'FAILURE' });
		expect((await fis.confirm('a', {}, '')).data[0].code).toBe(99);
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('ACKNOWLEDGED');
	});

	it('111 before the acknowledgement', async () => {
		expect((await fis.confirm('b')).data[0]).toMatchObject({ code: 111, postingConfirmationResult: 'NOT_YET_ACKNOWLEDGED' });
	});

	it('112 after a recall', async () => {
		await control(sandbox, '/documents/a/status', { status: 'RECALLED', force: true });
		expect((await fis.confirm('a')).data[0]).toMatchObject({ code: 112, postingConfirmationResult: 'WAS_RECALLED' });
	});

	it('113 the second time, whatever is said the second time', async () => {
		await fis.confirm('a');
		expect((await fis.confirm('a')).data[0]).toMatchObject({ code: 113, postingConfirmationResult: 'FAILURE' });
		expect((await fis.confirm('a', errorAnswer)).data[0].code).toBe(113);
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('POSTING_CONFIRMED_SUCCESS');
	});

	it('113 for a success after an error', async () => {
		await fis.confirm('a', errorAnswer);
		expect((await fis.confirm('a')).data[0].code).toBe(113);
	});

	it.each(['VOID', 'CANCEL', 'FLAG_DUPLICATE'])('114 for %s', async (status) => {
		await control(sandbox, '/documents/a/status', { status, force: true });
		expect((await fis.confirm('a')).data[0].code).toBe(114);
	});

	it('115 for another type, 116 for an unknown id and for a report id', async () => {
		expect((await fis.confirm('a', {}, 'B1', 'invoice')).data[0].code).toBe(115);
		expect((await fis.confirm('R-a')).data[0]).toMatchObject({ code: 116, postingConfirmationResult: 'FAILURE' });
	});

	it('199 by fault, and the same request works the next time', async () => {
		await control(sandbox, '/faults', { system: 'concur', kind: 'serviceCode', code: 199, path: 'postingconfirmations' });
		expect((await fis.confirm('a')).data[0]).toMatchObject({ code: 199, postingConfirmationResult: 'SYSTEM_ERROR_OCCURRED' });
		expect((await fis.confirm('a')).data[0].code).toBe(0);
	});
});

describe('198 for what will never work', () => {
	it.each([
		['unknown status', { overallPostingStatusCode: 'ok' }],
		['status in capitals', { overallPostingStatusCode: 'SUCCESS' }],
		['no postingDocs', { postingDocs: undefined }],
		['no systemMessages', { systemMessages: undefined }],
		['success with messages', { systemMessages: errorAnswer.systemMessages }],
		['error with postingDocs', { ...errorAnswer, postingDocs: [postingDoc] }],
		['error without messages', { ...errorAnswer, systemMessages: [] }],
		['no companyId', { postingDocs: [{ ...postingDoc, companyId: undefined }] }],
		['companyId of 33', { postingDocs: [{ ...postingDoc, companyId: 'x'.repeat(33) }] }],
		['documentNumber of 81', { postingDocs: [{ ...postingDoc, documentNumber: 'x'.repeat(81) }] }],
		['documentNumber as a number', { postingDocs: [{ ...postingDoc, documentNumber: 1042 }] }],
		['fiscalYear with words', { postingDocs: [{ ...postingDoc, fiscalYear: 'FY26' }] }],
		['postingDate with a time', { postingDocs: [{ ...postingDoc, postingDate: '2026-03-04T00:00:00Z' }] }],
		['postingDate that is no day', { postingDocs: [{ ...postingDoc, postingDate: '2026-02-30' }] }],
		['message text of 1301', message({ messageShortText: 'x'.repeat(1301) })],
		['message without text', message({ messageShortText: undefined })],
		['language in words', message({ messageLanguage: 'English' })],
	])('%s', async (_name, changes) => {
		expect((await fis.confirm('a', changes)).data[0]).toMatchObject({ code: 198, postingConfirmationResult: 'FAILURE' });
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('ACKNOWLEDGED');
	});

	it('and not for the longest that is allowed', async () => {
		const longest = { ...postingDoc, companyId: 'x'.repeat(32), documentNumber: 'x'.repeat(80), fiscalYear: 2026 };
		expect((await fis.confirm('a', { postingDocs: [longest] })).data[0].code).toBe(0);
		await fis.acknowledge(['b']);
		expect((await fis.confirm('b', message({ messageShortText: 'x'.repeat(1300) }))).data[0].code).toBe(0);
	});
});

describe('requests that are refused as a whole', () => {
	it.each([
		['no systemId', { postingConfirmations: [{ docId: 'a' }] }],
		['no confirmations', { systemId: 'B1' }],
		['confirmations empty', { systemId: 'B1', postingConfirmations: [] }],
		['a confirmation without docId', { systemId: 'B1', postingConfirmations: [{ overallPostingStatusCode: 'success' }] }],
	])('%s', async (_name, body) => {
		expect((await fis.post('postingconfirmations', body)).status).toBe(400);
	});
});

it('funds documents go the same way', async () => {
	const { data } = await load(sandbox, {
		instruction: { instruction: 'obligate' },
		requestHeader: { requestId: 'q', fgiRefId: 'F-1' },
	});
	expect(data.loaded).toEqual([{ docId: 'f1', docType: 'requestobligation', docStatus: 'READY' }]);
	await fis.acknowledge(['f1'], 'B1', 'requestobligation');
	expect((await fis.confirm('f1', {}, 'B1', 'requestobligation')).data[0].code).toBe(0);
});

it('history tells every step with its time on the sandbox clock', async () => {
	await control(sandbox, '/clock', { now: '2026-03-05T10:00:00.000Z' });
	await fis.confirm('a');
	const { history } = await documentOf(sandbox, 'a');
	expect(history.map(({ status }) => status)).toEqual(['READY', 'ACKNOWLEDGED', 'POSTING_CONFIRMED_SUCCESS']);
	expect((history.at(-1) as unknown as { at: string }).at).toMatch(/^2026-03-05T10:00:0/);
});
