import type { INodeExecutionData } from 'n8n-workflow';
import type { World } from './world';

/** A value for every field, or one for each item: `(n) => ...`, where no two items may have the same. */
export type Good = Record<string, unknown>;

/**
 * One operation in the table. A field that is not named takes its default as a good value, everything of the wrong type is expected
 * to be refused, and so is an empty number, choice or required field; the row says what is different.
 */
export interface Row {
	/** Values with which the operation works, by path of the field; a function gives each item its own. */
	good?: Good;
	/** What an item carries beside the values of its fields. */
	item?: (n: number) => Partial<INodeExecutionData>;
	/** With other values of other fields, where a field is looked at only then. */
	when?: Record<string, Good>;
	/** Optional fields that are refused when they are empty. */
	notEmpty?: string[];
	/** Fields that keep their default where an expression gives nothing at all, although they cannot be empty. */
	mayBeMissing?: string[];
	/** Required fields that may be empty, because the operation works without them in the good values. */
	mayBeEmpty?: string[];
	/** Wrong values that only this field refuses, beside those of the wrong type. */
	wrong?: Record<string, unknown>;
	/** Fields that take a value of another type, too. */
	takesAny?: string[];
	/** Fields that hold for the whole run: an expression that gives items different values is refused. */
	onePerRun?: string[];
	/** The message of an untouched node on an empty item; without it the operation works. */
	untouched?: RegExp;
	/** Operations whose items leave together or not at all. */
	fewerItems?: true;
}

/** The rows of an operation's table; made when the world is there, because good values name what is in it. */
export type Rows = (world: World) => Record<string, Row>;
