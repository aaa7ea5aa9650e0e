import { readDocuments, type FisDocument } from '../../nodes/shared/document';
import { readBudgets } from '../../scripts/preview/budgets';
import { runFunds } from '../../scripts/preview/funds';
import { vectorsOf } from '../helpers/vectors';
import type { Connection } from '../business-one/connection';
import { costEntry, FundsSandbox, postConsuming } from './fundsSandbox';

/** The funds vectors through the real register: after every step it holds what the pure ledger holds. */
interface Vector {
	options: { budgets: { key: string; amount: string }[]; noBudget?: string };
	steps: { fisDocId: string; docType: string; document: unknown }[];
}

/** Posts an expense document as the pipeline does; what it costs is on the account of the vector's only budget. */
async function post({ serviceLayer }: Connection, document: FisDocument, budget: string, amount: string): Promise<void> {
	const [account, rule] = budget.split('/');
	const entry = costEntry('2023-03-10', account!, rule, Number(amount));
	const result = await postConsuming(serviceLayer, document, entry, { today: '2023-03-10' });
	expect(['posted', 'alreadyPosted']).toContain(result.outcome);
}

let b1: FundsSandbox;
beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());

test.each(vectorsOf<Vector>('fgi'))('%s', async (_, { options, steps }) => {
	await b1.reset(options.budgets.map(({ key, amount }) => ({ key, amount: Number(amount) })));
	const connection = b1.connect();
	const { documents } = readDocuments(steps.map(({ fisDocId, docType, document }) => ({ id: fisDocId, docType, document })));
	const expected = runFunds(documents, readBudgets(options, 'options'));
	// The vectors are in the company's currency, whichever that is.
	await b1.control('post', 'master-data', {
		companyInfo: { LocalCurrency: expected[0]!.currency, SystemCurrency: expected[0]!.currency },
	});
	const calendar = { basis: 'year', fiscalYearStart: 1, today: '2023-03-10' } as const;
	const noBudget = options.noBudget === 'error' ? 'refuse' : 'allow';
	for (const [index, document] of documents.entries()) {
		const { situation, result } = expected[index]!;
		const open = Object.fromEntries(situation.commitments.map(({ kind, id, open: amount }) => [`${kind} ${id}`, Number(amount)]));
		if (document.docType === 'expense') {
			if (result.outcome !== 'repeated') await post(connection, document, options.budgets[0]!.key, result.actuals[0]!.amount);
		} else {
			const outcome = await b1.apply(connection.serviceLayer, document, { calendar, policies: { noBudget } });
			expect(outcome.answer?.confirm ?? 'review').toBe(situation.confirm);
			const [key, available] = Object.entries(situation.available)[0]!;
			const [account, costCenter] = key.split('/');
			const balance = outcome.balances.find(
				({ budgetKey }) => budgetKey.account === account && budgetKey.costCenter === costCenter,
			);
			if (balance) expect(Number(balance.available)).toBe(Number(available));
		}
		const found = await b1.open(connection.serviceLayer);
		expect(Object.fromEntries(Object.entries(found).map(([source, amount]) => [source, Number(amount)]))).toEqual(open);
	}
	connection.close();
});
