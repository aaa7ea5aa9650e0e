/**
 * `node scan.mjs <source folder> <unpacked tarball>`: both legs of n8n's community package scan, without npm and GitHub in between.
 * Prints what the scan found; exit code 1 when it found something.
 */
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [source, unpacked] = process.argv.slice(2);
const legs = [
	['source', await analyzePackage(source, SOURCE_FILE_PATTERNS)],
	['tarball', await analyzePackage(unpacked, ['**/*.js', 'package.json'])],
];
for (const [name, { passed, message, details }] of legs) {
	console.log(`${name}: ${passed ? 'passed' : 'FAILED'} ${message ?? ''}\n${details ?? ''}`);
}
process.exitCode = legs.every(([, { passed }]) => passed) ? 0 : 1;
