/** What the forms show in n8n 1.123 and 2.41, by each version's own rule. */
import * as newest from 'n8n-workflow';
import type { INode, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import * as oldest from 'n8n-workflow-1';
import { BuildJournalEntry } from '../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { ConcurFisTrigger } from '../../nodes/ConcurFisTrigger/ConcurFisTrigger.node';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';

const descriptions = [BuildJournalEntry, ConcurFisTrigger, FisAcknowledgeConfirm, SapB1ServiceLayer].map(
	(Node) => new Node().description as INodeTypeDescription,
);
const rules = [
	['1.123', oldest.NodeHelpers as unknown as typeof newest.NodeHelpers],
	['2.41', newest.NodeHelpers],
] as const;

/**
 * Fields that the editor of n8n 1.123 leaves out of the form. It takes a field under `show` of a credential for the choice of a log-in
 * where no option of it is without credential, which holds for every field without options; what that field depends on goes with it.
 */
function leftOutByOldEditor({ credentials = [], properties }: INodeTypeDescription): string[] {
	const shows = credentials.map(({ displayOptions }) => displayOptions?.show ?? {});
	const asked = properties.filter(({ name }) => shows.some((show) => name in show));
	const isLogin = ({ name, options = [] }: INodeProperties) =>
		options.every((option) => 'value' in option && shows.some((show) => show[name]?.includes(option.value)));
	const login = asked.find(isLogin);
	return login ? [login.name, ...asked.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}))] : [];
}

test.each(descriptions.map((description) => [description.displayName, description] as const))(
	'the editor of n8n 1.123 leaves no field of %s out',
	(_name, description) => expect(leftOutByOldEditor(description)).toEqual([]),
);

describe.each(rules)('n8n %s', (_version, { displayParameter, getNodeParameters }) => {
	const build = descriptions[0]!;
	const node: INode = { id: '1', name: 'Build', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

	test.each([
		[{}, true],
		[{ checkMasterData: false }, false],
		[{ operation: 'exportProfile' }, false],
	])('asks Build with %j for a credential: %s', (chosen, isAsked) => {
		const values = getNodeParameters(build.properties, chosen, true, false, node, build)!;
		expect(displayParameter(values, build.credentials![0]!, node, build)).toBe(isAsked);
	});

	test('shows Operation and Check Against B1 of Build', () => {
		const values = getNodeParameters(build.properties, {}, true, false, node, build)!;
		const shown = build.properties.filter((property) => displayParameter(values, property, node, build)).map(({ name }) => name);
		expect(shown).toEqual(expect.arrayContaining(['operation', 'document', 'checkMasterData']));
	});
});
