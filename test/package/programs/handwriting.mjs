/**
 * `node handwriting.mjs <checkout>`: what a linter can tell of the handwriting that CONTRIBUTING.md asks for. The configuration of n8n's
 * own linter may not be changed, so these rules stand here. Prints what they found; exit code 1 when they found something.
 */
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

/** Constants of a module: a text, a number, a pattern, or a list of such. The outputs of an operation are a field of its module. */
const TOP = ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="const"] > VariableDeclarator';
const LOWER = `${TOP}[id.name=/^(?!outputs$)[a-z]/]`;
const LITERAL = ':matches(Literal, TemplateLiteral[expressions.length=0])';
const VALUES = [LITERAL, `ArrayExpression > ${LITERAL}:first-child`];
const WRAPPED = ['', 'TSAsExpression > ', 'TSSatisfiesExpression > '];

const restricted = [
	...WRAPPED.flatMap((wrap) => VALUES.map((value) => `${LOWER} > ${wrap}${value}`)).map((selector) => ({
		selector,
		message: 'The constant of a module is written in capitals.',
	})),
	{ selector: `${TOP} > FunctionExpression`, message: 'A function is declared, or an arrow.' },
];

const TAG = /^\s*\*?\s*@(\w+)\s*(\{)?(?:\S+\s+(-)\s)?/gm;

/** Doc comments: what is taken, given and thrown, without the types that the code has. */
const docTags = {
	create: (context) => ({
		Program() {
			for (const comment of context.sourceCode.getAllComments().filter(({ value }) => value.startsWith('*')))
				for (const [, tag, type, dash] of comment.value.matchAll(TAG))
					if (!['param', 'returns', 'throws'].includes(tag) || type || dash)
						context.report({ loc: comment.loc, message: `The doc tag @${tag} is none of ours, or has a type or a dash.` });
		},
	}),
};

/** A file of tests says \`test\` or \`it\`, not both. */
const oneTestWord = {
	create: (context) => {
		const words = new Map();
		const note = (node) => words.set(node.name, node);
		return {
			'CallExpression > Identifier.callee[name=/^(it|test)$/]': note,
			'CallExpression MemberExpression > Identifier.object[name=/^(it|test)$/]': note,
			'Program:exit'() {
				if (words.size > 1) context.report({ node: words.get('it'), message: 'This file says both it and test.' });
			},
		};
	},
};

const eslint = new ESLint({
	cwd: process.argv[2],
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: [
		{
			files: ['**/*.ts'],
			languageOptions: { parser },
			plugins: { house: { rules: { docTags, oneTestWord } } },
			rules: { 'house/docTags': 'error', 'house/oneTestWord': 'error' },
		},
		{ files: ['{nodes,credentials,sandbox,scripts,bench}/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...restricted] } },
	],
});
const results = await eslint.lintFiles(['{nodes,credentials,sandbox,scripts,bench,test}/**/*.ts']);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
);
console.log(findings.join('\n'));
process.exitCode = findings.length === 0 && results.length > 0 ? 0 : 1;
