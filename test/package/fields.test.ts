import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';
import { BuildJournalEntry } from '../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { ConcurFisTrigger } from '../../nodes/ConcurFisTrigger/ConcurFisTrigger.node';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';

/** Kinds in which a person types something; a menu or a switch shows by itself what it takes. */
const TYPED = ['string', 'number', 'dateTime', 'json'];
/** Menus that every node has, and collections that only hold other fields. */
const SPEAKS_FOR_ITSELF = ['resource', 'operation', 'options'];

interface Place {
	where: string;
	field: INodeProperties;
}

function fieldsIn(where: string, fields: INodeProperties[]): Place[] {
	return fields.flatMap((field) => {
		const here = `${where} > ${field.displayName}`;
		const inner = (field.options ?? []).flatMap((option) => {
			if ('values' in option) return fieldsIn(here, (option as INodePropertyCollection).values);
			return 'displayName' in option && 'type' in option ? fieldsIn(here, [option as INodeProperties]) : [];
		});
		return [{ where: here, field }, ...inner];
	});
}

const nodes: INodeType[] = [
	new BuildJournalEntry(),
	new ConcurFisTrigger(),
	new FisAcknowledgeConfirm(),
	new SapB1ServiceLayer(),
];
const credentials = [new ConcurFisApi(), new SapB1ServiceLayerApi()];
const places = [
	...nodes.flatMap(({ description }) => fieldsIn(description.displayName, description.properties)),
	...credentials.flatMap(({ displayName, properties }) => fieldsIn(displayName, properties)),
];

describe('every field of every form', () => {
	test('says what it is for', () => {
		const silent = places
			.filter(({ field }) => !SPEAKS_FOR_ITSELF.includes(field.name) && !['notice', 'hidden', 'collection'].includes(field.type))
			.filter(({ field }) => (field.description ?? field.hint ?? '').trim() === '');
		expect(places.length).toBeGreaterThan(400);
		expect(silent.map(({ where }) => where)).toEqual([]);
	});

	test('shows by an example what is typed into it, unless it holds something from the start', () => {
		const bare = places
			.filter(
				({ field }) =>
					TYPED.includes(field.type) &&
					field.typeOptions?.password !== true &&
					(field.default === '' || field.default === undefined),
			)
			.filter(({ field }) => (field.placeholder ?? '').trim() === '');
		expect(bare.map(({ where }) => where)).toEqual([]);
		const typedModes = places.flatMap(({ where, field }) =>
			(field.modes ?? []).filter(({ type }) => type === 'string').map(({ placeholder }) => ({ where, placeholder })),
		);
		expect(typedModes.filter(({ placeholder }) => (placeholder ?? '') === '').map(({ where }) => where)).toEqual([]);
	});
});
