import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';
import type { Profile } from '../shared/mapping';
import { dayIn } from '../shared/dates';
import { mappingRowsReader } from '../shared/n8n/mappingRows';
import { toNodeError } from '../shared/n8n/nodeError';
import { dayFrom } from '../shared/n8n/readers';
import { buildPostings, type BuildContext, type Posting, type PriorPosting } from '../shared/posting';
import type { ReasonCode } from '../shared/review';
import { documentsOf } from './documents';
import { openSettings, profileOf } from './profile';

/** One posting on its way to an output. */
export interface Work {
	itemIndex: number;
	/** What the item passes on. */
	json: IDataObject;
	profile: Profile;
	context: BuildContext;
	posting: Posting;
	/** Tells the mapping it was built with from another state of it. */
	mappingVersion: string;
	/** Settings of it that take a further row of the mapping table; see `openSettings`. */
	isOpen: ReturnType<typeof openSettings>;
}

/** Something of which nothing could be built. */
export interface Failure {
	itemIndex: number;
	/** What the item passes on. */
	json: IDataObject;
	error: unknown;
	/** What it means for the document. */
	code: ReasonCode;
}

/**
 * Reads the documents of every input item and builds their postings, in the order of the items.
 * Items that hold no document end as failures, so that the others are built.
 * @throws NodeOperationError for the first failure, unless the node is set to continue
 */
export function collectWork(context: IExecuteFunctions): Array<Work | Failure> {
	const items = context.getInputData();
	const rowsFor = mappingRowsReader(context);
	const profileFor = profileReader(context, rowsFor);
	return items.flatMap((item, itemIndex): Array<Work | Failure> => {
		let code: ReasonCode = 'invalid-profile';
		try {
			const profile = profileFor(itemIndex);
			const { said, version: mappingVersion } = rowsFor(itemIndex);
			const isOpen = openSettings((name) => context.getNodeParameter(name, itemIndex), said);
			const buildContext = contextOf(context, itemIndex, profile.timeZone);
			code = 'unreadable-document';
			return workOf(context, item, itemIndex, profile, buildContext).map((work) => ({
				...work,
				mappingVersion,
				isOpen,
			}));
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			return [{ itemIndex, json: item.json, error, code }];
		}
	});
}

function workOf(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	itemIndex: number,
	profile: Profile,
	buildContext: BuildContext,
): Array<Omit<Work, 'mappingVersion' | 'isOpen'>> {
	return documentsOf(item.json, context.getNodeParameter('document', itemIndex)).flatMap(({ document, json }) =>
		buildPostings(document, profile, buildContext).map((posting) => ({
			itemIndex,
			json,
			profile,
			context: buildContext,
			posting,
		})),
	);
}

function contextOf(context: IExecuteFunctions, itemIndex: number, timeZone: string): BuildContext {
	const { today, priorPostings } = context.getNodeParameter('options', itemIndex, {}) as {
		today?: unknown;
		priorPostings?: unknown;
	};
	return {
		today: (today ?? '') === '' ? dayIn(new Date(), timeZone)! : dayFrom(context, today, 'Today', itemIndex),
		priorPostings: priorPostingsOf(priorPostings),
	};
}

function priorPostingsOf(value: unknown): PriorPosting[] {
	const list: unknown = typeof value === 'string' ? parsed(value.trim() === '' ? '[]' : value) : (value ?? []);
	if (!Array.isArray(list)) throw new Error('The option Earlier Postings must be a list of objects with docId and reportId.');
	return list as PriorPosting[];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * Reads the mapping once for all items, or item by item where its fields hold expressions; equal mappings are one object, because the
 * engine prepares each profile object once.
 */
function profileReader(
	context: IExecuteFunctions,
	rowsFor: ReturnType<typeof mappingRowsReader>,
): (itemIndex: number) => Profile {
	const mapping = Object.entries(context.getNode().parameters).filter(([name]) => !['document', 'options'].includes(name));
	const varies = hasExpression(mapping);
	const known = new Map<string, Profile>();
	let shared: Profile | undefined;
	return (itemIndex) => {
		if (shared && !varies) return shared;
		const stated = profileOf(
			(name) => context.getNodeParameter(name, itemIndex) as NodeParameterValueType,
			rowsFor(itemIndex).said,
		);
		const profile = { ...stated, timeZone: stated.timeZone || context.getTimezone() };
		const key = JSON.stringify(profile);
		shared = known.get(key) ?? profile;
		known.set(key, shared);
		return shared;
	};
}

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}
