import type { Random } from './random';

/** A fault as the sandbox's control API takes it. */
export type FaultRule = Record<string, unknown> & { nth?: number; times?: number };

/** A fault that is a rule for requests: it is over once as many requests were hit as it says. */
export interface RuleFault {
	name: string;
	/**
	 * @param docId a document that comes right behind the fault, for those that are about one
	 * @param holdMs how long an execution holds its rows
	 */
	rules: (random: Random, docId: string, holdMs: number) => FaultRule[];
	/** What else is done at the control API before the rules hold. */
	before?: Array<[path: string, body: object]>;
}

const concur = { system: 'concur' };
const businessOne = { system: 'businessOne' };
const acknowledgement = { ...concur, method: 'POST', path: 'acknowledgements' };
const confirmation = { ...concur, method: 'POST', path: 'postingconfirmations' };
/** Every read and write of entries goes in batches; which of a run's is the write is left to the seed. */
const batch = { ...businessOne, method: 'POST', path: 'batch' };
const token = { ...concur, method: 'POST', path: 'oauth2/v0/token' };

/** What is answered so long after the hold belongs to somebody else. */
const AFTER_HOLD_MS = 2_000;

const oneOf =
	(rule: FaultRule, most = 2) =>
	(random: Random): FaultRule[] => [{ ...rule, nth: random.whole(1, most) }];

export const ruleFaults: RuleFault[] = [
	{ name: 'acknowledgement lost on its way', rules: oneOf({ ...acknowledgement, kind: 'drop' }) },
	{ name: 'answer to an acknowledgement lost', rules: oneOf({ ...acknowledgement, kind: 'commitThenDrop' }) },
	{ name: 'confirmation lost on its way', rules: oneOf({ ...confirmation, kind: 'drop' }) },
	{ name: 'answer to a confirmation lost', rules: oneOf({ ...confirmation, kind: 'commitThenDrop' }) },
	{ name: 'confirmation done, answered 500', rules: oneOf({ ...confirmation, kind: 'commitThen500' }) },
	{ name: 'batch lost on its way', rules: oneOf({ ...batch, kind: 'drop' }, 6) },
	{ name: 'answer to a batch lost', rules: oneOf({ ...batch, kind: 'commitThenDrop', times: 3 }, 6) },
	{ name: 'batch done, answered 500', rules: oneOf({ ...batch, kind: 'commitThen500', times: 3 }, 6) },
	{ name: 'whole batch 500', rules: oneOf({ ...batch, kind: 'empty500', times: 2 }, 6) },
	{ name: 'B1 refuses at the commit', rules: oneOf({ ...batch, kind: 'commitFails', times: 4 }) },
	{
		name: 'token ended, token service 503',
		before: [['/control/tokens/expire', {}]],
		rules: () => [{ ...token, kind: 'status', status: 503, times: 4 }],
	},
	{ name: 'acknowledgement 403 once', rules: oneOf({ ...acknowledgement, kind: 'forbidden' }) },
	{ name: 'confirmation 403 once', rules: oneOf({ ...confirmation, kind: 'forbidden' }) },
	{ name: 'Concur 429', rules: oneOf({ ...concur, path: 'transactions', kind: 'rateLimited', retryAfter: 1, times: 2 }) },
	{ name: 'B1 429', rules: oneOf({ ...batch, kind: 'rateLimited', retryAfter: 1, times: 2 }) },
	{ name: 'Concur HTML 502', rules: oneOf({ ...concur, path: 'transactions', kind: 'html502', times: 3 }) },
	{ name: 'B1 HTML 502', rules: oneOf({ ...businessOne, path: 'b1s', kind: 'html502', times: 3 }) },
	{ name: 'Concur empty 500', rules: oneOf({ ...concur, path: 'transactions', kind: 'empty500', times: 3 }) },
	{
		name: 'session lost between two requests',
		rules: oneOf({ ...businessOne, path: 'b1s', kind: 'sessionExpired', times: 2 }, 6),
	},
	{
		name: 'login refused',
		before: [['/control/sessions/expire', {}]],
		rules: () => [{ ...businessOne, path: 'Login', kind: 'loginFails' }],
	},
	{ name: 'B1 down for a while', rules: () => [{ ...businessOne, path: 'b1s', kind: 'html503', times: 6 }] },
	{
		name: 'slow Concur, holds lapse',
		rules: (_, __, holdMs) =>
			[acknowledgement, confirmation].map((rule) => ({ ...rule, kind: 'slow', ms: holdMs + AFTER_HOLD_MS })),
	},
	{
		name: 'one id 404 for a while',
		rules: (_, docId) => [{ ...concur, method: 'GET', kind: 'status', status: 404, docId, times: 3 }],
	},
	{
		name: 'one id 500 for a while',
		rules: (_, docId) => [{ ...concur, method: 'GET', kind: 'status', status: 500, docId, times: 3 }],
	},
	{
		name: 'unknown code for one document',
		rules: (_, docId) => [{ ...acknowledgement, kind: 'serviceCode', code: 777, docId, times: 5 }],
	},
];
