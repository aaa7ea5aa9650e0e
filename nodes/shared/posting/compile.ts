import { Decimal } from '../money';
import type { Json } from './fields';
import { textOf } from './fields';
import type { Profile } from './profile';

/** The sections of a document that a path may point into. */
export interface Sections {
	allocation: Json;
	entry: Json;
	report: Json;
}

/** Cost objects of a row. */
export interface CostObjects {
	costCenters: (string | undefined)[];
	project?: string;
	branch?: string;
	/** All of them as one text, for joining lines. */
	key: string;
}

type Path = readonly [section: keyof Sections, field: string];

/** A profile with everything worked out that does not depend on a document. */
export interface Compiled {
	profile: Profile;
	tolerance: Decimal;
	placeholders: ReadonlySet<string>;
	costObjects(sections: Sections): CostObjects;
	/** The B1 company a row belongs to, by `companyPath`; null when the row names none or companies are not told apart. */
	companyOf(sections: Sections): string | null;
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
	const dimensions = [profile.costCenterPath, ...profile.costCenterPaths].map(parsePaths);
	const project = parsePaths(profile.projectPath);
	const branch = parsePaths(profile.branchPath);
	const company = parsePaths(profile.companyPath === null ? [] : [profile.companyPath]);
	return {
		profile,
		tolerance: new Decimal(profile.tolerance),
		placeholders: new Set(profile.placeholderAccounts),
		companyOf: (sections) => firstValue(company, sections),
		costObjects(sections) {
			const costCenters = dimensions.map((paths) => mapped(profile.costCenterMap, firstValue(paths, sections)));
			const objects = {
				costCenters,
				project: mapped(profile.projectMap, firstValue(project, sections)),
				branch: mapped(profile.branchMap, firstValue(branch, sections)) ?? profile.defaultBranch ?? undefined,
			};
			return {
				...objects,
				key: costCenters.length === 1 && !objects.project && !objects.branch ? (costCenters[0] ?? '') : JSON.stringify(objects),
			};
		},
	};
}

function mapped(map: Record<string, string>, value: string | null): string | undefined {
	if (value === null) return undefined;
	return Object.hasOwn(map, value) ? map[value] || undefined : value;
}

function parsePaths(paths: readonly string[]): Path[] {
	return paths.map((path) => {
		const dot = path.indexOf('.');
		return [path.slice(0, dot) as keyof Sections, path.slice(dot + 1)] as const;
	});
}

/** The value of the first path that has one: the most granular section is named first. */
function firstValue(paths: readonly Path[], sections: Sections): string | null {
	for (const [section, field] of paths) {
		const value = textOf(sections[section]?.[field]) ?? aliasValue(sections[section], field);
		if (value !== null) return value;
	}
	return null;
}

/** Invoices name the same levels lineItem and request where reports name them entry and report. */
const ALIASES: readonly (readonly [string, string])[] = [
	['entry', 'lineItem'],
	['report', 'request'],
];

function aliasValue(section: Json | undefined, field: string): string | null {
	if (!section) return null;
	for (const [prefix, alias] of ALIASES) {
		if (field.startsWith(prefix)) return textOf(section[alias + field.slice(prefix.length)]);
	}
	return null;
}
