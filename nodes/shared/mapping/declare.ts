import {
	dateOrNull,
	flag as flagReader,
	mapOf as mapReader,
	oneOf,
	paths as pathsReader,
	text as textReader,
	textOrNull,
	texts,
	type Reader,
} from './readers';

/** What a choice is called on the form, with what it means where the name does not say it. */
export type ChoiceLabel = string | readonly [label: string, about: string];
export type Choices<Value extends string = string> = Readonly<Record<Value, ChoiceLabel>>;

/** B1 records and codes of the document at hand that a form can offer for picking. */
export type B1Records = 'accounts' | 'partners' | 'taxGroups' | 'costCenters' | 'projects' | 'branches' | 'userFields';
/** Cost objects that both have codes for. */
export type CostRecords = Extract<B1Records, 'costCenters' | 'projects' | 'branches'>;
export type DocumentCodes = 'accounts' | 'expenseTypes' | 'payees' | 'taxes' | 'parties' | CostRecords;

/** How a person states a value; whoever draws the form knows what each kind looks like. */
export type Input =
	| { kind: 'text' | 'date' | 'flag' | 'list' | 'documentField' }
	| { kind: 'number'; from: number; to: number; unit: string }
	| { kind: 'choice' | 'choices'; choices: Choices }
	| { kind: 'b1Code'; of: B1Records }
	| { kind: 'documentCode'; of: DocumentCodes }
	| { kind: 'table'; columns: readonly Column[]; add: string; rows?: readonly DefaultRow[] };

/** A row of a table with every cell as text. */
export type Row = Readonly<Record<string, string>>;
export type DefaultRow = Readonly<Record<string, string | number>>;

/** What a person reads about a field. */
export interface Face {
	label: string;
	about?: string;
	hint?: string;
	/** A value that could stand in the field; it is shown while the field is empty. */
	example?: string;
}

export interface Column extends Face {
	name: string;
	input: Input;
	/** What a new row holds. */
	default?: string | number;
	/** Values of another column for which this one is not asked. */
	hiddenFor?: Readonly<Record<string, readonly string[]>>;
}

export interface Field extends Face {
	/** Its name among the parameters of a node, if not its knob's; a contract with saved workflows. */
	name?: string;
	input: Input;
	/** What the form shows before anybody touched it. */
	default?: unknown;
	/** Where in a profile it stands, if not simply under its knob's name. */
	place?: string;
	/** Stands by itself, not in the collection of its section. */
	alone?: boolean;
	/** Values of other fields for which this one is asked. */
	shownFor?: Readonly<Record<string, readonly string[]>>;
	/** Its rows stand in the form from the start, since what a person adds takes their place. */
	isOpen?: boolean;
}

/** What the fields of a knob say: text, list, flag or rows, by the field's kind; what nobody stated is undefined. */
export type Said = Readonly<Record<string, unknown>>;

/** The rows of a table that was stated, none of one that was not. */
export const rowsIn = (value: unknown): readonly Row[] => (value ?? []) as readonly Row[];

/** One setting of a mapping: its default, how it is read from a profile, and how a person states it. */
export interface Knob<Value> {
	default: Value;
	read: Reader<Value>;
	fields: readonly Field[];
	/** What the fields stand for in a profile; undefined for nothing. `name` is the knob's own. */
	from: (said: Said, name: string) => unknown;
}

/** Knobs by their names in a profile, whatever they hold. */
export type Knobs = Readonly<
	Record<
		string,
		Omit<Knob<unknown>, 'read'> & { read: (value: unknown, current: never) => { value: unknown } | { problem: string } }
	>
>;

/** Knobs that stand together on the form and in the handbook. */
export interface Section<Declared extends Knobs = Knobs> {
	title: string;
	/** The collection for fields that do not stand alone. */
	collection?: { name: string; label: string; add: string; about?: string };
	knobs: Declared;
}

/** Declares a section; its type keeps what each knob holds. */
export const section = <Declared extends Knobs>(declared: Section<Declared>): Section<Declared> => declared;

/** A knob stated by one field. */
export type OneField<Value> = Omit<Field, 'input' | 'default'> & { default: Value };

function stated<Value>(
	{ default: initial, ...field }: OneField<Value>,
	read: Reader<Value>,
	input: Input,
	shown: unknown = initial,
	from: (value: never) => unknown = (value) => value,
): Knob<Value> {
	const fields = [{ ...field, input, default: shown }];
	return { default: initial, read, fields, from: (said, name) => from(said[field.name ?? name] as never) };
}

export const choice = <Value extends string>({
	choices,
	...face
}: OneField<NoInfer<Value>> & { choices: Choices<Value> }): Knob<Value> =>
	stated<Value>(face, oneOf(...(Object.keys(choices) as Value[])), { kind: 'choice', choices });

export const flag = (face: OneField<boolean>): Knob<boolean> => stated(face, flagReader, { kind: 'flag' });

export const text = (face: OneField<string>, read: Reader<string> = textReader): Knob<string> =>
	stated(face, read, { kind: 'text' });

/** A text that may be missing; empty is missing. */
export const optionalText = (
	face: Omit<OneField<null>, 'default'>,
	read: Reader<string | null> = textOrNull,
): Knob<string | null> => stated<string | null>({ ...face, default: null }, read, { kind: 'text' }, '');

export const optionalDate = (face: Omit<OneField<null>, 'default'>): Knob<string | null> =>
	stated<string | null>({ ...face, default: null }, dateOrNull, { kind: 'date' }, '');

/** Texts, on the form separated by commas. */
export const list = (face: OneField<string[]>): Knob<string[]> => stated(face, texts, { kind: 'list' }, face.default.join(', '));

/** The code of a B1 record, or none. */
export const b1Code = (of: B1Records, face: Omit<OneField<null>, 'default'>): Knob<string | null> =>
	stated<string | null>({ ...face, default: null }, textOrNull, { kind: 'b1Code', of }, '');

/** A table of two columns: the first column's code stands for the second's. */
export const table = <Value extends string = string>(
	{
		columns,
		add,
		...face
	}: Omit<OneField<Record<string, Value>>, 'default'> & { columns: readonly [Column, Column]; add: string },
	read: Reader<Record<string, Value>> = mapReader(textReader as unknown as Reader<Value>),
	initial: Record<string, Value> = {},
): Knob<Record<string, Value>> => {
	const [from, to] = columns;
	const rows = Object.entries(initial).map(([key, value]) => ({ [from.name]: key, [to.name]: value }));
	return stated({ ...face, default: initial }, read, { kind: 'table', columns, add, rows }, {}, (value) =>
		pairs(face.label, value, from.name, to.name),
	);
};

/** Fields of a document, of which the first that is filled in counts. */
export const pathList = (face: Omit<OneField<string[]>, 'default'>, column: Column): Knob<string[]> =>
	stated<string[]>(
		{ ...face, default: [] },
		pathsReader,
		{ kind: 'table', columns: [column], add: 'Add Field' },
		{},
		(rows: readonly Row[]) => rows.map((row) => row[column.name] ?? ''),
	);

/**
 * The rows of a table as an object from one column to another.
 *
 * @throws Error for a row with one of them empty, and for a key that two rows map differently: both would post to the wrong place
 */
export function pairs(label: string, rows: readonly Row[], key: string, target: string): Record<string, string> {
	const map: Record<string, string> = {};
	rows.forEach((row, index) => {
		const [from, to] = [row[key] ?? '', row[target] ?? ''];
		if (from === '' || to === '')
			throw new Error(`Row ${index + 1} of "${label}" is only half filled in ("${from}" to "${to}").`);
		if (Object.hasOwn(map, from) && map[from] !== to) {
			throw new Error(`"${label}" maps "${from}" twice, to "${map[from]}" and to "${to}". Keep one of the two rows.`);
		}
		map[from] = to;
	});
	return map;
}

/** What a choice is called on the form. */
export const labelOf = (choice: ChoiceLabel): string => (typeof choice === 'string' ? choice : choice[0]);
/** What a choice means, where its name does not say it. */
export const aboutOf = (choice: ChoiceLabel): string | undefined => (typeof choice === 'string' ? undefined : choice[1]);
