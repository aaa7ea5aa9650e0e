/** Amounts in fractions of the smallest unit: sums stay those of the document, and the order of rows decides nothing. */
import { advance, invoice, line } from './invoiceSample';
import { allocation, entry, journal, post, report, shortLines } from './sample';
import { row } from './taxSample';

type Fields = Record<string, unknown>;

describe('rounding', () => {
	const thirds = (parts: number, options: Fields = {}, tax?: Fields[]) => {
		const gross = (10 / parts).toFixed(8);
		const net = (8 / parts).toFixed(8);
		const nets = tax
			? { taxGuid: ['T'], amountNetOfTax: net, amountNetOfReclaim: net }
			: { amountNetOfTax: gross, amountNetOfReclaim: gross };
		const allocations = Array.from({ length: parts }, (_, index) =>
			allocation([journal('TAXI', gross, 'EMPL', nets)], { allocationCustom4Code: `C${index}`, tax: tax ?? [] }),
		);
		return shortLines(post(report(10, [entry(10, allocations)]), options));
	};

	test('shares in fractions of a cent add up to what was approved', () => {
		const lines = thirds(3);
		expect(lines.at(-1)).toBe('Cr employeeVendor EMP1 10.00');
		expect(
			lines
				.slice(0, -1)
				.map((text) => text.split(' ')[3])
				.sort(),
		).toEqual(['3.33', '3.33', '3.34']);
	});

	test('tax in fractions of a cent adds up as well', () => {
		const lines = thirds(3, { mergeExpense: 'account', costCenterPath: [] }, [row('T', 2, 2) as Fields]);
		expect(lines).toEqual(['Dr expense TAXI 8.00', 'Dr deductibleVat - 2.00 [tax T]', 'Cr employeeVendor EMP1 10.00']);
	});

	test('shipping in fractions of a cent adds up, to the unit of the currency', () => {
		const part = (account: string) => line(account, '16.66666667', { amountShipping: '3.33333333' });
		const options = { shipping: 'account', shippingAccount: 'SHIP' };
		const lines = (currency: string) =>
			shortLines(post(invoice(50, ['A', 'B', 'C'].map(part), { currencyAlphaCode: currency }), options));
		const sum = (currency: string, role: string) =>
			lines(currency)
				.filter((text) => text.includes(role))
				.reduce((total, text) => total + Number(text.split(' ')[3]), 0)
				.toFixed(3);
		expect([sum('EUR', 'shipping'), sum('EUR', 'expense'), sum('EUR', 'vendor')]).toEqual(['10.000', '40.000', '50.000']);
		expect([sum('JPY', 'shipping'), sum('JPY', 'expense'), sum('JPY', 'vendor')]).toEqual(['10.000', '40.000', '50.000']);
		expect(lines('KWD')[0]).toMatch(/^Dr expense A 13\.33[34]$/);
		expect(lines('JPY')[0]).toMatch(/^Dr expense A 1[34]$/);
	});

	test('one tax over several rows: the left-over unit goes by code and weight, whatever the order of the rows', () => {
		const rows = [row('A', 1, 1), row('B', 1, 1), row('C', 1, 1)];
		const nets = { taxGuid: ['A', 'B', 'C'], amountNetOfTax: 7, amountNetOfReclaim: 7 };
		const lines = (ordered: object[]) =>
			shortLines(post(report(10, [entry(10, [allocation([journal('TAXI', 10, 'EMPL', nets)], { tax: ordered })])])))
				.filter((text) => text.includes('Vat'))
				.sort();
		const expected = ['A', 'B', 'C'].map((code) => `Dr deductibleVat - 1.00 [tax ${code}]`);
		expect(lines(rows)).toEqual(expected);
		const uneven = { ...nets, amountNetOfTax: 6.99, amountNetOfReclaim: 6.99 };
		const odd = (ordered: object[]) =>
			shortLines(post(report(10, [entry(10, [allocation([journal('TAXI', 10, 'EMPL', uneven)], { tax: ordered })])])))
				.filter((text) => text.includes('Vat'))
				.sort();
		expect(odd(rows)).toEqual(odd([...rows].reverse()));
		expect(odd(rows)).toContain('Dr deductibleVat - 1.01 [tax A]');
	});

	test('the order of rows does not decide who gets the odd cent', () => {
		const rows = ['A', 'B', 'C'].map((account) => ({ amount: '3.33333333', account }));
		const advanceOf = (ordered: typeof rows) => {
			const journalData = ordered.map(({ account, amount }) => ({
				accountCode: account,
				amount,
				payer: 'COMP',
				payee: 'EMPL',
				debitOrCredit: 'DR',
			}));
			return shortLines(post({ ...advance({}), journalData })).sort();
		};
		expect(advanceOf([...rows].reverse())).toEqual(advanceOf(rows));
		const invoiceOf = (ordered: typeof rows) =>
			shortLines(
				post(
					invoice(
						'9.99999999',
						ordered.map(({ account, amount }) => line(account, amount)),
					),
				),
			).sort();
		expect(invoiceOf([...rows].reverse())).toEqual(invoiceOf(rows));
		const applied = (ordered: typeof rows) => {
			const cashAdvanceApplication = ordered.map(({ account, amount }) => ({
				cashAdvanceClearingAccountCode: account,
				cashAdvanceApplicationAmount: amount,
			}));
			return shortLines(post(report(0, [], {}, { cashAdvanceApplication }))).sort();
		};
		expect(applied([...rows].reverse())).toEqual(applied(rows));
	});
});
