import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { amountText, FOLDER, readBooks, type HandEntry, type HandLine } from './books';

/** What the company's reports have to say; `reports.json` of its folder. */
export interface ExpectedReports {
	vat: { period: string; group: string; base: string; tax: string }[];
	openItems: object[];
	paymentRun: object[];
	costs: object[];
	trialBalance: { account: string; debit: string; credit: string }[];
}

/** The last due date of the payment run that the reports tell. */
export const CLOSING_DAY = '2026-03-31';

interface Lists {
	company: { LocalCurrency: string };
	dimensions: { DimensionCode: number; IsActive: string }[];
	accounts: { Code: string; AccountType: string }[];
	businessPartners: { CardCode: string; DebitorAccount: string }[];
	projects?: object[];
}

type Booked = { entry: HandEntry; line: HandLine };

/** The reports of a company from the books written by hand: a model that knows neither the engine nor the sandbox. */
export function expectedReports(name: string): ExpectedReports {
	const lists = JSON.parse(readFileSync(join(FOLDER, name, 'company.json'), 'utf8')) as Lists;
	const partners = new Map(lists.businessPartners.map(({ CardCode, DebitorAccount }) => [CardCode, DebitorAccount]));
	const booked = readBooks(name).flatMap((entry) => entry.lines.map((line) => ({ entry, line })));
	for (const { line } of booked)
		if (!partners.has(line.target) && !lists.accounts.some(({ Code }) => Code === line.target))
			throw new Error(`${name}: no ${line.target}`);
	const items = booked.filter(({ line }) => partners.has(line.target)).sort((a, b) => compare(orderOf(a), orderOf(b)));
	return {
		vat: vatOf(booked),
		openItems: items.map((item) => itemOf(item, lists.company.LocalCurrency)),
		paymentRun: paymentsOf(items, lists.company.LocalCurrency),
		costs: costsOf(booked, lists),
		trialBalance: balanceOf(booked, partners),
	};
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const orderOf = ({ entry, line }: Booked): string => JSON.stringify([line.target, line.due, entry.reference]);

/** Sums by key, in the order of the keys. */
function summed(rows: { key: unknown[]; amounts: bigint[] }[]): { key: string[]; amounts: bigint[] }[] {
	const sums = new Map<string, bigint[]>();
	for (const { key, amounts } of rows) {
		const before = sums.get(JSON.stringify(key)) ?? amounts.map(() => 0n);
		sums.set(
			JSON.stringify(key),
			before.map((sum, index) => sum + amounts[index]!),
		);
	}
	return [...sums].sort(([a], [b]) => compare(a, b)).map(([key, amounts]) => ({ key: JSON.parse(key) as string[], amounts }));
}

function vatOf(booked: Booked[]): ExpectedReports['vat'] {
	const taxed = booked.filter(({ line }) => line.tax !== null);
	return summed(
		taxed.map(({ entry, line }) => ({ key: [entry.date.slice(0, 7), line.tax], amounts: [line.base, line.amount] })),
	).map(({ key: [period, group], amounts: [base, tax] }) => ({
		period: period!,
		group: group!,
		base: amountText(base!),
		tax: amountText(tax!),
	}));
}

function itemOf({ entry, line }: Booked, local: string): object {
	return {
		partner: line.target,
		due: line.due,
		reference: entry.reference,
		branch: line.branch,
		currency: line.foreign?.currency ?? local,
		amount: amountText(-(line.foreign?.amount ?? line.amount)),
		localAmount: amountText(-line.amount),
		blocked: line.isBlocked,
	};
}

function paymentsOf(items: Booked[], local: string): object[] {
	const due = items.filter(({ line }) => !line.isBlocked && line.due <= CLOSING_DAY);
	return summed(
		due.map(({ line }) => ({
			key: [line.target, line.branch, line.foreign?.currency ?? local],
			amounts: [-(line.foreign?.amount ?? line.amount), 1n],
		})),
	)
		.filter(({ amounts }) => amounts[0]! > 0n)
		.map(({ key: [partner, branch, currency], amounts: [amount, count] }) => ({
			partner,
			branch,
			currency,
			amount: amountText(amount!),
			items: Number(count),
		}));
}

function costsOf(booked: Booked[], { dimensions, accounts, projects = [] }: Lists): object[] {
	const expenses = new Set(accounts.filter(({ AccountType }) => AccountType === 'at_Expenses').map(({ Code }) => Code));
	const inUse = dimensions.filter(({ IsActive }) => IsActive === 'tYES').map(({ DimensionCode }) => DimensionCode);
	const costs = booked.filter(({ line }) => expenses.has(line.target));
	const rows = costs.flatMap(({ line }) => [
		...inUse.map((dimension) => ({
			key: [`dimension ${dimension}`, line.rules[dimension] ?? '', line.target],
			amounts: [line.amount],
		})),
		...(projects.length > 0 ? [{ key: ['project', line.project, line.target], amounts: [line.amount] }] : []),
	]);
	return summed(rows).map(({ key: [by, code, account], amounts: [amount] }) => ({
		by,
		code,
		account,
		amount: amountText(amount!),
	}));
}

function balanceOf(booked: Booked[], partners: Map<string, string>): ExpectedReports['trialBalance'] {
	const sides = ({ amount }: HandLine) => (amount < 0n ? [0n, -amount] : [amount, 0n]);
	return summed(booked.map(({ line }) => ({ key: [partners.get(line.target) ?? line.target], amounts: sides(line) }))).map(
		({ key: [account], amounts: [debit, credit] }) => ({
			account: account!,
			debit: amountText(debit!),
			credit: amountText(credit!),
		}),
	);
}
