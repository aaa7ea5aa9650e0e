/**
 * `npm run preview -- FILE [--profile FILE] [--json]`: runs the posting engine alone on the FIS documents of a file and prints what
 * would be posted. Exit code 0 when nothing needs review, 2 when something does, 1 when the input cannot be used.
 */
import { PreviewError, readArguments, readPreview } from './preview/input';
import { printJson, printTables } from './preview/output';

function main(): void {
	const options = readArguments(process.argv.slice(2));
	const preview = readPreview(options);
	const write = (text: string) => process.stdout.write(text);
	if (options.json) printJson(preview.results, write);
	else printTables(preview, write);
	process.exitCode = preview.results.some(({ posting }) => posting.status === 'review') ? 2 : 0;
}

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
	main();
} catch (error) {
	if (!(error instanceof PreviewError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
