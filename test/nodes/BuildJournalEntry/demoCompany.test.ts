import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { JournalEntry } from '../../../nodes/shared/journalEntry';
import { sampleDocuments } from '../../../sandbox/sample-documents';
import { runNode } from '../../helpers/engine';
import { DemoCompany } from './company';

describe('a node nobody has set up, on the demo company and its sample documents', () => {
	const company = new DemoCompany().use();

	test('tells those that can be posted from those that cannot, with the reason', async () => {
		const documents = JSON.parse(sampleDocuments()) as IDataObject[];
		const [ready, review, nothing] = await runNode(company.node(), documents);
		const numbers = (items: INodeExecutionData[]) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item + 1);
		expect(numbers(ready!)).toEqual(Object.keys(EXPECTED).map(Number));
		expect(ready!.map(({ json }) => linesOf(json.journalEntry as unknown as JournalEntry).sort())).toEqual(
			Object.values(EXPECTED).map((lines) => lines.sort()),
		);
		const found = review!.map(({ json }) => json.review as { reasons: Array<{ code: string }>; answer: string });
		expect(found.map(({ reasons, answer }) => [reasons.map(({ code }) => code).join(), answer])).toEqual([
			['vendor-not-found', 'keepAcknowledged'],
			['cost-center-not-found', 'keepAcknowledged'],
			['missing-account', 'confirmError'],
			['test-user', 'leaveReady'],
		]);
		expect(numbers(review!)).toEqual([15, 16, 17, 18]);
		expect(numbers(nothing!)).toEqual([19]);
	});
});

/** One line as an accountant writes it. */
function linesOf(entry: JournalEntry): string[] {
	return entry.JournalEntryLines.map((line) => {
		const debit = line.FCDebit ?? line.Debit;
		const code = line.AccountCode ?? line.ShortName;
		return `${debit === undefined ? 'Cr' : 'Dr'} ${code} ${debit ?? line.FCCredit ?? line.Credit}${line.FCCurrency ? ` ${line.FCCurrency}` : ''}`;
	});
}

/** What an accountant expects of each sample document, by its number. */
const EXPECTED: Record<number, string[]> = {
	1: ['Dr 611000 42.5', 'Dr 611000 18.2', 'Cr E1001 60.7'],
	2: ['Dr E1002 64', 'Cr 612000 64'],
	3: ['Dr 614000 79.06', 'Cr E1003 79.06'],
	4: ['Dr 612000 200 EUR', 'Dr 611000 30 EUR', 'Dr 145000 38 EUR', 'Dr 145000 5.7 EUR', 'Cr E1004 273.7 EUR'],
	5: ['Dr 613000 100 EUR', 'Dr 145000 13.3 EUR', 'Dr 613000 5.7 EUR', 'Cr E1004 119 EUR'],
	6: ['Dr 611000 92 EUR', 'Dr 613000 56.35 EUR', 'Cr E1007 148.35 EUR'],
	7: ['Dr 612000 250', 'Dr 612000 37.5', 'Dr 613000 24', 'Cr IBCP 311.5'],
	8: ['Dr 615000 333.33', 'Dr 615000 333.34', 'Dr 615000 333.33', 'Cr E1005 1000'],
	9: ['Dr 147000 500', 'Cr E1001 500'],
	10: ['Dr 611000 420', 'Dr 613000 135', 'Dr 618000 45.4', 'Cr 147000 500', 'Cr E1001 100.4'],
	11: ['Dr 612000 270', 'Dr 611000 14', 'Dr 611000 21', 'Cr IBCP 284', 'Cr E1002 21'],
	12: ['Dr 616000 96', 'Dr E1008 49', 'Cr CBCP 96', 'Cr CBCP 49', 'Dr 148000 49', 'Cr 148000 49'],
	13: ['Dr 611000 412.8', 'Cr COPD 412.8'],
	14: ['Dr 616000 306', 'Dr 616000 153', 'Cr V20010 459'],
};
