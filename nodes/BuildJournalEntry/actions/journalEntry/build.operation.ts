import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	requiredMasterData,
	toJournalEntry,
	type JournalEntryResult,
	type MasterData,
	type Profile,
} from '../../../shared/posting';
import { internalAccountCodes, masterDataOf, type KnownRecords } from '../../masterData';
import { outputItem } from '../../output';
import { answersOf } from '../../review';
import { readOnce } from '../../runCache';
import { B1_CREDENTIAL, connect } from '../../serviceLayer';
import { collectWork, nodeError, type Failure, type Work } from '../../work';

export { inputFields as description, options } from './build.properties';

/** The outputs in their order. Failures of single items go with those that need review, never with those that are ready to post. */
const OUTPUTS = { ready: 0, review: 1, nothingToPost: 2 } as const;

/** What B1 knows, by the mapping it was asked for. */
type Knowledge = Map<Profile, { masterData: MasterData; internalCodes: Map<string, string> }>;

/**
 * Builds the journal entries of all input items.
 * @returns three arrays: ready, needs review, nothing to post; in each the order of the input
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const results = await checkAgainstB1(this, collectWork(this));
	for (const { work, knowledge } of results) {
		if ('error' in work) {
			const { itemIndex, error } = work;
			outputs[OUTPUTS.review]!.push({ json: { error: error.message }, error, pairedItem: { item: itemIndex } });
			continue;
		}
		const result = entryOf(work, knowledge);
		outputs[OUTPUTS[result.status]]!.push(outputItem(work, result, settingsOf(this, work.itemIndex)));
	}
	return outputs;
}

/** Looks up the master data of the whole batch. Where B1 cannot be asked, nothing of the batch is ready. */
async function checkAgainstB1(context: IExecuteFunctions, all: Array<Work | Failure>) {
	const works = all.filter((work): work is Work => !('error' in work));
	try {
		const knowledge = await knowledgeFor(context, works);
		return all.map((work) => ({ work, knowledge }));
	} catch (error) {
		if (!context.continueOnFail()) throw nodeError(context, error as Error, works[0]?.itemIndex ?? 0);
		return all.map((work) => ({
			work: 'error' in work ? work : { itemIndex: work.itemIndex, error: nodeError(context, error as Error, work.itemIndex) },
			knowledge: null,
		}));
	}
}

async function knowledgeFor(context: IExecuteFunctions, works: Work[]): Promise<Knowledge | null> {
	const credential = context.getNode().credentials?.[B1_CREDENTIAL];
	if (works.length === 0 || credential === undefined || context.getNodeParameter('checkMasterData', 0, false) !== true)
		return null;
	const { serviceLayer, companyDb } = await connect(context);
	const runKey = `${context.getExecutionId()} ${credential.id ?? credential.name}`;
	const knowledge: Knowledge = new Map();
	for (const [profile, group] of groupedByProfile(works)) {
		const postings = group.map(({ posting }) => posting);
		const query = requiredMasterData(postings, profile, group[0]!.context);
		const records: KnownRecords = await readOnce(serviceLayer, query, runKey, Date.now());
		knowledge.set(profile, { masterData: masterDataOf(records, companyDb), internalCodes: internalAccountCodes(records) });
	}
	return knowledge;
}

function groupedByProfile(works: Work[]): Map<Profile, Work[]> {
	const groups = new Map<Profile, Work[]>();
	for (const work of works) {
		const group = groups.get(work.profile);
		if (group) group.push(work);
		else groups.set(work.profile, [work]);
	}
	return groups;
}

function entryOf({ posting, profile, context }: Work, knowledge: Knowledge | null): JournalEntryResult {
	const known = knowledge?.get(profile);
	const result = toJournalEntry(posting, profile, known?.masterData ?? null, { today: context.today });
	for (const line of result.journalEntry?.JournalEntryLines ?? []) {
		const internal = known?.internalCodes.get(line.AccountCode ?? '');
		if (internal !== undefined) line.AccountCode = internal;
	}
	return result;
}

function settingsOf(context: IExecuteFunctions, itemIndex: number) {
	const { addProfile, answers } = context.getNodeParameter('options', itemIndex, {}) as {
		addProfile?: boolean;
		answers?: unknown;
	};
	return { addProfile: addProfile === true, answers: answersOf(answers) };
}
