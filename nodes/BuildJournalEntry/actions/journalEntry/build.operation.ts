import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	requiredMasterData,
	toJournalEntry,
	type JournalEntryResult,
	type MasterData,
	type MasterDataQuery,
} from '../../../shared/journalEntry';
import type { Profile } from '../../../shared/mapping';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { B1_CREDENTIAL, connectServiceLayer, readCompany } from '../../../shared/n8n/serviceLayer';
import { toPurchaseInvoice } from '../../../shared/purchaseInvoice';
import { answerFor, type ReviewReason } from '../../../shared/review';
import { failureItem } from '../../failure';
import { masterDataOf } from '../../masterData';
import { outputItem, type Built } from '../../output';
import { answersOf } from '../../review';
import { joinedQueries, readOnce } from '../../runCache';
import { collectWork, type Failure, type Work } from '../../work';

export { inputFields as description, options } from './build.properties';

/** The outputs in their order. Failures of single items go with those that need review, never with those that are ready to post. */
const OUTPUTS = { ready: 0, review: 1, nothingToPost: 2 } as const;

const NOT_CHECKED =
	'Nothing was checked against B1, because no SAP Business One credential is selected. Accounts, partners and cost objects were taken as they came.';

const warnedText = (count: number): string =>
	count === 1
		? 'One document has a warning: see its block "warnings".'
		: `${count} documents have warnings: see their blocks "warnings".`;

/**
 * Builds the journal entries of all input items.
 * @returns three arrays: ready, needs review, nothing to post; in each the order of the input
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const { works, masterData } = await checkAgainstB1(this, collectWork(this));
	let warned = 0;
	for (const work of works) {
		if ('error' in work) {
			outputs[OUTPUTS.review]!.push(failureItem(this, work));
			continue;
		}
		const built = builtOf(work, masterData);
		const { result } = built;
		if (result.warnings.length > 0) warned++;
		outputs[OUTPUTS[result.status]]!.push(outputItem(work, built, settingsOf(this, work.itemIndex)));
	}
	if (warned > 0) this.addExecutionHints({ message: warnedText(warned), location: 'outputPane', type: 'warning' });
	return outputs;
}

/** Looks up the master data of the whole batch. Where B1 cannot be asked, nothing of the batch is ready. */
async function checkAgainstB1(
	context: IExecuteFunctions,
	works: Array<Work | Failure>,
): Promise<{ works: Array<Work | Failure>; masterData: MasterData | null }> {
	try {
		const built = works.filter((work): work is Work => !('error' in work));
		return { works, masterData: built.length > 0 ? await masterDataFor(context, built) : null };
	} catch (error) {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error);
		const failed = works.map((work): Failure => {
			const { itemIndex, json } = work;
			return 'error' in work ? work : { itemIndex, json, error, code: 'b1-not-available' };
		});
		return { works: failed, masterData: null };
	}
}

/** What B1 knows; null where it is not asked. */
async function masterDataFor(context: IExecuteFunctions, works: Work[]): Promise<MasterData | null> {
	const credential = context.getNode().credentials?.[B1_CREDENTIAL];
	if (context.getNodeParameter('checkMasterData', 0, false) !== true) return null;
	if (credential === undefined) {
		context.addExecutionHints({ message: NOT_CHECKED, location: 'outputPane', type: 'info' });
		return null;
	}
	const company = await readCompany(context);
	const executionId = context.getExecutionId();
	const runKey = executionId ? `${executionId} ${credential.id ?? credential.name} ${company.companyDb}` : undefined;
	const records = await readOnce(connectServiceLayer(context, company), queryFor(works), runKey, Date.now());
	return masterDataOf(records, company.companyDb);
}

/** Everything the batch names, each value once. Mostly all of it is built with one mapping. */
function queryFor(works: Work[]): MasterDataQuery {
	const groups = new Map<Profile, Work[]>();
	for (const work of works) {
		const group = groups.get(work.profile);
		if (group) group.push(work);
		else groups.set(work.profile, [work]);
	}
	const queries = [...groups].map(([profile, group]) =>
		requiredMasterData(
			group.map(({ posting }) => posting),
			profile,
			group[0]!.context,
		),
	);
	return queries.reduce(joinedQueries);
}

/** The entry of a document, or the invoice that the mapping makes of it. */
function builtOf({ posting, profile, context }: Work, masterData: MasterData | null): Built {
	const result = toJournalEntry(posting, profile, masterData, { today: context.today });
	const purchase = toPurchaseInvoice(posting, profile, masterData, result);
	if (purchase === null) return { result, purchaseInvoice: null };
	return { result: withReasons(result, purchase.reasons, profile), purchaseInvoice: purchase.purchaseInvoice };
}

/** A document whose entry is right, and that is held because it cannot become an invoice. */
function withReasons(result: JournalEntryResult, reasons: ReviewReason[], profile: Profile): JournalEntryResult {
	if (reasons.length === 0) return result;
	return { ...result, status: 'review', journalEntry: null, reasons, answer: answerFor(reasons, profile.onHold) };
}

function settingsOf(context: IExecuteFunctions, itemIndex: number) {
	const { addProfile, answers } = context.getNodeParameter('options', itemIndex, {}) as {
		addProfile?: boolean;
		answers?: unknown;
	};
	return { addProfile: addProfile === true, answers: answersOf(answers) };
}
