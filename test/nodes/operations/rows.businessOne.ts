import { request } from '../../funds/documents';
import { builtItem } from '../SapB1ServiceLayer/setup';
import type { Row, Rows } from './rows';
import { listRow } from './rows.masterData';
import { withFile } from './world';

/** What Post, Preview and a voucher take; every item another document. */
const posting: Row = {
	good: {
		journalEntry: () => builtItem().journalEntry,
		postingKey: (n: number) => `412077:table${n}`,
		contentHash: '',
		reportId: (n: number) => `R${n}`,
		'options.expectedCompany': 'SBODEMO',
	},
	// Read once, for the first item: an expression on another node.
	takesAny: ['heldRows'],
	wrong: { 'options.expectedCompany': 'OTHER', 'options.batchSize': 0, 'options.holdEnds': 'soon' },
	untouched: /Journal Entry is empty/,
};

const funds: Row = {
	good: { 'options.expectedCompany': 'SBODEMO' },
	wrong: { 'options.expectedCompany': 'OTHER', 'options.scenario': 99 },
};

const fundsDocument = (n: number) => {
	const { document } = request(`table${n}`, 'obligate', `REQ-table${n}`, [{ amount: 1, account: '616000', costCenter: 'SALES' }]);
	return { docId: `table${n}`, docType: 'requestobligation', document };
};

const journalEntryRows: Rows = ({ entry }) => ({
	'sapB1ServiceLayer.journalEntry.cancel': {
		good: { jdtNum: entry },
		wrong: { jdtNum: 'x' },
		untouched: /Journal Entry is empty/,
	},
	'sapB1ServiceLayer.journalEntry.checkMadeByHand': {
		good: { docId: (n: number) => `hand${n}`, number: entry, anyAmount: true },
		wrong: { number: 'x', postingDate: '31.03.2026' },
	},
	'sapB1ServiceLayer.journalEntry.findByDocument': {
		good: { docId: (n: number) => `find${n}`, 'options.expectedCompany': 'SBODEMO' },
		wrong: { 'options.expectedCompany': 'OTHER' },
		// Named in one message only, of a document that somebody settled elsewhere.
		takesAny: ['docType'],
		untouched: /Document ID is empty/,
	},
	'sapB1ServiceLayer.journalEntry.get': { good: { jdtNum: entry }, wrong: { jdtNum: -1 }, untouched: /Journal Entry is empty/ },
	'sapB1ServiceLayer.journalEntry.getAll': listRow('JdtNum', 'number'),
	'sapB1ServiceLayer.journalEntry.post': posting,
	'sapB1ServiceLayer.journalEntry.preview': posting,
	'sapB1ServiceLayer.journalEntry.reconcile': {
		good: { from: '2026-03-01', to: '2026-03-31', emptyAccounts: '198000' },
		onePerRun: ['from', 'to', 'emptyAccounts'],
		wrong: { from: '2026-04-01', to: '2026-04-30', emptyAccounts: '141000' },
		untouched: /From is empty/,
		fewerItems: true,
	},
	'sapB1ServiceLayer.journalVoucher.post': posting,
});

const attachmentRows: Rows = ({ attachment, entry }) => {
	const attachmentEntry = {
		good: { attachmentEntry: attachment },
		wrong: { attachmentEntry: 0 },
		untouched: /Attachment Entry is empty/,
	};
	return {
		'sapB1ServiceLayer.attachment.append': { ...attachmentEntry, item: withFile },
		'sapB1ServiceLayer.attachment.attachOnce': {
			item: withFile,
			good: { docId: (n: number) => `attach${n}`, binaryFields: 'data', 'options.expectedCompany': 'SBODEMO' },
			wrong: { 'options.expectedCompany': 'OTHER' },
			untouched: /Document ID is empty/,
		},
		'sapB1ServiceLayer.attachment.download': attachmentEntry,
		'sapB1ServiceLayer.attachment.get': attachmentEntry,
		'sapB1ServiceLayer.attachment.link': {
			...attachmentEntry,
			good: { attachmentEntry: attachment, jdtNum: entry },
			untouched: /Journal Entry is empty/,
		},
		'sapB1ServiceLayer.attachment.upload': { item: withFile, untouched: /binary/ },
	};
};

const companyRows: Rows = () => ({
	'sapB1ServiceLayer.company.check': {
		good: { 'options.expectedCompany': 'SBODEMO' },
		wrong: { 'options.expectedCompany': 'OTHER' },
	},
	'sapB1ServiceLayer.company.checkReadiness': {
		good: { date: '2026-11-24' },
		onePerRun: ['date'],
		wrong: { date: '31.03.2026' },
		fewerItems: true,
	},
	'sapB1ServiceLayer.company.getExchangeRates': {
		good: { currencies: 'EUR', date: '2026-11-24' },
		wrong: { date: '24.11.2026' },
		untouched: /Currencies is empty/,
	},
	'sapB1ServiceLayer.company.getInfo': {},
	'sapB1ServiceLayer.company.getPostingPeriods': {
		good: { date: '2026-11-24', returnAll: false },
		wrong: { date: '2026-02-30', limit: 0 },
	},
	'sapB1ServiceLayer.company.setUpPostingRegister': {},
});

const otherRows: Rows = ({ entry }) => ({
	'sapB1ServiceLayer.custom.call': {
		good: { method: 'GET', path: "ChartOfAccounts('611000')" },
		when: {
			body: { method: 'PATCH', path: "ChartOfAccounts('611000')" },
			limit: { path: 'ChartOfAccounts' },
			returnAll: { path: 'ChartOfAccounts' },
		},
		wrong: { path: 'http://elsewhere/', limit: -1 },
		notEmpty: ['body'],
		untouched: /Path is empty/,
	},
	'sapB1ServiceLayer.funds.checkReserveRelease': {
		...funds,
		good: { ...funds.good, document: fundsDocument, profile: '{}' },
		wrong: { ...funds.wrong, 'options.toleranceAmount': '-5', 'options.tolerancePercent': 'five' },
		untouched: /document/i,
	},
	'sapB1ServiceLayer.funds.getBalances': funds,
	'sapB1ServiceLayer.funds.setUpRegister': {},
	'sapB1ServiceLayer.outgoingPayment.getForEntries': {
		good: { jdtNum: entry },
		wrong: { jdtNum: 'x', reported: 'SBODEMO/1/1', mappingRows: 'section,setting,from,to\nNowhere,Nothing,USD,$' },
		untouched: /Journal Entry is empty/,
	},
});

export const businessOneRows: Rows = (world) =>
	Object.assign({}, ...[journalEntryRows, attachmentRows, companyRows, otherRows].map((make) => make(world))) as Record<
		string,
		Row
	>;
