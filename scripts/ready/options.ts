import { parseArgs } from 'node:util';

import { PreviewError } from '../preview/input';

const USAGE = `Usage: npm run ready -- --b1 URL --company-db DB --user NAME [--ignore-ssl-issues] [--date YYYY-MM-DD] [--report FILE]
       npm run ready -- --company NAME [--report FILE]      a company of the sandbox
The password of B1 comes from B1_PASSWORD or is asked for. Concur is asked where CONCUR_CLIENT_ID, CONCUR_CLIENT_SECRET,
CONCUR_COMPANY_UUID, CONCUR_REQUEST_TOKEN and CONCUR_URL (the address of the data center) are set.`;

export interface ReadyOptions {
	b1: string;
	companyDb: string;
	user: string;
	ignoreSslIssues: boolean;
	/** Name of a company of the sandbox; empty for a B1. */
	company: string;
	/** Day of the trial entry, YYYY-MM-DD. */
	date: string;
	/** File for the report; empty for none. */
	report: string;
}

/** @throws PreviewError with the usage for what cannot be used; it repeats no value */
export function readOptions(args: string[], today = new Date().toISOString().slice(0, 10)): ReadyOptions {
	const text = { type: 'string', default: '' } as const;
	try {
		const { values } = parseArgs({
			args,
			options: {
				b1: text,
				'company-db': text,
				user: text,
				company: text,
				date: { type: 'string', default: today },
				report: text,
				'ignore-ssl-issues': { type: 'boolean', default: false },
			},
		});
		const options = { ...values, companyDb: values['company-db'], ignoreSslIssues: values['ignore-ssl-issues'] };
		const isWhole = options.b1 !== '' && options.companyDb !== '' && options.user !== '';
		if (isWhole !== (options.company === '') || !/^\d{4}-\d{2}-\d{2}$/.test(options.date)) throw new Error('incomplete');
		return options;
	} catch {
		throw new PreviewError(USAGE);
	}
}
