/** Every declared knob can be stated on the form, and in rows: what its fields' own examples say arrives in the profile. */
import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { type Column, type Field, fieldsIn, KNOBS, SECTIONS } from '../../../nodes/shared/mapping';
import { runNode } from '../../helpers/engine';

const FIELDS = SECTIONS.flatMap((section) => fieldsIn(section).map((field) => ({ name: field.name, field, section })));

/** A value a person could state, other than the default. */
function sampleOf({ input, example, default: initial }: Field | Column): NodeParameterValueType {
	switch (input.kind) {
		case 'flag':
			return !initial;
		case 'choice':
			return Object.keys(input.choices).findLast((value) => value !== initial)!;
		case 'choices':
			return Object.keys(input.choices).slice(-1);
		case 'number':
			return input.to;
		case 'table':
			return { rows: rowsOf(input.columns) } as unknown as INodeParameters;
		case 'documentField':
			return { __rl: true, mode: 'path', value: 'allocation.allocationCustom7Code' };
		case 'b1Code':
		case 'documentCode':
			return { __rl: true, mode: 'code', value: input.of === 'userFields' ? 'U_CODE' : 'CODE' };
		default:
			return example ?? '1';
	}
}

/** One row, or one for the ends of the range where a column counts. */
function rowsOf(columns: readonly Column[]): INodeParameters[] {
	const row = Object.fromEntries(columns.map((column) => [column.name, sampleOf(column)])) as INodeParameters;
	const counted = columns.find(({ input }) => input.kind === 'number');
	return counted?.input.kind === 'number' ? [{ ...row, [counted.name]: counted.input.from }, row] : [row];
}

async function exported(parameters: INodeParameters): Promise<Record<string, unknown>> {
	const nodeType = new BuildJournalEntry();
	const outputs = await runNode({ nodeType, parameters: { operation: 'exportProfile', ...parameters } }, [{}]);
	return outputs[0]![0]!.json.profile as Record<string, unknown>;
}

async function rowsFor(parameters: INodeParameters): Promise<string> {
	const nodeType = new BuildJournalEntry();
	const outputs = await runNode({ nodeType, parameters: { operation: 'exportRows', ...parameters } }, [{}]);
	return JSON.stringify(outputs[0]!.map(({ json }) => json));
}

async function changedBy({ field, section, name }: (typeof FIELDS)[number]): Promise<string[]> {
	const shownFor = Object.entries(field.shownFor ?? {}).map(([other, [value]]) => [other, value!]);
	const neighbours = Object.fromEntries(shownFor) as INodeParameters;
	const stated = { [name]: sampleOf(field) } as INodeParameters;
	const parameters = { ...neighbours, ...(field.alone ? stated : { [section.collection!.name]: stated }) };
	const [before, after] = [await exported(neighbours), await exported(parameters)];
	expect(await exported({ mappingMode: 'profile', profile: JSON.stringify(after) })).toEqual(after);
	expect(await exported({ mappingRows: await rowsFor(parameters) })).toEqual(after);
	return Object.keys(after).filter((knob) => JSON.stringify(after[knob]) !== JSON.stringify(before[knob]));
}

const changed = new Set<string>();

test.each(FIELDS)('$name changes knobs of its own and no other', async (stated) => {
	const knobs = await changedBy(stated);
	const readers = Object.entries(stated.section.knobs).filter(([knob, { fields }]) =>
		fields.some((field) => (field.name ?? knob) === stated.name),
	);
	expect(knobs.length).toBeGreaterThan(0);
	expect(readers.map(([knob]) => knob)).toEqual(expect.arrayContaining(knobs));
	for (const knob of knobs) changed.add(knob);
});

test('every knob of a profile can be stated on the form', () => {
	expect(Object.keys(KNOBS).filter((knob) => !changed.has(knob))).toEqual([]);
	expect(Object.keys(KNOBS).length).toBe(SECTIONS.reduce((sum, { knobs }) => sum + Object.keys(knobs).length, 0));
});
