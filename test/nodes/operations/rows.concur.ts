import type { Row, Rows } from './rows';

/** What a person at the desk asks for. */
const request = {
	person: 'anna',
	view: { list: 'waiting', search: '', reason: '', sort: 'since', page: 1, row: null },
	act: { name: 'tryAgain', rows: [], text: '', number: '', postingDate: '', shownAt: '' },
	said: '',
	count: 0,
};

const deskRow: Row = {
	good: { request },
	onePerRun: ['request'],
	wrong: { request: { ...request, person: 'ben' } },
	untouched: /Request is empty/,
	fewerItems: true,
};

const desk: Record<string, Row> = {
	'fisAcknowledgeConfirm.desk.act': {
		...deskRow,
		onePerRun: ['request', 'holdMinutes'],
		// Read once, for the first item: an expression on another node.
		takesAny: ['mappingRows'],
		wrong: { ...deskRow.wrong, holdMinutes: 7 },
	},
	'fisAcknowledgeConfirm.desk.answer': deskRow,
	'fisAcknowledgeConfirm.desk.readRequest': {
		item: () => ({ json: { headers: { authorization: 'Basic YW5uYTp4', 'x-user': 'anna' }, query: {}, body: {} } }),
		when: { identityHeader: { identityHeader: 'X-User' } },
		untouched: /does not say who is asking/,
	},
	'fisAcknowledgeConfirm.desk.render': deskRow,
};

const period = { from: '2026-03-01', to: '2026-03-31', companyDb: 'SBODEMO', currency: 'USD', received: 0, askedInConcur: 0 };
const nothing = { counts: {}, differences: [], totals: [], openAccounts: [], verdict: 'Nothing was received.', agrees: true };

const reconciliation: Record<string, Row> = {
	'fisAcknowledgeConfirm.reconciliation.choosePeriod': { good: { month: '2026-03' }, wrong: { month: '03/2026' } },
	'fisAcknowledgeConfirm.reconciliation.render': {
		good: { reconciliation: { ...period, ...nothing } },
		wrong: { reconciliation: [] },
		untouched: /Reconciliation is empty/,
	},
};

const alerts: Record<string, Row> = {
	'fisAcknowledgeConfirm.alert.renderFailure': {},
	'fisAcknowledgeConfirm.alert.summarize': {
		good: { warnings: 'The table is large.', expires: '2026-09-30' },
		onePerRun: ['reviewHours', 'warnings', 'expires', 'expiryDays'],
		wrong: { reviewHours: 48, warnings: 'other', expires: '2026-10-31', expiryDays: 7 },
		fewerItems: true,
	},
};

const audit: Record<string, Row> = {
	'fisAcknowledgeConfirm.audit.collect': {
		good: { lastNumber: 0, lastHash: '' },
		onePerRun: ['lastNumber', 'lastHash'],
		wrong: { lastNumber: 7, lastHash: 'x' },
		fewerItems: true,
	},
	'fisAcknowledgeConfirm.audit.export': { onePerRun: ['exportDays'], wrong: { exportDays: 30 }, fewerItems: true },
	'fisAcknowledgeConfirm.audit.verify': { fewerItems: true },
};

export const concurRows: Rows = (world) => {
	const document = { docId: () => world.readyDocument(), docType: 'expense' };
	const untouched = /Document ID is empty/;
	return {
		'fisAcknowledgeConfirm.document.acknowledge': {
			good: document,
			// Read once, for the first item: expressions on other nodes.
			takesAny: ['mapping', 'mappingRows', 'openRows'],
			wrong: { 'options.batchSize': 0, 'options.holdEnds': '31.03.2026', 'leaveReady.goLiveDate': '03/31/2026' },
			untouched,
		},
		'fisAcknowledgeConfirm.document.checkReadiness': { fewerItems: true },
		'fisAcknowledgeConfirm.document.get': { good: document, when: { reportId: { findBy: 'reportId' } }, untouched },
		'fisAcknowledgeConfirm.document.getMany': {
			onePerRun: ['person', 'report', 'fromDate', 'toDate', 'limit'],
			wrong: { person: 'Berg', report: '4101', fromDate: '2026-03-01', toDate: '2026-03-31', limit: 5 },
			fewerItems: true,
		},
		'fisAcknowledgeConfirm.payment.confirm': {
			good: {
				...document,
				paymentStatus: 'PP',
				'clearings.clearing.clearingAmount': '40.00',
				'clearings.clearing.clearingCurrency': 'USD',
				'clearings.clearing.clearingDate': '2026-03-31',
				'clearings.clearing.paymentRef': (n: number) => `P/${n}`,
			},
			when: { additionalMessage: { paymentStatus: 'RE' } },
			notEmpty: ['clearingAmount', 'clearingCurrency', 'clearingDate', 'paymentRef'].map((name) => `clearings.clearing.${name}`),
			wrong: { 'clearings.clearing.clearingDate': '2026-02-30', 'clearings.clearing.clearingAmount': '4,00', reported: 'P/1' },
			untouched,
		},
		'fisAcknowledgeConfirm.posting.confirm': {
			good: {
				...document,
				result: 'success',
				documentNumber: '7',
				companyId: 'SBODEMO',
				postingDate: '2026-03-31',
				'messages.message.text': 'Not posted',
			},
			when: Object.fromEntries(['text', 'id', 'lineItemId'].map((name) => [`messages.message.${name}`, { result: 'error' }])),
			notEmpty: ['postingDate', 'messages.message.text'],
			wrong: { postingDate: '31.03.2026', 'options.language': 'Klingonian', 'options.holdEnds': '31.03.2026' },
			untouched,
		} as Row,
		...desk,
		'fisAcknowledgeConfirm.receipt.get': {
			good: { ...document, companyId: '192544', reportId: 'R1' },
			wrong: { 'options.maxMegabytes': 0, 'options.runMegabytes': 5_000 },
			untouched,
		},
		...reconciliation,
		...alerts,
		...audit,
		'fisAcknowledgeConfirm.row.checkTable': {
			item: () => ({ json: { id: 't', name: 'a table' } }),
			untouched: /made no Data Table/,
		},
		'fisAcknowledgeConfirm.row.decide': { wrong: { passing: 'soon', triesBeforeAttention: 0 }, notEmpty: ['passing', 'person'] },
		'fisAcknowledgeConfirm.row.decidePayment': { fewerItems: true },
		'fisAcknowledgeConfirm.row.decideReceipts': {
			onePerRun: ['wait', 'tries'],
			wrong: { wait: '5', tries: 5 },
			fewerItems: true,
		},
		'fisAcknowledgeConfirm.row.note': {
			good: { documents: [{ json: { docId: 'a', docType: 'expense' } }] },
			// Read once, for the first item: an expression on another node.
			takesAny: ['documents'],
			untouched: /Documents holds no items/,
			fewerItems: true,
		},
		'fisAcknowledgeConfirm.row.tidy': {
			onePerRun: ['compactDays', 'deleteDays', 'limitMegabytes', 'warnPercent'],
			wrong: { compactDays: 5, deleteDays: 5, limitMegabytes: 5, warnPercent: 5 },
			fewerItems: true,
		},
		'fisAcknowledgeConfirm.row.takeUp': {
			onePerRun: ['rowsPerRun', 'holdMinutes'],
			// Read once, for the first item: both are expressions on other nodes.
			takesAny: ['mapping', 'mappingRows'],
			wrong: { rowsPerRun: 5, holdMinutes: 7 },
			fewerItems: true,
		},
	};
};
