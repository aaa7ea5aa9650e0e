import { isRecord } from '../document';
import type { Knob } from './declare';
import { KNOBS } from './knobs';
import { DEFAULT_PROFILE, type Profile } from './profile';
import { isText } from './readers';

/**
 * Reads a profile from JSON: every knob that is given replaces its default, `payeeRoles` entry by entry.
 *
 * @param json an object, its JSON text, or nothing (the defaults)
 * @returns the profile, and in words what could not be used; a knob with a problem keeps its default. Callers must not post with a
 * profile that has problems: a mistyped knob would otherwise change the books silently
 * @param defaults defaults of the caller's own, for knobs that the JSON does not give
 */
export function readProfile(json: unknown, defaults: Partial<Profile> = {}): { profile: Profile; problems: string[] } {
	const profile: Profile = structuredClone({ ...DEFAULT_PROFILE, ...defaults });
	if (json === null || json === undefined || json === '') return { profile, problems: [] };
	let parsed = json;
	if (isText(json)) {
		try {
			parsed = JSON.parse(json);
		} catch (error) {
			return { profile, problems: [`The profile is not JSON: ${(error as Error).message}`] };
		}
	}
	if (!isRecord(parsed)) return { profile, problems: ['The profile must be a JSON object with the knobs as keys.'] };
	const problems: string[] = [];
	for (const [key, value] of Object.entries(parsed)) {
		const problem = Object.hasOwn(KNOBS, key) ? readKnob(profile, key as keyof Profile, value) : 'is not a knob of a profile';
		if (problem) problems.push(`${key} ${problem}.`);
	}
	return { profile, problems };
}

function readKnob<Name extends keyof Profile>(profile: Profile, name: Name, value: unknown): string | null {
	const read = (KNOBS[name] as unknown as Knob<Profile[Name]>).read(value, profile[name]);
	if ('problem' in read) return read.problem;
	profile[name] = read.value;
	return null;
}
