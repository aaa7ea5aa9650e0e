import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isDocType, type DocType } from '../shared/concur/types';
import { checkParameter, refusedParameter } from '../shared/n8n/checkedParameters';
import { fields } from './fields';
import { goLiveOf, type Filters } from '../shared/n8n/filters';

export interface Settings {
	docTypes: DocType[];
	systemId: string;
	limit: number;
	filters: Filters;
	/** IANA name of the zone whose days count. */
	timeZone: string;
	pageSize: number;
	format: 'json' | 'text';
	repeatAfterMs: number;
	/** Whether documents come without their empty fields. */
	simplify: boolean;
	/** Whether items tell the facts of a document alone. */
	withoutDocument: boolean;
}

/**
 * Reads the trigger's fields. Expressions can give anything, and a limit or a filter that was not understood would hold back
 * documents, or let through those of the time before, without a word.
 * @throws NodeOperationError naming the field
 */
export function settingsOf(context: IPollFunctions): Settings {
	const read = (name: string): unknown => {
		const field = fields.find((one) => one.name === name)!;
		return checkParameter(context.getNode(), field, context.getNodeParameter(name, field.default));
	};
	const options = (read('options') ?? {}) as IDataObject;
	return {
		docTypes: docTypesOf(context),
		systemId: String((read('systemId') as string | undefined) ?? '').trim(),
		limit: read('documentsPerPoll') as number,
		filters: filtersOf(context, (read('filters') ?? {}) as Filters),
		timeZone: context.getTimezone(),
		pageSize: (options.pageSize as number | undefined) ?? 25,
		format: (options.documentFormat as 'json' | 'text' | undefined) ?? 'json',
		simplify: (options.simplify as boolean | undefined) ?? true,
		withoutDocument: options.withoutDocument === true,
		repeatAfterMs: ((options.repeatAfterMinutes as number | undefined) ?? 5) * 60_000,
	};
}

function docTypesOf(context: IPollFunctions): DocType[] {
	const chosen = context.getNodeParameter('docTypes', []) as unknown;
	const names = Array.isArray(chosen) ? (chosen as unknown[]) : [chosen];
	if (names.filter((name) => name !== '' && name !== undefined && name !== null).length === 0)
		throw new NodeOperationError(context.getNode(), 'No document type is chosen', {
			description: 'Choose at least one under Document Types.',
		});
	const unknown = names.find((name) => !isDocType(name));
	if (unknown === undefined) return names as DocType[];
	throw refusedParameter(
		context.getNode(),
		`Document Types holds "${String(unknown as string)}", which is no document type of Concur FIS`,
		'Let its expression give a list such as ["expense", "cashadvance"].',
	);
}

/** The Go-Live Date as a moment: what a person enters is a time of the workflow's time zone. */
function filtersOf(context: IPollFunctions, filters: Filters): Filters {
	try {
		return { ...filters, goLiveDate: goLiveOf(filters.goLiveDate, context.getTimezone()) };
	} catch (error) {
		throw refusedParameter(context.getNode(), (error as Error).message, 'Correct Go-Live Date under Filters. Nothing was read.');
	}
}
