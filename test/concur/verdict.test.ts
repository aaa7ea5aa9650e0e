import * as fc from 'fast-check';
import { judge, type Given, type Verdict } from '../../nodes/shared/concur/verdict';
import { vectorsOf } from '../helpers/vectors';
import { protocolCases, type ProtocolCase } from './protocolCases';

/** What is to be done about an answer, as cases beside the checkout have it. */
type Vector = Omit<ProtocolCase, 'action' | 'given'> & { expectedAction: string; given: Given & { ownLedger?: string } };
const beside = vectorsOf<Vector>('protocol').map(([, { expectedAction, given, ...rest }]) => ({
	...rest,
	given: { ...given, ...(given.ownLedger === undefined ? {} : { noted: given.ownLedger === 'known' }) } as Given,
	action: expectedAction,
}));

/** What the client does by itself; an answer about one payment alone is a later run's. */
const own = ['retry', 'acknowledgeFirst', 'lookUp', 'refreshToken', 'moveDatacenter', 'reconnect'];
/** How the outcome tells everybody else what has to be done. */
const outcomesOf: Record<string, Array<Verdict['outcome']>> = {
	proceed: ['done', 'alreadyDone'],
	done: ['done', 'alreadyDone'],
	drop: ['recalled'],
	backOutErp: ['recalled'],
	nextPoll: ['notReady'],
	retry: ['notReady'],
	alert: ['foreign', 'unknown', 'conflict', 'stopped'],
	stop: ['otherSystem', 'wrongType', 'stopped', null],
};

describe('judging answers', () => {
	it.each([...protocolCases, ...beside].map((one) => [one.phase, JSON.stringify(one.given), one] as const))(
		'%s %s',
		(_phase, _given, one) => {
			const { next, outcome } = judge(one.phase, one.given);
			const leftToOthers = outcomesOf[one.action]?.includes(outcome) === true && next === undefined;
			expect([next === one.action && own.includes(one.action), leftToOthers]).toContain(true);
		},
	);

	const goodCodes = [0, 101, 113, 213, 298];

	it('takes no code for a success that is not one', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('ack' as const, 'postingConfirmation' as const, 'paymentConfirmation' as const),
				fc.integer({ min: -5, max: 1000 }).filter((code) => !goodCodes.includes(code)),
				(phase, code) => {
					const { outcome } = judge(phase, { code });
					expect(['done', 'alreadyDone']).not.toContain(outcome);
				},
			),
		);
	});

	it('never confirms over a result that contradicts', () => {
		fc.assert(
			fc.property(fc.constantFrom('success', 'error'), fc.constantFrom('success', 'error', undefined), (ownOutcome, lastSent) => {
				const given: Given = { code: 113, ownOutcome, lastSent };
				expect(judge('postingConfirmation', given).outcome === 'alreadyDone').toBe(ownOutcome === lastSent);
			}),
		);
	});

	it('tells a recalled document whose entry stands from one without', () => {
		expect(judge('postingConfirmation', { code: 112, ownOutcome: 'posted' }).text).toMatch(/Cancel the entry/);
		expect(judge('postingConfirmation', { code: 112, ownOutcome: 'error' }).text).not.toMatch(/Cancel the entry/);
	});

	it('says for every document outcome what to do', () => {
		for (const { phase, given } of protocolCases) expect(judge(phase, given).text).toMatch(/^[A-Z].*\.$/);
	});
});
