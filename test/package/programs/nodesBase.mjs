/**
 * `node nodesBase.mjs <source folder>`: the three rule sets of eslint-plugin-n8n-nodes-base, warnings counted as findings.
 * Prints what they found; exit code 1 when they found something.
 */
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from 'eslint-plugin-n8n-nodes-base';

/** Rules n8n itself switches off for community packages, because they hold for n8n's own repository only. */
const NOT_FOR_COMMUNITY_PACKAGES = [
	'cred-class-field-documentation-url-miscased',
	'cred-class-field-type-options-password-missing',
	'node-class-description-inputs-wrong-regular-node',
	'node-class-description-outputs-wrong',
	'node-param-type-options-max-value-present',
];

const rulesOf = (set) => ({
	...plugin.configs[set].rules,
	...Object.fromEntries(NOT_FOR_COMMUNITY_PACKAGES.map((rule) => [`n8n-nodes-base/${rule}`, 'off'])),
});
const files = { community: ['package.json'], credentials: ['credentials/**/*.ts'], nodes: ['nodes/**/*.ts'] };

const eslint = new ESLint({
	cwd: process.argv[2],
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: Object.entries(files).map(([set, patterns]) => ({
		files: patterns,
		plugins: { 'n8n-nodes-base': plugin },
		languageOptions: { parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: rulesOf(set),
	})),
});
const results = await eslint.lintFiles(['package.json', '{nodes,credentials}/**/*.ts']);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId} ${message}`),
);
console.log(`${results.length} files\n${findings.join('\n')}`);
process.exitCode = findings.length === 0 && results.length > 0 ? 0 : 1;
