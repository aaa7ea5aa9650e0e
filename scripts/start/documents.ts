import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AxiosInstance } from 'axios';
import { readDocuments } from '../../nodes/shared/document';
import { requiredMasterData } from '../../nodes/shared/journalEntry';
import { DEFAULT_PROFILE } from '../../nodes/shared/mapping';
import { buildPosting } from '../../nodes/shared/posting';
import demoCompany from '../../sandbox/demo/company.json';
import type { DocumentResult } from './result';

export interface DocumentFile {
	path: string;
	text: string;
	content: unknown;
}

export interface LoadedDocuments {
	files: DocumentFile[];
	/** Documents that never reached Concur, with the reason. */
	unusable: DocumentResult[];
}

const unusable = (file: string, code: string, message: string): DocumentResult => ({
	docId: null,
	docType: null,
	outcome: 'review',
	concurStatus: null,
	jdtNum: null,
	number: null,
	reasons: [{ code, message }],
	file,
});

/**
 * Reads one JSON file, or every JSON file of a folder in the order of their names. A file that is not JSON is reported and the rest
 * goes on.
 *
 * @throws Error when the path does not exist or the folder holds no JSON file
 */
export function readDocumentFiles(path: string): LoadedDocuments {
	if (!existsSync(path)) throw new Error(`--documents: ${path} does not exist`);
	const paths = statSync(path).isDirectory()
		? readdirSync(path)
				.filter((name) => name.endsWith('.json'))
				.sort()
				.map((name) => join(path, name))
		: [path];
	if (paths.length === 0) throw new Error(`--documents: ${path} holds no .json file`);

	const loaded: LoadedDocuments = { files: [], unusable: [] };
	for (const file of paths) {
		try {
			const text = readFileSync(file, 'utf8');
			loaded.files.push({ path: file, text, content: JSON.parse(text) });
		} catch (error) {
			loaded.unusable.push(
				unusable(
					basename(file),
					'unreadable-document',
					`${basename(file)} is not valid JSON (${(error as Error).message}). Export the document again and load the new file.`,
				),
			);
		}
	}
	return loaded;
}

/** What the control API says of a load. */
interface LoadReply {
	loaded: Array<{ docId: string; docStatus: string }>;
	rejected: Array<{ index: number; docId: string | null; reason: string }>;
}

/**
 * Puts the documents into the sandbox's Concur as ready ones, whatever status the file was exported with. What Concur refuses is added
 * to `unusable` with file and reason.
 *
 * @param goOn documents that are there already belong to the run that goes on, and are no mistake
 */
export async function loadIntoConcur(control: AxiosInstance, documents: LoadedDocuments, goOn: boolean): Promise<void> {
	for (const file of documents.files) {
		const { loaded, rejected } = await load(control, file.text);
		await makeReady(control, loaded);
		for (const { index, docId, reason } of rejected) {
			const taken = docId !== null && reason.includes('there already');
			if (taken && goOn) continue;
			if (taken && (await loadBareUnderItsOwnId(control, file))) continue;
			const name = basename(file.path);
			documents.unusable.push({
				...unusable(name, taken ? 'duplicate-document' : 'unreadable-document', `${name}, document ${index + 1} ${reason}.`),
				docId,
			});
		}
	}
}

async function load(control: AxiosInstance, text: string): Promise<LoadReply> {
	const reply = await control.post<LoadReply & { message?: string }>('/control/documents', text, {
		headers: { 'Content-Type': 'application/json' },
		// The text goes out as it is: parsing and writing it again would change numbers such as 0E-8.
		transformRequest: (body: string) => body,
		validateStatus: () => true,
	});
	if (reply.status < 400) return reply.data;
	return {
		loaded: [],
		rejected: [{ index: 0, docId: null, reason: reply.data.message ?? `was refused with status ${reply.status}` }],
	};
}

async function makeReady(control: AxiosInstance, loaded: LoadReply['loaded']): Promise<void> {
	for (const { docId, docStatus } of loaded) {
		if (docStatus !== 'READY') await control.post(`/control/documents/${docId}/status`, { status: 'READY', force: true });
	}
}

/** Bare funds documents take their id from `fgiRefId`, and published samples repeat one: such a file gets an id of its own. */
async function loadBareUnderItsOwnId(control: AxiosInstance, file: DocumentFile): Promise<boolean> {
	const isBare = typeof file.content === 'object' && file.content !== null && 'instruction' in file.content;
	if (!isBare) return false;
	const id = createHash('sha256').update(file.text).digest('hex').slice(0, 32);
	const { loaded } = await load(control, `{"id":"${id}","document":${file.text}}`);
	return loaded.length === 1;
}

/** What the demo company needs to know for a set of documents. */
export interface NamedMasterData {
	/** Rows in Service Layer property names, as the control API takes them. */
	rows: Record<string, Array<Record<string, unknown>>>;
	/** Concur cost centers that are too long for a distribution rule -> the code they get. */
	costCenterCodes: Record<string, string>;
}

const LONGEST = { account: 15, partner: 15, distributionRule: 8, project: 20, taxGroup: 8 };

/** Accounts of the demo company that new partners and tax groups post to. */
const PAYABLES_ACCOUNT = '211000';
const INPUT_VAT_ACCOUNT = '145000';

const codeOf = (row: object): string => {
	const { Code, CardCode, CenterCode } = row as Record<string, string | undefined>;
	return Code ?? CardCode ?? CenterCode ?? '';
};

const shortCode = (code: string): string => code.replace(/[^A-Za-z0-9]/g, '').slice(0, LONGEST.distributionRule);

/**
 * Master data for everything these documents name, so that a demo company that has never heard of them can post them. Accounts and
 * partners with longer codes than Business One allows are left out: those documents end in review, as they would in a company.
 */
export function masterDataNamedBy(files: DocumentFile[]): NamedMasterData {
	const postings = files
		.flatMap(({ content }) => readDocuments(content).documents)
		.map((document) => buildPosting(document, DEFAULT_PROFILE));
	const query = requiredMasterData(postings, DEFAULT_PROFILE);
	const known = new Set(Object.values(demoCompany).flatMap((rows) => (Array.isArray(rows) ? rows.map(codeOf) : [])));
	const upTo = (length: number, codes: string[]) => codes.filter((code) => code.length <= length && !known.has(code));
	const tooLong = query.distributionRules.filter((code) => code.length > LONGEST.distributionRule);
	const costCenterCodes = Object.fromEntries(tooLong.map((code) => [code, shortCode(code)]));
	const rules = [...upTo(LONGEST.distributionRule, query.distributionRules), ...Object.values(costCenterCodes)];
	return {
		costCenterCodes,
		rows: {
			accounts: upTo(LONGEST.account, query.accounts).map((Code) => ({ Code, Name: `Account ${Code}` })),
			businessPartners: upTo(LONGEST.partner, query.partnerCodes).map((CardCode) => ({
				CardCode,
				CardName: `Vendor ${CardCode}`,
				CardType: 'cSupplier',
				Currency: '##',
				DebitorAccount: PAYABLES_ACCOUNT,
			})),
			profitCenters: [...new Set(rules)].map((CenterCode) => ({ CenterCode, CenterName: `Cost center ${CenterCode}` })),
			projects: upTo(LONGEST.project, query.projects).map((Code) => ({ Code, Name: `Project ${Code}` })),
			vatGroups: upTo(LONGEST.taxGroup, query.taxGroups).map((Code) => ({
				Code,
				Name: `Input tax ${Code}`,
				Category: 'bovcInputTax',
				TaxAccount: INPUT_VAT_ACCOUNT,
			})),
		},
	};
}
