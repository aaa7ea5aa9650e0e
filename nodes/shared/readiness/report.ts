import type { BusinessOneFacts } from './facts';
import type { Readiness } from './types';

/** What of a finding names nothing of the company. */
const stateLine = ({ findings }: Readiness): string[] =>
	findings.map(({ system, check, state }) => `${system}, ${check}: ${state}`);

const isOn = (value: unknown): string => (value === 'tYES' ? 'on' : 'off');

/** Settings that are one of few words or a number, and no names. */
function settings({ admin, info, dimensions, vatGroups, salesTaxCodes }: BusinessOneFacts): string[] {
	const count = (rows: readonly unknown[] | null) => (rows === null ? 'not readable' : String(rows.length));
	return [
		`Version: ${String(info?.Version ?? 'not told').replace(/[^\w.]/g, '')}`,
		`Localization: ${String(info?.Localization ?? 'not told')
			.replace(/\W/g, '')
			.slice(0, 5)}`,
		`Decimals of amounts: ${Number(admin.TotalsAccuracy ?? 2)}`,
		`Branches: ${isOn(admin.EnableBranches)}`,
		`Segmented chart: ${isOn(info?.EnableAccountSegmentation)}`,
		`Dimensions: ${count(dimensions)}, tax groups: ${count(vatGroups)}, sales tax codes: ${count(salesTaxCodes)}`,
	];
}

/**
 * What of a server is otherwise than the sandbox assumes, to be sent with an issue. It is made of this program's own words, numbers of
 * rows and settings only: no name, no code of a record, no amount, no address.
 */
export function reportOf(readiness: Readiness, facts: BusinessOneFacts | null): string {
	const { differences } = readiness;
	return [
		'Readiness report. It holds no name, no code of a record and no amount.',
		'',
		...(facts === null ? [] : ['Settings', ...settings(facts).map((line) => `- ${line}`), '']),
		'Otherwise than the sandbox',
		...(differences.length === 0 ? ['- nothing found'] : differences.map((line) => `- ${line}`)),
		'',
		'Checks',
		...stateLine(readiness).map((line) => `- ${line}`),
		'',
	].join('\n');
}
