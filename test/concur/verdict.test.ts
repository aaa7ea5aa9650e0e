import * as fc from 'fast-check';
import { judge, type Given } from '../../nodes/shared/concur/verdict';
import { vectorsOf } from '../helpers/vectors';
import { protocolCases, type ProtocolCase } from './protocolCases';

/** What is to be done about an answer, as cases beside the checkout have it. */
type Vector = Omit<ProtocolCase, 'action'> & { expectedAction: string };
const beside = vectorsOf<Vector>('protocol').map(([, { expectedAction, ...given }]) => ({ ...given, action: expectedAction }));

describe('judging answers', () => {
	it.each([...protocolCases, ...beside].map((one) => [one.phase, JSON.stringify(one.given), one] as const))(
		'%s %s',
		(_phase, _given, one) => {
			expect(judge(one.phase, one.given).action).toBe(one.action);
		},
	);

	const goodCodes = [0, 101, 113, 213, 298];

	it('takes no code for a success that is not one', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('ack' as const, 'postingConfirmation' as const, 'paymentConfirmation' as const),
				fc.integer({ min: -5, max: 1000 }).filter((code) => !goodCodes.includes(code)),
				(phase, code) => {
					const { action, outcome } = judge(phase, { code });
					expect(['proceed', 'done']).not.toContain(action);
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

	it('says for every document outcome what to do', () => {
		for (const { phase, given } of protocolCases) expect(judge(phase, given).text).toMatch(/^[A-Z].*\.$/);
	});
});
