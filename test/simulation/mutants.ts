import type { Workflow, WorkflowNode } from './run';

type Condition = { keyName: string };

const nodeOf = (workflow: Workflow, name: string): WorkflowNode => workflow.nodes.find((node) => node.name === name)!;

function withoutCondition(workflow: Workflow, name: string, column: string): void {
	const filters = nodeOf(workflow, name).parameters.filters as { conditions: Condition[] };
	filters.conditions = filters.conditions.filter(({ keyName }) => keyName !== column);
}

const wire = (workflow: Workflow, from: string, output: number, to: string): void => {
	workflow.connections[from]!.main[output] = [{ node: to, index: 0 }];
};

/** Ways to make the pipeline wrong, each of which the simulation has to notice. */
export const workflowMutants: Record<string, (workflow: Workflow) => void> = {
	'the books are not looked at before the entry is built': (workflow) => wire(workflow, 'Acknowledge', 0, 'Build journal entry'),
	'the entry of a recalled document is not looked for': (workflow) => wire(workflow, 'Acknowledge', 1, 'Decide'),
	'the hold is not renewed before the post': (workflow) => {
		wire(workflow, 'Build journal entry', 0, 'Post once');
		const { parameters } = nodeOf(workflow, 'Post once');
		parameters.options = {};
		delete parameters.heldRows;
	},
	'what others hold is posted': (workflow) => {
		delete nodeOf(workflow, 'Post once').parameters.heldRows;
	},
	'the post is begun after the hold': (workflow) => {
		nodeOf(workflow, 'Post once').parameters.options = {};
	},
	'Concur is told after the hold': (workflow) => {
		nodeOf(workflow, 'Confirm in Concur').parameters.options = { ifRefused: 'keepAcknowledged' };
	},
	'somebody else may write the row': (workflow) => withoutCondition(workflow, 'Write row', 'heldBy'),
	'rows are held that others hold': (workflow) => {
		nodeOf(workflow, 'Take up').type = 'n8n-nodes-base.takeAll';
	},
	'an uncertain post is confirmed by nobody and written by nobody': (workflow) => {
		workflow.connections['Post once']!.main[2] = [];
		workflow.connections['Confirm in Concur']!.main[2] = [];
		workflow.connections['Find in the books']!.main[3] = [];
	},
	'what Concur was told is not written': (workflow) => {
		workflow.connections['Confirm in Concur']!.main[0] = [];
	},
	'everything that was acknowledged is confirmed': (workflow) => wire(workflow, 'Acknowledge', 0, 'Confirm in Concur'),
	'documents are noted again at every poll': (workflow) => {
		(nodeOf(workflow, 'Get noted rows').parameters.filters as { conditions: unknown[] }).conditions.push({
			keyName: 'docId',
			keyValue: 'none',
		});
	},
};

type Row = Record<string, unknown>;

/** Wrong decisions about a row: what the decision comes to, and what it was made from. */
export const decisionMutants: Record<string, (row: Row, item: Row) => Row> = {
	'a refusal of Concur closes the row': (row) => (row.status === 'attention' ? { ...row, open: false } : row),
	'a lost confirmation counts as done': (row) => (row.status === 'posted' ? { ...row, status: 'confirmed', open: false } : row),
	'a recalled document is closed at once': (row) => (row.status === 'recalled' ? { ...row, open: false } : row),
	'a row in review is due never': (row) => (row.status === 'review' ? { ...row, dueAt: '' } : row),
	'a failure in between is due never': (row) => (row.status === 'received' ? { ...row, dueAt: '' } : row),
	'the entry number is forgotten': (row) => ({ ...row, number: null }),
	'the hold is kept': (row) => ({ ...row, heldBy: 'me', dueAt: '9999-01-01T00:00:00.000Z' }),
	'no reason is given': (row) => ({ ...row, reason: '' }),
};
