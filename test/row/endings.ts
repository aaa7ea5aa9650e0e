import type { Blocks, Row } from '../../nodes/shared/row';
import { step } from './items';

export const said = (outcome: string, more: Blocks = {}): Blocks => ({
	outcome,
	message: `Concur: ${outcome}`,
	sent: true,
	...more,
});
export const review = (answer: string): Blocks => ({
	review: { answer, reasons: [{ code: 'missing-account', message: 'No account.' }] },
});
export const posting = (outcome: string, more: Blocks = {}): Blocks => ({
	posting: { outcome, message: `B1: ${outcome}`, ...more },
});

/** What a step leaves that failed for the item, and what the confirmation makes of it. */
export const failed = (errorClass: string): Blocks => ({
	error: 'The session ended.',
	message: 'Try again.',
	details: { errorClass },
});
export const notTold = { confirmation: said('stopped', { sent: false }) };

/** Every ending of every step: blocks of the item, then status, whether the row stays open, and after how many minutes it is due. */
export const endings: Array<[string, Blocks, Row['status'], boolean, number]> = [
	['B1 is down', { company: { outcome: 'tryLater', message: 'B1 is down' } }, 'received', true, 2],
	['B1 refuses the user', { company: { outcome: 'refused', message: 'Wrong password' } }, 'attention', true, 60],
	['Concur cannot be asked', { acknowledgement: said('tryLater') }, 'received', true, 2],
	['Concur left it out of its answer', { acknowledgement: said('noAnswer') }, 'received', true, 2],
	['it is not ready any more', { acknowledgement: said('notReady', { sent: false }) }, 'received', true, 2],
	['Concur refuses access', { acknowledgement: said('refused', { sent: false }) }, 'attention', true, 2],
	['somebody else took it', { acknowledgement: said('foreign') }, 'attention', true, 60],
	['Concur does not know it', { acknowledgement: said('unknown') }, 'attention', true, 60],
	['it has another type', { acknowledgement: said('wrongType') }, 'attention', true, 60],
	['it has another system id', { acknowledgement: said('otherSystem') }, 'attention', true, 60],
	['an unknown code', { acknowledgement: said('stopped') }, 'attention', true, 60],
	['it stays ready', { acknowledgement: said('leftReady', { sent: false }) }, 'leftReady', true, 60],
	['it was noted twice', { acknowledgement: said('duplicate', { sent: false }) }, 'duplicate', false, 0],
	['the run ended after the acknowledgement', step.taken, 'received', true, 2],
	['recalled, with no entry', { docStatus: 'RECALLED', acknowledgement: said('recalled'), posting: null }, 'recalled', false, 0],
	['recalled, the entry cancelled', { acknowledgement: said('recalled'), ...posting('cancelled') }, 'recalled', false, 0],
	['recalled, cancelling fails', { acknowledgement: said('recalled'), ...posting('cancelFailed') }, 'recalled', true, 2],
	['recalled, the entry is paid', { acknowledgement: said('recalled'), ...posting('cancelRefused') }, 'attention', true, 60],
	['recalled, a funds document', { docType: 'requestobligation', acknowledgement: said('recalled') }, 'recalled', false, 0],
	['B1 could not be asked', { ...step.taken, ...posting('uncertain') }, 'uncertain', true, 2],
	['the post was not begun', { ...step.taken, ...posting('notBegun') }, 'received', true, 0],
	['B1 refused the entry', { ...step.taken, ...posting('rejected', { errorClass: 'masterData' }) }, 'rejected', true, 60],
	['B1 had no room', { ...step.taken, ...posting('rejected', { errorClass: 'capacity' }) }, 'received', true, 2],
	['B1 holds it twice', { ...step.taken, ...posting('alreadyPosted', { doubled: true }) }, 'attention', true, 60],
	['posted, not yet confirmed', { ...step.taken, ...step.posted }, 'posted', true, 0],
	[
		'B1 could not be asked while it was built',
		{ ...step.taken, review: { answer: 'keepAcknowledged', reasons: [{ code: 'b1-not-available', message: 'No answer.' }] } },
		'received',
		true,
		2,
	],
	['it waits for a cure', { ...step.taken, ...review('keepAcknowledged') }, 'review', true, 60],
	[
		'it waits for a cure, and the confirmation was asked',
		{ ...step.taken, ...review('keepAcknowledged'), confirmation: said('stopped', { sent: false }) },
		'review',
		true,
		60,
	],
	[
		'the refusal was kept from Concur',
		{ ...step.taken, ...posting('rejected'), confirmation: said('stopped', { sent: false }) },
		'rejected',
		true,
		60,
	],
	['a step failed at B1 and said so on the item', { ...step.taken, ...failed('session'), ...notTold }, 'received', true, 2],
	['the item cannot be used', { ...step.taken, ...failed('input'), ...notTold }, 'attention', true, 60],
	['confirmed', { ...step.taken, ...step.posted, ...step.confirmed }, 'confirmed', false, 0],
	[
		'nothing to post',
		{ ...step.taken, journalEntry: null, confirmation: said('done', { status: 'success' }) },
		'confirmed',
		false,
		0,
	],
	[
		'sent back',
		{ ...step.taken, ...review('confirmError'), confirmation: said('done', { status: 'error' }) },
		'failed',
		false,
		0,
	],
	['sending back fails', { ...step.taken, ...review('confirmError'), confirmation: said('tryLater') }, 'review', true, 2],
	[
		'sending back is refused',
		{ ...step.taken, ...review('confirmError'), confirmation: said('refused', { sent: false }) },
		'attention',
		true,
		2,
	],
	['confirming fails', { ...step.taken, ...step.posted, confirmation: said('tryLater') }, 'posted', true, 2],
	['confirming is refused', { ...step.taken, ...step.posted, confirmation: said('refused') }, 'attention', true, 2],
	['Concur holds the opposite', { ...step.taken, ...step.posted, confirmation: said('conflict') }, 'attention', true, 60],
	['recalled after the post', { ...step.taken, ...step.posted, confirmation: said('recalled') }, 'recalled', true, 0],
	[
		'settled elsewhere',
		{
			docStatus: 'POSTING_CONFIRMED_FAILURE',
			acknowledgement: said('alreadyDone'),
			confirmation: said('alreadyDone', { sent: false }),
		},
		'failed',
		false,
		0,
	],
	[
		'void in Concur, with no entry',
		{
			docStatus: 'VOID',
			acknowledgement: said('alreadyDone', { sent: false }),
			lookup: { outcome: 'settledElsewhere' },
			confirmation: said('alreadyDone', { sent: false, status: 'success' }),
		},
		'recalled',
		false,
		0,
	],
	[
		'its payment is void in Concur',
		{
			docStatus: 'VOID',
			acknowledgement: said('alreadyDone', { sent: false }),
			...posting('alreadyPosted'),
			confirmation: said('alreadyDone', { sent: false, status: 'success' }),
		},
		'confirmed',
		false,
		0,
	],
	[
		'funds are reserved',
		{ ...step.taken, funds: { outcome: 'applied', confirm: 'success' }, ...step.confirmed },
		'confirmed',
		false,
		0,
	],
	[
		'funds are refused',
		{
			...step.taken,
			funds: { outcome: 'applied', confirm: 'error', messages: [{ code: 'no-budget', text: 'Too little.' }] },
			confirmation: said('done', { status: 'error' }),
		},
		'failed',
		false,
		0,
	],
	['a funds step is unsure', { ...step.taken, funds: { outcome: 'uncertain', message: '?' } }, 'uncertain', true, 2],
	['nothing is known', {}, 'received', true, 2],
];
