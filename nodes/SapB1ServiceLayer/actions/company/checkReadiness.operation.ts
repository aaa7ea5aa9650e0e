import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { dayFrom, sameForRun } from '../../../shared/n8n/readers';
import { judgeBusinessOne, readFacts, reportOf } from '../../../shared/readiness';
import type { Operation } from '../operation';

/** Whether documents can be posted into this company: what B1 is asked, what the mapping should hold, and a report for an issue. */
export const checkReadiness: Operation = {
	fields: [
		{
			displayName:
				'Reads settings and master data, and tries a journal entry of the smallest amount in a set of changes that is sure to be refused as a whole, so that nothing of it stays. Output Findings has a row for each check, Mapping the rows that the mapping table should hold, Report a text without names or amounts that can be sent with an issue.',
			name: 'readinessNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Date',
			name: 'date',
			type: 'string',
			default: '={{ $now.toISODate() }}',
			required: true,
			placeholder: 'e.g. 2026-03-31',
			description: 'Day on which the entry is tried, and for which period and exchange rates are looked up',
		},
	],
	outputs: { labels: ['Findings', 'Mapping', 'Report'] },
	async execute({ context, serviceLayer, company: { companyDb } }) {
		const today = dayFrom(context, sameForRun(context, 'date', 'Date'), 'Date');
		const facts = await readFacts(serviceLayer, companyDb, today, Date.now());
		const readiness = judgeBusinessOne(facts);
		const items = (rows: object[]): INodeExecutionData[] =>
			rows.map((row) => ({ json: { ...row } as IDataObject, pairedItem: { item: 0 } }));
		return [items(readiness.findings), items(readiness.proposals), items([{ report: reportOf(readiness, facts) }])];
	},
};
