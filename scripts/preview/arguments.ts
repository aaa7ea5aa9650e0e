import { PreviewError } from './input';

const USAGE = `Usage: npm run preview -- FILE [--profile FILE] [--json]
       ... [--master-data FILE | --company NAME | --b1 URL --company-db DB --user NAME [--ignore-ssl-issues]]
       ... [--budgets FILE]`;

/** A company of a Business One to ask; the password comes from the environment or a prompt. */
export interface B1Address {
	url: string;
	companyDb: string;
	user: string;
	ignoreSslIssues: boolean;
}

/** What the entries are checked against. */
export type CheckedAgainst =
	/** A file with master data of B1, as the engine takes them. */
	| { kind: 'masterData'; file: string }
	/** A company of `sandbox/companies`. */
	| { kind: 'company'; name: string }
	| ({ kind: 'b1' } & B1Address);

export interface PreviewOptions {
	file: string;
	profile: string | null;
	/** Budgets to run the documents as funds steps on, in place of posting them. */
	budgets: string | null;
	/** Null where nothing is checked. */
	against: CheckedAgainst | null;
	json: boolean;
}

/** The options with a value, and what the value is. */
const WITH_VALUE = {
	'--profile': 'a file',
	'--budgets': 'a file',
	'--master-data': 'a file',
	'--company': 'the name of a company',
	'--b1': 'the address of a Service Layer',
	'--company-db': 'the name of a company database',
	'--user': 'the name of a user',
} as const;
const SWITCHES = ['--json', '--ignore-ssl-issues'];

type Given = Partial<Record<keyof typeof WITH_VALUE, string>>;

/** @throws PreviewError on unknown, missing or contradicting arguments; its message repeats no value of an unknown option */
export function readArguments(args: readonly string[]): PreviewOptions {
	const given: Given = {};
	const switches = new Set<string>();
	let file = '';
	for (let index = 0; index < args.length; index++) {
		const argument = args[index]!;
		const [name, inline] = argument.split(/=(.*)/s) as [string, string?];
		if (SWITCHES.includes(argument)) switches.add(argument);
		else if (isWithValue(name)) {
			const value = inline ?? args[++index];
			if (!value || (inline === undefined && value.startsWith('--')))
				throw new PreviewError(`${name} needs ${WITH_VALUE[name]}. ${USAGE}`);
			given[name] = value;
		} else if (argument.startsWith('-')) throw new PreviewError(unknownOption(name));
		else if (file !== '')
			throw new PreviewError(`Only one file can be previewed at a time; got ${file} and ${argument}. ${USAGE}`);
		else file = argument;
	}
	if (file === '') throw new PreviewError(`No file given. ${USAGE}`);
	const against = againstOf(given, switches.has('--ignore-ssl-issues'));
	const budgets = given['--budgets'] ?? null;
	if (budgets !== null && against !== null)
		throw new PreviewError(`--budgets runs without a company; leave out either of them. ${USAGE}`);
	return { file, profile: given['--profile'] ?? null, budgets, against, json: switches.has('--json') };
}

const isWithValue = (name: string): name is keyof typeof WITH_VALUE => Object.hasOwn(WITH_VALUE, name);

/** Arguments are seen by every user of the machine and stay in the shell's history. */
function unknownOption(name: string): string {
	if (/^--?p(ass(word)?)?$/i.test(name))
		return `A password is no argument: set the environment variable B1_PASSWORD, or type it when asked. ${USAGE}`;
	return `Unknown option ${name}. ${USAGE}`;
}

function againstOf(given: Given, ignoreSslIssues: boolean): CheckedAgainst | null {
	const { '--master-data': file, '--company': name, '--b1': url, '--company-db': companyDb, '--user': user } = given;
	if ([file, name, url].filter((one) => one !== undefined).length > 1)
		throw new PreviewError(`Only one of --master-data, --company and --b1 can be checked against. ${USAGE}`);
	if (url === undefined && (companyDb !== undefined || user !== undefined || ignoreSslIssues))
		throw new PreviewError(`--company-db, --user and --ignore-ssl-issues go with --b1, which is missing. ${USAGE}`);
	if (file !== undefined) return { kind: 'masterData', file };
	if (name !== undefined) return { kind: 'company', name };
	if (url === undefined) return null;
	if (companyDb === undefined || user === undefined) throw new PreviewError(`--b1 needs --company-db and --user, too. ${USAGE}`);
	return { kind: 'b1', url, companyDb, user, ignoreSslIssues };
}
