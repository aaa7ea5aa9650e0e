import { textOf, type Json } from '../document';
import { Decimal } from '../money';
import type { ReasonCode, ReasonPlace } from '../review';
import type { Profile } from './profile';
import { fieldsOf } from './templates';

/** The sections of a document that a path may point into. */
export interface Sections {
	allocation: Json;
	entry: Json;
	report: Json;
	/** Of whom a cost object may be made, not where costs go: those follow the allocation. */
	employee?: Json;
}

/** Cost objects of a row. */
export interface CostObjects {
	costCenters: (string | undefined)[];
	project?: string;
	branch?: string;
	/** All of them as one text, for joining lines. */
	key: string;
}

/** The section of paths that are a value themselves, behind those of the document or alone. */
const CONSTANT = 'constant';

/** A field of a section; `alias` is what invoices call it. */
interface Path {
	section: keyof Sections | typeof CONSTANT;
	field: string;
	alias: string | null;
}

/** A profile with everything worked out that does not depend on a document. */
export interface Compiled {
	profile: Profile;
	tolerance: Decimal;
	placeholders: ReadonlySet<string>;
	/** Whose days count. */
	timeZone: string;
	/** Fields of the employee or the vendor that the mapping's texts and partner rules name; the many others stay in the document. */
	namedFields: readonly string[];
	costObjects(sections: Sections): CostObjects;
	/** The B1 company a row belongs to, by `companyPath`; null when the row names none or companies are not told apart. */
	companyOf(sections: Sections): string | null;
}

/** Whoever asks the mapping about a document: it brings the profile, and holds the document where the profile has no answer. */
export interface Asker {
	readonly profile: Profile;
	hold(code: ReasonCode, finding: string, place?: ReasonPlace): void;
}

const compiled = new WeakMap<Profile, Compiled>();

/** Compiles a profile once; the profile must not be changed afterwards. */
export function compile(profile: Profile): Compiled {
	let result = compiled.get(profile);
	if (!result) {
		result = compileFresh(profile);
		compiled.set(profile, result);
	}
	return result;
}

function compileFresh(profile: Profile): Compiled {
	const company = profile.companyPath === null ? [] : [parsePath(profile.companyPath)];
	return {
		profile,
		tolerance: new Decimal(profile.tolerance),
		placeholders: new Set(profile.placeholderAccounts),
		timeZone: profile.timeZone || 'UTC',
		namedFields: namedFields(profile),
		companyOf: (sections) => firstValue(company, sections),
		costObjects: costObjectReader(profile),
	};
}

function namedFields({ partners, memo, lineMemo, reference, userFields }: Profile): string[] {
	const { employeeVendor, cardVendor, vendor } = partners;
	const rules = [...employeeVendor, ...cardVendor, ...vendor].map((rule) => (rule.by === 'table' ? '' : rule.template));
	const own = userFields.map(({ value }) => value);
	const named = new Set([...rules, memo, lineMemo, reference, ...own].flatMap(fieldsOf));
	return [...named].filter((field) => !MEANT_OTHERWISE.includes(field));
}

/** Names that texts have for something else than the fields of FIS that are called like it. */
const MEANT_OTHERWISE = ['name', 'reference', 'currency', 'party', 'payee'];

function costObjectReader(profile: Profile): Compiled['costObjects'] {
	const dimensions = [profile.costCenterPath, ...profile.costCenterPaths].map((paths) => paths.map(parsePath));
	const project = profile.projectPath.map(parsePath);
	const branch = profile.branchPath.map(parsePath);
	return (sections) => {
		const objects: CostObjects = { costCenters: [], key: '' };
		for (const paths of dimensions) objects.costCenters.push(mapped(profile.costCenterMap, firstValue(paths, sections)));
		if (project.length > 0) objects.project = mapped(profile.projectMap, firstValue(project, sections));
		const ownBranch = branch.length > 0 ? mapped(profile.branchMap, firstValue(branch, sections)) : undefined;
		objects.branch = ownBranch ?? profile.defaultBranch ?? undefined;
		const isSimple = dimensions.length === 1 && objects.project === undefined && objects.branch === undefined;
		objects.key = isSimple
			? (objects.costCenters[0] ?? '')
			: JSON.stringify([objects.costCenters, objects.project, objects.branch]);
		return objects;
	};
}

function mapped(map: Record<string, string>, value: string | null): string | undefined {
	if (value === null) return undefined;
	return Object.hasOwn(map, value) ? map[value] || undefined : value;
}

/** Invoices name the same levels lineItem and request where reports name them entry and report. */
const ALIASES: readonly (readonly [string, string])[] = [
	['entry', 'lineItem'],
	['report', 'request'],
];

function parsePath(path: string): Path {
	const dot = path.indexOf('.');
	const field = path.slice(dot + 1);
	const alias = ALIASES.find(([prefix]) => field.startsWith(prefix));
	return { section: path.slice(0, dot) as Path['section'], field, alias: alias ? alias[1] + field.slice(alias[0].length) : null };
}

/** The value of the first path that has one: the most granular section is named first. */
function firstValue(paths: readonly Path[], sections: Sections): string | null {
	for (const { section, field, alias } of paths) {
		if (section === CONSTANT) return field;
		const json = sections[section] ?? {};
		const value = textOf(json[field]) ?? (alias === null ? null : textOf(json[alias]));
		if (value !== null) return value;
	}
	return null;
}
