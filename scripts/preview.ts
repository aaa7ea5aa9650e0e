/**
 * `npm run preview -- FILE [--profile FILE] [--json]`: runs the posting engine alone on the FIS documents of a file and prints what
 * would be posted, checked against a company where one is named. With `--budgets FILE` it runs them as funds steps, one after the other, and prints what each leaves reserved and
 * available. Exit code 0 when nothing needs review, 2 when something does, 1 when the input cannot be used.
 */
import { readArguments, type PreviewOptions } from './preview/arguments';
import { readBudgets } from './preview/budgets';
import { readPreview } from './preview/build';
import { runFunds } from './preview/funds';
import { printFundsJson, printFundsTables } from './preview/fundsOutput';
import { PreviewError, readFile, readJson, readMapping } from './preview/input';
import { printJson, printTables } from './preview/output';

const write = (text: string) => process.stdout.write(text);

async function main(): Promise<void> {
	const options = readArguments(process.argv.slice(2));
	if (options.budgets !== null) return previewFunds(options, options.budgets);
	const preview = await readPreview(options);
	if (options.json) printJson(preview.results, write);
	else printTables(preview, write);
	process.exitCode = preview.results.some(({ posting }) => posting.status === 'review') ? 2 : 0;
}

function previewFunds({ file, profile, json }: PreviewOptions, budgetsFile: string): void {
	const setup = readBudgets(readJson(budgetsFile), budgetsFile, profile === null ? null : readMapping(profile));
	const previews = runFunds(readFile(file), setup);
	if (json) printFundsJson(previews, write);
	else printFundsTables(file, previews, write);
	process.exitCode = previews.some(({ situation }) => situation.confirm === 'review') ? 2 : 0;
}

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
	if (!(error instanceof PreviewError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
