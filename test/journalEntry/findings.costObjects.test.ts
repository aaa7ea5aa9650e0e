/** Every reason for which a cost center or project cannot be posted in B1, word for word, with the place it names. */
import type { DistributionRuleFacts, MasterData, ProjectFacts } from '../../nodes/shared/journalEntry';
import { findings } from '../posting/findings';
import { build, company, taxi } from './company';

type Row = [title: string, document: unknown, options: unknown, masterData: MasterData | null, expected: string[]];

const undated = { postingDate: 'userDefined', postingDateFallback: [] };
const noDate = 'missing-date . postingDate: The document has no date for the posting date rule "userDefined".';

describe('cost centers', () => {
	const rule = (fields: Partial<DistributionRuleFacts> = {}): DistributionRuleFacts => ({
		code: 'CC1',
		name: 'North',
		dimension: 1,
		active: true,
		validFrom: null,
		validTo: null,
		...fields,
	});
	const rules = (...distributionRules: DistributionRuleFacts[]) => company({ distributionRules });
	const ofCenter = (code: string) => taxi({ reportOrgUnit4Code: code });
	const second = { costCenterPaths: [['report.reportOrgUnit4Code']], costCenterPath: [] };
	const inactive = (field: string, day: string) =>
		`cost-center-inactive . ${field} = CC1: Distribution rule CC1 North is not active on ${day}.`;

	test.each<Row>([
		['8 characters: B1 may have it', ofCenter('C'.repeat(8)), {}, null, []],
		[
			'9 characters: B1 cannot have it',
			ofCenter('C'.repeat(9)),
			{},
			company(),
			['cost-center-not-found . CostingCode = CCCCCCCCC: Cost center "CCCCCCCCC" is longer than 8 characters.'],
		],
		['not looked up', ofCenter('CC1'), {}, company(), []],
		['not there', ofCenter('CC1'), {}, rules(), ['cost-center-not-found . CostingCode = CC1: B1 has no distribution rule CC1.']],
		['there', ofCenter('CC1'), {}, rules(rule({ code: 'CC2', active: false }), rule()), []],
		[
			'of another dimension',
			ofCenter('CC1'),
			{},
			rules(rule({ dimension: 2 })),
			[
				'cost-center-wrong-dimension . CostingCode = CC1: Distribution rule CC1 North belongs to dimension 2, it is used for dimension 1.',
			],
		],
		['of dimension 2, used there', ofCenter('CC1'), second, rules(rule({ dimension: 2 })), []],
		[
			'of dimension 1, used for 2',
			ofCenter('CC1'),
			second,
			rules(rule()),
			[
				'cost-center-wrong-dimension . CostingCode2 = CC1: Distribution rule CC1 North belongs to dimension 1, it is used for dimension 2.',
			],
		],
		['inactive', ofCenter('CC1'), {}, rules(rule({ active: false })), [inactive('CostingCode', '2024-03-05')]],
		['valid to the day', ofCenter('CC1'), {}, rules(rule({ validTo: '2024-03-05' })), []],
		[
			'valid to the day before',
			ofCenter('CC1'),
			{},
			rules(rule({ validTo: '2024-03-04' })),
			[inactive('CostingCode', '2024-03-05')],
		],
		['expired, on a day nobody knows', ofCenter('CC1'), undated, rules(rule({ validTo: '2000-01-01' })), [noDate]],
		[
			'inactive, on a day nobody knows',
			ofCenter('CC1'),
			undated,
			rules(rule({ active: false })),
			[inactive('CostingCode', 'the posting date'), noDate],
		],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, options, masterData))).toEqual(expected),
	);
});

describe('projects', () => {
	const project = (fields: Partial<ProjectFacts> = {}) =>
		company({ projects: [{ code: 'P1', name: 'Bridge', active: true, validFrom: null, validTo: null, ...fields }] });
	const path = { projectPath: ['report.reportCustom1Code'] };
	const ofProject = (code: string) => taxi({ reportCustom1Code: code });
	const inactive = (day: string) => `project-inactive . ProjectCode = P1: Project P1 Bridge is not active on ${day}.`;

	test.each<Row>([
		['20 characters: B1 may have it', ofProject('P'.repeat(20)), {}, null, []],
		[
			'21 characters: B1 cannot have it',
			ofProject('P'.repeat(21)),
			{},
			null,
			[`project-not-found . ProjectCode = ${'P'.repeat(21)}: B1 has no project "${'P'.repeat(21)}".`],
		],
		['not looked up', ofProject('P1'), {}, company(), []],
		['not there', ofProject('P2'), {}, project(), ['project-not-found . ProjectCode = P2: B1 has no project "P2".']],
		['there', ofProject('P1'), {}, project(), []],
		['inactive', ofProject('P1'), {}, project({ active: false }), [inactive('2024-03-05')]],
		['valid from the day on', ofProject('P1'), {}, project({ validFrom: '2024-03-05' }), []],
		['valid a day later', ofProject('P1'), {}, project({ validFrom: '2024-03-06' }), [inactive('2024-03-05')]],
		['over, on a day nobody knows', ofProject('P1'), undated, project({ validTo: '2000-01-01' }), [noDate]],
		[
			'inactive, on a day nobody knows',
			ofProject('P1'),
			undated,
			project({ active: false }),
			[inactive('the posting date'), noDate],
		],
	])('%s', (_, document, options, masterData, expected) =>
		expect(findings(build(document, { ...path, ...(options as object) }, masterData))).toEqual(expected),
	);
});
