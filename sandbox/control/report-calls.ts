import { ControlError, type ControlCall } from './calls';

/** The calls that give what B1 shows a controller who closes a month. */
export const reportCalls: ControlCall[] = [
	{
		method: 'GET',
		path: '/reports/vat',
		does: 'gives base and tax by month and tax group; ?period=YYYY-MM for one month',
		run: ({ businessOne }, { query }) => {
			const period = query.get('period');
			return businessOne.reports.vat().filter((row) => period === null || row.period === period);
		},
	},
	{
		method: 'GET',
		path: '/reports/open-items',
		does: 'gives what partners are owed by due date; ?partner=CODE for one of them',
		run: ({ businessOne }, { query }) => {
			const partner = query.get('partner');
			return businessOne.reports.openItems().filter((item) => partner === null || item.partner === partner);
		},
	},
	{
		method: 'GET',
		path: '/reports/payment-run',
		does: 'gives what would be paid; ?until=YYYY-MM-DD for another day than today',
		run: ({ businessOne }, { query }) => {
			const until = query.get('until') ?? undefined;
			if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
				throw new ControlError(400, 'until is a day, as YYYY-MM-DD.');
			return businessOne.reports.paymentRun(until);
		},
	},
	{
		method: 'GET',
		path: '/reports/costs',
		does: 'gives costs by distribution rule of each dimension, by project, and account',
		run: ({ businessOne }) => businessOne.reports.costs(),
	},
	{
		method: 'GET',
		path: '/reports/trial-balance',
		does: 'gives debits and credits by account',
		run: ({ businessOne }) => businessOne.ledger().trialBalance,
	},
];
