import { amountOf, ControlError, flagOf, objectOf, type ControlCall } from './calls';

/** The calls that play B1's side: its books, its nodes, and the rules and habits of the customer. */
export const businessOneCalls: ControlCall[] = [
	{
		method: 'POST',
		path: '/master-data',
		does: 'adds or replaces rows of master data in B1',
		run: ({ businessOne }, { body }) => businessOne.loadMasterData(objectOf(body)),
	},
	{
		method: 'GET',
		path: '/ledger',
		does: 'gives the journal entries and the trial balance',
		run: ({ businessOne }) => businessOne.ledger(),
	},
	{
		method: 'POST',
		path: '/reconciliations',
		does: 'reconciles a journal entry, or opens it again: { jdtNum, reconciled? = true }',
		run: ({ businessOne }, { body }) => {
			const call = objectOf(body);
			const jdtNum = amountOf(call, 'jdtNum', 0);
			const reconciled = flagOf(call, 'reconciled', true);
			businessOne.reconcile(jdtNum, reconciled);
			return { jdtNum, reconciled };
		},
	},
	{
		method: 'GET',
		path: '/vouchers',
		does: 'lists the journal vouchers that wait for a person',
		run: ({ businessOne }) => businessOne.vouchers(),
	},
	{
		method: 'POST',
		path: '/vouchers',
		does: 'does with a voucher what a person does: { number, act? = post } with act post or remove',
		run: ({ businessOne }, { body }) => {
			const call = objectOf(body);
			const act = call.act ?? 'post';
			if (act !== 'post' && act !== 'remove') throw new ControlError(400, 'act is post or remove.');
			return businessOne.settleVoucher(amountOf(call, 'number', 0), act);
		},
	},
	{
		method: 'POST',
		path: '/copies',
		does: 'fills the books with copies of a journal entry, over the days of its year: { jdtNum, copies }',
		run: ({ businessOne }, { body }) => {
			const call = objectOf(body);
			return businessOne.copyEntry(amountOf(call, 'jdtNum', 0), amountOf(call, 'copies', 1));
		},
	},
	{
		method: 'POST',
		path: '/sessions/expire',
		does: 'ends all sessions of B1',
		run: ({ businessOne }) => {
			businessOne.expireSessions();
			return { sessionsOpen: businessOne.sessionsOpen() };
		},
	},
	{
		method: 'GET',
		path: '/nodes',
		does: "shows B1's nodes behind the load balancer",
		run: ({ businessOne }) => businessOne.nodes.all(),
	},
	{
		method: 'POST',
		path: '/nodes',
		does: 'changes them: { nodes?, sick?, unknownTables?: [{ node, table }], othersLearnAfterMs? }',
		run: ({ businessOne }, { body }) => {
			businessOne.nodes.change(objectOf(body));
			return businessOne.nodes.all();
		},
	},
	{
		method: 'GET',
		path: '/notifications',
		does: "lists the customer's own rules for journal entries",
		run: ({ businessOne }) => ({ rules: businessOne.notifications.list() }),
	},
	{
		method: 'POST',
		path: '/notifications',
		does: 'adds such rules: one or an array of { field, pattern, text, code?, answer?, onlyInChangeSets? }',
		run: ({ businessOne }, { body }) => {
			if (body === undefined) throw new ControlError(400, 'The body is a rule or an array of them.');
			businessOne.notifications.add(Array.isArray(body) ? body : [body]);
			return { rules: businessOne.notifications.list() };
		},
	},
	{
		method: 'DELETE',
		path: '/notifications',
		does: 'takes them all back',
		run: ({ businessOne }) => {
			businessOne.notifications.clear();
			return { rules: [] };
		},
	},
];
