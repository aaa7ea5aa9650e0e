/**
 * `npm run ready -- --b1 URL --company-db DB --user NAME`: says what keeps documents from being posted into a company, and what the
 * mapping should hold. With the credentials of Concur in the environment it asks Concur, too. Nothing is written that stays. Exit code 0
 * when nothing has to be cured, 2 when something has, 1 when nobody could be asked.
 */
import { writeFileSync } from 'node:fs';

import { PreviewError } from './preview/input';
import { ask } from './ready/ask';
import { readOptions } from './ready/options';
import { tableOf } from './ready/table';
import { isReady, reportOf } from '../nodes/shared/readiness';

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	const { readiness, facts } = await ask(options);
	process.stdout.write(
		`${tableOf(['System', 'Check', 'State', 'Found', 'What to do'], readiness.findings.map(Object.values))}\n`,
	);
	if (readiness.proposals.length > 0)
		process.stdout.write(
			`\nRows for the mapping table\n\n${tableOf(['section', 'setting', 'from', 'to', 'note'], readiness.proposals.map(Object.values))}\n`,
		);
	if (options.report !== '') {
		writeFileSync(options.report, reportOf(readiness, facts));
		process.stdout.write(`\nA report without names and amounts is in ${options.report}; look at it before you send it.\n`);
	}
	process.exitCode = isReady(readiness) ? 0 : 2;
}

main().catch((error: unknown) => {
	if (!(error instanceof PreviewError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
