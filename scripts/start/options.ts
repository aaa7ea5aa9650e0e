import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { companyNames } from '../../sandbox/companies';

export interface StartOptions {
	/** End after the run instead of leaving the editor open. */
	once: boolean;
	/** File or folder of FIS documents instead of the samples. */
	documents: string | null;
	/** One of the companies of sandbox/companies, with its documents and its mapping, in place of the demo company. */
	company: string | null;
	/** Where to write the result as data. */
	json: string | null;
	/** Port of the n8n editor; the sandbox takes the ten above. */
	port: number;
	/** Go on with the sandbox and the n8n of the last run. */
	keep: boolean;
	/** Give the demo company the accounts, partners and cost centers that the documents name. */
	masterData: boolean;
}

export const USAGE = `npm start -- [options]

  --once               end after the run; exit code 0 only when every document was confirmed or went to review with a reason
  --documents PATH     FIS documents to load instead of the samples: a JSON file, or a folder of them
  --company NAME       another company than the demo company, with documents and a mapping of its own; prints its reports as well:
                       ${companyNames().join(', ')}
  --no-master-data     do not give the demo company the accounts, partners and cost centers these documents name
  --json FILE          write the result as data
  --port N             port of the n8n editor (5678); the sandbox uses the ports above it
  --keep               go on with the sandbox and the n8n of the last run
  --help               this text
`;

/** npm runs scripts in the project's folder; what the user typed is relative to where npm was called. */
export const fromCallersFolder = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** @throws Error with the usage when an option is unknown or the port is no port */
export function readOptions(args: string[]): StartOptions | 'help' {
	const { values } = parseArgs({
		args,
		options: {
			once: { type: 'boolean', default: false },
			documents: { type: 'string' },
			company: { type: 'string' },
			json: { type: 'string' },
			port: { type: 'string', default: '5678' },
			keep: { type: 'boolean', default: false },
			'no-master-data': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return 'help';
	if (values.company !== undefined && !companyNames().includes(values.company))
		throw new Error(`--company takes one of ${companyNames().join(', ')}, not "${values.company}"`);
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1024 || port > 65_500)
		throw new Error(`--port takes a number from 1024 to 65500, not "${values.port}"`);
	return {
		once: values.once,
		documents: values.documents === undefined ? null : fromCallersFolder(values.documents),
		company: values.company ?? null,
		json: values.json === undefined ? null : fromCallersFolder(values.json),
		port,
		keep: values.keep,
		masterData: !values['no-master-data'],
	};
}
