/**
 * `node load.cjs <unpacked package>`: loads the package as n8n does and prints, as one line of JSON, what n8n then knows of it:
 * nodes with their icons and codex, credentials with their icons.
 */
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n-core writes its settings when it is loaded; they must not land in the home folder of whoever runs the tests.
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-nodes-concur-b1-load-'));
process.env.N8N_ENCRYPTION_KEY = 'only-for-the-tests';
require('reflect-metadata');
const { PackageDirectoryLoader } = require('n8n-core');

(async () => {
	const loader = new PackageDirectoryLoader(process.argv[2]);
	await loader.loadAll();
	const nodes = Object.values(loader.types.nodes).map(
		({ name, displayName, iconUrl, codex, usableAsTool, outputs, properties }) => {
			return {
				name,
				displayName,
				iconUrl,
				codex,
				usableAsTool,
				outputs,
				propertyNames: properties.map((property) => property.name),
			};
		},
	);
	const credentials = Object.values(loader.types.credentials).map(({ name, displayName, iconUrl }) => ({
		name,
		displayName,
		iconUrl,
	}));
	process.stdout.write(`${JSON.stringify({ packageName: loader.packageName, nodes, credentials, known: loader.known })}\n`, () =>
		process.exit(0),
	);
})().catch((error) => {
	console.error(error);
	process.exit(1);
});
