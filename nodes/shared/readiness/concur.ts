import type { Finding, Readiness, State } from './types';

/** What reading one page of a document type came to. */
export interface ConcurRead {
	docType: string;
	/** Documents on that page; null where Concur did not give one. */
	documents: number | null;
	/** Why not, in words that hold no secret. */
	problem: string;
	/** Whether Concur refused it for good: the scope, the token or the data center is wrong. */
	isRefused: boolean;
	companies: readonly string[];
	currencies: readonly string[];
	ledgers: readonly string[];
	testUsers: number;
}

const finding = (check: string, state: State, found: string, todo = ''): Finding => ({
	system: 'Concur',
	check,
	state,
	found,
	todo,
});

const distinct = (lists: ReadonlyArray<readonly string[]>): string[] =>
	[...new Set(lists.flat())].filter((one) => one !== '').sort();

function access(reads: readonly ConcurRead[]): Finding {
	const failed = reads.filter(({ documents }) => documents === null);
	const [first] = failed;
	if (!first) return finding('Access', 'ready', 'Scope, token and data center are right');
	if (failed.length === reads.length)
		return finding(
			'Access',
			first.isRefused ? 'cure' : 'unknown',
			first.problem,
			'The app needs the scope FISVC and a company-level token, at the data center of the company.',
		);
	return finding(
		'Access',
		'look',
		`Not all document types can be read: ${failed.map(({ docType }) => docType).join(', ')}`,
		'Leave them out of Document Types, or have them switched on in Concur.',
	);
}

function queue(reads: readonly ConcurRead[]): Finding {
	const told = reads.filter(({ documents }) => documents !== null).map(({ docType, documents }) => `${docType} ${documents}`);
	const isEmpty = reads.every(({ documents }) => !documents);
	return finding(
		'Ready documents',
		isEmpty ? 'look' : 'ready',
		told.length === 0 ? 'Nothing could be read' : `On the first page: ${told.join(', ')}`,
		isEmpty
			? 'Approve a report up to "extracted", or ask SAP Concur whether the company uses the Financial Integration Service.'
			: '',
	);
}

function ledgers(reads: readonly ConcurRead[]): Finding {
	const names = distinct(reads.map(({ ledgers: own }) => own));
	return names.length > 1
		? finding('Ledgers', 'look', names.join(', '), 'Say in Concur Ledgers of the mapping which of them this company of B1 is.')
		: finding('Ledgers', 'ready', names.length === 0 ? 'None named' : 'One');
}

function currencies(reads: readonly ConcurRead[], known: ReadonlySet<string> | null): Finding {
	const used = distinct(reads.map(({ currencies: own }) => own));
	const missing = known === null ? [] : used.filter((code) => !known.has(code));
	return missing.length > 0
		? finding(
				'Currencies of documents',
				'cure',
				`Not in B1: ${missing.join(', ')}`,
				'Create them in B1, or add them to the Currency Table of the mapping.',
			)
		: finding('Currencies of documents', 'ready', used.length === 0 ? 'None yet' : used.join(', '));
}

function testUsers(reads: readonly ConcurRead[]): Finding {
	const count = reads.reduce((sum, { testUsers: own }) => sum + own, 0);
	return finding(
		'Test users',
		'ready',
		count === 0 ? 'No documents of any' : `${count} documents; they stay ready in Concur unless the mapping posts them`,
	);
}

/**
 * What the first pages of Concur mean for the posting of documents.
 *
 * @param known ISO codes of the currencies of B1; null where B1 was not asked
 */
export function judgeConcur(reads: readonly ConcurRead[], known: ReadonlySet<string> | null): Readiness {
	return {
		findings: [access(reads), queue(reads), ledgers(reads), currencies(reads, known), testUsers(reads)],
		proposals: [],
		differences: [],
	};
}
