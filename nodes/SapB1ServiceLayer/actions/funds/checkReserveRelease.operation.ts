import { NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { fiscalYearOf } from '../../../shared/business-one';
import { readDocuments, type FisDocument } from '../../../shared/document';
import {
	applyFundsDocument,
	checkFundsSettings,
	readySettings,
	type FundsOutcome,
	type ReadySettings,
} from '../../../shared/fundsRegister';
import { inLanguage } from '../../../shared/language';
import { mappingRowsReader } from '../../../shared/n8n/mappingRows';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { waitsForMapping } from '../../../shared/review';
import { failedOn, type FailedBlock } from '../failures';
import type { Operation, OperationContext } from '../operation';
import { today } from '../sharedOptions';
import { fundsFields, readFundsSettings } from './fields';

/** The outputs in their order. Failed items go with the uncertain ones: nobody is answered. */
const OUTPUTS = { answered: 0, review: 1, uncertain: 2 } as const;

const failed: FailedBlock = { block: 'funds', outcome: 'uncertain' };

/** Check, reserve or release, as each document asks for; one after the other, because each changes what the next one finds. */
export const checkReserveRelease: Operation = {
	fields: fundsFields,
	outputs: { labels: ['Answered', 'Needs Review', 'Uncertain'], failed },
	async execute(run) {
		const { context, serviceLayer, company } = run;
		const outputs: INodeExecutionData[][] = [[], [], []];
		const rowsFor = mappingRowsReader(context);
		const settingsFor = settingsReader(run, rowsFor);
		for (const [itemIndex, item] of context.getInputData().entries()) {
			try {
				const settings = await settingsFor(itemIndex);
				const outcome = await applyFundsDocument(serviceLayer, documentOf(run, itemIndex), settings);
				const funds = blockOf(outcome, company.companyDb, settings, rowsFor(itemIndex).version);
				outputs[outputOf(outcome)]!.push({ ...item, json: { ...item.json, funds }, pairedItem: { item: itemIndex } });
			} catch (error) {
				if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
				outputs[OUTPUTS.uncertain]!.push(failedOn(context, failed, itemIndex, error));
			}
		}
		return outputs;
	},
};

/** Settings item by item; what B1 says of them is asked once for all items that have the same. */
function settingsReader(
	{ context, serviceLayer, company }: OperationContext,
	rowsFor: ReturnType<typeof mappingRowsReader>,
): (itemIndex: number) => Promise<ReadySettings> {
	const day = today(context);
	const known = new Map<string, ReadySettings>();
	return async (itemIndex) => {
		const wanted = readFundsSettings(context, company.companyDb, day, rowsFor, itemIndex);
		const key = JSON.stringify(wanted);
		const found = known.get(key);
		if (found) return found;
		await checkFundsSettings(serviceLayer, wanted);
		const ready = await readySettings(serviceLayer, wanted);
		known.set(key, ready);
		return ready;
	};
}

function documentOf({ context }: OperationContext, itemIndex: number): FisDocument {
	const { documents, problems } = readDocuments(context.getNodeParameter('document', itemIndex));
	const [document] = documents;
	if (document && documents.length === 1) return document;
	const message = document
		? `The field Document holds ${documents.length} documents; give one per item`
		: (problems[0]?.message ?? 'There is no document in the field Document');
	throw new NodeOperationError(context.getNode(), message, { itemIndex, description: 'Nothing was reserved or released.' });
}

const outputOf = ({ outcome }: FundsOutcome): number =>
	outcome === 'review' ? OUTPUTS.review : outcome === 'uncertain' ? OUTPUTS.uncertain : OUTPUTS.answered;

function blockOf(
	{ outcome, step, answer, reasons, balances, message }: FundsOutcome,
	companyDb: string,
	{ calendar, companyCurrency, policies }: ReadySettings,
	mappingVersion: string,
): IDataObject {
	return {
		outcome,
		instruction: step.instruction,
		kind: step.kind,
		sourceId: step.sourceId,
		reference: step.reference,
		confirm: answer?.confirm ?? null,
		messages: answer?.messages ?? [],
		documentNumber: answer?.documentNumber ?? null,
		references: answer?.references ?? [],
		available: balances.map(({ budgetKey, ...amounts }) => ({ ...budgetKey, ...amounts })),
		currency: companyCurrency,
		reasons: inLanguage(reasons, policies.language ?? 'en'),
		language: policies.language ?? 'en',
		postingDate: calendar.today,
		fiscalYear: fiscalYearOf(calendar.today, calendar.fiscalYearStart),
		companyDb,
		message,
		...(outcome === 'review' && waitsForMapping(reasons) ? { mapping: mappingVersion } : {}),
	} as unknown as IDataObject;
}
