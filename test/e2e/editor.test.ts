/** What a person sees in n8n's editor after `npm start`: the pipeline, the nodes' panels, the credentials and the Data Table. */
import type { Locator } from 'playwright-core';

import { businessOneIdentity, concurIdentity } from '../../sandbox/identity';
import { readPipeline } from '../../scripts/start/pipeline';
import { closeNode, marked, openEditor, openNode, openWorkflow, takePicture, toasts, type OpenEditor } from './editor';

const TEST_TIMEOUT_MS = 12 * 60_000;
const STICKY_NOTE = 'n8n-nodes-base.stickyNote';
const SECRETS: string[] = [concurIdentity.clientSecret, concurIdentity.requestToken, businessOneIdentity.password];
const UNKNOWN_NODE = /install this node|unrecognized node|node type .* is not known|community node is not installed/i;

jest.setTimeout(TEST_TIMEOUT_MS);

let editor: OpenEditor;
let workflowId: string;

beforeAll(async () => {
	editor = await openEditor();
	const pipeline = readPipeline();
	workflowId = (await editor.api.workflows()).find(({ name }) => name === pipeline.name)!.id;
});

afterAll(async () => {
	await editor?.close();
});

afterEach(async () => {
	expect(await toasts(editor.page)).toEqual([]);
	expect(await editor.page.locator('body').innerText()).not.toMatch(UNKNOWN_NODE);
});

async function expectTexts(part: Locator, texts: string[]): Promise<void> {
	const shown = await part.innerText();
	expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
}

describe('the published pipeline', () => {
	beforeAll(async () => {
		await openWorkflow(editor, workflowId);
	});

	test('shows every node under its name, with the names of the outputs', async () => {
		const canvas = marked(editor.page, 'canvas');
		const names = readPipeline()
			.nodes.filter(({ type }) => type !== STICKY_NOTE)
			.map(({ name }) => name);
		await expectTexts(canvas, names);
		await expectTexts(canvas, [
			'Available',
			'Not Available',
			'Not There',
			'In the Books',
			'Ready',
			'Needs Review',
			'Nothing to Post',
			'Posted',
			'Rejected',
			'Uncertain',
			'Done',
			'Recalled',
			'Attention',
		]);
		await takePicture(editor.page, 'pipeline');
	});

	test('every node of this package has its icon', async () => {
		const icons = marked(editor.page, 'canvas').locator('img[src*="n8n-nodes-concur-b1"]');
		const ours = readPipeline().nodes.filter(({ type }) => type.startsWith('n8n-nodes-concur-b1.'));
		expect(await icons.count()).toBe(ours.length);
		const broken = await icons.evaluateAll(
			(images) => images.filter((image) => (image as unknown as { naturalWidth: number }).naturalWidth === 0).length,
		);
		expect(broken).toBe(0);
	});

	const panels: Array<[string, string, string[]]> = [
		[
			'New approved documents',
			'trigger',
			['SAP Concur (sandbox)', 'Document Types', 'Expense Report', 'Invoice', 'System ID', 'Documents per Poll', 'Filters'],
		],
		[
			'Acknowledge',
			'acknowledge',
			['SAP Concur (sandbox)', 'Document ID', 'Document Type', 'System ID', 'If Already Acknowledged'],
		],
		['Post once', 'post', ['SAP Business One (sandbox)', 'Journal Entry', 'Posting Key', 'Content Hash', 'Report ID', 'Options']],
		[
			'Build journal entry',
			'build',
			[
				...[
					'Document',
					'Check Against B1',
					'All documents of a run are checked together',
					'Mapping',
					'Accounts',
					'Account Settings',
				],
				...['Payees and Cards', 'Partners', 'Cost Objects', 'Taxes', 'Memo and Reference', 'Posting Date', 'Date Settings'],
				...['Currency and Rounding', 'Lines', 'Guards', 'Answer to Concur'],
			],
		],
	];

	test.each(panels)('the panel of "%s" shows its fields in words', async (name, picture, texts) => {
		const parameters = await openNode(editor.page, name);
		const chosen = await parameters
			.locator('input')
			.evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value));
		const shown = `${await parameters.innerText()}\n${chosen.join('\n')}`;
		expect(texts.filter((text) => !shown.includes(text))).toEqual([]);
		await takePicture(editor.page, `panel-${picture}`);
		await closeNode(editor.page);
	});

	test('a mapping table explains itself and offers the codes of B1', async () => {
		const { page } = editor;
		const parameters = await openNode(page, 'Build journal entry');
		await parameters.getByPlaceholder('Add Cost Object Setting').click();
		await page.locator('.el-select-dropdown__item:visible', { hasText: 'Cost Center Table' }).click();
		await parameters.getByText('Add Code').first().click();
		await expectTexts(parameters, ['Code in Concur', 'As in the field of the document', 'B1 Distribution Rule']);
		await parameters.getByPlaceholder('Choose...').last().click();
		await page.getByText('SALES').first().waitFor();
		await takePicture(page, 'mapping-table');
		await page.keyboard.press('Escape');
		await closeNode(page);
	});
});

describe('what the pipeline did', () => {
	test('the execution shows which documents are ready and which need review, with the reason', async () => {
		const { page, url, api } = editor;
		const { id } = await api.executionOf(workflowId, 'Build journal entry');
		await page.goto(`${url}/workflow/${workflowId}/executions/${id}`);
		await openNode(page, 'Build journal entry');
		const output = marked(page, 'output-panel');
		expect(await output.innerText()).toMatch(/Ready Branch \(\d+ items\)\s+Needs Review Branch \(\d+ items\)/);
		await marked(output, 'tab-1').click();
		await marked(output, 'radio-button-schema').click();
		await marked(output, 'ndv-search').click();
		await marked(output, 'ndv-search').fill('vendor-not-found');
		await output.getByText('vendor-not-found').first().waitFor();
		await takePicture(page, 'needs-review');
	});

	test('the Data Table lists every document with its status', async () => {
		const { page, url } = editor;
		await page.goto(`${url}/home/datatables`);
		await page.getByText('concur_b1_documents').first().click();
		await page.getByText('Wren Abbott').first().waitFor();
		const table = page.locator('body');
		await expectTexts(table, ['status', 'reason', 'reportNumber', 'person', 'confirmed', 'review', 'failed']);
		await takePicture(page, 'data-table');
	});
});

describe('the credentials', () => {
	const forms: Array<[string, string, string[]]> = [
		[
			'SAP Concur (sandbox)',
			'credential-concur',
			['Grant Type', 'Client ID', 'Client Secret', 'Company UUID', 'Company Request Token', 'Data Center'],
		],
		[
			'SAP Business One (sandbox)',
			'credential-business-one',
			['Server URL', 'Company Database', 'User Name', 'Password', 'Version', 'Path Prefix', 'Language', 'Ignore SSL Issues'],
		],
	];

	test.each(forms)('%s shows its fields, and no secret', async (name, picture, texts) => {
		const { page, url } = editor;
		await page.goto(`${url}/home/credentials`);
		await page.getByText(name).first().click();
		const form = marked(page, 'editCredential-modal');
		await form.getByText(texts[0]!).first().waitFor();
		await expectTexts(form, texts);
		const values = await form
			.locator('input')
			.evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value));
		// User and password of the demo company are the same word: only the user may show it.
		expect(values.filter((value) => SECRETS.includes(value)).length).toBeLessThanOrEqual(values.includes('SBODEMO') ? 1 : 0);
		await form.getByText('Connection tested successfully').waitFor();
		await takePicture(page, picture);
	});
});
