import { decide, defaultWaits, isRecalledIn, STATUSES, type Blocks, type Row } from '../../nodes/shared/row';
import { endings, failed, notTold, posting, review, said } from './endings';
import { decideAt, heldRow, minutesToWait, NOW, step } from './items';

describe('what a run came to', () => {
	test.each(endings)('%s', (_name, blocks, status, open, minutes) => {
		const row = decideAt(blocks);
		expect([row.status, row.open, minutesToWait(row)]).toEqual([status, open, minutes]);
	});

	test('names every status at least once', () => {
		expect(new Set(endings.map(([, , status]) => status))).toEqual(new Set(STATUSES));
	});

	test('gives every open row a reason, unless it only goes on at once', () => {
		for (const [name, blocks] of endings) {
			const row = decideAt(blocks);
			if (row.open && minutesToWait(row) > 0) expect([name, row.reason]).toEqual([name, expect.stringMatching(/.+/)]);
			expect(JSON.parse(row.reasons)).toBeInstanceOf(Array);
		}
	});
});

describe('whatever the row was before', () => {
	const formers: Array<Partial<Row>> = STATUSES.map((status) => ({
		status,
		attempts: 3,
		jdtNum: 901,
		number: 17,
		outcome: 'posted',
		postingDate: '2026-03-31',
		postingRecord: 'a table',
		paymentStatus: 'PP',
		paymentsReported: 'SBODEMO/1/901',
	}));

	test.each(endings)('%s: nothing known is overwritten with nothing, and nothing is due never', (_name, blocks) => {
		for (const former of formers) {
			const row = decideAt(blocks, former);
			expect(row).toMatchObject({ id: 7, jdtNum: 901, number: 17, postingDate: '2026-03-31', paymentsReported: 'SBODEMO/1/901' });
			expect(row).toMatchObject({ reportName: 'Trip to Bern', person: 'Kim Roe', amount: '120.50', postingRecord: 'a table' });
			expect(row.outcome).not.toBe('');
			expect(row.heldBy).toBe('');
			expect(Number.isNaN(Date.parse(row.dueAt))).toBe(false);
			expect(row.open).toBe(
				!['confirmed', 'failed', 'duplicate'].includes(row.status) && !(row.status === 'recalled' && !row.open),
			);
		}
	});
});

describe('a later failure counts more than an earlier success', () => {
	test.each(['tryLater', 'noAnswer', 'refused', 'stopped', 'conflict', 'unknown'])('%s to the confirmation', (outcome) => {
		const row = decideAt({ ...step.taken, ...step.posted, confirmation: said(outcome) });
		expect(row).toMatchObject({ open: true, jdtNum: 901, reason: `Concur: ${outcome}` });
	});

	test('a failure that Concur holds beside an entry asks for a person', () => {
		const row = decideAt({
			docStatus: 'POSTING_CONFIRMED_FAILURE',
			...step.posted,
			confirmation: said('alreadyDone', { status: null }),
		});
		expect(row).toMatchObject({ status: 'attention', open: true });
		expect(row.reason).toContain('its entry is in Business One');
	});
});

describe('waiting', () => {
	const waits = (blocks: Blocks, tries: number[]) => tries.map((attempts) => minutesToWait(decideAt(blocks, { attempts })));

	test('asks a server again soon, and a person after eight tries', () => {
		const blocks = { acknowledgement: said('tryLater') };
		expect(waits(blocks, [1, 2, 3, 4, 5, 8, 9, 10, 11, 12])).toEqual([2, 5, 10, 15, 15, 15, 60, 240, 1440, 1440]);
		expect(decideAt(blocks, { attempts: 9 }).status).toBe('attention');
	});

	const passing = endings.filter(([, , , open, minutes]) => open && minutes === 2);
	test.each(passing.filter(([, blocks]) => !('company' in blocks)))(
		'%s: what lasts ends in the state that asks for a person, and is still tried',
		(_name, blocks) => {
			const row = decideAt(blocks, { attempts: 9 });
			expect([row.status, row.open, minutesToWait(row)]).toEqual(['attention', true, 60]);
			expect(waits(blocks, [10, 11, 40])).toEqual([240, 1440, 1440]);
		},
	);

	test('waits a day for a person who has not come, however often the document was tried', () => {
		expect(waits({ acknowledgement: said('foreign') }, [3, 8, 9, 10, 30])).toEqual([1440, 1440, 1440, 1440, 1440]);
	});

	test('waits for a person an hour, four, and a day from then on', () => {
		expect(waits({ ...step.taken, ...review('keepAcknowledged') }, [1, 2, 3, 4, 30])).toEqual([60, 240, 1440, 1440, 1440]);
	});

	test('does not count a try while Business One is down', () => {
		const down = { company: { outcome: 'tryLater', message: 'down' } };
		expect(decideAt(down, { attempts: 1 }).attempts).toBe(0);
		expect(waits(down, [1, 2, 9])).toEqual([2, 2, 15]);
		expect(decideAt(down, { attempts: 9 }).status).toBe('received');
	});

	test('does not turn in a circle where what is due at once fails at once', () => {
		const recalled = { ...step.taken, ...step.posted, confirmation: said('recalled') };
		expect(waits(recalled, [1, 3, 4, 5])).toEqual([0, 0, 2, 5]);
	});

	test('puts what waits for a server before what waits for a person', () => {
		expect(decideAt({ acknowledgement: said('tryLater') }).priority).toBe(1);
		expect(decideAt({ ...step.taken, ...posting('uncertain') }).priority).toBe(1);
		expect(decideAt({ ...step.taken, ...review('keepAcknowledged') }).priority).toBe(2);
	});

	test('remembers the mapping that could not post it while another one may', () => {
		const held = { ...step.taken, review: { ...(review('keepAcknowledged').review as Blocks), mapping: 'v1' } };
		expect(decideAt(held)).toMatchObject({ status: 'review', mapping: 'v1', priority: 3 });
		const funds = { outcome: 'review', reasons: [{ code: 'account-not-found', message: 'B1 has no account.' }], mapping: 'v2' };
		expect(decideAt({ ...step.taken, funds })).toMatchObject({ status: 'review', mapping: 'v2', priority: 3 });
		expect(decideAt({ ...step.taken, ...step.posted, ...step.confirmed }, { mapping: 'v1', priority: 3 }).mapping).toBe('');
		expect(decideAt({ acknowledgement: said('tryLater') }, { mapping: 'v1', priority: 3 })).toMatchObject({
			mapping: '',
			priority: 1,
		});
	});
});

describe('what Concur still gives out', () => {
	test.each([
		['an acknowledged document is not given out again', step.taken, false],
		['one that could not be acknowledged is', { acknowledgement: said('tryLater') }, true],
		['in read-only mode it is', { docStatus: 'READY', acknowledgement: said('done', { sent: false }), ...step.confirmed }, true],
	])('%s', (_name, blocks, readyInConcur) => {
		expect(decideAt(blocks as Blocks).readyInConcur).toBe(readyInConcur);
	});
});

test('takes the row itself where no document was fetched for it', () => {
	const row = heldRow({ reasons: '[{"code":"x","message":"y"}]' });
	const after = decide({ ...row, company: { outcome: 'tryLater', message: 'B1 is down' } }, NOW, defaultWaits);
	expect(after).toMatchObject({ id: 7, reportName: 'Trip to Bern', status: 'received', reason: 'B1 is down', heldBy: '' });
	expect(after).not.toHaveProperty('company');
});

test('keeps the warnings of an entry for a person to read once it is confirmed', () => {
	const warnings = [{ code: 'header-tax-in-cost', message: 'Tax of 19 stands in the header only.' }];
	const row = decideAt({ ...step.taken, ...step.posted, ...step.confirmed, warnings });
	expect([row.status, row.open, row.warned, JSON.parse(row.reasons)]).toEqual(['confirmed', false, true, warnings]);
	expect(decideAt({ ...step.taken, ...step.posted, ...step.confirmed }).warned).toBe(false);
});

describe('for the desk', () => {
	const inReview = (message: string) => ({ ...step.taken, review: { reasons: [{ code: 'c', message, value: 'V1' }] } });

	test('keeps the value that a reason is about, and the reason before where it was another one', () => {
		expect(JSON.parse(decideAt(inReview('new')).reasons)).toEqual([{ code: 'c', message: 'new', value: 'V1' }]);
		expect(decideAt(inReview('new'), { reason: 'old', reasonBefore: 'older' }).reasonBefore).toBe('old');
		expect(decideAt(inReview('new'), { reason: 'new', reasonBefore: 'old' }).reasonBefore).toBe('old');
	});

	test('keeps what a person did last, and gives no stamp of its own', () => {
		expect(decideAt(inReview('new'), { act: 'anna: tried again' })).toMatchObject({ act: 'anna: tried again', stamp: '' });
	});

	test('takes the entry that a person named once Concur has it, not before', () => {
		const desk = { result: 'success', text: '', number: '815', postingDate: '2026-03-30' };
		expect(decideAt({ ...step.confirmed, desk })).toMatchObject({
			status: 'confirmed',
			outcome: 'settledByHand',
			number: 815,
			postingDate: '2026-03-30',
		});
		const later = { outcome: 'tryLater', sent: true, status: 'success', message: 'Concur is down' };
		expect(decideAt({ confirmation: later, desk })).toMatchObject({ open: true, number: null, reason: 'Concur is down' });
	});

	test('keeps the text with which a person sent a document back', () => {
		const desk = { result: 'error', text: 'Wrong cost center', number: '', postingDate: '' };
		const told = { outcome: 'done', sent: true, status: 'error', message: 'Confirmed.' };
		expect(decideAt({ confirmation: told, desk })).toMatchObject({
			status: 'failed',
			open: false,
			number: null,
			reason: 'Wrong cost center',
		});
	});
});

test('remembers what the document says of itself', () => {
	const facts = {
		reportId: 'R9',
		reportNumber: '9',
		reportName: 'New',
		person: 'A B',
		date: '2026-03-01T00:00:00Z',
		amount: '9.99',
		currency: 'USD',
	};
	const row = decideAt({ facts, reportId: 'R9' }, { reportName: 'Old' });
	expect(row).toMatchObject({ reportName: 'New', person: 'A B', documentDate: '2026-03-01', amount: '9.99', currency: 'USD' });
});

test('a failed step is the reason of the row, not that Concur could not be told', () => {
	expect(decideAt({ ...step.taken, ...failed('session'), ...notTold }).reason).toBe('The session ended. Try again.');
});

test.each(['VOID', 'CANCEL'])('a document that is %s in Concur counts as confirmed only with an entry', (docStatus) => {
	const confirmation = said('alreadyDone', { sent: false, status: 'success' });
	expect(decideAt({ docStatus, confirmation })).toMatchObject({ status: 'recalled', open: false, warned: false });
	expect(decideAt({ docStatus, ...posting('alreadyPosted'), confirmation }).status).toBe('confirmed');
	const desk = { result: 'success', text: '', number: '815', postingDate: '2026-03-30' };
	expect(decideAt({ docStatus, confirmation, desk })).toMatchObject({ status: 'confirmed', outcome: 'settledByHand' });
});

describe('a recall', () => {
	const cancelFails = { acknowledgement: said('recalled'), ...posting('cancelFailed') };

	test('whose cancellation fails again and again ends with a person, and stays known', () => {
		const row = decideAt(cancelFails, { attempts: 9, status: 'recalled' });
		expect([row.status, row.open, row.reason]).toEqual(['attention', true, 'B1: cancelFailed']);
		expect(isRecalledIn(row)).toBe(true);
	});

	test.each(endings.filter(([, , , open]) => open))('is forgotten by no later run: %s', (_name, blocks) => {
		const row = decideAt(blocks, decideAt(cancelFails, { attempts: 9 }));
		expect(isRecalledIn(row)).toBe(true);
	});

	test('stands behind what holds its row up', () => {
		const row = decideAt({ company: { outcome: 'tryLater', message: 'B1 is down' } }, decideAt(cancelFails, { attempts: 9 }));
		expect(JSON.parse(row.reasons)).toEqual([
			{ code: 'b1-tryLater', message: 'B1 is down' },
			{ code: 'concur-recalled', message: 'The document was recalled in Concur.' },
		]);
	});

	test('closes the row once the entry is cancelled, without a reason', () => {
		const row = decideAt({ acknowledgement: said('recalled'), ...posting('cancelled') }, decideAt(cancelFails, { attempts: 9 }));
		expect([row.status, row.open, row.reasons]).toEqual(['recalled', false, '[]']);
	});

	test.each(['', 'no list', '{"code":"concur-recalled"}', '[{"code":"x","message":"y"}]', '[null]'])(
		'is not read out of reasons %j',
		(reasons) => expect(isRecalledIn(heldRow({ reasons }))).toBe(false),
	);
});
