import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';

/** Whether the form shows the remark about plain HTTP for these values, resolved as n8n resolves a credential. */
function showsNotice(properties: INodeProperties[], data: INodeParameters): boolean {
	const values = NodeHelpers.getNodeParameters(properties, data, true, false, null as unknown as INode, null) ?? {};
	const notice = properties.find(({ name }) => name === 'plainHttpNotice') as INodeProperties;
	return NodeHelpers.displayParameter(values, notice, null as unknown as INode, null);
}

it.each([
	['http://b1.example.com:50001', true],
	[' HTTP://b1', true],
	['https://b1.example.com:50000', false],
	['b1.example.com', false],
	['', false],
])('B1 at "%s": a remark about plain HTTP is shown: %s', (serverUrl, shown) => {
	expect(showsNotice(new SapB1ServiceLayerApi().properties, { serverUrl })).toBe(shown);
});

it.each([
	[{ dataCenter: 'custom', customUrl: 'http://localhost:1' }, true],
	[{ dataCenter: 'custom', customUrl: 'https://localhost:1' }, false],
	[{ dataCenter: 'https://us2.api.concursolutions.com', customUrl: 'http://localhost:1' }, false],
	[{}, false],
])('Concur with %j: a remark about plain HTTP is shown: %s', (data, shown) => {
	expect(showsNotice(new ConcurFisApi().properties, data)).toBe(shown);
});
